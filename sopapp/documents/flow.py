"""Three building blocks of a letter: labelled text, a column at an offset, text with an end.

All measures in points. None of them can be too high for a page as long as one line is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable, Paragraph

_FUZZ = 0.01


@dataclass(frozen=True, slots=True)
class Mark:
    """A label, colon or number: `text` at `x` from the left, in a column `width` wide."""

    x: float
    width: float
    text: Paragraph


class Hanging(Flowable):
    """A paragraph at an indent with marks to its left on the first line.

    It breaks across pages where the paragraph does; the marks stay with the first part.
    """

    def __init__(self, marks: Sequence[Mark], indent: float, body: Paragraph) -> None:
        super().__init__()
        self._marks = marks
        self._indent = indent
        self._body = body

    def getSpaceBefore(self) -> float:  # noqa: N802  (ReportLab's name)
        """Space above, as the paragraph asks."""
        return float(self._body.getSpaceBefore())

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure; the higher of marks and paragraph counts."""
        _width, body = self._body.wrap(width - self._indent, height)
        marks = [mark.text.wrap(mark.width, height)[1] for mark in self._marks]
        self.width, self.height = width, max(body, *marks, 0.0)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Break the paragraph; empty when too little fits here."""
        if any(mark.text.wrap(mark.width, height)[1] > height + _FUZZ for mark in self._marks):
            return []
        parts = halves(self._body, width - self._indent, height)
        if not parts:
            return []
        first, rest = parts
        return [Hanging(self._marks, self._indent, first), Hanging((), self._indent, rest)]

    def draw(self) -> None:
        """Draw the marks level with the first line."""
        for mark in self._marks:
            mark.text.drawOn(self.canv, mark.x, self.height - mark.text.height)
        self._body.drawOn(self.canv, self._indent, self.height - self._body.height)


class Column(Flowable):
    """Flowables one below the other, `x` from the left and `width` wide, `before` below."""

    def __init__(
        self, children: Sequence[Flowable], x: float, width: float, before: float = 0.0
    ) -> None:
        super().__init__()
        self._before = before
        self._children = list(children)
        self._x = x
        self._width = width

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Space above."""
        return self._before

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure; the width taken is the whole width."""
        self._heights = [child.wrap(self._width, height)[1] for child in self._children]
        self.width, self.height = width, sum(self._heights) + sum(self._gaps())
        return self.width, self.height

    def _gaps(self) -> list[float]:
        return [0.0, *(float(child.getSpaceBefore()) for child in self._children[1:])]

    def split(self, width: float, height: float) -> list[Flowable]:
        """Break between children or inside one; empty when too little fits here."""
        self.wrap(width, height)
        left = height
        for index, (own, gap) in enumerate(zip(self._heights, self._gaps(), strict=True)):
            if own + gap <= left + _FUZZ:
                left -= own + gap
                continue
            parts = split_at(self._children[index], self._width, left - gap)
            before = [*self._children[:index], *parts[:1]]
            after = [*parts[1:], *self._children[index + (1 if parts else 0) :]]
            if not before or not after:
                return []
            return [
                Column(before, self._x, self._width, self._before),
                Column(after, self._x, self._width),
            ]
        return [self]

    def draw(self) -> None:
        """Draw the children from the top."""
        y = self.height
        for child, own, gap in zip(self._children, self._heights, self._gaps(), strict=True):
            y -= own + gap
            child.drawOn(self.canv, self._x, y)


class WithEnd(Flowable):
    """Text and what must stay with its last lines (signature, copies).

    The end goes to the next page together with at least two lines of the text, or with the
    whole text when it is short. `page_height` is the height of an empty page.
    """

    # A paragraph of up to this many lines is not divided to accompany its end.
    _SHORT = 3
    _COMPANY = 2

    def __init__(self, text: Flowable, end: Flowable, line: float, page_height: float) -> None:
        super().__init__()
        self._text = text
        self._end = end
        self._line = line
        self._page_height = page_height

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Space above, as the text asks."""
        return float(self._text.getSpaceBefore())

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure both together."""
        _width, self._text_height = self._text.wrap(width, height)
        _width, self._end_height = self._end.wrap(width, height)
        self._gap = float(self._end.getSpaceBefore())
        self.width = width
        self.height = self._text_height + self._gap + self._end_height
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Take along enough of the text; give way only to an end that no page holds."""
        self.wrap(width, height)
        lines = round(self._text_height / self._line)
        most = min(height, self._text_height - self._COMPANY * self._line)
        if lines > self._SHORT and most > 0:
            parts = split_at(self._text, width, most)
            if len(parts) == 2:
                first, rest = parts
                return [first, WithEnd(rest, self._end, self._line, self._page_height)]
        if height < self._page_height - 1:
            return []
        return [self._text, self._end]

    def draw(self) -> None:
        """Draw the text above its end."""
        self._text.drawOn(self.canv, 0, self.height - self._text_height)
        self._end.drawOn(self.canv, 0, 0)


def split_at(flowable: Flowable, width: float, height: float) -> list[Flowable]:
    """Return the part that fits into `height` and the rest; fewer when it cannot be divided."""
    return list(flowable.split(width, height)) if height > 0 else []


def halves(text: Paragraph, width: float, height: float) -> tuple[Paragraph, Paragraph] | None:
    """Divide a paragraph so that the first part fits into `height`; None when it cannot be."""
    parts = [part for part in split_at(text, width, height) if isinstance(part, Paragraph)]
    return (parts[0], parts[1]) if len(parts) == 2 else None
