"""The register of one version: a list whose entries are read as they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, overload

from sopapp.domain.dik import EntriDik, IsiDik

_CHUNK = 256
"""How many neighbours are read together; a screen shows some twenty."""


@dataclass(frozen=True, slots=True)
class NamaTerbitan:
    """Number and date of the Keputusan of a version."""

    nomor: str
    tanggal: date


class Place(NamedTuple):
    """Where an entry stands: its change in force, its unit, the version that set it."""

    entri_id: int
    versi_id: int
    unit_id: int
    terbitan_id: int


class Places(Sequence[Place]):
    """Rows of four numbers seen as places, each made when it is asked for."""

    def __init__(self, rows: Sequence[tuple[int, int, int, int]]) -> None:
        self._rows = rows

    @property
    def rows(self) -> Sequence[tuple[int, int, int, int]]:
        """The places as plain tuples, for who looks through all of them."""
        return self._rows

    @cached_property
    def numbers(self) -> Mapping[int | None, int]:
        """Where each entry stands, by its id."""
        return {row[0]: at for at, row in enumerate(self._rows)}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Place: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Place, ...]: ...

    def __getitem__(self, index: int | slice) -> Place | tuple[Place, ...]:
        if isinstance(index, slice):
            return tuple(map(Place._make, self._rows[index]))
        return Place._make(self._rows[index])

    def __iter__(self) -> Iterator[Place]:
        return map(Place._make, self._rows)


class Daftar(Sequence[EntriDik]):
    """The entries in force in one version, in the order of the list.

    A large register opens at once: the content of an entry is read, with its neighbours, when
    somebody asks for it. `read` gives version id, content and internal note for version ids.
    """

    def __init__(
        self,
        read: Callable[[Sequence[int]], Iterable[tuple[int, IsiDik, str]]],
        places: Places,
        version: NamaTerbitan,
        names: Mapping[int, NamaTerbitan],
        units: Mapping[int, str],
    ) -> None:
        self._read_contents = read
        self._places = places
        self._version = version
        self._names = names
        self._units = units
        self._known: dict[int, tuple[IsiDik, str]] = {}

    @property
    def places(self) -> Sequence[Place]:
        """What is known of the entries without reading their content."""
        return self._places

    @property
    def bare_places(self) -> Sequence[tuple[int, int, int, int]]:
        """The same as plain tuples: going through thousands of places takes a tenth."""
        return self._places.rows

    def find(self, entri_ids: Iterable[int | None]) -> list[int]:
        """Where entries stand in the list, by their ids; the first in the list first."""
        numbers = self._places.numbers
        return sorted(numbers[each] for each in entri_ids if each in numbers)

    @property
    def unit_names(self) -> Mapping[int, str]:
        """The names of the units in this version, by their ids."""
        return self._units

    def unit_name(self, unit_id: int) -> str:
        """The unit's name in this version."""
        return self._units[unit_id]

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> EntriDik: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[EntriDik, ...]: ...

    def __getitem__(self, index: int | slice) -> EntriDik | tuple[EntriDik, ...]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        at = index + len(self) if index < 0 else index
        place = self._places[at]
        if place.versi_id not in self._known:
            first = at - at % _CHUNK
            self._read(self._places[first : first + _CHUNK])
        return self._entry(place)

    def __iter__(self) -> Iterator[EntriDik]:
        return (self[at] for at in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(place.versi_id for place in self._places))

    def _read(self, places: Sequence[Place]) -> None:
        for versi_id, isi, catatan in self._read_contents([place.versi_id for place in places]):
            self._known[versi_id] = (isi, catatan)

    def _entry(self, place: Place) -> EntriDik:
        isi, catatan = self._known[place.versi_id]
        first = self._names[place.terbitan_id]
        return EntriDik(
            id=place.entri_id,
            versi_id=place.versi_id,
            unit_id=place.unit_id,
            unit_nama=self._units[place.unit_id],
            isi=isi,
            keputusan_nomor=self._version.nomor,
            keputusan_tanggal=self._version.tanggal,
            ditetapkan_nomor=first.nomor,
            mulai=first.tanggal,
            berakhir=isi.jangka.berakhir(first.tanggal) if isi.jangka else None,
            catatan=catatan,
        )
