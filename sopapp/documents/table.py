"""The printed DIK: a ruled table whose head repeats and whose rows may break.

ReportLab's own Table measures and copies the remaining rows again at each page, and fails on
a cell that is higher than a page. This one is drawn straight: each row is measured once, a
page takes rows until it is full, a high row is continued on the next page, and the signature
stays with the last row. Time grows with the number of rows, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from sopapp.documents.table_row import FUZZ, PAD_Y, Cell, Row
from sopapp.domain.progress import Progress, no_progress

_LINE = 0.5
_SQUARE_CAP = 2  # closes the corners
_HEAD_FILL = Color(0.92, 0.92, 0.92)
# A row is broken only when this share of a page would stay empty otherwise: short rows are
# easier to read in one piece.
_WORTH_BREAKING = 0.2
# A last row that fits is still broken when moving it would leave more than this share empty.
_TOO_EMPTY = 0.5


class PlainHead:
    """The table's head: one title a column."""

    def __init__(self, titles: Sequence[Cell], widths: Sequence[float]) -> None:
        self.widths = widths
        self._titles = Row(titles, widths)
        self.height = self._titles.height

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw titles and fill; columns are the table's."""
        self._fill(canvas, top)
        self._titles.draw(canvas, top, self.height)

    def group_edges(self) -> Iterator[float]:
        """X of the column rules that begin below a group title only."""
        return iter(())

    @property
    def group_height(self) -> float:
        """Height of the group title, points."""
        return 0.0

    def _fill(self, canvas: Canvas, top: float) -> None:
        canvas.setFillColor(_HEAD_FILL)
        canvas.rect(0, top - self.height, sum(self.widths), self.height, stroke=0, fill=1)
        canvas.setFillGray(0)


class Head(PlainHead):
    """A head with a group title above some neighbours."""

    def __init__(
        self, titles: Sequence[Cell], widths: Sequence[float], group: Cell, first: int, last: int
    ) -> None:
        super().__init__(titles, widths)
        self._first, self._last = first, last
        group_width = sum(widths[first : last + 1])
        self._group = Row([group], [group_width])
        grouped = [titles[i] if first <= i <= last else [] for i in range(len(titles))]
        single = [[] if first <= i <= last else titles[i] for i in range(len(titles))]
        self._lower = Row(grouped, widths)
        self._single = Row(single, widths)
        self.height = max(self._single.height, self._group.height + self._lower.height)

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw titles, fill and the rule below the group title; columns are the table's."""
        self._fill(canvas, top)
        self._single.draw(canvas, top, self.height)
        x = sum(self.widths[: self._first])
        canvas.saveState()
        canvas.translate(x, 0)
        self._group.draw(canvas, top)
        canvas.restoreState()
        below = top - self._group.height
        self._lower.draw(canvas, below, self.height - self._group.height)
        canvas.line(x, below, x + sum(self.widths[self._first : self._last + 1]), below)

    def group_edges(self) -> Iterator[float]:
        """X of the column rules that begin below the group title only."""
        for column in range(self._first + 1, self._last + 1):
            yield _edges(self.widths)[column]

    @property
    def group_height(self) -> float:
        """Height of the group title, points."""
        return self._group.height


class _Sheet(Flowable):
    """What one page shows of the table: head, rows, and the end after the last row."""

    def __init__(self, head: PlainHead, rows: Sequence[Row], end: Flowable | None) -> None:
        super().__init__()
        self._head, self._rows, self._end = head, rows, end

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Add up what is already measured."""
        self.width = width
        self._table = self._head.height + sum(row.height for row in self._rows)
        self.height = self._table + (_end_height(self._end, width) if self._end else 0.0)
        return self.width, self.height

    def draw(self) -> None:
        """Draw head and rows, then the rules, then the end."""
        canvas = self.canv
        canvas.setLineWidth(_LINE)
        canvas.setLineCap(_SQUARE_CAP)
        top = self.height
        self._head.draw(canvas, top)
        y = top - self._head.height
        for row in self._rows:
            row.draw(canvas, y)
            y -= row.height
        self._rules(canvas, top)
        if self._end:
            self._end.drawOn(canvas, 0, 0)

    def _rules(self, canvas: Canvas, top: float) -> None:
        grouped = set(self._head.group_edges())
        y = top - self._head.height
        right = sum(self._head.widths)
        lines = [(0.0, top, right, top), (0.0, y, right, y)]
        for x in _edges(self._head.widths):
            start = top - self._head.group_height if x in grouped else top
            lines += [(x, start, x, y)]
        for row in self._rows:
            below = y - row.height
            lines += [(x, y, x, below) for x in _edges(row.widths)]
            lines.append((0.0, below, right, below))
            y = below
        canvas.lines(lines)


def _edges(widths: Sequence[float]) -> list[float]:
    """X of the rules beside and between columns."""
    return [0.0, *accumulate(widths)]


class Rows:
    """Rows on their way to paper: measured one by one, only as far as the next page needs."""

    __slots__ = ("_pulled", "_source", "total", "waiting")

    def __init__(self, source: Iterator[Row], total: int) -> None:
        self._source = source
        self._pulled = 0
        self.total = total
        self.waiting: list[Row] = []

    def fill(self, height: float) -> float:
        """Measure rows until more than `height` waits or none is left; return their height."""
        waiting = sum(row.height for row in self.waiting)
        while waiting <= height and not self.is_complete:
            row = next(self._source)
            self._pulled += 1
            self.waiting.append(row)
            waiting += row.height
        return waiting

    @property
    def is_complete(self) -> bool:
        """Whether the last row is among those measured."""
        return self._pulled == self.total

    @property
    def placed(self) -> int:
        """How many rows have left for a page."""
        return self._pulled - len(self.waiting)


class DaftarTable(Flowable):
    """All rows still to be printed, with their head and what follows the last row.

    `page_height` is the height of an empty page. `progress` is told (rows placed, all rows)
    after each page. A table that `is_rest` of another begins on an empty page.
    """

    def __init__(
        self,
        head: PlainHead,
        rows: Rows,
        end: Flowable,
        page_height: float,
        progress: Progress = no_progress,
        *,
        is_rest: bool = False,
    ) -> None:
        super().__init__()
        self._is_rest = is_rest
        self._head, self._rows, self._end = head, rows, end
        self._page_height, self._progress = page_height, progress

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure; when not everything fits, any height above `height` says so."""
        self.width = width
        self.height = self._head.height + self._rows.fill(height) + _end_height(self._end, width)
        if not self._rows.is_complete:
            self.height = max(self.height, height + 1)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the sheet that fits here and a table with the rows that remain."""
        if self._is_rest and height < self._page_height - 1:
            return []  # this page has its sheet already
        self._rows.fill(height)
        taken = self._take(height - self._head.height, _end_height(self._end, width))
        if not taken:
            return []
        self._progress(self._rows.placed, self._rows.total)
        # A new object: ReportLab marks those that it had to put off once.
        rest = DaftarTable(
            self._head, self._rows, self._end, self._page_height, self._progress, is_rest=True
        )
        return [_Sheet(self._head, taken, None), rest]

    def _take(self, room: float, end: float) -> list[Row]:
        """Remove from the waiting rows those for this sheet; the last stays with the end."""
        taken: list[Row] = []
        waiting = self._rows.waiting
        empty_page = self._page_height - self._head.height
        while waiting:
            row = waiting[0]
            is_last = len(waiting) == 1 and self._rows.is_complete
            if row.height <= room + FUZZ and not is_last:
                taken.append(waiting.pop(0))
                room -= row.height
                continue
            target = room
            if is_last:
                moves_whole = row.height <= room and row.height + end <= empty_page
                if moves_whole and taken and room <= empty_page * _TOO_EMPTY:
                    break
                # Some of a last row goes along with the end, so that it never stands alone.
                target = min(room, row.height - 2 * PAD_Y - 1)
            parts = row.split(target) if room > empty_page * _WORTH_BREAKING else None
            if parts:
                taken.append(parts[0])
                waiting[0] = parts[1]
            break
        while taken and taken[-1].leads:
            waiting.insert(0, taken.pop())
        return taken

    def draw(self) -> None:
        """Draw the last sheet: everything that still waits, and the end."""
        sheet = _Sheet(self._head, self._rows.waiting, self._end)
        sheet.wrap(self.width, self.height)
        sheet.drawOn(self.canv, 0, 0)
        self._progress(self._rows.total, self._rows.total)


def _end_height(end: Flowable, width: float) -> float:
    return float(end.wrap(width, 0)[1]) + float(end.getSpaceBefore())
