"""The SOP's path as arrows between cells, worked out from its steps."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF

from sopapp.domain.sop import Sop, Step
from ui.board.grid import Grid

Cell = tuple[int, int]
"""(column, row), both from 0."""


class Leg(NamedTuple):
    """One arrow; `sometimes` when it belongs to a step that is not always on the way."""

    start: Cell
    end: Cell
    sometimes: bool


class Flow(NamedTuple):
    """The path of a whole SOP: which steps each cell has, and the arrows in order."""

    steps: dict[Cell, tuple[tuple[str, Step], ...]]
    legs: tuple[Leg, ...]
    first: Cell
    last: Cell


def flow_of(sop: Sop) -> Flow:
    """Lay the SOP's steps on the grid; steps are named `stage.step`, both from 1."""
    rows = {lane.code: row for row, lane in enumerate(sop.lanes)}
    steps: dict[Cell, list[tuple[str, Step]]] = {}
    walk: list[tuple[Cell, bool]] = []
    for column, stage in enumerate(sop.stages):
        for number, step in enumerate(stage.steps, 1):
            cell = (column, rows[step.lane])
            steps.setdefault(cell, []).append((f"{stage.number}.{number}", step))
            walk.append((cell, step.only_if is not None))
    legs: dict[tuple[Cell, Cell], Leg] = {}
    for (start, a), (end, b) in pairwise(walk):
        if start != end:
            legs.setdefault((start, end), Leg(start, end, a or b))
    return Flow(
        steps={cell: tuple(found) for cell, found in steps.items()},
        legs=tuple(legs.values()),
        first=walk[0][0],
        last=walk[-1][0],
    )


def route(grid: Grid, leg: Leg) -> tuple[QPointF, ...]:
    """The corners of an arrow through gutters and gaps, never across a cell."""
    (column, row), (to_column, to_row) = leg.start, leg.end
    start, end = grid.cell(column, row), grid.cell(to_column, to_row)
    gutter = grid.sizes.gutter
    if column == to_column and abs(row - to_row) == 1:
        down = to_row > row
        x = start.left() + start.width() * (0.42 if down else 0.58)
        top, bottom = (start.bottom() + 1, end.top()) if down else (start.top(), end.bottom() + 1)
        return QPointF(x, top), QPointF(x, bottom)
    leave, enter = _port(grid, leg.start), _port(grid, leg.end)
    if column == to_column:
        track = start.left() - gutter * 0.34
        low = leave + grid.strip(column, row).height() * 0.28
        return (
            QPointF(start.left(), low),
            QPointF(track, low),
            QPointF(track, enter),
            QPointF(end.left(), enter),
        )
    out = QPointF(start.right() + 1, leave)
    into = QPointF(end.left(), enter)
    if leave == enter and to_column == column + 1:
        return out, into
    track = end.left() - gutter * 0.62
    return out, QPointF(track, leave), QPointF(track, enter), into


def _port(grid: Grid, cell: Cell) -> float:
    """The height at which arrows leave and enter a cell: the middle of its first step."""
    return grid.strip(*cell).top() + grid.port(cell[1])


def terminator(flow: Flow, cell: Cell, rows: int, taken: set[Cell]) -> Cell | None:
    """The empty cell above or below `cell` that has room for "Mulai" or "Selesai", if any."""
    column, row = cell
    for near in (row - 1, row + 1):
        place = (column, near)
        if 0 <= near < rows and place not in flow.steps and place not in taken:
            return place
    return None
