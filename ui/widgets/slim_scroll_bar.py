"""Narrow scroll bars without arrows, and areas that have them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScrollBar, QWidget

from ui.theme import tokens

_WIDTH = 9
_LEAST = 26  # pixels of Fusion's shortest handle


def slim(area: QAbstractScrollArea) -> None:
    """Give `area` narrow bars, before its contents ask for the old ones."""
    area.setVerticalScrollBar(SlimScrollBar(area))
    area.setHorizontalScrollBar(SlimScrollBar(area, Qt.Orientation.Horizontal))
    area.setCornerWidget(QWidget(area))  # the style would draw a box where the bars meet


def frameless(area: QScrollArea, *, sideways: bool = True) -> None:
    """Give `area` narrow bars and no frame; it scrolls to whatever in it has the keyboard."""
    slim(area)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class SlimScrollBar(QScrollBar):
    """A bar that shows only its handle; it is used like any other."""

    def __init__(
        self,
        parent: QWidget | None = None,
        orientation: Qt.Orientation = Qt.Orientation.Vertical,
    ) -> None:
        super().__init__(orientation, parent)
        self._usual: QSize | None = None

    def sizeHint(self) -> QSize:
        """Narrower than the style's."""
        usual = self._style_hint()
        if self.orientation() is Qt.Orientation.Horizontal:
            return QSize(usual.width(), _WIDTH)
        return QSize(_WIDTH, usual.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Draw anew when the mouse comes."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Draw anew when it goes."""
        self.update()
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another style has other sizes."""
        self._usual = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the handle where the style has it, unless there is nothing to scroll."""
        if self.minimum() == self.maximum():
            return
        look = tokens(self)
        busy = self.underMouse() or self.isSliderDown()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.muted if busy else look.path))
            box = self.handle().adjusted(2, 2, -2, -2)
            round_off = min(box.width(), box.height()) / 2
            painter.drawRoundedRect(box, round_off, round_off)

    def handle(self) -> QRectF:
        """Where Fusion has it; not asked of the style, of which PySide makes 700 names first."""
        lying = self.orientation() is Qt.Orientation.Horizontal
        usual = self._style_hint()
        arrow = usual.height() if lying else usual.width()  # pixels at either end
        room = max(0, (self.width() if lying else self.height()) - 2 * arrow)
        values = self.maximum() - self.minimum()
        long = min(room, max(_LEAST, room * self.pageStep() // (values + self.pageStep() or 1)))
        start = arrow + (room - long) * (self.sliderPosition() - self.minimum()) / values
        if lying:
            return QRectF(start, 0, long, self.height())
        return QRectF(0, start, self.width(), long)

    def _style_hint(self) -> QSize:
        """What the style says, asked once: each turn of a layout wants it of every bar."""
        if self._usual is None:
            self._usual = super().sizeHint()
        return self._usual
