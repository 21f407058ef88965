"""The heads of the board's columns: one per stage of the SOP."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sopapp.domain.sop import Stage
from ui.board.card_delegate import two_lines
from ui.theme import scaled_font, tokens

_PADDING = 8.0


class ColumnHead(QWidget):
    """Number, short name, working days, kelengkapan → output, and how many berkas."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage: Stage | None = None
        self._count = 0
        self._measure()

    def show_stage(self, stage: Stage, count: int) -> None:
        """Show a stage with `count` berkas in it."""
        if (stage, count) == (self._stage, self._count):
            return
        self._stage, self._count = stage, count
        flow = f"{stage.kelengkapan} → {stage.output}"
        self.setToolTip(
            f"{stage.number}. {stage.name}\n{stage.hari_kerja} hari kerja, {count} berkas\n"
            f"Kelengkapan: {stage.kelengkapan}\nOutput: {stage.output}"
            + (f"\nKeterangan: {stage.keterangan}" if stage.keterangan else "")
        )
        self.setAccessibleName(
            f"Tahap {stage.number}, {stage.short_name}, {stage.hari_kerja} hari kerja, "
            f"{count} berkas"
        )
        self.setAccessibleDescription(flow)
        self.update()

    def sizeHint(self) -> QSize:
        """High enough for the name and three quiet lines."""
        title = QFontMetricsF(self._title).height()
        small = QFontMetricsF(self._small).height()
        return QSize(120, round(title + 3 * small + 2 * _PADDING + 4))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the head."""
        if self._stage is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = tokens(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(look.border), 1))
        painter.setBrush(QColor(look.card))
        painter.drawRoundedRect(box, 8, 8)
        inner = box.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        y = self._paint_title(painter, inner)
        painter.setFont(self._small)
        metrics = QFontMetricsF(self._small)
        painter.setPen(QColor(look.muted))
        self._paint_numbers(painter, inner, y, metrics)
        y += metrics.height() + 2
        painter.setPen(QColor(look.muted))
        text = f"{self._stage.kelengkapan} → {self._stage.output}"
        for line in two_lines(text, self._small.toString(), round(inner.width())):
            painter.drawText(QPointF(inner.left(), y + metrics.ascent()), line)
            y += metrics.height()

    def _paint_title(self, painter: QPainter, inner: QRectF) -> float:
        if self._stage is None:
            return inner.top()
        look = tokens(self)
        metrics = QFontMetricsF(self._title)
        side = metrics.height() + 2
        badge = QRectF(inner.left(), inner.top() - 1, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent))
        painter.drawEllipse(badge)
        painter.setFont(self._title)
        painter.setPen(QColor(look.on_accent))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._stage.number))
        left = badge.right() + 7
        room = inner.right() - left
        name = metrics.elidedText(self._stage.short_name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self._title)
        painter.setPen(QColor(look.text))
        painter.drawText(QPointF(left, inner.top() + metrics.ascent()), name)
        return inner.top() + side + 3

    def _paint_numbers(
        self, painter: QPainter, inner: QRectF, y: float, metrics: QFontMetricsF
    ) -> None:
        """Working days at the left, berkas at the right; in a narrow head only their number."""
        if self._stage is None:
            return
        look = tokens(self)
        days, count = f"{self._stage.hari_kerja} hari kerja", f"{self._count} berkas"
        room = inner.width() - metrics.horizontalAdvance(days) - 8
        if metrics.horizontalAdvance(count) > room:
            count = str(self._count)
        painter.drawText(QPointF(inner.left(), y + metrics.ascent()), days)
        painter.setPen(QColor(look.accent if self._count else look.muted))
        left = inner.right() - metrics.horizontalAdvance(count)
        painter.drawText(QPointF(left, y + metrics.ascent()), count)

    def _measure(self) -> None:
        self._title = scaled_font(self.font(), 1.1, bold=True)
        self._small = scaled_font(self.font(), 0.9)
