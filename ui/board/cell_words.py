"""The words of cells and lanes: for screen readers, tool tips and collapsed lanes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sopapp.domain.board import Card
from sopapp.domain.sop import Sop
from sopapp.domain.sop_vocabulary import CONDITIONS
from ui.board.flow import Cell, Flow


class Tally(NamedTuple):
    """What a cell or a lane holds: how many cards, how many late, the fewest days left."""

    count: int = 0
    late: int = 0
    days_left: int = 0

    @property
    def words(self) -> str:
        """`3 berkas, 1 terlambat`."""
        late = f", {self.late} terlambat" if self.late else ""
        return f"{self.count} berkas{late}"


def tally(cards: Sequence[Card]) -> Tally:
    """Count cards, which come most urgent first."""
    if not cards:
        return Tally()
    late = sum(card.days_left < 0 for card in cards)
    return Tally(len(cards), late, min(card.days_left for card in cards))


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
