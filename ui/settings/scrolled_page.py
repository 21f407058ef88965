"""A page of settings that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.widgets.slim_scroll_bar import frameless


class ScrolledPage(QScrollArea):
    """A page that scrolls up and down only, and is never narrower than what is on it."""

    def __init__(self, section: QWidget) -> None:
        super().__init__()
        frameless(self, sideways=False)
        self._inner = inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 4, 12, 8)
        column.addWidget(section)
        column.addStretch(1)
        self.setWidget(inner)

    def minimumSizeHint(self) -> QSize:
        """Qt: the inputs side by side, and the bar."""
        bar = self.verticalScrollBar().sizeHint().width()
        width = self._inner.minimumSizeHint().width() + bar
        return QSize(width, super().minimumSizeHint().height())
