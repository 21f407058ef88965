"""Buttons with an icon that follows light and dark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton

from ui.icons import icon
from ui.theme import tokens

_FILLED_RADIUS = 3.0
_UNDER_MOUSE, _PRESSED = 112, 115  # percent lighter, darker


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
    """A button whose icon follows light and dark; filled, it is the one to press next."""

    def __init__(self, text: str = "", picture: str = "", tone: str = "text") -> None:
        super().__init__(text)
        self._picture = picture
        self._tone = tone
        self._filled = False
        self.setAutoDefault(False)
        self._draw()

    @property
    def filled(self) -> bool:
        """Whether it is drawn in the accent colour."""
        return self._filled

    def set_filled(self, on: bool) -> None:
        """Draw it in the accent colour, or as the others."""
        if on != self._filled:
            self._filled = on
            self._draw()
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: without a frame of its own, it has one while it holds the keyboard."""
        if self._filled and self.isEnabled():
            self._paint_filled()
            return
        super().paintEvent(event)
        if self.isFlat() and self.hasFocus():
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QColor(tokens(self).accent))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _paint_filled(self) -> None:
        """Flat, since the style would lighten the colour until the words hardly show."""
        look = tokens(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = QColor(look.accent)
            if self.isDown():
                ground = ground.darker(_PRESSED)
            elif self.underMouse():
                ground = ground.lighter(_UNDER_MOUSE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, _FILLED_RADIUS, _FILLED_RADIUS)
            option = QStyleOptionButton()
            self.initStyleOption(option)
            option.palette.setColor(QPalette.ColorRole.ButtonText, QColor(look.on_accent))
            label = QStyle.ControlElement.CE_PushButtonLabel
            self.style().drawControl(label, option, painter, self)
            if option.features & QStyleOptionButton.ButtonFeature.HasMenu:
                self._paint_arrow(option, painter)
            by_key = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            if self.hasFocus() and by_key:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(look.on_accent), 1.5))
                painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 2, 2)

    def _paint_arrow(self, option: QStyleOptionButton, painter: QPainter) -> None:
        """Where the style has it, which draws it with the frame."""
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_MenuButtonIndicator, option, self)
        rect = self.rect()
        option.rect = QRect(
            rect.right() - side + 2, rect.height() // 2 - side // 2 + 3, side - 6, side - 6
        )
        arrow = QStyle.PrimitiveElement.PE_IndicatorArrowDown
        self.style().drawPrimitive(arrow, option, painter, self)

    def _draw(self) -> None:
        if self._picture:
            tone = "on_accent" if self._filled and self.isEnabled() else self._tone
            self.setIcon(icon(self._picture, self, tone=tone))
