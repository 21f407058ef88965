"""Who did what when, read back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sopapp.domain.errors import NotFoundError
from sopapp.domain.riwayat import Catatan, RiwayatFilter
from sopapp.persistence import tables
from sopapp.persistence.odd_record import decodes
from sopapp.persistence.stored_time import utc_moment
from sopapp.services.riwayat_index import RiwayatIndex, RiwayatRows
from sopapp.services.riwayat_records import CatatanRiwayat, RecordFinder


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One row of riwayat; `waktu` is UTC, `sebelum` and `sesudah` plain values."""

    id: int
    waktu: datetime
    pelaku: str
    aksi: str
    ringkasan: str
    berkas_id: int | None
    sebelum: dict[str, Any] | None
    sesudah: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class UjungRantai:
    """The last row of riwayat: its number and the hash that stands for all rows up to it."""

    nomor: int
    rantai: str


class RiwayatService:
    """Reads riwayat; nothing writes it but the store."""

    def __init__(self) -> None:
        self._index = RiwayatIndex(_execute)

    def list(self, berkas_id: int | None = None, limit: int | None = 500) -> tuple[Peristiwa, ...]:
        """Newest first, of one berkas or all; `limit` None for every row."""
        query = tables.Riwayat.select().order_by(tables.Riwayat.id.desc())
        if berkas_id is not None:
            query = query.where(tables.Riwayat.berkas == berkas_id)
        if limit is not None:
            query = query.limit(limit)
        return tuple(_event(row) for row in query)

    def get(self, riwayat_id: int) -> Peristiwa:
        """One row with what was before and after. Raises NotFoundError."""
        row = tables.Riwayat.get_or_none(tables.Riwayat.id == riwayat_id)
        if row is None:
            raise NotFoundError("Catatan riwayat itu tidak ada.")
        return _event(row)

    def rows(self, wanted: RiwayatFilter) -> RiwayatRows:
        """The rows of a filter, newest first, without what was before and after.

        Raises NotFoundError when the record that it asks for is not there any more.
        """
        only = None if wanted.catatan is None else self.about(wanted.catatan).ids
        return self._index.rows(wanted, self.titles() if wanted.text.strip() else {}, only)

    def prepare(self) -> Iterator[None]:
        """Read a part at a time what `rows` looks through, which is quick after it.

        For who must not halt meanwhile.
        """
        return self._index.prepare()

    def about(self, catatan: Catatan) -> CatatanRiwayat:
        """The rows about one record, and how sure that is. Raises NotFoundError."""
        return RecordFinder(_execute).find(catatan)

    def titles(self) -> dict[int, str]:
        """The titles of all berkas."""
        return {row.id: row.judul for row in tables.Berkas.select(
            tables.Berkas.id, tables.Berkas.judul)}  # fmt: skip

    def actors(self) -> tuple[str, ...]:
        """Who did anything, by name."""
        return self._index.actors()

    def count(self) -> int:
        """How many rows there are."""
        return len(self._index.read())

    def end(self) -> UjungRantai | None:
        """The last row; None while nothing was ever written."""
        row = tables.Riwayat.select().order_by(tables.Riwayat.id.desc()).first()
        return None if row is None else UjungRantai(row.id, row.rantai)


def _execute(sql: str, values: Any = ()) -> Any:
    return tables.Riwayat._meta.database.execute_sql(sql, values)  # noqa: SLF001 - peewee's place


def _event(row: Any) -> Peristiwa:
    return Peristiwa(
        id=row.id,
        waktu=utc_moment(row.waktu),
        pelaku=row.pelaku,
        aksi=row.aksi,
        ringkasan=row.ringkasan,
        berkas_id=row.berkas_id,
        sebelum=_snapshot(row.sebelum),
        sesudah=_snapshot(row.sesudah),
    )


@decodes("riwayat")
def _snapshot(text: str | None) -> dict[str, Any] | None:
    if not text:
        return None
    value = json.loads(text)
    if not isinstance(value, dict):
        raise TypeError(text)
    return value
