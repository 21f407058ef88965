"""What of riwayat is looked at: kinds of act, the record it is about, and a filter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fnmatch import fnmatchcase


class Kelompok(StrEnum):
    """Acts that belong together for who looks something up; an act may be in two of them."""

    BERKAS = "berkas"
    PERMINTAAN = "permintaan"
    SURAT = "surat"
    NOMOR = "nomor"
    EKSPEDISI = "ekspedisi"
    USULAN = "usulan"
    DAFTAR = "daftar"
    PUBLIKASI = "publikasi"
    PERMOHONAN = "permohonan"
    KANTOR = "kantor"
    PENGATURAN = "pengaturan"
    CADANGAN = "cadangan"
    URUNGKAN = "urungkan"

    @property
    def label(self) -> str:
        """As a list offers it."""
        return _GROUPS[self][0]

    def holds(self, aksi: str) -> bool:
        """Whether an act is one of these."""
        return any(fnmatchcase(aksi, pattern) for pattern in _GROUPS[self][1])


_GROUPS: dict[Kelompok, tuple[str, tuple[str, ...]]] = {
    Kelompok.BERKAS: ("Perjalanan berkas", ("berkas.*",)),
    Kelompok.PERMINTAAN: ("Permintaan dan jawaban", ("permintaan.*",)),
    Kelompok.SURAT: (
        "Surat dan cetakan",
        ("surat.*", "nota_dinas.*", "keputusan.*", "penolakan.*", "uji.berita_acara"),
    ),
    Kelompok.NOMOR: (
        "Nomor surat",
        (
            "surat.nomor", "surat.batal", "surat.ganti", "keputusan.tanda_tangan",
            "keputusan.batal_catat", "uji.berita_acara", "agenda.*",
        ),
    ),
    Kelompok.EKSPEDISI: ("Serah terima surat", ("ekspedisi.*",)),
    Kelompok.USULAN: ("Usulan dan uji", ("usulan.*", "uji.*")),
    Kelompok.DAFTAR: ("Daftar informasi", ("dik.*", "usulan.impor")),
    Kelompok.PUBLIKASI: ("Publikasi dan bundel", ("daftar.*", "arsip.*")),
    Kelompok.PERMOHONAN: ("Permohonan ditolak", ("permohonan.*", "penolakan.*")),
    Kelompok.KANTOR: (
        "Instansi, unit, pejabat",
        ("instansi", "instansi.*", "unit_kerja.*", "pejabat.*", "libur.*", "profil.*"),
    ),
    Kelompok.PENGATURAN: (
        "Pengaturan dan templat",
        (
            "pengaturan", "pengaturan.*", "templat", "templat.*", "sop.*", "katalog.*", "kunci",
            "kunci.*", "profil.*",
        ),
    ),
    Kelompok.CADANGAN: ("Cadangan dan pemulihan", ("cadangan", "cadangan.*")),
    Kelompok.URUNGKAN: ("Yang diurungkan", ("urungkan", "urungkan.*")),
}  # fmt: skip


class JenisCatatan(StrEnum):
    """Kinds of record whose own history can be looked at."""

    SURAT = "surat"
    ENTRI = "entri"
    USULAN = "usulan"
    PEJABAT = "pejabat"
    UNIT_KERJA = "unit_kerja"
    PERMOHONAN = "permohonan"


@dataclass(frozen=True, slots=True)
class Catatan:
    """One record."""

    jenis: JenisCatatan
    id: int


@dataclass(frozen=True, slots=True)
class RiwayatFilter:
    """Which rows of riwayat are wanted; None and "" ask for nothing.

    `dari` and `sampai` are local days, both ends wanted.
    """

    text: str = ""
    dari: date | None = None
    sampai: date | None = None
    pelaku: str | None = None
    kelompok: Kelompok | None = None
    berkas_id: int | None = None
    catatan: Catatan | None = None

    @property
    def narrows(self) -> bool:
        """Whether anything is asked for."""
        return self != RiwayatFilter()
