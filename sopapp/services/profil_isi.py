"""What a profil instansi holds, and what taking it would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.pejabat import PejabatInput
from sopapp.services.instansi import Instansi
from sopapp.services.letter_settings import LetterSettings, NaskahSettings
from sopapp.services.register_settings import RegisterSettings
from sopapp.services.setting import WorkSettings
from sopapp.services.unit_kerja import UnitKerjaInput


class BagianProfil(StrEnum):
    """A part that is taken or left as a whole; the value names it in the file."""

    INSTANSI = "instansi"
    UNIT_KERJA = "unit_kerja"
    PEJABAT = "pejabat"
    SURAT = "surat"
    TEKS = "templat"
    KATALOG = "katalog"
    KERJA = "kerja"
    SOP = "sop"

    @property
    def label(self) -> str:
        """The words on screen."""
        return _LABELS[self]


_LABELS = {
    BagianProfil.INSTANSI: "Instansi dan kop surat",
    BagianProfil.UNIT_KERJA: "Unit kerja",
    BagianProfil.PEJABAT: "Pejabat",
    BagianProfil.SURAT: "Nomor, kertas, dan huruf surat",
    BagianProfil.TEKS: "Teks surat",
    BagianProfil.KATALOG: "Peraturan milik kantor",
    BagianProfil.KERJA: "Hari kerja dan batas peringatan",
    BagianProfil.SOP: "SOP",
}


@dataclass(frozen=True, slots=True)
class Logo:
    """The logo's file name and its bytes (PNG or JPG)."""

    nama: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Surat:
    """Settings of all papers, and of each kind."""

    umum: LetterSettings
    naskah: Mapping[JenisNaskah, NaskahSettings]


@dataclass(frozen=True, slots=True)
class Kerja:
    """How working days are counted, and how far ahead the register looks."""

    hari_kerja: WorkSettings
    daftar: RegisterSettings


@dataclass(frozen=True, slots=True)
class Peraturan:
    """A law that the office added to the catalogue."""

    kutipan: str
    singkatan: str


@dataclass(frozen=True, slots=True)
class Profil:
    """The settings of an office; a part that is None or empty is not in the file.

    Never in it: records, letters, numbers, riwayat, passwords, the place of backups.
    `templat` holds the office's own words by kind of paper and part, `sop` is (file name, text)
    of an SOP that did not come with the program.
    """

    instansi: Instansi | None = None
    logo: Logo | None = None
    unit_kerja: tuple[UnitKerjaInput, ...] = ()
    pejabat: tuple[PejabatInput, ...] = ()
    surat: Surat | None = None
    templat: Mapping[JenisNaskah, Mapping[str, Any]] = field(default_factory=dict)
    katalog: tuple[Peraturan, ...] = ()
    kerja: Kerja | None = None
    sop: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Ubahan:
    """One change: of what, and its fields before (None: it is new) and after."""

    apa: str
    sebelum: Mapping[str, Any] | None
    sesudah: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PerubahanBagian:
    """What taking a part would change, and what about it is to be known (`catatan`)."""

    bagian: BagianProfil
    ubahan: tuple[Ubahan, ...]
    catatan: tuple[str, ...] = ()
