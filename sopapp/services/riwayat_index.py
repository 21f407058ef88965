"""The rows of riwayat without what they held before and after, kept for filtering.

Riwayat only grows, so what was read once stays right and only newer rows are added.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple, overload

from sopapp.domain.riwayat import RiwayatFilter
from sopapp.domain.teks_masuk import periksa_masukan
from sopapp.persistence.stored_time import utc_moment, utc_text

_READ = (
    "SELECT id, waktu, pelaku, aksi, ringkasan, berkas_id FROM riwayat "
    "WHERE id > ? ORDER BY id LIMIT ?"
)
_TOGETHER = 5_000
"""Rows read together: some ten milliseconds."""


class BarisRiwayat(NamedTuple):
    """One row as a list shows it; `saat` is UTC as riwayat has it."""

    id: int
    saat: str
    pelaku: str
    aksi: str
    ringkasan: str
    berkas_id: int | None

    @property
    def waktu(self) -> datetime:
        """The moment, UTC."""
        return utc_moment(self.saat)


class RiwayatRows(Sequence[BarisRiwayat]):
    """The rows of a filter, newest first, made when they are looked at."""

    def __init__(self, rows: Sequence[Any], places: Sequence[int]) -> None:
        self._rows = rows
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> BarisRiwayat: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[BarisRiwayat, ...]: ...

    def __getitem__(self, index: int | slice) -> BarisRiwayat | tuple[BarisRiwayat, ...]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        return BarisRiwayat._make(self._rows[self._places[index]])

    def __iter__(self) -> Iterator[BarisRiwayat]:
        return (self[at] for at in range(len(self)))

    def number_of(self, riwayat_id: int) -> int | None:
        """The place of a row, if it is among them."""
        rows = self._rows
        return next((n for n, at in enumerate(self._places) if rows[at][0] == riwayat_id), None)


class RiwayatIndex:
    """Filters riwayat in memory."""

    def __init__(self, execute: Callable[..., Any]) -> None:
        self._execute = execute
        self._rows: list[Any] = []

    def read(self) -> Sequence[Any]:
        """All rows, oldest first, the newest added now."""
        for _pause in self.prepare():
            pass
        return self._rows

    def prepare(self) -> Iterator[None]:
        """Read a part at a time what is new; pauses between parts."""
        while True:
            last = self._rows[-1][0] if self._rows else 0
            part = self._execute(_READ, (last, _TOGETHER)).fetchall()
            self._rows += part
            if len(part) < _TOGETHER:
                return
            yield

    def rows(
        self, wanted: RiwayatFilter, titles: Mapping[int, str], only: Collection[int] | None
    ) -> RiwayatRows:
        """The rows that the filter wants; `only` holds the ids of those about one record.

        Words are looked for in the sentence, the name and the title of the berkas.
        """
        rows = self.read()
        places: Sequence[int] = range(len(rows) - 1, -1, -1)
        for keeps in self._conditions(wanted, rows, only):
            places = [at for at in places if keeps(rows[at])]
        words = wanted.text.casefold().split()
        if words:
            folded = {key: title.casefold() for key, title in titles.items()}
            for word in words:
                places = [
                    at
                    for at in places
                    if word in rows[at][4].casefold()
                    or word in rows[at][2].casefold()
                    or word in folded.get(rows[at][5], "")
                ]
        return RiwayatRows(rows, places)

    def actors(self) -> tuple[str, ...]:
        """Who did anything, by name."""
        return tuple(sorted({row[2] for row in self.read()}, key=str.casefold))

    def _conditions(
        self, wanted: RiwayatFilter, rows: Sequence[Any], only: Collection[int] | None
    ) -> Iterator[Callable[[Any], bool]]:
        if only is not None:
            yield lambda row: row[0] in only
        if wanted.berkas_id is not None:
            yield lambda row: row[5] == wanted.berkas_id
        if wanted.pelaku is not None:
            yield lambda row: row[2] == wanted.pelaku
        kelompok = wanted.kelompok
        if kelompok is not None:
            acts = {aksi for aksi in {row[3] for row in rows} if kelompok.holds(aksi)}
            yield lambda row: row[3] in acts
        for day in (wanted.dari, wanted.sampai):
            periksa_masukan(day, "tanggal")
        if wanted.dari is not None:
            first = _midnight(wanted.dari)
            yield lambda row: row[1] >= first
        if wanted.sampai is not None:
            end = _midnight(wanted.sampai + timedelta(days=1))
            yield lambda row: row[1] < end


def _midnight(day: date) -> str:
    """The beginning of a local day, as riwayat writes moments."""
    return utc_text(datetime.combine(day, time()).astimezone(UTC))
