"""Officials and who signs on which day."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.pejabat import Pejabat, PejabatInput, StatusPejabat
from sopapp.domain.sop import LaneCode
from sopapp.domain.tanggal import tanggal
from sopapp.persistence import tables
from sopapp.persistence.store import Store


class PejabatService:
    """Reads and changes the officials."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> tuple[Pejabat, ...]:
        """All officials, newest term first within a role."""
        query = tables.Pejabat.select().order_by(
            tables.Pejabat.peran, tables.Pejabat.berlaku_dari.desc(), tables.Pejabat.id
        )
        return tuple(_value(row) for row in query)

    def signer(self, role: LaneCode, day: date) -> Pejabat | None:
        """Who holds the role on `day`; a Plt. or Plh. of that day goes before the holder.

        Of two whose terms overlap it is the one who came later into office.
        """
        holders = [p for p in self.list() if p.data.peran is role and p.in_office(day)]
        return max(
            holders,
            key=lambda p: (p.data.status is not StatusPejabat.DEFINITIF, p.data.berlaku_dari, p.id),
            default=None,
        )

    def require_signer(self, role: LaneCode, role_name: str, day: date) -> Pejabat:
        """As `signer`; raises DomainError saying where to enter one."""
        found = self.signer(role, day)
        if found is None:
            msg = (
                f"Belum ada pejabat yang berperan sebagai {role_name} pada {tanggal(day)}. "
                "Isi di Pengaturan, tab Pejabat."
            )
            raise DomainError(msg)
        return found

    def add(self, data: PejabatInput) -> int:
        """Store a new official. Raises DomainError by field."""
        clean = _checked(data)
        with self._store.write("pejabat.tambah", Kind.PEJABAT) as entry:
            row = tables.Pejabat.create(**_columns(clean))
            entry.say(f"Pejabat {clean.nama} ditambahkan.", sesudah=_columns(clean))
        return int(row.id)

    def edit(self, pejabat_id: int, data: PejabatInput) -> None:
        """Change an official. Raises DomainError by field."""
        before = self._get(pejabat_id)
        clean = _checked(data)
        with self._store.write("pejabat.ubah", Kind.PEJABAT) as entry:
            tables.Pejabat.update(**_columns(clean)).where(
                tables.Pejabat.id == pejabat_id
            ).execute()
            entry.say(
                f"Data pejabat {clean.nama} diubah.",
                sebelum=_columns(before.data),
                sesudah=_columns(clean),
            )

    def remove(self, pejabat_id: int) -> None:
        """Remove an official; printed letters keep the name they were printed with."""
        before = self._get(pejabat_id)
        with self._store.write("pejabat.hapus", Kind.PEJABAT) as entry:
            tables.Pejabat.delete().where(tables.Pejabat.id == pejabat_id).execute()
            entry.say(f"Pejabat {before.data.nama} dihapus.", sebelum=_columns(before.data))

    def _get(self, pejabat_id: int) -> Pejabat:
        row = tables.Pejabat.get_or_none(tables.Pejabat.id == pejabat_id)
        if row is None:
            raise NotFoundError("Pejabat itu tidak ada lagi.")
        return _value(row)


def _value(row: tables.Pejabat) -> Pejabat:
    return Pejabat(
        row.id,
        PejabatInput(
            nama=row.nama,
            jabatan=row.jabatan,
            peran=LaneCode(row.peran) if row.peran else None,
            berlaku_dari=date.fromisoformat(row.berlaku_dari),
            berlaku_sampai=row.berlaku_sampai and date.fromisoformat(row.berlaku_sampai),
            status=StatusPejabat(row.status),
            nip=row.nip,
            pangkat=row.pangkat,
            golongan=row.golongan,
            selaku=row.selaku,
        ),
    )


def _columns(data: PejabatInput) -> dict[str, Any]:
    return {
        "nama": data.nama,
        "nip": data.nip,
        "pangkat": data.pangkat,
        "golongan": data.golongan,
        "jabatan": data.jabatan,
        "selaku": data.selaku,
        "peran": data.peran.value if data.peran else None,
        "status": data.status.value,
        "berlaku_dari": data.berlaku_dari.isoformat(),
        "berlaku_sampai": data.berlaku_sampai and data.berlaku_sampai.isoformat(),
    }


def _checked(data: PejabatInput) -> PejabatInput:
    clean = dataclasses.replace(
        data,
        nama=data.nama.strip(),
        jabatan=data.jabatan.strip(),
        nip=data.nip.strip(),
        pangkat=data.pangkat.strip(),
        golongan=data.golongan.strip(),
        selaku=data.selaku.strip(),
    )
    if not clean.nama:
        raise DomainError("Nama pejabat belum diisi.", field="nama")
    if not clean.jabatan:
        raise DomainError("Jabatan belum diisi.", field="jabatan")
    if clean.berlaku_sampai and clean.berlaku_sampai < clean.berlaku_dari:
        raise DomainError("Tanggal akhir mendahului tanggal mulai.", field="berlaku_sampai")
    return clean
