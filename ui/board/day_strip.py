"""The days of a stage as a row of small squares: counted, not counted, today, due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sopapp.domain.days_off import ExplainedDay
from sopapp.domain.tanggal import hari_tanggal
from ui.theme import scaled_font, tokens

_GAP = 3
_MOST = 45  # days; a longer stage is told by the dialog alone


class DayStrip(QWidget):
    """Each square has the number under which its day counts; the tool tip names the day."""

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[ExplainedDay, ...] = ()
        self._today = date.min
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_days(self, days: Sequence[ExplainedDay], today: date) -> None:
        """Show these days; none when there are too many to see anything."""
        self._days = tuple(days) if len(days) <= _MOST else ()
        self._today = today
        self.setVisible(bool(self._days))
        self.setAccessibleName("Hari demi hari")
        self.setAccessibleDescription("; ".join(map(_words, self._days)))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Qt: the squares go on in another row."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: as many rows as are needed."""
        rows = -(-len(self._days) // self._in_row(width)) if self._days else 0
        return rows * (self._side + _GAP)

    def sizeHint(self) -> QSize:
        """Qt: one row of ten."""
        width = 10 * (self._side + _GAP)
        return QSize(width, self.heightForWidth(width))

    def event(self, event: QEvent) -> bool:
        """Qt: name the day under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._day_at(event.pos())
            QToolTip.showText(event.globalPos(), _words(day) if day is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the squares."""
        look = tokens(self)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(scaled_font(self.font(), 0.82))
            for number, day in enumerate(self._days):
                box = self._box(number).adjusted(0.5, 0.5, -0.5, -0.5)
                last = number == len(self._days) - 1
                painter.setBrush(QColor(look.accent_tint if day.counted_as else look.off_path))
                edge = look.danger if last else look.accent if day.counted_as else look.border
                painter.setPen(QPen(QColor(edge), 2 if last else 1))
                painter.drawRoundedRect(box, 4, 4)
                painter.setPen(QColor(look.text if day.counted_as else look.muted))
                text = str(day.counted_as) if day.counted_as else "–"
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
                if day.date == self._today:
                    painter.setPen(QPen(QColor(look.text), 2))
                    base = box.bottom() - 3
                    painter.drawLine(
                        round(box.left() + 4), round(base), round(box.right() - 4), round(base)
                    )

    @property
    def _side(self) -> int:
        return round(QFontMetricsF(self.font()).height() * 1.35)

    def _in_row(self, width: int) -> int:
        return max(1, (width + _GAP) // (self._side + _GAP))

    def _box(self, number: int) -> QRectF:
        row, column = divmod(number, self._in_row(self.width()))
        step = self._side + _GAP
        return QRectF(column * step, row * step, self._side, self._side)

    def _day_at(self, place: QPoint) -> ExplainedDay | None:
        return next(
            (day for number, day in enumerate(self._days) if self._box(number).contains(place)),
            None,
        )


def _words(day: ExplainedDay) -> str:
    counted = f"hari ke-{day.counted_as}" if day.counted_as else "tidak dihitung"
    return f"{hari_tanggal(day.date)}: {counted} ({day.reason})"
