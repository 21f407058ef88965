"""The register as a berkas makes it: rows that are read as they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar, overload

from sopapp.domain.daftar import Daftar
from sopapp.domain.dik import BarisRancangan, EntriDik, Perubahan

Made = TypeVar("Made")


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


class Rancangan(Sequence[BarisRancangan]):
    """Rows in the order of the list, removals included.

    A large register opens at once: a slot is a row, or the place of an entry that stands as
    `listed` has it, whose row is made once somebody asks for it. Such an entry is what it was,
    unless `changes` tells by its place what became of it; `changed_row` then makes its row.
    """

    def __init__(
        self,
        slots: Sequence[BarisRancangan | int],
        listed: Daftar,
        changes: Mapping[int, Perubahan] = MappingProxyType({}),
        changed_row: Callable[[EntriDik], BarisRancangan] = _unspoken,
    ) -> None:
        self._slots = slots
        self.listed = listed
        self._listed_changes = changes
        self._changed_row = changed_row

    def counts(self) -> dict[Perubahan, int]:
        """How many rows there are of each change."""
        return {change: len(slots) for change, slots in self._by_change.items()}

    def changed(self) -> Iterator[BarisRancangan]:
        """The rows that are not what they were."""
        for slot in self._slots:
            if self._change(slot) is not Perubahan.TETAP:
                yield self._row(slot)

    def by_change(self, order: Sequence[Perubahan]) -> Rancangan:
        """The same rows, sorted by their change."""
        return self._with([slot for change in order for slot in self._by_change[change]])

    def without(self, change: Perubahan) -> Rancangan:
        """The same rows but those of one change."""
        if not self._by_change[change]:
            return self
        return self._with([slot for slot in self._slots if self._change(slot) is not change])

    def each(
        self, spoken: Callable[[BarisRancangan], Made], as_listed: Callable[[int], Made]
    ) -> Iterator[Made]:
        """Something made of every row; of one that stands as listed by its place in `listed`."""
        return (as_listed(s) if isinstance(s, int) else spoken(s) for s in self._slots)

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
        if not isinstance(slot, int):
            return slot
        row = self._changed_row if slot in self._listed_changes else _unspoken
        return row(self.listed[slot])

    def _change(self, slot: BarisRancangan | int) -> Perubahan:
        if isinstance(slot, int):
            return self._listed_changes.get(slot, Perubahan.TETAP)
        return slot.perubahan

    @cached_property
    def _by_change(self) -> dict[Perubahan, list[BarisRancangan | int]]:
        """The slots of each change, in the order of the list."""
        found: dict[Perubahan, list[BarisRancangan | int]] = {each: [] for each in Perubahan}
        keep, of_listed = found[Perubahan.TETAP].append, self._listed_changes
        for slot in self._slots:
            if isinstance(slot, int) and slot not in of_listed:  # most of a large register
                keep(slot)
            else:
                found[self._change(slot)].append(slot)
        return found

    def _with(self, slots: Sequence[BarisRancangan | int]) -> Rancangan:
        return Rancangan(slots, self.listed, self._listed_changes, self._changed_row)
