"""The units that are asked for their usulan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import peewee

from sopapp.domain import panduan
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.services.checked_input import checked_input


@dataclass(frozen=True, slots=True)
class UnitKerjaInput:
    """What the admin enters; `pimpinan` is how a letter addresses the unit."""

    kode: str
    nama: str
    pimpinan: str
    aktif: bool = True


@dataclass(frozen=True, slots=True)
class UnitKerja:
    """A stored unit, in the office's own order."""

    id: int
    kode: str
    nama: str
    pimpinan: str
    urutan: int
    aktif: bool


def unit_of(row: tables.UnitKerja) -> UnitKerja:
    """The value of a row."""
    return UnitKerja(row.id, row.kode, row.nama, row.pimpinan, row.urutan, row.aktif)


@checked_input()
class UnitKerjaService:
    """Reads and changes the units."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self, *, active_only: bool = False) -> tuple[UnitKerja, ...]:
        """The units in order."""
        query = tables.UnitKerja.select().order_by(tables.UnitKerja.urutan, tables.UnitKerja.id)
        if active_only:
            query = query.where(tables.UnitKerja.aktif)
        return tuple(unit_of(row) for row in query)

    def add(self, data: UnitKerjaInput) -> int:
        """Store a new unit at the end. Raises DomainError by field."""
        return self.add_all((data,))[0]

    def add_all(self, units: Sequence[UnitKerjaInput]) -> tuple[int, ...]:
        """Store several new units at the end, all or none. Raises DomainError."""
        clean = [checked_unit(data) for data in units]
        for place, data in enumerate(clean):
            self._refuse_twin(data.kode, None)
            if data.kode.casefold() in {other.kode.casefold() for other in clean[:place]}:
                raise DomainError(f"Kode {data.kode} tertulis dua kali.", field="kode")
        if not clean:
            return ()
        with self._store.write("unit_kerja.tambah", Kind.UNIT_KERJA) as entry:
            last = tables.UnitKerja.select(peewee.fn.MAX(tables.UnitKerja.urutan)).scalar() or 0
            ids = tuple(
                int(tables.UnitKerja.create(urutan=place, **asdict(data)).id)
                for place, data in enumerate(clean, last + 1)
            )
            entry.say(
                f"Unit kerja ditambahkan: {'; '.join(data.nama for data in clean)}.",
                sesudah={"unit": [asdict(data) for data in clean]},
            )
        return ids

    def edit(self, unit_id: int, data: UnitKerjaInput) -> None:
        """Change a unit. Raises DomainError by field."""
        before = self._get(unit_id)
        clean = checked_unit(data)
        self._refuse_twin(clean.kode, unit_id)
        with self._store.write("unit_kerja.ubah", Kind.UNIT_KERJA) as entry:
            tables.UnitKerja.update(**asdict(clean)).where(tables.UnitKerja.id == unit_id).execute()
            entry.say(
                f"Unit kerja “{clean.nama}” diubah.",
                sebelum=asdict(before),
                sesudah=asdict(clean),
            )

    def reorder(self, unit_ids: Sequence[int]) -> None:
        """Put the units in this order; ids left out keep their place after them."""
        present = [unit.id for unit in self.list()]
        order = [unit_id for unit_id in dict.fromkeys(unit_ids) if unit_id in present]
        order += [unit_id for unit_id in present if unit_id not in order]
        with self._store.write("unit_kerja.urut", Kind.UNIT_KERJA) as entry:
            for position, unit_id in enumerate(order, 1):
                tables.UnitKerja.update(urutan=position).where(
                    tables.UnitKerja.id == unit_id
                ).execute()
            entry.say(
                "Urutan unit kerja diubah.",
                sebelum={"urutan": present},
                sesudah={"urutan": order},
            )

    def remove(self, unit_id: int) -> None:
        """Remove a unit that nothing refers to. Raises DomainError when something does."""
        before = self._get(unit_id)
        with self._store.write("unit_kerja.hapus", Kind.UNIT_KERJA) as entry:
            try:
                tables.UnitKerja.delete().where(tables.UnitKerja.id == unit_id).execute()
            except peewee.IntegrityError as error:
                msg = (
                    f"Unit kerja “{before.nama}” sudah dipakai dalam berkas atau daftar, jadi "
                    "tidak dapat dihapus. Jadikan tidak aktif."
                )
                raise DomainError(msg, topic=panduan.UNIT_TERPAKAI) from error
            entry.say(f"Unit kerja “{before.nama}” dihapus.", sebelum=asdict(before))

    def _get(self, unit_id: int) -> UnitKerja:
        row = tables.UnitKerja.get_or_none(tables.UnitKerja.id == unit_id)
        if row is None:
            raise NotFoundError("Unit kerja itu tidak ada lagi.")
        return unit_of(row)

    def _refuse_twin(self, kode: str, own_id: int | None) -> None:
        for unit in self.list():
            if unit.kode.casefold() == kode.casefold() and unit.id != own_id:
                raise DomainError(f"Kode {kode} sudah dipakai oleh {unit.nama}.", field="kode")


def checked_unit(data: UnitKerjaInput) -> UnitKerjaInput:
    """The unit without spaces around its words. Raises DomainError by field."""
    clean = UnitKerjaInput(data.kode.strip(), data.nama.strip(), data.pimpinan.strip(), data.aktif)
    for field, label in (("kode", "Kode"), ("nama", "Nama unit kerja"), ("pimpinan", "Pimpinan")):
        if not getattr(clean, field):
            raise DomainError(f"{label} belum diisi.", field=field)
    return clean
