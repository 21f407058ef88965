"""Tells the rows of usulan of one name apart: by unit, and by following what they held back.

A row that changed an usulan says all of what it held before and after. From what each holds now
the way back is followed, newest first; a row that fits several, or none, is left to all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sopapp.services.riwayat_event import RiwayatEvent, parsed


@dataclass(slots=True)
class Namesake:
    """An usulan by its unit kerja and what it held at the row that is looked at."""

    unit: str
    isi: dict[str, Any]

    def held(self, snapshot: dict[str, Any]) -> bool:
        """Whether a snapshot is of what it holds."""
        return all(key in snapshot and snapshot[key] == value for key, value in self.isi.items())


def without_namesakes(
    rows: Sequence[RiwayatEvent], own: Namesake, others: Sequence[Namesake]
) -> set[int]:
    """The ids of those rows that are not surely of another one; both are followed back."""
    kept: set[int] = set()
    everyone = (own, *others)
    for row in sorted(rows, key=lambda each: each.id, reverse=True):
        after, before = parsed(row.sesudah), parsed(row.sebelum)
        fits = [each for each in everyone if each.held(after)] if after else []
        if row.aksi == "usulan.tambah":
            fits = [each for each in fits if f" dari {each.unit}: " in row.ringkasan] or fits
        if not fits or own in fits:
            kept.add(row.id)
        if len(fits) == 1:
            (one,) = fits
            one.isi = {key: before[key] for key in one.isi if key in before} or one.isi
    return kept
