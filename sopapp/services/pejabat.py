"""Officials and who signs on which day."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from typing import Any

from sopapp.domain import panduan
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.pejabat import (
    Kepegawaian,
    Pejabat,
    PejabatInput,
    StatusPejabat,
    bare_jabatan,
)
from sopapp.domain.ribuan import ribuan
from sopapp.domain.sop import LaneCode
from sopapp.domain.tanggal import tanggal
from sopapp.persistence import tables
from sopapp.persistence.read_memory import ReadMemory
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of, stored_day
from sopapp.services.checked_input import checked_input

_LONGEST = 300
# Texts of an official, with the field of the form where each is typed.
_FIELDS = {
    "nama": "nama", "nip": "nip", "pangkat": "pangkat", "golongan": "pangkat",
    "jabatan": "jabatan", "selaku": "selaku", "atas_nama": "atas_nama", "melalui": "melalui",
}  # fmt: skip
# Words that a letter puts there itself, typed into the field.
_AN = re.compile(r"^(?:(?:a[./]?\s?n\.?|atas nama)\s+)+", re.IGNORECASE)
_UB = re.compile(r"^(?:(?:u[./]?\s?b\.?|untuk beliau)\s+)+", re.IGNORECASE)
_SELAKU = re.compile(r"^(?:selaku\s+)+", re.IGNORECASE)


@checked_input()
class PejabatService:
    """Reads and changes the officials."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._memory = ReadMemory(store, Kind.PEJABAT)

    def list(self) -> tuple[Pejabat, ...]:
        """All officials, newest term first within a role."""
        return self._memory.get("pejabat", self._read)

    def _read(self) -> tuple[Pejabat, ...]:
        query = tables.Pejabat.select().order_by(
            tables.Pejabat.peran, tables.Pejabat.berlaku_dari.desc(), tables.Pejabat.id
        )
        return tuple(_value(row) for row in query)

    def signer(self, role: LaneCode, day: date) -> Pejabat | None:
        """Who holds the role on `day`; a Plt. or Plh. of that day goes before the holder.

        Of two whose terms overlap it is the one who came later into office. One who signs a.n.
        with the role is one of them for as long as his mandate: not its definitif holder signs,
        if the mandate began later, but a Plt. or Plh. does.
        """
        holders = [p for p in self.list() if p.data.peran is role and p.in_office(day)]
        return max(holders, key=lambda p: p.precedence, default=None)

    def require_signer(self, role: LaneCode, role_name: str, day: date) -> Pejabat:
        """As `signer`; raises DomainError saying where to enter one."""
        found = self.signer(role, day)
        if found is None:
            msg = (
                f"Belum ada pejabat yang berperan sebagai {role_name} pada {tanggal(day)}. "
                "Isi di Pengaturan, tab Pejabat."
            )
            raise DomainError(msg, topic=panduan.SURAT_BELUM_LENGKAP)
        return found

    def add(self, data: PejabatInput) -> int:
        """Store a new official. Raises DomainError by field."""
        clean = checked_pejabat(data)
        with self._store.write("pejabat.tambah", Kind.PEJABAT) as entry:
            row = tables.Pejabat.create(**pejabat_columns(clean))
            entry.say(f"Pejabat {clean.nama} ditambahkan.", sesudah=pejabat_columns(clean))
        return int(row.id)

    def edit(self, pejabat_id: int, data: PejabatInput) -> None:
        """Change an official. Raises DomainError by field."""
        before = self._get(pejabat_id)
        clean = checked_pejabat(data)
        if clean == before.data:
            return
        with self._store.write("pejabat.ubah", Kind.PEJABAT) as entry:
            tables.Pejabat.update(**pejabat_columns(clean)).where(
                tables.Pejabat.id == pejabat_id
            ).execute()
            entry.say(
                f"Data pejabat {clean.nama} diubah.",
                sebelum=pejabat_columns(before.data),
                sesudah=pejabat_columns(clean),
            )

    def remove(self, pejabat_id: int) -> None:
        """Remove an official; printed letters keep the name they were printed with."""
        before = self._get(pejabat_id)
        with self._store.write("pejabat.hapus", Kind.PEJABAT) as entry:
            tables.Pejabat.delete().where(tables.Pejabat.id == pejabat_id).execute()
            entry.say(f"Pejabat {before.data.nama} dihapus.", sebelum=pejabat_columns(before.data))

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
            berlaku_dari=day_of(row.berlaku_dari),
            berlaku_sampai=stored_day(row.berlaku_sampai),
            status=StatusPejabat(row.status),
            nip=row.nip,
            pangkat=row.pangkat,
            golongan=row.golongan,
            selaku=row.selaku,
            atas_nama=row.atas_nama,
            melalui=row.melalui,
            kepegawaian=Kepegawaian(row.kepegawaian),
        ),
    )


def pejabat_columns(data: PejabatInput) -> dict[str, Any]:
    """An official as a row and riwayat hold it."""
    return {
        "nama": data.nama,
        "nip": data.nip,
        "pangkat": data.pangkat,
        "golongan": data.golongan,
        "jabatan": data.jabatan,
        "selaku": data.selaku,
        "atas_nama": data.atas_nama,
        "melalui": data.melalui,
        "kepegawaian": data.kepegawaian.value,
        "peran": data.peran.value if data.peran else None,
        "status": data.status.value,
        "berlaku_dari": data.berlaku_dari.isoformat(),
        "berlaku_sampai": data.berlaku_sampai and data.berlaku_sampai.isoformat(),
    }


def checked_pejabat(data: PejabatInput) -> PejabatInput:
    """The official without what a letter adds by itself. Raises DomainError by field."""
    jabatan = data.jabatan.strip()
    if data.status is not StatusPejabat.DEFINITIF:
        jabatan = bare_jabatan(jabatan)  # the status prints it
    clean = dataclasses.replace(
        data,
        nama=data.nama.strip(),
        jabatan=jabatan,
        nip=data.nip.strip(),
        pangkat=data.pangkat.strip(),
        golongan=data.golongan.strip(),
        selaku=_SELAKU.sub("", data.selaku.strip()),
        atas_nama=_AN.sub("", data.atas_nama.strip()),
        melalui=_UB.sub("", data.melalui.strip()),
    )
    for field, shown in _FIELDS.items():
        if (length := len(getattr(clean, field))) > _LONGEST:
            msg = f"Terlalu panjang ({ribuan(length)} huruf); paling banyak {ribuan(_LONGEST)}."
            raise DomainError(msg, field=shown)
    if not clean.nama:
        raise DomainError("Nama pejabat belum diisi.", field="nama")
    if not clean.jabatan:
        raise DomainError("Jabatan belum diisi.", field="jabatan")
    if clean.berlaku_sampai and clean.berlaku_sampai < clean.berlaku_dari:
        raise DomainError("Tanggal akhir mendahului tanggal mulai.", field="berlaku_sampai")
    _check_mandate(clean)
    return clean


def _check_mandate(data: PejabatInput) -> None:
    if data.melalui and not data.atas_nama:
        msg = "“u.b.” hanya ada di bawah “a.n.”. Isi dahulu jabatan pemberi mandat, atau kosongkan."
        raise DomainError(msg, field="melalui")
    chain = [each.casefold() for each in (data.atas_nama, data.melalui, data.jabatan) if each]
    if data.atas_nama and data.atas_nama.casefold() == data.jabatan.casefold():
        msg = "Pejabat tidak menandatangani atas nama jabatannya sendiri. Isi jabatan yang lain."
        raise DomainError(msg, field="atas_nama")
    if len(set(chain)) < len(chain):
        msg = "Jabatan perantara (u.b.) harus lain dari pemberi mandat dan dari penanda tangan."
        raise DomainError(msg, field="melalui")
