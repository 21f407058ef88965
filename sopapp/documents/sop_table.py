"""The table of an SOP sheet: stages, the lanes of the pelaksana with the flow, mutu baku.

Its head repeats on each page. A stage stays in one piece where a page holds it; the flow goes on
on the next page through a pair of connectors with the same letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from sopapp.documents.bilangan import huruf
from sopapp.documents.content import LangkahSop, LembarSop, TahapSop
from sopapp.documents.sop_flow import Node, Shape, draw_flow
from sopapp.documents.sop_row import (
    CONNECTOR_ROOM,
    FIRST_LANE,
    Band,
    StageRow,
    Step,
    connector,
)
from sopapp.documents.table_row import FUZZ, PAD_X, Cell, Row
from sopapp.documents.title_fit import fitting
from sopapp.documents.typesetting import CENTER, Type, paragraph

# Shares of the width. The lanes divide theirs evenly.
_NO, _KEGIATAN, _LANES = 0.04, 0.21, 0.345
_MUTU_BAKU = (("Kelengkapan", 0.125), ("Waktu", 0.07), ("Output", 0.125))
_KETERANGAN = 0.085
_KET = "Keterangan"
_TOTAL = "Total Waktu"
_MARKER = 1.5
_LINE = 0.5
_SQUARE_CAP = 2
_HEAD_FILL = Color(0.92, 0.92, 0.92)
# A stage is broken only when this share of a page would stay empty otherwise.
_WORTH_BREAKING = 0.55
# The middle of a connector, from the edge of the page's last or first row.
_CONNECTOR_DEPTH = 4.2 * mm


class SopHead:
    """Titles: groups over their columns, and below them the columns' numbers."""

    def __init__(self, pelaksana: Sequence[str], kind: Type, width: float) -> None:
        lanes = [_LANES * width / max(len(pelaksana), 1)] * max(len(pelaksana), 1)
        mutu = [share * width for _title, share in _MUTU_BAKU]
        self.widths = [_NO * width, _KEGIATAN * width, *lanes, *mutu, _KETERANGAN * width]
        self.lanes = len(lanes)
        lower = [*pelaksana, *(name for name, _share in _MUTU_BAKU)]
        titles = zip(("No.", "Kegiatan", *lower, _KET), self.widths, strict=False)
        title = fitting(kind.but(bold=True, align=CENTER), list(titles))

        def cell(text: str, column: float, own: Type = title) -> Cell:
            return [paragraph(text, own, column=column - 2 * PAD_X)]

        groups = [self.widths[0], self.widths[1], sum(lanes), sum(mutu), self.widths[-1]]
        self._groups = Row(
            [[], [], cell("Pelaksana", sum(lanes)), cell("Mutu Baku", sum(mutu)), []], groups
        )
        below = [cell(text, w) for text, w in zip(lower, self.widths[2:-1], strict=False)]
        if not pelaksana:
            below.insert(0, [])
        self._lower = Row([[], [], *below, []], self.widths)
        single = [cell("No.", groups[0]), cell("Kegiatan", groups[1])]
        self._single = Row(
            [*single, *([] for _column in self.widths[2:-1]), cell(_KET, groups[-1])],
            self.widths,
        )
        small = kind.but(size=kind.size * 0.8, align=CENTER)
        self._numbers = Row(
            [cell(str(n), w, small) for n, w in enumerate(self.widths, start=1)], self.widths
        )
        self._titles = max(self._single.height, self._groups.height + self._lower.height)
        self.height = self._titles + self._numbers.height

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw fill, titles and rules."""
        right = sum(self.widths)
        canvas.setFillColor(_HEAD_FILL)
        canvas.rect(0, top - self._titles, right, self._titles, stroke=0, fill=1)
        canvas.setFillGray(0)
        self._single.draw(canvas, top, self._titles)
        self._groups.draw(canvas, top)
        below = top - self._groups.height
        self._lower.draw(canvas, below, self._titles - self._groups.height)
        low = top - self._titles
        self._numbers.draw(canvas, low)
        edges = _edges(self.widths)
        grouped = {*edges[FIRST_LANE + 1 : FIRST_LANE + self.lanes], *edges[-4:-2]}
        end = top - self.height
        lines = [(0.0, y, right, y) for y in (top, low, end)]
        lines.append((edges[FIRST_LANE], below, edges[-2], below))
        lines += [(x, below if x in grouped else top, x, end) for x in edges]
        canvas.lines(lines)


class SopTable(Flowable):
    """All stages still to be printed, with the total behind the last.

    `page_height` is the height of an empty page; `page` counts the pages that went before.
    """

    def __init__(
        self,
        head: SopHead,
        rows: Sequence[StageRow],
        total: Row,
        page_height: float,
        kind: Type,
        page: int = 0,
    ) -> None:
        super().__init__()
        self._head, self._rows, self._total = head, list(rows), total
        self._page_height, self._kind, self._page = page_height, kind, page

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Add up head, rows and total."""
        self.width = width
        rows = sum(row.height for row in self._rows)
        self.height = self._head.height + rows + self._total.height
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Return the sheet that fits here and a table with the stages that remain."""
        taken, rest = self._take(height - self._head.height)
        if not taken or not rest:
            return []
        label = ""
        if any(row.has_symbols for row in taken) and any(row.has_symbols for row in rest):
            label = huruf(self._page + 1).upper()
            taken[-1].goes = rest[0].comes = True
        sheet = _Sheet(self._head, taken, None, self._kind, (self._label_in, label))
        table = SopTable(
            self._head, rest, self._total, self._page_height, self._kind, self._page + 1
        )
        return [sheet, table]

    def _take(self, room: float) -> tuple[list[StageRow], list[StageRow]]:
        """Divide the rows into those for this page and the rest; a rest is never empty."""
        taken: list[StageRow] = []
        for index, row in enumerate(self._rows):
            is_last = index == len(self._rows) - 1
            end = self._total.height if is_last else CONNECTOR_ROOM
            if row.height + end <= room + FUZZ:
                taken.append(row)
                room -= row.height
                continue
            page = self._page_height - self._head.height
            too_high = row.height + CONNECTOR_ROOM + end > page
            worth = room > page * _WORTH_BREAKING or (too_high and not taken)
            parts = row.split(room - CONNECTOR_ROOM) if worth else None
            if parts:
                return [*taken, parts[0]], [parts[1], *self._rows[index + 1 :]]
            return taken, self._rows[index:]
        return taken, []

    @property
    def _label_in(self) -> str:
        """Letter of the connector at the top, when the flow comes from another page."""
        return huruf(self._page).upper() if self._rows and self._rows[0].comes else ""

    def draw(self) -> None:
        """Draw the last sheet: every row that remains, and the total."""
        sheet = _Sheet(self._head, self._rows, self._total, self._kind, (self._label_in, ""))
        sheet.wrap(self.width, self.height)
        sheet.drawOn(self.canv, 0, 0)


class _Sheet(Flowable):
    """What one page shows of the table; `labels` are the letters of its connectors."""

    def __init__(
        self,
        head: SopHead,
        rows: Sequence[StageRow],
        total: Row | None,
        kind: Type,
        labels: tuple[str, str],
    ) -> None:
        super().__init__()
        self._head, self._rows, self._total = head, rows, total
        self._kind, self._labels = kind, labels

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Add up what is already measured."""
        self.width = width
        total = self._total.height if self._total else 0.0
        self.height = self._head.height + sum(row.height for row in self._rows) + total
        return self.width, self.height

    def draw(self) -> None:
        """Draw head, words, rules, then the flow over them."""
        canvas = self.canv
        canvas.setLineWidth(_LINE)
        canvas.setLineCap(_SQUARE_CAP)
        self._head.draw(canvas, self.height)
        top = y = self.height - self._head.height
        right = sum(self._head.widths)
        nodes: list[Node] = []
        lines: list[tuple[float, float, float, float]] = []
        for row in self._rows:
            row.draw(canvas, y)
            nodes += row.nodes(y)
            y -= row.height
            lines.append((0.0, y, right, y))
        lines += [(x, top, x, y) for x in _edges(self._head.widths)]
        if self._total:
            self._total.draw(canvas, y)
            low = y - self._total.height
            lines += [(x, y, x, low) for x in _edges(self._total.widths)]
            lines.append((0.0, low, right, low))
        canvas.lines(lines)
        draw_flow(canvas, list(self._with_connectors(nodes, top, y)), self._kind)

    def _with_connectors(self, nodes: list[Node], top: float, low: float) -> Iterator[Node]:
        came, goes = self._labels
        if came and nodes:
            yield connector(nodes[0], top - _CONNECTOR_DEPTH, came)
        yield from nodes
        if goes and nodes:
            yield connector(nodes[-1], low + _CONNECTOR_DEPTH, goes)


def sop_table(letter: LembarSop, kind: Type, width: float, height: float) -> SopTable:
    """Return the table for pages `width` wide and `height` high, points."""
    head = SopHead(letter.pelaksana, kind, width)
    shapes = _shapes(letter.tahap)
    rows = [_row(tahap, own, head, kind) for tahap, own in zip(letter.tahap, shapes, strict=True)]
    return SopTable(head, rows, _total(letter.total, head.widths, kind), height, kind)


def _shapes(tahap: Sequence[TahapSop]) -> list[list[Shape]]:
    """The symbol of each step: the first and the last of all are terminators."""
    shapes = [
        [Shape.DECISION if langkah.keputusan else Shape.ACT for langkah in one.langkah]
        for one in tahap
    ]
    full = [own for own in shapes if own]
    if full:
        full[0][0] = full[-1][-1] = Shape.TERMINATOR
    return shapes


def _row(tahap: TahapSop, shapes: Sequence[Shape], head: SopHead, kind: Type) -> StageRow:
    widths = head.widths
    mutu = (tahap.kelengkapan, tahap.waktu, tahap.output, tahap.keterangan)
    beside = [
        [paragraph(text, kind, column=width - 2 * PAD_X)] if text.strip() else []
        for text, width in zip(mutu, widths[-4:], strict=True)
    ]
    number: Cell = [paragraph(f"{tahap.nomor}.", kind.but(align=CENTER))]
    texts = Row([number, [], *([] for _lane in range(head.lanes)), *beside], widths)
    return StageRow(texts, list(_bands(tahap, shapes, kind, widths[1] - 2 * PAD_X)), head.lanes)


def _bands(tahap: TahapSop, shapes: Sequence[Shape], kind: Type, column: float) -> Iterator[Band]:
    """The steps of a stage, lettered when there are several; the stage's words lead the first."""
    lead: Cell = [paragraph(tahap.kegiatan, kind.but(bold=True), column=column)]
    lead[0].wrap(column, 0)
    if not tahap.langkah:
        yield Band([], lead, None)
    for number, (langkah, shape) in enumerate(zip(tahap.langkah, shapes, strict=True)):
        words = _words(langkah, huruf(number + 1) if len(shapes) > 1 else "", kind, column)
        yield Band([] if number else lead, words, Step(langkah.lane, shape, tahap.nomor))


def _words(langkah: LangkahSop, letter: str, kind: Type, column: float) -> Cell:
    if not langkah.kegiatan.strip():
        return []
    marker = f"{letter}." if letter else ""
    hang = max(_MARKER * kind.size, kind.marker_width([marker])) if letter else 0.0
    text = paragraph(langkah.kegiatan, kind.but(hang=hang), marker=marker, column=column)
    text.wrap(column, 0)
    return [text]


def _total(total: str, widths: Sequence[float], kind: Type) -> Row:
    """Return the last row: the label up to the column of Waktu, the total in it."""
    waktu = len(widths) - 3
    bold = kind.but(bold=True, align=CENTER)
    label: Cell = [paragraph(_TOTAL, bold)]
    value: Cell = [paragraph(total, kind.but(bold=True), column=widths[waktu] - 2 * PAD_X)]
    return Row([label, value, []], [sum(widths[:waktu]), widths[waktu], sum(widths[waktu + 1 :])])


def _edges(widths: Sequence[float]) -> list[float]:
    """X of the rules beside and between columns."""
    return [0.0, *accumulate(widths)]
