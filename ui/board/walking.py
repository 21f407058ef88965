"""Which cell an arrow key leads to."""

from __future__ import annotations

from collections.abc import Iterable

from ui.board.flow import Cell


def next_cell(start: Cell, columns: int, rows: int, filled: Iterable[Cell]) -> Cell | None:
    """The nearest of the `filled` cells in a direction, each step -1, 0 or 1; None at the edge."""
    options = [(_distance(start, cell, columns, rows), cell) for cell in filled]
    ahead = [(distance, cell) for distance, cell in options if distance is not None]
    return min(ahead)[1] if ahead else None


def _distance(start: Cell, cell: Cell, columns: int, rows: int) -> tuple[int, int] | None:
    """How far a cell lies ahead: (along the way, across it); None when it does not."""
    across, down = cell[0] - start[0], cell[1] - start[1]
    if columns:
        return (across * columns, abs(down)) if across * columns > 0 else None
    return (down * rows, 0) if across == 0 and down * rows > 0 else None
