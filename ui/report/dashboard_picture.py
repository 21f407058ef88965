"""The report as one picture for a paper or a presentation: light, sharp, the same on any screen."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter, QPen

from sopapp.domain.laporan import AngkaPokok, Grafik, Laporan, Nada
from ui.report.chart_paint import ChartPaint, tone_colour
from ui.theme import LIGHT, scaled_font
from ui.widgets.table_paint import fitted_lines

SCALE = 2
"""Pixels for each unit of the drawing."""

_WIDTH, _MARGIN, _GAP = 1200.0, 36.0, 24.0
_PIXELS = 15
"""Height of the font."""
_PAD, _STRIPE = 14.0, 4.0
_TILE = 74.0  # without the lines below the figure
_MOST_UNITS = 12
_DOTS_PER_METRE = 96 * SCALE * 10_000 // 254
"""So that a program that takes it in shows it at its own size."""


def dashboard_picture(report: Laporan, instansi: str) -> QImage:
    """Draw the report: title, main figures, the charts of stages and units."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(_PIXELS)
    drawing = _Dashboard(report, instansi, font)
    height = drawing.height()
    image = QImage(round(_WIDTH * SCALE), round(height * SCALE), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(_DOTS_PER_METRE)
    image.setDotsPerMeterY(_DOTS_PER_METRE)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCALE, SCALE)
    drawing.paint(painter)
    painter.end()
    return image


def png_bytes(image: QImage) -> bytes:
    """The picture as a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stub says bytes, which PySide refuses.
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())


def copy_picture(image: QImage) -> None:
    """Put the picture on the clipboard, in each form of a picture that the system knows."""
    QGuiApplication.clipboard().setImage(image)


class _Dashboard:
    """Measures and paints in units of a 1200 wide sheet."""

    def __init__(self, report: Laporan, instansi: str, font: QFont) -> None:
        self._report, self._instansi, self._font = report, instansi, font
        self._inner = _WIDTH - 2 * _MARGIN
        stages, units = report.bagian[0].grafik, report.bagian[1].grafik
        self._rows: list[tuple[Grafik, ...]] = []
        if any(chart.batang for chart in stages):  # none where all berkas were cancelled
            self._rows.append(stages)
        self._rows += [
            (chart.awal(_MOST_UNITS, "dan {} unit kerja lain"),) for chart in units if chart.batang
        ]

    def height(self) -> float:
        """All of it."""
        charts = sum(self._row_height(row) + _GAP for row in self._rows)
        foot = self._line * 1.2
        return (
            _MARGIN
            + self._head_height()
            + self._tile_height()
            + _GAP
            + charts
            + foot
            + _MARGIN * 0.6
        )

    def paint(self, painter: QPainter) -> None:
        """From the top."""
        y = self._head(painter, _MARGIN)
        self._tiles(painter, y)
        y += self._tile_height() + _GAP
        for row in self._rows:
            self._charts(painter, row, y)
            y += self._row_height(row) + _GAP
        painter.setFont(scaled_font(self._font, 0.87))
        painter.setPen(QColor(LIGHT.muted))
        painter.drawText(QPointF(_MARGIN, y + self._line * 0.5), self._report.catatan[2])

    @property
    def _line(self) -> float:
        return QFontMetricsF(self._font).lineSpacing()

    def _head_height(self) -> float:
        return self._line * 4.6

    def _tile_height(self) -> float:
        return _TILE + self._line * max(len(figure.bawah) for figure in self._report.pokok)

    def _head(self, painter: QPainter, y: float) -> float:
        line = self._line
        for text, font, colour, below in (
            (self._instansi, self._font, LIGHT.muted, 1.15),
            (self._report.judul, scaled_font(self._font, 1.6, bold=True), LIGHT.text, 1.75),
            (self._report.keterangan, self._font, LIGHT.muted, 1.7),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            (shown, _width), *_more = fitted_lines(text or " ", font, self._inner, 1)
            painter.drawText(QPointF(_MARGIN, y + QFontMetricsF(font).ascent()), shown)
            y += line * below
        return y

    def _tiles(self, painter: QPainter, y: float) -> None:
        count = len(self._report.pokok)
        width = (self._inner - _GAP * 0.5 * (count - 1)) / count
        x = _MARGIN
        for figure in self._report.pokok:
            self._tile(painter, figure, QRectF(x, y, width, self._tile_height()))
            x += width + _GAP * 0.5

    def _tile(self, painter: QPainter, figure: AngkaPokok, area: QRectF) -> None:
        painter.setPen(QPen(QColor(LIGHT.border), 1))
        painter.setBrush(QColor(LIGHT.card))
        painter.drawRect(area)
        colour = QColor(tone_colour(LIGHT, figure.nada))
        painter.fillRect(QRectF(area.left(), area.top(), _STRIPE, area.height()), colour)
        x, y = area.left() + _PAD, area.top() + _PAD * 0.8
        plain = figure.nada in (Nada.NETRAL, Nada.BERJALAN)
        big = scaled_font(self._font, 1.75, bold=True)
        for text, font, tone in (
            (figure.judul, self._font, LIGHT.muted),
            (figure.nilai, big, LIGHT.text if plain else tone_colour(LIGHT, figure.nada)),
            *((line, self._font, LIGHT.muted) for line in figure.bawah),
        ):
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(QColor(tone))
            (shown, _width), *_more = fitted_lines(text, font, area.width() - 2 * _PAD, 1)
            painter.drawText(QPointF(x, y + metrics.ascent()), shown)
            y += metrics.lineSpacing()

    def _row_height(self, row: tuple[Grafik, ...]) -> float:
        return max(self._paint_of(chart).height(self._chart_width(row)) for chart in row)

    def _chart_width(self, row: tuple[Grafik, ...]) -> float:
        return (self._inner - _GAP * (len(row) - 1)) / len(row)

    def _charts(self, painter: QPainter, row: tuple[Grafik, ...], y: float) -> None:
        width = self._chart_width(row)
        for place, chart in enumerate(row):
            area = QRectF(_MARGIN + place * (width + _GAP), y, width, self._row_height(row))
            self._paint_of(chart).paint(painter, area)

    def _paint_of(self, chart: Grafik) -> ChartPaint:
        return ChartPaint(chart, self._font, LIGHT)
