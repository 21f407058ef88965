"""A picture of the letterhead in the proportions of the paper, drawn while typing.

It follows the rules of the letterhead that is printed (`sopapp.documents.letterhead`): the same
sizes, the name of the office in as few lines as read well, smaller before it takes one more.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count, takewhile

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sopapp.services.instansi import Instansi
from ui.theme import tokens

_PAPER_WIDTH = 210.0  # mm; F4 differs by 5 mm, which the eye does not see here
_LEFT, _RIGHT, _TOP, _BELOW = 30.0, 20.0, 10.0, 6.0
_WIDTH = _PAPER_WIDTH - _LEFT - _RIGHT
_LOGO = QRectF(_LEFT, 0, 22.0, 26.0)
_LOGO_COLUMN = 26.0
_PT = 25.4 / 72  # mm
_INK = QColor("#111111")  # paper is paper in the dark theme too
_PAPER = QColor("#ffffff")
# 3:4 between the first two lines, the address small (Tata Naskah Dinas, domain notes §3.2).
_GOVERNMENT, _OFFICE, _ADDRESS = (15.0, 1.15), (20.0, 1.25), (10.0, 1.2)
_COMFORTABLE, _SMALLEST, _MOST_LINES = 0.78, 0.5, 3
_EM = 100  # pixels in which text is measured: pixel sizes are whole numbers


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the letterhead: its size in points, its height in millimetres."""

    text: str
    size: float
    leading: float
    bold: bool
    rows: int = 1

    @property
    def height(self) -> float:
        return self.size * self.leading * _PT * self.rows


class KopPreview(QWidget):
    """Paints line 1, line 2 (bold), the address and the double rule beside the logo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Contoh kop surat")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._logo: QImage | None = None
        self._lines: list[_Line] = []

    def show_kop(self, instansi: Instansi, logo: bytes | None) -> None:
        """Draw these words and this logo."""
        image = QImage.fromData(logo) if logo else QImage()
        self._logo = None if image.isNull() else image
        words = (instansi.pemerintah, instansi.nama, *instansi.alamat)
        self.setAccessibleDescription("; ".join(word for word in words if word))
        self._lines = _lines(instansi, _WIDTH - self._logo_column)
        self.updateGeometry()
        self.update()

    @property
    def office_lines(self) -> tuple[str, ...]:
        """The name of the office as it is divided into lines."""
        return tuple(line.text for line in self._lines if line.bold)

    def sizeHint(self) -> QSize:
        """As wide as a form's half, high enough for the address."""
        width = self.fontMetrics().averageCharWidth() * 70
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        """The paper keeps its proportions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels for the top of a sheet that is `width` pixels wide."""
        return round(width * (_TOP + self._inner + 4 + _BELOW) / _PAPER_WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw in millimetres."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(self.rect(), _PAPER)
            painter.setPen(QColor(tokens(self).border))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            scale = self.width() / _PAPER_WIDTH
            painter.scale(scale, scale)
            painter.setPen(_INK)
            self._paint_lines(painter)
            self._paint_logo(painter)
            self._paint_rule(painter, _TOP + self._inner + 2)

    @property
    def _logo_column(self) -> float:
        return _LOGO_COLUMN if self._logo is not None else 0.0

    @property
    def _inner(self) -> float:
        """Millimetres from the first line to the last, or of the logo."""
        text = sum(line.height for line in self._lines) or 10.0
        return max(text, _LOGO.height()) if self._logo is not None else text

    def _paint_lines(self, painter: QPainter) -> None:
        beside = self._logo_column
        widest = max((_advance(line) * line.size * _PT for line in self._lines), default=0.0)
        # Centred on the sheet when the logo leaves room for that, else beside the logo.
        left = 0.0 if widest <= _WIDTH - 2 * beside else beside
        top = _TOP + (self._inner - sum(line.height for line in self._lines)) / 2
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        for line in self._lines:
            factor = line.size * _PT / _EM
            painter.save()
            painter.setFont(_font(bold=line.bold))
            painter.translate(_LEFT + left, top)
            painter.scale(factor, factor)
            box = QRectF(0, 0, (_WIDTH - left) / factor, line.height / factor)
            painter.drawText(box, flags | Qt.TextFlag.TextWordWrap, line.text)
            painter.restore()
            top += line.height

    def _paint_logo(self, painter: QPainter) -> None:
        if self._logo is None:
            return
        box = _LOGO.translated(0, _TOP + (self._inner - _LOGO.height()) / 2)
        size = self._logo.size().toSizeF().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(QPointF(0, 0), size)
        target.moveCenter(box.center())
        painter.drawImage(target, self._logo)

    def _paint_rule(self, painter: QPainter, top: float) -> None:
        for offset, width in ((0.0, 0.8), (1.06, 0.26)):
            painter.setPen(QPen(_INK, width))
            height = top + offset
            painter.drawLine(QPointF(_LEFT, height), QPointF(_PAPER_WIDTH - _RIGHT, height))


def _lines(instansi: Instansi, width: float) -> list[_Line]:
    """The lines of a letterhead that is `width` millimetres wide, by the printed one's rules."""
    office, scale = _office(_one_line(instansi.nama).upper(), width)
    government = _one_line(instansi.pemerintah).upper()
    wide = _advance(_Line(government, *_GOVERNMENT, bold=False)) * _GOVERNMENT[0] * _PT
    scale = max(min(scale, width / max(wide, 1.0)), _SMALLEST)
    typed = [(government, _GOVERNMENT, scale, False)]
    typed += [(line, _OFFICE, scale, True) for line in office]
    typed += [(_one_line(line), _ADDRESS, 1.0, False) for line in instansi.alamat]
    return [
        _wrapped(_Line(text, size * own, leading, bold), width)
        for text, (size, leading), own, bold in typed
        if text
    ]


def _wrapped(line: _Line, width: float) -> _Line:
    """The line with the rows that it takes: one too long even when small is wrapped."""
    rows = len(_greedy(line.text.split(), line.bold, width / (line.size * _PT)))
    return _Line(line.text, line.size, line.leading, line.bold, max(rows, 1))


def _office(name: str, width: float) -> tuple[list[str], float]:
    """The lines of the office's name and the scale at which they fit."""
    best: tuple[list[str], float] = ([name], 0.0)
    ems = width / (_OFFICE[0] * _PT)
    for most in range(1, _MOST_LINES + 1):
        lines = _balanced(name, ems, most)
        scale = min(1.0, ems / max(1.0, *(_ems(line, bold=True) for line in lines)))
        if scale > best[1]:
            best = lines, scale
        if scale >= _COMFORTABLE:
            break
    return best


def _balanced(text: str, ems: float, most: int) -> list[str]:
    """At most `most` lines of about equal length."""
    words = text.split()
    lines = min(len(_greedy(words, True, ems)), most)
    if lines < 2:
        return [text]
    whole = _ems(text, bold=True)
    widths = (whole * step / 100 for step in count(max(1, 100 // lines)))
    narrower = list(takewhile(lambda width: len(_greedy(words, True, width)) > lines, widths))
    return _greedy(words, True, whole * (max(1, 100 // lines) + len(narrower)) / 100)


def _greedy(words: list[str], bold: bool, ems: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and _ems(f"{lines[-1]} {word}", bold=bold) <= ems:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _advance(line: _Line) -> float:
    return _ems(line.text, bold=line.bold)


def _ems(text: str, *, bold: bool) -> float:
    """The width of a text at size 1."""
    return QFontMetricsF(_font(bold=bold)).horizontalAdvance(text) / _EM


def _font(*, bold: bool) -> QFont:
    font = QFont(["Arial", "Liberation Sans", "Helvetica"])
    font.setStyleStrategy(QFont.StyleStrategy.ForceOutline)
    font.setPixelSize(_EM)
    font.setBold(bold)
    return font


def _one_line(text: str) -> str:
    return " ".join(text.split())
