"""The words of cells and lanes: for screen readers, tool tips and collapsed lanes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from sopapp.domain.board import Card
from sopapp.domain.ribuan import ribuan
from sopapp.domain.sop import Sop
from sopapp.domain.sop_vocabulary import CONDITIONS
from ui.board.flow import Cell, Flow


class Tally(NamedTuple):
    """What a cell or a lane holds: how many cards, how many late, the fewest days left."""

    cards: int = 0
    late: int = 0
    days_left: int = 0

    @property
    def words(self) -> str:
        """`3 berkas, 1 terlambat`."""
        late = f", {ribuan(self.late)} terlambat" if self.late else ""
        return f"{ribuan(self.cards)} berkas{late}"


def tally(cards: Sequence[Card]) -> Tally:
    """Count cards, which come most urgent first."""
    if not cards:
        return Tally()
    return Tally(len(cards), fewer_days(cards, 0), cards[0].days_left)


def fewer_days(cards: Sequence[Card], days: int) -> int:
    """How many of the cards, which come most urgent first, have less than `days` left."""
    return bisect_left(cards, days, key=attrgetter("days_left"))


def cell_name(sop: Sop, cell: Cell, held: Tally) -> str:
    """`Tahap 2, PPID Pembantu, 3 berkas, 1 terlambat`."""
    column, row = cell
    return f"Tahap {column + 1}, {sop.lanes[row].name}, {held.words}"


def cell_explained(flow: Flow, cell: Cell) -> str:
    """The steps of a cell, one a line, or that it has none."""
    steps = flow.steps.get(cell)
    if steps is None:
        return "SOP tidak memberi langkah di sini."
    return "\n".join(
        f"{number} {step.activity}"
        + (f" (hanya bila: {CONDITIONS[step.only_if]})" if step.only_if else "")
        for number, step in steps
    )
