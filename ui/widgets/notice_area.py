"""What the window has to say above its pages until it is put aside."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.error_bar import ErrorBar
from ui.widgets.message_row import MessageRow, Tone


class NoticeArea(QWidget):
    """Notices by name; one put away with its cross stays away for the session."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._rows: dict[str, MessageRow] = {}
        self._put_aside: set[tuple[str, str]] = set()
        self._reports: ErrorBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def texts(self) -> tuple[str, ...]:
        """The notices that stand there now."""
        return tuple(row.text for row in self._rows.values() if not row.isHidden())

    def tell(self, name: str, text: str, tone: Tone = "warn") -> MessageRow | None:
        """Show `text` under `name`, in the place of what stood there; None if it was put aside.

        The row that comes back takes buttons with `offer`.
        """
        self.drop(name)
        if (name, text) in self._put_aside:
            return None
        row = self._rows[name] = MessageRow(self, tone)
        row.closed.connect(partial(self._aside, name, text))
        self._column.addWidget(row)
        row.tell(text)
        return row

    def drop(self, name: str) -> None:
        """Take a notice away since its reason is gone."""
        row = self._rows.pop(name, None)
        if row is not None:
            row.setVisible(False)
            row.deleteLater()

    def report(self, text: str, details: str) -> None:
        """Show quietly that a bug came again."""
        if self._reports is None:
            self._reports = ErrorBar(self)
            self._column.insertWidget(0, self._reports)
        self._reports.report(text, details)

    @property
    def report_text(self) -> str:
        """What is said of bugs that came again."""
        return self._reports.text if self._reports is not None else ""

    def _aside(self, name: str, text: str) -> None:
        self._put_aside.add((name, text))
