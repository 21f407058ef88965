"""The head of a lane: its name, and the button that collapses it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.board.card_delegate import two_lines
from ui.board.cell_words import Tally
from ui.theme import scaled_font, tokens

_CHEVRON = 8.0
_LEFT = 19.0  # where the name begins, right of the chevron
_RIGHT = 6.0
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def head_width(names: Iterable[str], font: QFont) -> int:
    """How wide the heads must be so that no word of a name is cut."""
    metrics = QFontMetricsF(scaled_font(font, bold=True))
    words = (word for name in names for word in name.split())
    return ceil(max(map(metrics.horizontalAdvance, words), default=0) + _LEFT + _RIGHT)


class LaneHead(QAbstractButton):
    """Pressed by mouse, Space or Enter; Up and Down go to the other lanes' heads."""

    walked = Signal(int)
    left = Signal()
    """Right was pressed: the keyboard goes to the lane's cards."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.folded = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_state(folded=False, held=Tally())

    def show_state(self, *, folded: bool, held: Tally) -> None:
        """Say whether the lane is collapsed, and what it holds."""
        self.folded = folded
        act = "Bentangkan" if folded else "Ciutkan"
        self.setAccessibleName(f"Baris {self._name}, {held.words}")
        self.setAccessibleDescription(
            f"{'Terciut' if folded else 'Terbentang'}. {act} dengan Spasi."
        )
        self.setToolTip(f"{act} baris {self._name}\n{held.words}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: walk through the lanes; Enter presses as Space does."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.walked.emit(step)
        elif event.key() == Qt.Key.Key_Right:
            self.left.emit()
        elif event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt: show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: as before the mouse came."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw chevron and name."""
        look = tokens(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QPen(QColor(look.accent), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -3), 5, 5)
            colour = QColor(look.accent if self.underMouse() or self.hasFocus() else look.muted)
            font = scaled_font(self.font(), 0.92 if self.folded else 1.0, bold=True)
            metrics = QFontMetricsF(font)
            room = self.width() - _LEFT
            shown = [self._name] if not self.folded else self._two(font.toString(), room)
            box = QRectF(_LEFT, 0, room, self.height())
            height = metrics.height() * len(shown)
            if not self.folded:
                wrapped = metrics.boundingRect(box, _WRAP, self._name)
                height = wrapped.height()
            top = (self.height() - height) / 2
            self._chevron(painter, QPointF(10, top + metrics.height() / 2), colour)
            painter.setPen(QColor(look.text))
            painter.setFont(font)
            if self.folded:
                for number, line in enumerate(shown):
                    base = top + number * metrics.height() + metrics.ascent()
                    painter.drawText(QPointF(_LEFT, base), line)
            else:
                painter.drawText(QRectF(_LEFT, top, room, height), _WRAP, self._name)

    def _two(self, font: str, room: float) -> list[str]:
        return list(two_lines(self._name, font, round(room)))

    def _chevron(self, painter: QPainter, centre: QPointF, colour: QColor) -> None:
        half, depth = _CHEVRON / 2, _CHEVRON / 4
        if self.folded:
            corners = QPointF(-depth, -half), QPointF(depth, 0), QPointF(-depth, half)
        else:
            corners = QPointF(-half, -depth), QPointF(0, depth), QPointF(half, -depth)
        painter.setPen(QPen(colour, 1.6))
        for start, end in pairwise(corners):
            painter.drawLine(centre + start, centre + end)


_WRAP = int(Qt.TextFlag.TextWordWrap)
