"""Where the board's cells lie: plain arithmetic, without widgets."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect

_CLOSEST = 0.6  # of the gap: arrows can still be told apart


class GridSizes(NamedTuple):
    """Lengths in logical pixels, all taken from the font.

    `strip` are the heights of the step texts on top of each row's cells (one per row), `gap`
    is the room between rows, `gutter` between columns; both carry the arrows. `fold` is the
    height of a collapsed row.
    """

    lane_width: int
    column_min: int
    gutter: int
    gap: int
    card: int
    room: int
    fold: int
    strips: tuple[int, ...]


class Grid:
    """Columns of equal width; rows as high as their cards ask for and the room allows.

    The rows in `folded` are only as high as a line of words.
    """

    def __init__(
        self,
        width: int,
        height: int,
        columns: int,
        fullest: tuple[int, ...],
        sizes: GridSizes,
        folded: frozenset[int] = frozenset(),
    ) -> None:
        sizes = _closer(height, fullest, sizes, folded)
        self.sizes = sizes
        self.columns = columns
        self.rows = len(fullest)
        self.folded = folded
        free = width - sizes.lane_width - sizes.gutter * columns - sizes.gutter // 2
        self._column = max(sizes.column_min, free // columns)
        self._heights = _row_heights(height, fullest, sizes, folded)
        self._tops: list[int] = []
        top = sizes.gap // 2
        for row_height in self._heights:
            self._tops.append(top)
            top += row_height + sizes.gap
        self.width = sizes.lane_width + columns * (self._column + sizes.gutter) + sizes.gutter // 2
        self.height = top - sizes.gap // 2

    def column_left(self, column: int) -> int:
        """The left edge of a column's cells."""
        step = self._column + self.sizes.gutter
        return self.sizes.lane_width + self.sizes.gutter + column * step

    @property
    def column_width(self) -> int:
        """The width of every cell."""
        return self._column

    def band(self, row: int) -> QRect:
        """A whole lane, from edge to edge."""
        half = self.sizes.gap // 2
        return QRect(0, self._tops[row] - half, self.width, self._heights[row] + 2 * half)

    def cell(self, column: int, row: int) -> QRect:
        """A cell with its step texts."""
        return QRect(self.column_left(column), self._tops[row], self._column, self._heights[row])

    def strip(self, column: int, row: int) -> QRect:
        """The part of a cell that names its steps."""
        cell = self.cell(column, row)
        return QRect(cell.left(), cell.top(), cell.width(), self._strip(row))

    def port(self, row: int) -> float:
        """How far below the top of a cell arrows leave and enter: the middle of its first step."""
        return (self._strip(row) if row in self.folded else min(self.sizes.strips)) / 2

    def cards(self, column: int, row: int) -> QRect:
        """The part of a cell below the step texts, for its list."""
        cell = self.cell(column, row)
        return cell.adjusted(2, self._strip(row), -2, -2)

    def _strip(self, row: int) -> int:
        return self.sizes.fold if row in self.folded else self.sizes.strips[row]


def _least(fullest: tuple[int, ...], sizes: GridSizes, folded: frozenset[int]) -> list[int]:
    return [
        sizes.fold if row in folded else strip + (sizes.card + 4 if count else sizes.room)
        for row, (strip, count) in enumerate(zip(sizes.strips, fullest, strict=True))
    ]


def _closer(
    height: int, fullest: tuple[int, ...], sizes: GridSizes, folded: frozenset[int]
) -> GridSizes:
    """The rows closer together where a few pixels would make the board scroll."""
    gap = (height - sum(_least(fullest, sizes, folded))) // len(fullest)
    return sizes._replace(gap=max(round(sizes.gap * _CLOSEST), min(sizes.gap, gap)))


def _row_heights(
    height: int, fullest: tuple[int, ...], sizes: GridSizes, folded: frozenset[int]
) -> list[int]:
    """Heights of rows: at least their steps and one card, then what the fullest cell wants.

    A lane without cards stays low, so that the ones with cards show more of them.
    """
    least = _least(fullest, sizes, folded)
    spare = height - sum(least) - sizes.gap * len(least)
    heights = list(least)
    wants = [
        0 if row in folded else max(0, count - 1) * sizes.card for row, count in enumerate(fullest)
    ]
    while spare > 0 and any(wants):
        open_rows = [row for row, want in enumerate(wants) if want > 0]
        share = max(1, spare // len(open_rows))
        for row in open_rows:
            given = min(share, wants[row], spare)
            heights[row] += given
            wants[row] -= given
            spare -= given
    growing = [row for row in range(len(heights)) if row not in folded]
    if spare > 0:
        for row in growing:
            heights[row] += spare // len(growing)
    return heights
