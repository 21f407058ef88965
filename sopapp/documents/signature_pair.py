"""Two signature blocks side by side: who approves at the left, who sets at the right.

The names stand on one line however many lines each jabatan takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from sopapp.documents.flow import Column
from sopapp.documents.paper_parts import Signer
from sopapp.documents.signature import ROOM_LINES, capacity, identity
from sopapp.documents.typesetting import Type

_GAP = 12 * mm


class SideBySide(Flowable):
    """Columns level at the top; each breaks across pages where it can."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = columns

    def getSpaceBefore(self) -> float:  # noqa: N802  (ReportLab's name)
        """Space above, as the columns ask."""
        return max(float(column.getSpaceBefore()) for column in self._columns)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure; the highest column counts."""
        self._heights = [column.wrap(width, height)[1] for column in self._columns]
        self.width, self.height = width, max(self._heights)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Break the columns that are too high; empty when too little of one fits here."""
        parts = [column.split(width, height) for column in self._columns]
        if not all(parts):
            return []
        sheets = zip_longest(*parts)
        return [SideBySide([c for c in sheet if isinstance(c, Column)]) for sheet in sheets]

    def draw(self) -> None:
        """Draw the columns from the top."""
        for column, height in zip(self._columns, self._heights, strict=True):
            column.drawOn(self.canv, 0, self.height - height)


def signature_pair(
    left: tuple[str, Signer], right: tuple[str, Signer], kind: Type, width: float
) -> SideBySide:
    """Return both blocks for text `width` points wide, each headed by its word."""
    half = (width - _GAP) / 2
    tops = [capacity(signer, kind, half, (word,)) for word, signer in (left, right)]
    heights = [sum(part.wrap(half, 0)[1] for part in top) for top in tops]
    columns = [
        Column(
            [
                *top,
                Spacer(1, max(heights) - height + ROOM_LINES * kind.line),
                *identity(signer, kind, half),
            ],
            x,
            half,
            before=kind.line,
        )
        for top, height, signer, x in zip(
            tops, heights, (left[1], right[1]), (0.0, half + _GAP), strict=True
        )
    ]
    return SideBySide(columns)
