"""What stands where on a page: lines of text and rules, millimetres from the upper left corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium

from tests.documents.reading import MM, squeezed

_PATH = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A run of letters on one base line, as wide and high as its ink."""

    page: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its size, lines and the rules drawn on it (x0, x1, y, thickness)."""

    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A PDF that was read back."""

    sheets: tuple[Sheet, ...]

    @property
    def lines(self) -> Iterator[Line]:
        for sheet in self.sheets:
            yield from sheet.lines

    @property
    def text(self) -> str:
        """All letters in the order they were drawn, without spaces."""
        return squeezed("".join(line.text for line in self.lines))

    def find(self, text: str, nth: int = 0) -> Line:
        """The line that begins with these words, the `nth` of them (-1 is the last)."""
        wanted = squeezed(text)
        return [line for line in self.lines if squeezed(line.text).startswith(wanted)][nth]


def measure(pdf: bytes) -> Measured:
    """Read every page of a PDF."""
    with pdfium.PdfDocument(pdf) as document:
        return Measured(tuple(_sheet(page, number) for number, page in enumerate(document)))


def _sheet(page: pdfium.PdfPage, number: int) -> Sheet:
    width, height = page.get_size()
    text = page.get_textpage()
    found = []
    for index in range(text.count_rects()):
        left, low, right, high = text.get_rect(index)
        said = text.get_text_bounded(left, low, right, high)
        if said.strip():
            found.append(
                Line(number, said, left / MM, right / MM, (height - high) / MM, (height - low) / MM)
            )
    rules = []
    for drawn in page.get_objects(filter=(_PATH,)):
        left, low, right, high = drawn.get_bounds()
        if right - left > 4 * (high - low):
            y = height - (low + high) / 2
            # The box of a stroke is one thickness larger at every side of its middle.
            thick = (high - low) / 2
            rules.append(((left + thick) / MM, (right - thick) / MM, y / MM, thick))
    return Sheet(width / MM, height / MM, tuple(found), tuple(rules))
