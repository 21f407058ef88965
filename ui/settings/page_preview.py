"""A small sheet with its margins, so that a wrong number is seen at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sopapp.documents.content import A4, Paper
from ui.theme import LIGHT, tokens

_PAPER, _LINE = QColor("#ffffff"), QColor("#c4cad3")  # paper is paper in the dark theme too
_HEIGHT_LINES = 14
_LINE_STEP = 7.0  # mm between the strokes that stand for text


class PagePreview(QWidget):
    """Draws the sheet to scale with the text area dashed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Contoh kertas dan margin")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._paper = A4
        self._sides: Mapping[str, float] = {"top": 20, "bottom": 25, "left": 30, "right": 20}

    def show_page(self, paper: Paper, sides: Mapping[str, float]) -> None:
        """Draw this paper with these margins (millimetres)."""
        self._paper, self._sides = paper, dict(sides)
        words = ", ".join(f"{side} {size:g}" for side, size in self._sides.items())
        self.setAccessibleDescription(f"{paper.name}, {words}")
        self.update()

    def sizeHint(self) -> QSize:
        """High enough to tell A4 from F4."""
        height = self.fontMetrics().lineSpacing() * _HEIGHT_LINES
        return QSize(height, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw in millimetres; F4 fills the height."""
        scale = (self.height() - 2) / 330.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(1, 1)
        painter.scale(scale, scale)
        sheet = QRectF(0, 0, self._paper.width, self._paper.height)
        border = QPen(QColor(tokens(self).border), 0)
        painter.setPen(border)
        painter.fillRect(sheet, _PAPER)
        painter.drawRect(sheet)
        sides = self._sides
        text = sheet.adjusted(sides["left"], sides["top"], -sides["right"], -sides["bottom"])
        dashed = QPen(QColor(LIGHT.accent), 0, Qt.PenStyle.DashLine)
        painter.setPen(dashed)
        painter.drawRect(text)
        painter.setPen(QPen(_LINE, 2))
        height = text.top() + _LINE_STEP
        while height < text.bottom() - _LINE_STEP / 2:
            painter.drawLine(
                QRectF(text.left() + 4, height, 0, 0).topLeft(),
                QRectF(text.right() - 4, height, 0, 0).topLeft(),
            )
            height += _LINE_STEP
        painter.end()
