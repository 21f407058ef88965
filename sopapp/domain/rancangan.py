"""The register as a berkas makes it: rows that are read as they are looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

from sopapp.domain.daftar import Daftar
from sopapp.domain.dik import BarisRancangan, EntriDik, Perubahan

Made = TypeVar("Made")


class Rancangan(Sequence[BarisRancangan]):
    """Rows in the order of the list, removals included.

    A large register opens at once: a slot is a row, or the place of an entry that nobody spoke
    of, whose row is made of `listed` once somebody asks for it.
    """

    def __init__(self, slots: Sequence[BarisRancangan | int], listed: Daftar) -> None:
        self._slots = slots
        self.listed = listed

    def counts(self) -> dict[Perubahan, int]:
        """How many rows there are of each change."""
        rows = [slot for slot in self._slots if not isinstance(slot, int)]
        found = Counter(row.perubahan for row in rows)
        found[Perubahan.TETAP] += len(self._slots) - len(rows)
        return {change: found[change] for change in Perubahan}

    def changed(self) -> Iterator[BarisRancangan]:
        """The rows that are not what they were."""
        for slot in self._slots:
            if not isinstance(slot, int) and slot.perubahan is not Perubahan.TETAP:
                yield slot

    def by_change(self, order: Sequence[Perubahan]) -> Rancangan:
        """The same rows, sorted by their change."""
        kept = [
            slot
            for slot in self._slots
            if isinstance(slot, int) or slot.perubahan is Perubahan.TETAP
        ]
        parts: dict[Perubahan, list[BarisRancangan | int]] = {change: [] for change in order}
        parts[Perubahan.TETAP] = kept
        for row in self.changed():
            parts[row.perubahan].append(row)
        slots = [slot for change in order for slot in parts[change]]
        return Rancangan(slots, self.listed)

    def without(self, change: Perubahan) -> Rancangan:
        """The same rows but those of one change, which is not TETAP."""
        slots = [s for s in self._slots if isinstance(s, int) or s.perubahan is not change]
        return Rancangan(slots, self.listed)

    def each(
        self, spoken: Callable[[BarisRancangan], Made], unspoken: Callable[[int], Made]
    ) -> Iterator[Made]:
        """Something made of every row; of an entry nobody spoke of by its place in `listed`."""
        return (unspoken(s) if isinstance(s, int) else spoken(s) for s in self._slots)

    def __len__(self) -> int:
        return len(self._slots)

    @overload
    def __getitem__(self, index: int) -> BarisRancangan: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[BarisRancangan, ...]: ...

    def __getitem__(self, index: int | slice) -> BarisRancangan | tuple[BarisRancangan, ...]:
        if isinstance(index, slice):
            return tuple(map(self._row, self._slots[index]))
        return self._row(self._slots[index])

    def __iter__(self) -> Iterator[BarisRancangan]:
        return map(self._row, self._slots)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(len(self._slots))

    def _row(self, slot: BarisRancangan | int) -> BarisRancangan:
        return _unspoken(self.listed[slot]) if isinstance(slot, int) else slot


def _unspoken(entry: EntriDik) -> BarisRancangan:
    return BarisRancangan(
        perubahan=Perubahan.TETAP,
        entri_id=entry.id,
        usulan_id=None,
        unit_id=entry.unit_id,
        unit_nama=entry.unit_nama,
        isi=entry.isi,
        sebelum=entry.isi,
    )
