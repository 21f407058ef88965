"""Two versions of the register, row by row, with the words that differ."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sopapp.domain.beda_isi import BedaBagian, beda_isi
from sopapp.domain.beda_kata import Potongan
from sopapp.domain.dik import Perubahan
from sopapp.domain.terbitan import BarisBanding
from ui.widgets.rows_model import Column, RowsModel

BEFORE, AFTER = 2, 3
"""The columns that stand side by side."""

_ONLY_NAMED = frozenset({"Informasi", "Unit kerja"})


class CompareModel(RowsModel[BarisBanding]):
    """Words are compared for the rows that are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Column("Perubahan", lambda row: row.perubahan.label, 23),
                Column("Informasi", _title, 34),
                Column("Versi lama", lambda row: _plain(self.runs(row, BEFORE)), 50),
                Column("Versi baru", lambda row: _plain(self.runs(row, AFTER)), 50),
            ),
            key=lambda row: row.entri_id,
            parent=parent,
        )
        self._parts: dict[int, tuple[BedaBagian, ...]] = {}

    def compare(self, rows: tuple[BarisBanding, ...], *, only_changed: bool) -> None:
        """Show the rows of a comparison."""
        self._parts.clear()
        self.set_rows(
            tuple(row for row in rows if row.perubahan is not Perubahan.TETAP)
            if only_changed
            else rows
        )

    def runs(self, row: BarisBanding, column: int) -> tuple[Potongan, ...]:
        """What stands on one side, part below part, with the marks of what changed."""
        found: list[Potongan] = []
        for part in self._differences(row):
            runs = part.beda.sebelum if column == BEFORE else part.beda.sesudah
            if not runs:
                continue
            start = "\n" if found else ""
            found += [Potongan(f"{start}{part.label}: "), *runs]
        return tuple(found)

    def _differences(self, row: BarisBanding) -> tuple[BedaBagian, ...]:
        if row.perubahan is Perubahan.TETAP:
            return ()
        if row.entri_id not in self._parts:
            whole = row.perubahan is not Perubahan.UBAH
            self._parts[row.entri_id] = tuple(
                part for part in beda_isi(row) if not (whole and part.label in _ONLY_NAMED)
            )
        return self._parts[row.entri_id]


def _title(row: BarisBanding) -> str:
    shown = row.sesudah or row.sebelum
    unit = row.unit_sesudah or row.unit_sebelum
    return f"{shown.judul() if shown else ''}\n{unit}"


def _plain(runs: tuple[Potongan, ...]) -> str:
    return "".join(run.text for run in runs)
