"""A chart as a control: reached by Tab, read out as words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sopapp.domain.laporan import Grafik
from ui.report.chart_paint import ChartPaint
from ui.theme import tokens

_INSET = 6
_LETTERS = 62
"""Average letters of the width that it asks for."""
_LEAST = 0.72


class BarChart(QWidget):
    """Draws a `Grafik` as wide as it is, and as high as that takes."""

    def __init__(self, grafik: Grafik, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.grafik = grafik
        self._heights: dict[int, int] = {}
        self.show_chart(grafik)

    def show_chart(self, grafik: Grafik) -> None:
        """Show another chart."""
        self.grafik = grafik
        self._heights.clear()
        self.setAccessibleName(f"Grafik: {grafik.judul}")
        self.setAccessibleDescription(grafik.teks())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Qt: labels take two lines where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: the height at a width, asked for many times while a page is laid out."""
        if width not in self._heights:
            self._heights[width] = round(self._paint().height(width - 2 * _INSET)) + 2 * _INSET
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Qt: room for labels and words beside the bars."""
        width = round(self.fontMetrics().averageCharWidth() * _LETTERS)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Qt: still readable."""
        width = round(self.sizeHint().width() * _LEAST)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the chart, and a frame while it has the keyboard."""
        with QPainter(self) as painter:
            area = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
            self._paint().paint(painter, area)
            if self.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(QColor(tokens(self).accent), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another font changes the height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
            self.updateGeometry()

    def _paint(self) -> ChartPaint:
        return ChartPaint(self.grafik, self.font(), tokens(self))
