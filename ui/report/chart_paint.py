"""Level bars painted on screen and in the picture: label, bar with its mark, words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from sopapp.domain.laporan import Batang, Grafik, Nada
from ui.theme import Tokens, scaled_font
from ui.widgets.table_paint import fitted_lines

# Shares of the width that labels and words take at most; the bars have the rest.
_LABEL, _WORDS = 0.31, 0.42
_GAP = 10.0
_THICK, _AIR = 0.72, 0.42  # of a line of the font
_MARK, _MARK_OVER = 2.0, 3.0
_MOST_LINES = 2


def tone_colour(look: Tokens, tone: Nada) -> str:
    """The colour of a tone."""
    return {
        Nada.TEPAT: look.ok,
        Nada.TERLAMBAT: look.danger,
        Nada.BERJALAN: look.path,
        Nada.NETRAL: look.accent,
    }[tone]


@dataclass(frozen=True, slots=True)
class ChartPaint:
    """Paints a chart in a font and colours; all measures in the painter's units."""

    grafik: Grafik
    font: QFont
    look: Tokens

    def height(self, width: float) -> float:
        """The height that the chart takes when it is so wide."""
        rows = sum(self._row_height(bar, width) for bar in self.grafik.batang)
        return self._title_height() + rows + self._line * len(self._legend(width))

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint from the top of `area`, as wide as it is."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled_font(self.font, bold=True))
        painter.setPen(QColor(self.look.text))
        y = area.top()
        painter.drawText(QPointF(area.left(), y + self._metrics.ascent()), self.grafik.judul)
        y += self._title_height()
        painter.setFont(self.font)
        for bar in self.grafik.batang:
            height = self._row_height(bar, area.width())
            self._paint_row(painter, bar, QRectF(area.left(), y, area.width(), height))
            y += height
        self._paint_legend(painter, area.left(), y, area.width())
        painter.restore()

    @property
    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.font)

    @property
    def _line(self) -> float:
        return self._metrics.lineSpacing()

    def _title_height(self) -> float:
        return self._line * 1.35

    def _columns(self, width: float) -> tuple[float, float]:
        """What labels and words take of the width, with the gap beside them."""
        measure = self._metrics.horizontalAdvance
        labels = max((measure(bar.label) for bar in self.grafik.batang), default=0.0)
        words = max((measure(bar.kata) for bar in self.grafik.batang), default=0.0)
        return min(labels + 1, width * _LABEL) + _GAP, min(words + 1, width * _WORDS) + _GAP

    def _texts(
        self, bar: Batang, width: float
    ) -> tuple[tuple[tuple[str, float], ...], tuple[tuple[str, float], ...]]:
        """The lines of a bar's label and of its words, with their widths."""
        label, words = self._columns(width)
        return (
            fitted_lines(bar.label, self.font, label - _GAP, _MOST_LINES),
            fitted_lines(bar.kata, self.font, words - _GAP, _MOST_LINES) if bar.kata else (),
        )

    def _row_height(self, bar: Batang, width: float) -> float:
        lines = max(1, *map(len, self._texts(bar, width)))
        return self._line * (lines + _AIR)

    def _paint_row(self, painter: QPainter, bar: Batang, row: QRectF) -> None:
        label, words = self._texts(bar, row.width())
        beside, after = self._columns(row.width())
        left, length = row.left() + beside, row.width() - beside - after
        painter.setPen(QColor(self.look.text))
        self._write(painter, label, row.left(), row)
        self._write(painter, words, left + length + _GAP, row)
        if not bar.kata:  # only says how many more there are
            return
        thick = self._line * _THICK
        ground = QRectF(left, row.center().y() - thick / 2, length, thick)
        painter.fillRect(ground, QColor(self.look.panel))
        x, scale = left, length / self.grafik.skala
        for value, tone in bar.bagian:
            self._fill(painter, QRectF(x, ground.top(), value * scale, thick), tone)
            x += value * scale
        if bar.patokan is not None:
            self._mark(painter, left + bar.patokan * scale, ground)

    def _write(
        self, painter: QPainter, lines: tuple[tuple[str, float], ...], x: float, row: QRectF
    ) -> None:
        y = row.center().y() - len(lines) * self._line / 2 + self._metrics.ascent()
        for text, _width in lines:
            painter.drawText(QPointF(x, y), text)
            y += self._line

    def _fill(self, painter: QPainter, area: QRectF, tone: Nada) -> None:
        """A part of a bar; what is late is hatched, so that its colour is not needed."""
        painter.fillRect(area, QColor(tone_colour(self.look, tone)))
        if tone is Nada.TERLAMBAT:
            painter.fillRect(area, QBrush(QColor(self.look.card), Qt.BrushStyle.BDiagPattern))

    def _mark(self, painter: QPainter, x: float, ground: QRectF) -> None:
        painter.setPen(QPen(QColor(self.look.text), _MARK))
        painter.drawLine(
            QPointF(x, ground.top() - _MARK_OVER), QPointF(x, ground.bottom() + _MARK_OVER)
        )

    def _legend(self, width: float) -> list[list[tuple[Nada | None, str]]]:
        """The legend in lines that fit into the width."""
        lines: list[list[tuple[Nada | None, str]]] = []
        room = 0.0
        for tone, words in self.grafik.legenda:
            own = self._key_width(words)
            if not lines or own > room:
                lines.append([])
                room = width
            lines[-1].append((tone, words))
            room -= own
        return lines

    def _key_width(self, words: str) -> float:
        return self._line * 1.4 + self._metrics.horizontalAdvance(words) + 2 * _GAP

    def _paint_legend(self, painter: QPainter, left: float, y: float, width: float) -> None:
        thick = self._line * 0.55
        for line in self._legend(width):
            whole = sum(self._key_width(words) for _tone, words in line) - 2 * _GAP
            x = left + min(self._columns(width)[0], width - whole)
            for tone, words in line:
                box = QRectF(x, y + (self._line - thick) / 2, self._line, thick)
                if tone is None:
                    self._mark(painter, box.center().x(), box)
                else:
                    self._fill(painter, box, tone)
                painter.setPen(QColor(self.look.muted))
                at = QPointF(x + self._line * 1.4, y + self._metrics.ascent())
                painter.drawText(at, words)
                x += self._key_width(words)
            y += self._line
