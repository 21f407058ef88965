"""Where the board's cells lie: plain arithmetic, without widgets."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect


class GridSizes(NamedTuple):
    """Lengths in logical pixels, all taken from the font.

    `strip` are the heights of the step texts on top of each row's cells (one per row), `gap`
    is the room between rows, `gutter` between columns; both carry the arrows.
    """

    lane_width: int
    column_min: int
    gutter: int
    gap: int
    card: int
    room: int
    strips: tuple[int, ...]


class Grid:
    """Columns of equal width; rows as high as their cards ask for and the room allows."""

    def __init__(
        self, width: int, height: int, columns: int, fullest: tuple[int, ...], sizes: GridSizes
    ) -> None:
        self.sizes = sizes
        self.columns = columns
        self.rows = len(fullest)
        free = width - sizes.lane_width - sizes.gutter * columns - sizes.gutter // 2
        self._column = max(sizes.column_min, free // columns)
        self._heights = _row_heights(height, fullest, sizes)
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
        return QRect(cell.left(), cell.top(), cell.width(), self.sizes.strips[row])

    def cards(self, column: int, row: int) -> QRect:
        """The part of a cell below the step texts, for its list."""
        cell = self.cell(column, row)
        return cell.adjusted(2, self.sizes.strips[row], -2, -2)


def _row_heights(height: int, fullest: tuple[int, ...], sizes: GridSizes) -> list[int]:
    """Heights of rows: at least their steps and one card, then what the fullest cell wants.

    A lane without cards stays low, so that the ones with cards show more of them.
    """
    least = [
        strip + (sizes.card + 4 if count else sizes.room)
        for strip, count in zip(sizes.strips, fullest, strict=True)
    ]
    spare = height - sum(least) - sizes.gap * len(least)
    heights = list(least)
    wants = [max(0, count - 1) * sizes.card for count in fullest]
    while spare > 0 and any(wants):
        open_rows = [row for row, want in enumerate(wants) if want > 0]
        share = max(1, spare // len(open_rows))
        for row in open_rows:
            given = min(share, wants[row], spare)
            heights[row] += given
            wants[row] -= given
            spare -= given
    if spare > 0:
        heights = [each + spare // len(heights) for each in heights]
    return heights
