"""The heads of the board's columns: one per stage of the SOP."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from sopapp.domain.ribuan import ribuan
from sopapp.domain.sop import Stage
from ui.board.card_delegate import two_lines
from ui.board.sop_button import SopButton
from ui.icons import icon
from ui.theme import scaled_font, tokens

_PADDING = 8.0
_BADGE_GAP = 7.0
_TITLES = (1.1, 0.95, 0.85, 0.78)


class ColumnHead(QWidget):
    """Number, short name, working days, kelengkapan → output, and how many berkas."""

    sop_asked = Signal(int)
    """The user wants to read this stage in the SOP."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sop = SopButton(self)
        self.sop.clicked.connect(self._ask_sop)
        self._stage: Stage | None = None
        self._count = 0
        self._total = 0
        self._compact = False
        self._scale = _TITLES[0]
        self._measure()

    def set_compact(self, compact: bool) -> None:
        """Show only name, days and count."""
        if compact != self._compact:
            self._compact = compact
            self.update()

    def fitting(self, width: int) -> float:
        """The largest size of the title that fits a head of this width; else the smallest."""
        for scale in _TITLES:
            if self._title_width(scale) + 2 * _PADDING <= width:
                break
        return scale

    def set_title(self, scale: float) -> None:
        """Use a size of the title; all heads have the same."""
        if scale != self._scale:
            self._scale = scale
            self.update()

    def show_stage(self, stage: Stage, count: int, total: int) -> None:
        """Show a stage with `count` berkas of the `total` that are in it."""
        if (stage, count, total) == (self._stage, self._count, self._total):
            return
        self._stage, self._count, self._total = stage, count, total
        self._title_widths.clear()
        flow = f"{stage.kelengkapan} → {stage.output}"
        self.setToolTip(
            f"{stage.number}. {stage.name}\n{stage.hari_kerja} hari kerja, {self._counted}\n"
            f"Kelengkapan: {stage.kelengkapan}\nOutput: {stage.output}"
            + (f"\nKeterangan: {stage.keterangan}" if stage.keterangan else "")
        )
        self.setAccessibleName(
            f"Tahap {stage.number}, {stage.short_name}, {stage.hari_kerja} hari kerja, "
            f"{self._counted}"
        )
        self.setAccessibleDescription(flow)
        self.sop.setToolTip(f"Lihat tahap {stage.number} di SOP")
        self.sop.setAccessibleName(f"Lihat tahap {stage.number} di SOP")
        self.update()

    def sizeHint(self) -> QSize:
        """High enough for the name and its quiet lines."""
        return QSize(120, self.height_for(compact=self._compact))

    def height_for(self, *, compact: bool) -> int:
        """The height with three quiet lines, or with one."""
        title, small = self._heights
        lines = 1 if compact else 3
        return round(title + lines * small + 2 * _PADDING + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the button stays in the corner."""
        super().resizeEvent(event)
        self.sop.move(self.width() - self.sop.width() - 4, 4)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font, light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_button()
        if event.type() == QEvent.Type.FontChange:
            self._measure()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the head."""
        if self._stage is None:
            return
        with QPainter(self) as painter:
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
            if self._compact:
                return
            painter.setPen(QColor(look.muted))
            text = f"{self._stage.kelengkapan} → {self._stage.output}"
            for line in two_lines(text, self._small.toString(), round(inner.width())):
                painter.drawText(QPointF(inner.left(), y + metrics.ascent()), line)
                y += metrics.height()

    def _paint_title(self, painter: QPainter, inner: QRectF) -> float:
        if self._stage is None:
            return inner.top()
        look = tokens(self)
        font = scaled_font(self.font(), self._scale, bold=True)
        metrics = QFontMetricsF(font)
        side = metrics.height() + 2
        badge = QRectF(inner.left(), inner.top() - 1, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent))
        painter.drawEllipse(badge)
        painter.setFont(font)
        painter.setPen(QColor(look.on_accent))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._stage.number))
        left = badge.right() + _BADGE_GAP
        room = inner.right() - left - self.sop.width() + _PADDING - 4
        name = metrics.elidedText(self._stage.short_name, Qt.TextElideMode.ElideRight, room)
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
        days, count = f"{self._stage.hari_kerja} hari kerja", self._counted
        shown = ribuan(self._count)
        if self._count != self._total:
            shown += f"/{ribuan(self._total)}"
        # In a narrow head both get shorter, one after the other.
        choices = ((days, count), (days, shown), (f"{self._stage.hari_kerja} hk", shown))
        for days, count in choices:
            taken = metrics.horizontalAdvance(days) + metrics.horizontalAdvance(count)
            if taken + 8 <= inner.width():
                break
        painter.drawText(QPointF(inner.left(), y + metrics.ascent()), days)
        painter.setPen(QColor(look.accent if self._count else look.muted))
        left = inner.right() - metrics.horizontalAdvance(count)
        painter.drawText(QPointF(left, y + metrics.ascent()), count)

    @property
    def _counted(self) -> str:
        """`2 berkas`, or `2 dari 5 berkas` while a filter hides some."""
        hidden = self._count != self._total
        count = ribuan(self._count)
        return f"{count} dari {ribuan(self._total)} berkas" if hidden else f"{count} berkas"

    def _title_width(self, scale: float) -> float:
        """What badge, name and button take; measured once, since each turn of a layout asks."""
        if scale not in self._title_widths:
            name = self._stage.short_name if self._stage is not None else ""
            metrics = QFontMetricsF(scaled_font(self.font(), scale, bold=True))
            badge = metrics.height() + 3 + _BADGE_GAP
            self._title_widths[scale] = badge + metrics.horizontalAdvance(name) + self.sop.width()
        return self._title_widths[scale]

    def _measure(self) -> None:
        title = QFontMetricsF(scaled_font(self.font(), _TITLES[0], bold=True)).height()
        self._small = scaled_font(self.font(), 0.9)
        self._heights = title, QFontMetricsF(self._small).height()
        self._title_widths: dict[float, float] = {}
        side = round(title) + 6
        self.sop.setFixedSize(side, side)
        self._draw_button()

    def _draw_button(self) -> None:
        self.sop.setIcon(icon("document", self, tone="muted"))

    def _ask_sop(self) -> None:
        if self._stage is not None:
            self.sop_asked.emit(self._stage.number)
