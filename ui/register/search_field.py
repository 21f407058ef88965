"""The search over all text of the register."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.filter_field import FilterField

_AT_ONCE = 0  # milliseconds: an answer takes less than a frame


class SearchField(FilterField):
    """Finds while typing; words that are typed faster than they are found are taken together."""

    went_down = Signal()
    """The arrow that leads to what was found was pressed."""

    def __init__(self, page: QWidget) -> None:
        super().__init__("Cari di daftar", page)
        self._pause.setInterval(_AT_ONCE)
        self.setPlaceholderText("Cari di semua isi")
        self.setToolTip("Cari di semua isi daftar, juga catatan internal (Ctrl+F)")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the arrow down leaves for the rows."""
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)
