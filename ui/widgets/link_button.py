"""Words that lead somewhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.theme import tokens


class LinkButton(QPushButton):
    """Words in the accent colour that lead somewhere; reached by Tab, pressed by Space or Enter."""

    followed = Signal()

    def __init__(self, text: str = "", tone: str = "accent") -> None:
        super().__init__(text)
        self._tone = tone
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.followed)

    def sizeHint(self) -> QSize:
        """Qt: no more room than the words need."""
        metrics = self.fontMetrics()
        words = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return QSize(words + 4, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Qt: may shrink; the words are then elided."""
        size = self.sizeHint()
        size.setWidth(min(size.width(), 80))
        return size

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: underlined words, a frame while they hold the keyboard."""
        with QPainter(self) as painter:
            painter.setPen(QColor(getattr(tokens(self), self._tone)))
            font = self.font()
            font.setUnderline(True)
            painter.setFont(font)
            text = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, self.width() - 4
            )
            painter.drawText(
                self.rect().adjusted(2, 0, -2, 0),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
                | Qt.TextFlag.TextHideMnemonic,
                text,
            )  # fmt: skip
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
