"""Versions of the register: each Keputusan makes one, and any two can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sopapp.domain.dik import IsiDik, Perubahan


@dataclass(frozen=True, slots=True)
class Terbitan:
    """The register as one Keputusan set it; `berkas_id` None for the version it began with.

    `jumlah` is how many entries were in force from then on.
    """

    id: int
    nomor: str
    tanggal: date
    berkas_id: int | None
    jumlah: int


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """An entry in two versions: `sebelum` None when added, `sesudah` None when removed.

    A move to another unit shows in the unit names alone. `perubahan` is TETAP only when the
    words and the unit are the same.
    """

    perubahan: Perubahan
    entri_id: int
    unit_sebelum: str
    unit_sesudah: str
    sebelum: IsiDik | None
    sesudah: IsiDik | None


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """Two versions side by side, in the order of the newer one, removed entries last."""

    lama: Terbitan
    baru: Terbitan
    baris: tuple[BarisBanding, ...]

    def jumlah(self, perubahan: Perubahan) -> int:
        """How many entries changed that way."""
        return sum(baris.perubahan is perubahan for baris in self.baris)


class JenisKejadian(StrEnum):
    """What happened to an entry."""

    DIUSULKAN = "diusulkan"
    DIUJI = "diuji"
    DIPUTUS = "diputus"
    DITETAPKAN = "ditetapkan"
    DIUBAH = "diubah"
    DIPERTAHANKAN = "dipertahankan"
    DIBUKA = "dibuka"
    BERAKHIR = "berakhir"

    @property
    def label(self) -> str:
        """The word on screen."""
        return {
            "diusulkan": "Diusulkan",
            "diuji": "Diuji",
            "diputus": "Diputus",
            "ditetapkan": "Ditetapkan",
            "diubah": "Diubah",
            "dipertahankan": "Dipertahankan",
            "dibuka": "Dibuka kembali",
            "berakhir": "Jangka waktu berakhir",
        }[self]


@dataclass(frozen=True, slots=True)
class Kejadian:
    """One event in the life of an entry.

    `hari` is the local day it counts from, `waktu` the UTC moment it was recorded when known.
    `sebelum` and `sesudah` are the contents around a change.
    """

    hari: date
    jenis: JenisKejadian
    keterangan: str
    waktu: datetime | None = None
    berkas_id: int | None = None
    sebelum: IsiDik | None = None
    sesudah: IsiDik | None = None
