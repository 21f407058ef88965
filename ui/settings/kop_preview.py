"""A picture of the letterhead in the proportions of the paper, drawn while typing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sopapp.services.instansi import Instansi
from ui.theme import tokens

_PAPER_WIDTH = 210.0  # mm; F4 differs by 5 mm, which the eye does not see here
_LEFT, _RIGHT, _TOP = 20.0, 15.0, 10.0
_LOGO = 22.0
_PT = 25.4 / 72  # mm
# 3:4 between the first two lines, the address small (Tata Naskah Dinas, domain notes §3.2).
_SIZES = (15.0, 20.0, 10.5)
_INK = QColor("#111111")  # paper is paper in the dark theme too
_PAPER = QColor("#ffffff")


class KopPreview(QWidget):
    """Paints line 1, line 2 (bold), the address and the double rule beside the logo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Contoh kop surat")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._instansi = Instansi()
        self._logo: QImage | None = None

    def show_kop(self, instansi: Instansi, logo: bytes | None) -> None:
        """Draw these words and this logo."""
        self._instansi = instansi
        image = QImage.fromData(logo) if logo else QImage()
        self._logo = None if image.isNull() else image
        words = (instansi.pemerintah, instansi.nama, *instansi.alamat)
        self.setAccessibleDescription("; ".join(word for word in words if word))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as a form's half, high enough for the address."""
        width = self.fontMetrics().averageCharWidth() * 70
        return QSize(width, round(width * self._height() / _PAPER_WIDTH))

    def hasHeightForWidth(self) -> bool:
        """The paper keeps its proportions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels for the top of a sheet that is `width` pixels wide."""
        return round(width * self._height() / _PAPER_WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw in millimetres."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), _PAPER)
        painter.setPen(QColor(tokens(self).border))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        scale = self.width() / _PAPER_WIDTH
        painter.scale(scale, scale)
        painter.setPen(_INK)
        bottom = self._paint_lines(painter)
        self._paint_logo(painter, bottom)
        self._paint_rule(painter, bottom + 2)
        painter.end()

    def _height(self) -> float:
        """Millimetres of paper to show."""
        lines = max(1, len(self._instansi.alamat))
        return _TOP + (_SIZES[0] + _SIZES[1] + lines * _SIZES[2]) * _PT * 1.25 + 14

    def _lines(self) -> list[tuple[str, float, bool]]:
        instansi = self._instansi
        address = instansi.alamat or ("",)
        return [
            (instansi.pemerintah.upper(), _SIZES[0], False),
            (instansi.nama.upper(), _SIZES[1], True),
            *((line, _SIZES[2], False) for line in address),
        ]

    def _paint_lines(self, painter: QPainter) -> float:
        """Draw the centred lines; the millimetre where they end."""
        left = _LEFT + (_LOGO + 3 if self._logo else 0)
        width = _PAPER_WIDTH - left - _RIGHT
        top = _TOP
        for text, size, bold in self._lines():
            font = QFont(["Arial", "Liberation Sans", "Helvetica"])
            font.setStyleStrategy(QFont.StyleStrategy.ForceOutline)
            font.setPixelSize(100)  # drawn scaled down: pixel sizes are whole numbers
            font.setBold(bold)
            factor = size * _PT / 100
            wide = QFontMetricsF(font).horizontalAdvance(text) * factor
            if wide > width:
                factor *= width / wide  # a long name shrinks instead of running out of the page
            height = size * _PT * 1.25
            painter.save()
            painter.setFont(font)
            painter.translate(left, top)
            painter.scale(factor, factor)
            painter.drawText(
                QRectF(0, 0, width / factor, height / factor),
                Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
                text,
            )
            painter.restore()
            top += height
        return top

    def _paint_logo(self, painter: QPainter, bottom: float) -> None:
        if self._logo is None:
            return
        box = QRectF(_LEFT, _TOP, _LOGO, max(_LOGO, bottom - _TOP))
        size = self._logo.size().scaled(
            QSize(round(box.width() * 100), round(box.height() * 100)),
            Qt.AspectRatioMode.KeepAspectRatio,
        )
        target = QRectF(0, 0, size.width() / 100, size.height() / 100)
        target.moveCenter(box.center())
        painter.drawImage(target, self._logo)

    def _paint_rule(self, painter: QPainter, top: float) -> None:
        for offset, width in ((0.0, 1.0), (1.2, 0.3)):
            painter.setPen(QPen(_INK, width))
            height = round((top + offset) * 10) / 10
            painter.drawLine(
                QRectF(_LEFT, height, 0, 0).topLeft(),
                QRectF(_PAPER_WIDTH - _RIGHT, height, 0, 0).topLeft(),
            )
