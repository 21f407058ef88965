"""Level bars on paper, drawn as lines and areas: readable in colour and in black and white.

What is late is hatched, what still runs is pale, the standard is a black line across its bar,
and the words at the end of each bar say it once more. All measures in points, y upwards.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from sopapp.documents.nada_warna import NADA_WARNA
from sopapp.documents.typesetting import Type, paragraph
from sopapp.domain.laporan import Batang, Grafik, Nada

_GROUND = Color(0.95, 0.955, 0.965)
# Shares of the width: what a bar is called, the bar itself; its words take the rest.
_LABEL, _BAR = 0.3, 0.4
_GAP = 6.0
_THICK = 0.8  # of a line of the type
_PAD = 2.5
_MARK, _MARK_OVER = 1.4, 2.2
_HATCH, _HATCH_LINE = 3.2, 0.7
_KEY_WIDTH, _KEY_GAP = 14.0, 5.0


class GrafikBatang(Flowable):
    """A chart with its heading and its legend; one too high for a page goes on on the next.

    `goes_on` is for such a part that follows: on the scale of the whole, and named as one.
    """

    def __init__(
        self, grafik: Grafik, kind: Type, scale: float = 0.0, *, goes_on: bool = False
    ) -> None:
        super().__init__()
        self._grafik = grafik
        self._kind = kind
        self._scale = scale or grafik.skala
        self._goes_on = goes_on

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Measure heading, bars and legend."""
        bold = self._kind.but(bold=True)
        title = f"{self._grafik.judul}{' (lanjutan)' if self._goes_on else ''}"
        self._title = paragraph(title, bold, column=width)
        self._title_height = self._title.wrap(width, 0)[1] + _PAD
        self._rows = [self._row(bar, width) for bar in self._grafik.batang]
        self._legend = _lines(self._grafik.legenda, self._kind, width)
        legend = len(self._legend) * self._kind.line * 1.15 + _PAD
        self.width = width
        self.height = self._title_height + sum(row.height for row in self._rows) + legend
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """As many bars as fit here, then the others on the same scale."""
        self.wrap(width, height)
        room = height - self._title_height - _PAD
        count = 0
        # The last bar stays with the legend.
        while count < len(self._rows) - 1 and self._rows[count].height <= room:
            room -= self._rows[count].height
            count += 1
        if not count:
            return []
        own = self._grafik
        first = Grafik(own.judul, own.batang[:count], ())
        rest = Grafik(own.judul, own.batang[count:], own.legenda)
        return [
            GrafikBatang(first, self._kind, self._scale, goes_on=self._goes_on),
            GrafikBatang(rest, self._kind, self._scale, goes_on=True),
        ]

    def draw(self) -> None:
        """Draw from the top."""
        canvas = self.canv
        canvas.saveState()
        y = self.height - self._title_height
        self._title.drawOn(canvas, 0, y + _PAD)
        for row in self._rows:
            y -= row.height
            row.draw(canvas, y)
        self._draw_legend(canvas, y)
        canvas.restoreState()

    def _row(self, bar: Batang, width: float) -> _Row:
        return _Row(bar, self._kind, width, self._scale)

    def _draw_legend(self, canvas: Canvas, y: float) -> None:
        for line in self._legend:
            y -= self._kind.line * 1.15
            x = self.width * _LABEL
            for tone, words in line:
                thick = self._kind.size * _THICK
                if tone is None:
                    _mark(canvas, x + _KEY_WIDTH / 2, y, thick)
                else:
                    _area(canvas, x, y, _KEY_WIDTH, thick, tone)
                said = paragraph(words, self._kind)
                own = self._kind.width(words) + 1
                said.wrap(own, 0)
                said.drawOn(canvas, x + _KEY_WIDTH + _KEY_GAP, y - self._kind.size * 0.2)
                x += _key(words, self._kind)


class _Row:
    """One bar: label, ground, parts, mark and words, measured for a width."""

    def __init__(self, bar: Batang, kind: Type, width: float, scale: float) -> None:
        self._bar = bar
        self._scale = scale
        self._left, self._length = width * _LABEL, width * _BAR
        self._label = _wrapped(bar.label, kind, self._left - _GAP)
        self._words = _wrapped(bar.kata, kind, width - self._left - self._length - _GAP)
        self._thick = kind.line * _THICK
        self.height = max(self._label.height, self._words.height, self._thick) + 2 * _PAD

    def draw(self, canvas: Canvas, y: float) -> None:
        """Draw above `y`."""
        middle = y + self.height / 2
        self._label.drawOn(canvas, 0, middle - self._label.height / 2)
        right = self._left + self._length
        self._words.drawOn(canvas, right + _GAP, middle - self._words.height / 2)
        low = middle - self._thick / 2
        canvas.setFillColor(_GROUND)
        canvas.rect(self._left, low, self._length, self._thick, stroke=0, fill=1)
        x = self._left
        for value, tone in self._bar.bagian:
            length = self._length * value / self._scale
            _area(canvas, x, low, length, self._thick, tone)
            x += length
        if self._bar.patokan is not None:
            at = self._left + self._length * self._bar.patokan / self._scale
            _mark(canvas, at, low, self._thick)


def _wrapped(text: str, kind: Type, width: float) -> Paragraph:
    made = paragraph(text, kind, column=width)
    made.wrap(width, 0)
    return made


def _area(canvas: Canvas, x: float, y: float, width: float, height: float, tone: Nada) -> None:
    """Fill a part of a bar; what is late is hatched in white."""
    canvas.setFillColor(NADA_WARNA[tone])
    canvas.rect(x, y, width, height, stroke=0, fill=1)
    if tone is not Nada.TERLAMBAT:
        return
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(x, y, width, height)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setStrokeGray(1)
    canvas.setLineWidth(_HATCH_LINE)
    at = x - height
    while at < x + width:
        canvas.line(at, y, at + height, y + height)
        at += _HATCH
    canvas.restoreState()


def _mark(canvas: Canvas, x: float, y: float, height: float) -> None:
    """The standard: a line across the bar and a little beyond."""
    canvas.setStrokeGray(0)
    canvas.setLineWidth(_MARK)
    canvas.line(x, y - _MARK_OVER, x, y + height + _MARK_OVER)


def _key(words: str, kind: Type) -> float:
    """Room that one entry of a legend takes."""
    return _KEY_WIDTH + _KEY_GAP + kind.width(words) + 2 * _KEY_GAP


def _lines(
    legend: Sequence[tuple[Nada | None, str]], kind: Type, width: float
) -> list[list[tuple[Nada | None, str]]]:
    """The legend in lines that fit beside the labels."""
    lines: list[list[tuple[Nada | None, str]]] = []
    left = 0.0
    for tone, words in legend:
        own = _key(words, kind)
        if not lines or own > left:
            lines.append([])
            left = width * (1 - _LABEL)
        lines[-1].append((tone, words))
        left -= own
    return lines
