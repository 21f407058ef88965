"""The office: names, address lines, city and logo, from which the kop is made."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.persistence import tables
from sopapp.persistence.odd_record import decodes
from sopapp.persistence.read_memory import ReadMemory
from sopapp.persistence.store import Store
from sopapp.services.attachments import AttachmentService
from sopapp.services.checked_input import checked_input
from sopapp.services.setting import SettingService

_LOGO_TYPES = ("image/png", "image/jpeg")


@dataclass(frozen=True, slots=True)
class Instansi:
    """The office as its letters name it; `singkatan` stands in letter numbers."""

    pemerintah: str = ""
    nama: str = ""
    singkatan: str = ""
    alamat: tuple[str, ...] = ()
    kota: str = ""
    logo_id: int | None = None


@checked_input()
class InstansiService:
    """Reads and changes the office."""

    def __init__(
        self, store: Store, attachments: AttachmentService, setting: SettingService
    ) -> None:
        self._store = store
        self._attachments = attachments
        self._setting = setting
        self._memory = ReadMemory(store, Kind.INSTANSI)

    def get(self) -> Instansi:
        """The office; blank until it was filled in."""
        return self._memory.get("instansi", self._read)

    def _read(self) -> Instansi:
        row = tables.Instansi.get_or_none(tables.Instansi.id == 1)
        if row is None:
            return Instansi()
        return Instansi(
            pemerintah=row.pemerintah,
            nama=row.nama,
            singkatan=row.singkatan,
            alamat=_lines(row.alamat),
            kota=row.kota,
            logo_id=row.logo_id,
        )

    def ready(self) -> tuple[tuple[Kind, str], ...]:
        """What is still missing before a letter can be made: what it is about, and a sentence."""
        instansi = self.get()
        missing = []
        if not (instansi.pemerintah and instansi.nama and instansi.kota):
            missing.append((Kind.INSTANSI, "Nama dan kota instansi belum diisi."))
        if self._setting.letters().klasifikasi == "":
            missing.append((Kind.SURAT, "Kode klasifikasi untuk nomor surat belum diisi."))
        if not tables.UnitKerja.select().where(tables.UnitKerja.aktif).exists():
            missing.append((Kind.UNIT_KERJA, "Unit kerja belum diisi."))
        if not tables.Pejabat.select().where(tables.Pejabat.peran.is_null(False)).exists():
            missing.append((Kind.PEJABAT, "Pejabat penanda tangan belum diisi."))
        return tuple(missing)

    def save(self, instansi: Instansi) -> None:
        """Store the office's words; the logo is set apart. Raises DomainError by field."""
        before = self.get()
        clean = _with_logo(checked_instansi(instansi), before.logo_id)
        if clean == before:
            return
        self._write(before, clean, "Data instansi diubah.")

    def logo(self) -> bytes | None:
        """The logo's bytes (PNG or JPG), if one was chosen."""
        logo_id = self.get().logo_id
        if logo_id is None:
            return None
        return self._memory.get("logo", lambda: self._attachments.read(logo_id))

    def set_logo(self, path: Path | None) -> None:
        """Take a logo in, or remove it. Raises DomainError for other than PNG or JPG."""
        before = self.get()
        if path is None:
            if before.logo_id is not None:
                self._write(before, _with_logo(before, None), "Logo instansi dilepas.")
            return
        if not before.nama:
            raise DomainError("Isi dan simpan nama instansi sebelum memilih logo.", field="logo")
        try:
            taken = self._attachments.take(path, allowed=_LOGO_TYPES)
        except DomainError as error:
            msg = f"{error} Logo berupa gambar PNG atau JPG."
            raise DomainError(msg, field="logo") from error
        with self._store.write("instansi.logo", Kind.INSTANSI) as entry:
            put_instansi(_with_logo(before, self._attachments.record(taken)))
            entry.say(f"Logo instansi diganti: {taken.nama}.", sesudah={"sha256": taken.sha256})

    def _write(self, before: Instansi, after: Instansi, ringkasan: str) -> None:
        with self._store.write("instansi", Kind.INSTANSI) as entry:
            put_instansi(after)
            entry.say(ringkasan, sebelum=asdict(before), sesudah=asdict(after))


def checked_instansi(instansi: Instansi) -> Instansi:
    """The office without spaces around its words. Raises DomainError by field."""
    clean = Instansi(
        pemerintah=instansi.pemerintah.strip(),
        nama=instansi.nama.strip(),
        singkatan=instansi.singkatan.strip(),
        alamat=tuple(line.strip() for line in instansi.alamat if line.strip()),
        kota=instansi.kota.strip(),
        logo_id=instansi.logo_id,
    )
    for field, label in (("pemerintah", "Pemerintah"), ("nama", "Instansi"), ("kota", "Kota")):
        if not getattr(clean, field):
            raise DomainError(f"{label} belum diisi.", field=field)
    return clean


def put_instansi(instansi: Instansi) -> None:
    """Store a checked office; call inside a write."""
    tables.Instansi.replace(
        id=1,
        pemerintah=instansi.pemerintah,
        nama=instansi.nama,
        singkatan=instansi.singkatan,
        alamat=json.dumps(instansi.alamat, ensure_ascii=False),
        kota=instansi.kota,
        logo=instansi.logo_id,
    ).execute()


@decodes("alamat instansi")
def _lines(stored: str) -> tuple[str, ...]:
    return tuple(json.loads(stored))


def _with_logo(instansi: Instansi, logo_id: int | None) -> Instansi:
    return Instansi(
        instansi.pemerintah,
        instansi.nama,
        instansi.singkatan,
        instansi.alamat,
        instansi.kota,
        logo_id,
    )
