"""A picture beside its table, or above it where the window is too narrow for both."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_SPACING = 24
NARROW = 160
"""Average letters of the width below which one usually stands above the other."""


class SideBySide(QWidget):
    """Two parts side by side, the right one wider, while there are `narrow` letters for both."""

    def __init__(self, left: QWidget, right: QWidget, narrow: int = NARROW) -> None:
        super().__init__()
        self._narrow = narrow
        self._parts = (left, right)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_SPACING)
        self._box.addWidget(left, 2)
        self._box.addWidget(right, 3)

    @property
    def stacked(self) -> bool:
        """Whether one stands above the other now."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """Qt: as narrow as the wider part; the layout knows the height."""
        width = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(width, self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: fold or unfold."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * self._narrow
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if narrow else direction.LeftToRight
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
            self.updateGeometry()
