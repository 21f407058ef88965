"""The title of a berkas, which may be as long as a paragraph."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy

from ui.widgets.breakable import BREAK, breakable
from ui.widgets.table_paint import fitted_lines
from ui.widgets.toned import TonedLabel

_LINES = 3
_SPARE = 4  # pixels: a label breaks its lines a little earlier


class TitleLabel(TonedLabel):
    """At most three lines, so that the work below keeps its room; the tooltip has it all."""

    def __init__(self) -> None:
        super().__init__(scale=1.5, bold=True)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    @property
    def whole(self) -> str:
        """The title with all its words."""
        return self._whole

    def show_title(self, title: str) -> None:
        """Say another title."""
        self._whole = title
        self.setAccessibleName(title)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: other lines at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: what is not seen has no width of its own yet."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self._whole
        if self.isVisible():
            broken = breakable(shown)
            lines = fitted_lines(broken, self.font(), self.width() - _SPARE, _LINES)
            if lines and lines[-1][0].endswith("…"):
                shown = "".join(_joined(line) for line, _width in lines).rstrip()
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def _joined(line: str) -> str:
    """A line as it stands before the next: a word that is broken goes on without a space."""
    return line if line.endswith(BREAK) else f"{line} "
