"""A row of the SOP sheet's table: a stage, its steps one below the other, a symbol beside each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from sopapp.documents.sop_flow import Node, Shape, symbol_height
from sopapp.documents.table_row import FUZZ, PAD_X, PAD_Y, Cell, Row

# A step is at least this much higher than its symbol, so that an arrow has room.
_ROOM = 6 * mm
# Room for the connector to another page, with its arrow.
CONNECTOR_ROOM = 11 * mm
KEGIATAN = 1
FIRST_LANE = 2


@dataclass(frozen=True, slots=True)
class Step:
    """The symbol of a step: its lane (0-based) and shape, and the stage it belongs to."""

    lane: int
    shape: Shape
    tahap: int


@dataclass(frozen=True, slots=True)
class Band:
    """A step's words, below `lead` (the stage's own words); the symbol is level with `words`."""

    lead: Cell
    words: Cell
    step: Step | None

    @property
    def lead_height(self) -> float:
        """Height of the stage's own words, points."""
        return sum(part.height for part in self.lead)

    @property
    def level_height(self) -> float:
        """Height of the part that symbol and words share."""
        least = symbol_height(self.step.shape) + _ROOM if self.step else 0.0
        return max(least, sum(part.height for part in self.words) + 2 * PAD_Y)

    @property
    def height(self) -> float:
        """Height of the whole."""
        return self.lead_height + self.level_height

    def split(self, width: float, height: float) -> tuple[Band, Band] | None:
        """Break the words; the symbol stays with the first part."""
        parts = Row([[*self.lead, *self.words]], [width]).split(height)
        if parts is None:
            return None
        first, rest = parts
        return Band([], first.cells[0], self.step), Band([], rest.cells[0], None)


class StageRow:
    """One stage: the steps' bands, and the cells of the columns beside them.

    `comes` and `goes` tell that the flow comes from or goes to another page: then there is room
    for a connector above the first symbol or below the last.
    """

    def __init__(
        self, texts: Row, bands: Sequence[Band], lanes: int, *, comes: bool = False
    ) -> None:
        self._texts = texts
        self._bands = list(bands)
        self._lanes = lanes
        self.comes = comes
        self.goes = False

    @property
    def widths(self) -> Sequence[float]:
        """Widths of all columns."""
        return self._texts.widths

    @property
    def height(self) -> float:
        """Height with the room for connectors."""
        return max(self._texts.height, self._bands_height) + CONNECTOR_ROOM * self.goes

    @property
    def _bands_height(self) -> float:
        return self._above + sum(band.height for band in self._bands) + 2 * PAD_Y

    @property
    def _above(self) -> float:
        """What a connector above the first symbol needs beyond the words that lead it."""
        if not self.comes or not self._bands:
            return 0.0
        return max(0.0, CONNECTOR_ROOM - self._bands[0].lead_height)

    @property
    def has_symbols(self) -> bool:
        """Whether any symbol stands in this row."""
        return any(band.step for band in self._bands)

    def split(self, height: float) -> tuple[StageRow, StageRow] | None:
        """Break between steps, or inside one that is too high by itself."""
        taken, left = self._split_bands(height - self._above - 2 * PAD_Y)
        texts = self._texts, _emptied(self._texts)
        if self._texts.height > height + FUZZ:
            texts = self._texts.split(height) or (_emptied(self._texts), self._texts)
        stuck = self._bands and not taken
        if stuck or not (taken or any(texts[0].cells)) or not (left or any(texts[1].cells)):
            return None
        first = StageRow(texts[0], taken, self._lanes, comes=self.comes)
        return first, StageRow(texts[1], left, self._lanes)

    def _split_bands(self, room: float) -> tuple[list[Band], list[Band]]:
        taken: list[Band] = []
        for index, band in enumerate(self._bands):
            if band.height <= room + FUZZ:
                taken.append(band)
                room -= band.height
                continue
            if taken:
                return taken, self._bands[index:]
            # Once divided, no words lead the symbol any more.
            parts = band.split(
                self.widths[KEGIATAN], room + self._above - CONNECTOR_ROOM * self.comes
            )
            if parts is None:
                return [], self._bands
            return [parts[0]], [parts[1], *self._bands[index + 1 :]]
        return taken, []

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw all words below `top`."""
        self._texts.draw(canvas, top)
        x = sum(self.widths[:KEGIATAN]) + PAD_X
        for band, begin in self._placed(top):
            y = begin
            for part in band.lead:
                y -= part.height
                part.drawOn(canvas, x, y)
            y = self._level(band, begin)
            y -= (band.level_height - sum(part.height for part in band.words)) / 2
            for part in band.words:
                y -= part.height
                part.drawOn(canvas, x, y)

    def nodes(self, top: float) -> Iterator[Node]:
        """The symbols of the row at their places, for a row that begins at `top`."""
        for band, y in self._placed(top):
            if band.step:
                yield self._node(band.step, self._level(band, y) - band.level_height / 2)

    def _node(self, step: Step, y: float) -> Node:
        column = FIRST_LANE + min(max(step.lane, 0), self._lanes - 1)
        width = self.widths[column]
        x = sum(self.widths[:column]) + width / 2
        return Node(step.shape, x, y, width, step.tahap)

    def _placed(self, top: float) -> Iterator[tuple[Band, float]]:
        """Each band with the y of its upper edge."""
        y = top - PAD_Y
        for band in self._bands:
            yield band, y
            y = self._level(band, y) - band.level_height

    def _level(self, band: Band, y: float) -> float:
        """Upper edge of the part that symbol and words share, for a band that begins at `y`."""
        above = self._above if band is self._bands[0] else 0.0
        return y - band.lead_height - above


def connector(beside: Node, y: float, label: str) -> Node:
    """A connector in the lane of the symbol that it leads to or comes from."""
    return replace(beside, shape=Shape.CONNECTOR, y=y, tahap=0, label=label)


def _emptied(row: Row) -> Row:
    return Row([[] for _cell in row.cells], row.widths)
