"""A row of controls that becomes two where the window is too narrow for one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget


class FoldingRow(QWidget):
    """One group at the left and one at the right; folded, the right one lies below.

    The window may therefore be as narrow as the wider group alone. With `spare` the right one,
    words that are told elsewhere too, is left out instead.
    """

    def __init__(
        self,
        left: Iterable[QWidget],
        right: Iterable[QWidget],
        *,
        spacing: int = 8,
        spare: bool = False,
    ) -> None:
        super().__init__()
        right = tuple(right)
        self._spacing = spacing
        self._spare = right if spare else ()
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        for group in (self._left, self._right):
            group.setSpacing(spacing)
        for widget in left:
            self._left.addWidget(widget)
        self._left.addStretch(1)
        self._right.addStretch(1)
        for widget in right:
            self._right.addWidget(widget)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)
        self._box.addLayout(self._left)
        self._box.addLayout(self._right)

    @property
    def folded(self) -> bool:
        """Whether there are two rows now."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """Qt: the wider group; as high as the rows there are now."""
        one, two = self._left.minimumSize(), self._right.minimumSize()
        both = one.height() + self._spacing + two.height()
        return QSize(
            max(one.width(), two.width()), both if self.folded else max(one.height(), two.height())
        )

    def sizeHint(self) -> QSize:
        """Qt: both groups beside each other."""
        right = self._right.sizeHint().width()
        if self._spare:  # what is hidden asks a layout for no room
            right = sum(each.sizeHint().width() + self._spacing for each in self._spare)
        wide = self._left.sizeHint().width() + self._spacing + right
        return QSize(wide, self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: fold or unfold."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Qt: words that grew may need the second row."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _fit(self) -> None:
        direction = QBoxLayout.Direction
        narrow = self.width() < self.sizeHint().width()
        if self._spare:
            for each in self._spare:
                if each.isHidden() is not narrow:
                    each.setVisible(not narrow)
            return
        wanted = direction.TopToBottom if narrow else direction.LeftToRight
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
            self.updateGeometry()
