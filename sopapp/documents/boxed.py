"""A sentence in a frame, and a text behind a ticked box.

The bundled fonts have no ballot box, so box and cross are drawn as lines.
"""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from sopapp.documents.flow import Hanging, halves
from sopapp.documents.typesetting import CENTER, Type, paragraph

_FRAME = 1.0
_PAD_X, _PAD_Y = 4 * mm, 1.8 * mm
# Descenders hang below the last line's box: more room above the text looks even.
_RAISE = 0.12
_BOX_LINE, _CROSS_LINE = 0.8, 1.1
# The box beside a capital letter, in shares of the font size.
_BOX, _BOX_FOOT, _CROSS_INSET = 0.78, 0.06, 0.18
_INDENT = 1.75


class Boxed(Flowable):
    """A paragraph in a frame as wide as the column; a long one goes on in a second frame."""

    def __init__(self, text: Paragraph, size: float, before: float) -> None:
        super().__init__()
        self._text, self._size, self._before = text, size, before

    def getSpaceBefore(self) -> float:  # noqa: N802  (ReportLab's name)
        """Space above the frame."""
        return self._before

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure text and padding."""
        self.width = width
        self.height = self._text.wrap(width - 2 * _PAD_X, height)[1] + 2 * _PAD_Y
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Break the text; empty when too little fits here."""
        parts = halves(self._text, width - 2 * _PAD_X, height - 2 * _PAD_Y)
        if not parts:
            return []
        return [Boxed(parts[0], self._size, self._before), Boxed(parts[1], self._size, 0.0)]

    def draw(self) -> None:
        """Draw the frame and the text in its middle."""
        canvas = self.canv
        canvas.setLineWidth(_FRAME)
        canvas.rect(0, 0, self.width, self.height)
        self._text.drawOn(canvas, _PAD_X, _PAD_Y + self._size * _RAISE)


def boxed(text: str, kind: Type, width: float) -> Boxed:
    """Return a sentence in bold capitals, centred in a frame `width` points wide."""
    bold = kind.but(bold=True, align=CENTER, before=0.0)
    return Boxed(
        paragraph(text.strip().upper(), bold, column=width - 2 * _PAD_X), kind.size, kind.before
    )


class Ticked(Flowable):
    """A paragraph behind a ticked box; it breaks across pages where the paragraph does."""

    def __init__(self, text: Paragraph, kind: Type) -> None:
        super().__init__()
        self._kind = kind
        self._text = text

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Space above, as the paragraph asks."""
        return float(self._text.getSpaceBefore())

    @property
    def _indent(self) -> float:
        return _INDENT * self._kind.size

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure the paragraph beside its box."""
        self.width = width
        self.height = self._text.wrap(width - self._indent, height)[1]
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Break the paragraph; the box stays with the first part."""
        parts = halves(self._text, width - self._indent, height)
        if not parts:
            return []
        return [Ticked(parts[0], self._kind), Hanging((), self._indent, parts[1])]

    def draw(self) -> None:
        """Draw the box level with the first line, and the text."""
        size = self._kind.size
        draw_tick(self.canv, 0.5, self.height - size - _BOX_FOOT * size, _BOX * size)
        self._text.drawOn(self.canv, self._indent, 0)


def ticked(text: str, kind: Type, width: float) -> Ticked:
    """Return `text` behind a ticked box, for a column `width` points wide."""
    column = width - _INDENT * kind.size
    return Ticked(paragraph(text.strip(), kind, column=column), kind)


def draw_tick(canvas: Canvas, x: float, y: float, side: float) -> None:
    """Draw a box with a cross in it, its lower left corner at `x`, `y`."""
    inset = _CROSS_INSET * side
    low, high = inset, side - inset
    canvas.saveState()
    canvas.setLineWidth(_BOX_LINE)
    canvas.rect(x, y, side, side)
    canvas.setLineWidth(_CROSS_LINE)
    canvas.lines(
        [
            (x + low, y + low, x + high, y + high),
            (x + low, y + high, x + high, y + low),
        ]
    )
    canvas.restoreState()
