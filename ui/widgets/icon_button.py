"""Buttons with an icon that follows light and dark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from ui.icons import icon
from ui.theme import tokens


def button(
    text: str,
    act: Callable[[], object],
    picture: str = "",
    *,
    tip: str = "",
    tone: str = "text",
) -> QPushButton:
    """A button with a mnemonic, and an icon in a token's colour when `picture` names one."""
    made = IconButton(text, picture, tone)
    made.clicked.connect(lambda _on=False: act())
    if tip:
        made.setToolTip(tip)
    return made


def tool(picture: str, name: str, act: Callable[[], object]) -> QPushButton:
    """A button of an icon alone; `name` is its tooltip and accessible name."""
    made = IconButton("", picture)
    made.setFlat(True)
    made.setToolTip(name)
    made.setAccessibleName(name)
    side = made.sizeHint().height()
    made.setFixedWidth(side + 4)
    made.clicked.connect(lambda _on=False: act())
    return made


class IconButton(QPushButton):
    """A button whose icon follows light and dark."""

    def __init__(self, text: str, picture: str, tone: str = "text") -> None:
        super().__init__(text)
        self._picture = picture
        self._tone = tone
        self.setAutoDefault(False)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: without a frame of its own, it has one while it holds the keyboard."""
        super().paintEvent(event)
        if self.isFlat() and self.hasFocus():
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QColor(tokens(self).accent))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _draw(self) -> None:
        if self._picture:
            self.setIcon(icon(self._picture, self, tone=self._tone))
