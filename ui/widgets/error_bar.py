"""What went wrong, at the top of the dialog in which it did."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QMessageBox,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.message_row import MessageRow, Tone

_NAME = "errorBar"
_CHARS = 64
"""How wide a bar is at least; a message box, which may be very narrow, grows to that."""

_BETWEEN = "\n\n"
_SEPARATOR = "\n\n" + "=" * 72 + "\n\n"


class ErrorBar(QWidget):
    """One row for what the user can mend, one for reports of bugs; empty it takes no room.

    What was told goes away with the next success, a report only by its cross. Nothing goes
    before the user could see it: words of one turn of the event loop stand together, and those
    of a dialog that closes in that turn are handed on to `heir`.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._told: dict[Tone, MessageRow] = {}
        self._topics: dict[Tone, str] = {}
        self._report: MessageRow | None = None
        self._details: list[str] = []
        self._count = 0
        self._grown = 0
        self.heir: Callable[[str, str, str | None], None] = lambda *_told: None
        """Is told what nobody can have seen here: words, details of a report or "", a topic."""
        self._fresh: list[tuple[str, str, str | None]] = []
        self.setObjectName(_NAME)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def text(self) -> str:
        """Everything that stands there now."""
        return "\n".join(row.text for row in self._rows() if not row.isHidden())

    @property
    def details(self) -> str:
        """The reports that "Salin laporan" copies."""
        return _SEPARATOR.join(self._details)

    def tell(self, text: str, tone: Tone = "danger", topic: str | None = None) -> None:
        """Show `text` in the place of what was told before this turn of the event loop.

        `topic` is where the guide says why.
        """
        self.clear()
        row = self._told.get(tone)
        if row is None:
            row = self._told[tone] = self._add(tone)
        before = row.text if not row.isHidden() else ""
        if not before:
            self._topics.pop(tone, None)
        if text not in before.split(_BETWEEN):
            row.tell(f"{before}{_BETWEEN}{text}" if before else text)
        if topic:
            self._topics[tone] = topic
        row.explain(self._topics.get(tone))
        self._show(text, "", topic)

    def report(self, text: str, details: str) -> None:
        """Show that the program has a bug; each different report is kept for the copy."""
        if self._report is None:
            self._report = self._add("danger")
            self._report.offer("Salin &laporan", self.copy)
            self._report.closed.connect(self._forget)
        self._count += 1
        if details not in self._details:
            self._details.append(details)
        self._report.tell(text if self._count == 1 else f"{text}\n({self._count} kali)")
        self._show(text, details)

    def copy(self) -> None:
        """Put the reports on the clipboard."""
        QGuiApplication.clipboard().setText(self.details)

    def clear(self) -> None:
        """Put away what was told before this turn: something has gone well since."""
        if any(not details for _text, details, _topic in self._fresh):
            return
        for row in self._told.values():
            row.setVisible(False)
        self._fold()

    def _rows(self) -> list[MessageRow]:
        return [*self._told.values(), *([self._report] if self._report else [])]

    def _add(self, tone: Tone) -> MessageRow:
        row = MessageRow(self, tone)
        row.closed.connect(self._fold)
        self._column.insertWidget(0, row)
        return row

    def _forget(self) -> None:
        self._details.clear()
        self._count = 0

    def hand_on(self) -> None:
        """The dialog closes: words that nobody can have seen are told elsewhere."""
        fresh, self._fresh = self._fresh, []
        for told in fresh:
            self.heir(*told)

    def _show(self, text: str, details: str, topic: str | None = None) -> None:
        if not self._fresh:
            QTimer.singleShot(0, self, self._settle)
        self._fresh.append((text, details, topic))
        self.setVisible(True)
        self.updateGeometry()
        window = self.window()
        if isinstance(window, QDialog):
            self._make_room(window)

    def _settle(self) -> None:
        self._fresh.clear()

    def _make_room(self, dialog: QDialog) -> None:
        """Let the dialog grow by what the bar takes from it, as far as the screen goes."""
        needed = self.heightForWidth(dialog.width())
        if needed > self._grown:
            room = dialog.screen().availableGeometry().height()
            height = max(dialog.height(), min(dialog.height() + needed - self._grown, room))
            dialog.resize(dialog.width(), height)
            self._grown = needed

    def _fold(self) -> None:
        if all(row.isHidden() for row in self._rows()):
            self.setVisible(False)


def give_bar(dialog: QDialog) -> ErrorBar | None:
    """The bar at the top of a dialog, whatever its layout; None when it has no layout."""
    found = dialog.findChild(ErrorBar, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(found, ErrorBar):
        return found
    layout = dialog.layout()
    if layout is None:
        return None
    bar = ErrorBar(dialog)
    dialog.finished.connect(bar.hand_on)
    layout.setMenuBar(bar)  # Qt keeps room for it above the content of any kind of layout
    width = dialog.fontMetrics().averageCharWidth() * _CHARS
    if isinstance(dialog, QMessageBox) and isinstance(layout, QGridLayout):
        layout.addItem(QSpacerItem(width, 0), layout.rowCount(), 0, 1, layout.columnCount())
    else:
        width = min(width, dialog.width())
    # Else Qt reckons with how tall it would be in the narrowest dialog.
    bar.setMinimumWidth(width)
    return bar
