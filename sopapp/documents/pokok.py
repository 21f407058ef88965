"""The main figures of a report: boxes side by side, the figure large between its words."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable, Paragraph

from sopapp.documents.nada_warna import NADA_WARNA
from sopapp.documents.typesetting import Type, paragraph
from sopapp.domain.laporan import AngkaPokok

_GAP, _PAD = 6.0, 6.0
_TITLE, _FIGURE, _NOTE = 0.7, 1.45, 0.66
_EDGE = Color(0.72, 0.76, 0.81)
_STRIPE = 3.0


class AngkaBesar(Flowable):
    """Figures in boxes of one height, as wide together as the text."""

    def __init__(self, pokok: Sequence[AngkaPokok], kind: Type) -> None:
        super().__init__()
        self._pokok = pokok
        self._kind = kind

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Measure; the highest box counts."""
        count = max(len(self._pokok), 1)
        self._own = (width - _GAP * (count - 1)) / count
        self._boxes = [self._box(one, self._own - 2 * _PAD) for one in self._pokok]
        self.width = width
        inner = [sum(part.height for part in box) for box in self._boxes]
        self.height = max(inner, default=0.0) + 2 * _PAD
        return self.width, self.height

    def draw(self) -> None:
        """Draw the boxes from the left."""
        canvas = self.canv
        x = 0.0
        for one, box in zip(self._pokok, self._boxes, strict=True):
            canvas.setLineWidth(0.6)
            canvas.setStrokeColor(_EDGE)
            canvas.rect(x, 0, self._own, self.height, stroke=1, fill=0)
            canvas.setFillColor(NADA_WARNA[one.nada])
            canvas.rect(x, 0, _STRIPE, self.height, stroke=0, fill=1)
            y = self.height - _PAD
            for part in box:
                y -= part.height
                part.drawOn(canvas, x + _PAD + _STRIPE, y)
            x += self._own + _GAP

    def _box(self, one: AngkaPokok, width: float) -> list[Paragraph]:
        size = self._kind.size
        parts = [
            paragraph(one.judul, self._kind.but(size=size * _TITLE), column=width),
            paragraph(one.nilai, self._kind.but(size=size * _FIGURE, bold=True), column=width),
        ]
        note = self._kind.but(size=size * _NOTE)
        parts += [paragraph(line, note, column=width) for line in one.bawah]
        for part in parts:
            part.wrap(width - _STRIPE, 0)
        return parts
