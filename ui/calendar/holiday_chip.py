"""A day off of the office that can be dragged onto a date, or pressed for the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui.calendar.day_painter import Chip, paint_chip
from ui.calendar.month_model import office_drag
from ui.theme import tokens

_CHIP = Chip("Libur kantor", "office", "accent", "accent_tint", "accent")


class HolidayChip(QPushButton):
    """Looks like the plate that it becomes in the calendar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed_at: QPoint | None = None
        self.setText(_CHIP.text)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAutoDefault(False)
        self.setToolTip("Seret ke sebuah tanggal untuk menjadikannya libur kantor.")
        self.setAccessibleDescription("Menjadikan hari yang dipilih libur kantor.")

    def sizeHint(self) -> QSize:
        """Qt: icon, words and a little air."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(_CHIP.text) + 40, metrics.height() + 10)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the mouse has gone far enough."""
        begun = self._pressed_at
        if begun is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        far = (event.position().toPoint() - begun).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._pressed_at = None
            self.setDown(False)
            drag = QDrag(self)
            drag.setMimeData(office_drag(None))
            drag.setPixmap(self.grab())
            drag.setHotSpot(begun)
            drag.exec(Qt.DropAction.CopyAction)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the plate; a second line around it while it has the keyboard."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self.font())
            look = tokens(self)
            high = self.fontMetrics().height() + 2
            at = QPointF(3, (self.height() - high) / 2)
            paint_chip(painter, at, self.width() - 6, _CHIP, look)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(look.accent)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
