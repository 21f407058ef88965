"""How the SOP was kept in a year, as values: working days beside the standard, returns, answers.

Nothing of this is stored; `kinerja_hitung` derives it from the stays of the berkas. A berkas is
counted once for each stage: when it was sent back, the days of all its stays there add up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Keadaan(StrEnum):
    """What can be said of one duration today."""

    TEPAT = "tepat"
    TERLAMBAT = "terlambat"
    BERJALAN = "berjalan"
    LEWAT = "lewat"
    TAK_DINILAI = "tak_dinilai"

    @property
    def label(self) -> str:
        """The words on screen and paper."""
        return {
            "tepat": "Tepat waktu",
            "terlambat": "Terlambat",
            "berjalan": "Masih berjalan",
            "lewat": "Berjalan, lewat standar",
            "tak_dinilai": "Tidak dapat dinilai",
        }[self]


class Ukuran(NamedTuple):
    """A duration in working days beside its standard.

    `hari` is None only when it cannot be judged: the holidays of its days are not known, or it
    ends before it begins. `perkiraan` says that some of those holidays are not decreed yet.
    """

    hari: int | None
    standar: int
    keadaan: Keadaan
    perkiraan: bool = False


@dataclass(frozen=True, slots=True)
class Rekap:
    """Durations of one kind counted; `jumlah_hari` and `terlama` are of those that ended."""

    tepat: int = 0
    terlambat: int = 0
    berjalan: int = 0
    lewat: int = 0
    tak_dinilai: int = 0
    perkiraan: int = 0
    jumlah_hari: int = 0
    terlama: int | None = None

    @property
    def selesai(self) -> int:
        """How many ended and were judged."""
        return self.tepat + self.terlambat

    @property
    def dinilai(self) -> int:
        """Of how many it is certain by now whether they are on time."""
        return self.selesai + self.lewat

    @property
    def rata(self) -> float | None:
        """Mean working days of those that ended; None before the first."""
        return self.jumlah_hari / self.selesai if self.selesai else None

    @property
    def bagian_tepat(self) -> float | None:
        """Share on time, 0 to 1, of those of which it is certain; None while there are none."""
        return self.tepat / self.dinilai if self.dinilai else None


@dataclass(frozen=True, slots=True)
class KinerjaTahap:
    """A stage in a year; `standar` the least and the most that the SOP versions allow.

    `kembali` is how often it was left by a return: to an earlier stage or to an earlier step.
    """

    nomor: int
    nama: str
    standar: tuple[int, int]
    rekap: Rekap
    kembali: int


@dataclass(frozen=True, slots=True)
class KinerjaUnit:
    """How a unit answered: days from the date of its Nota Dinas.

    `tidak_menjawab` are requests closed without an answer, which count as not on time;
    `diingatkan` and `dikembalikan` are numbered Nota Dinas that it got: reminders, and returns
    of a usulan.
    """

    id: int
    nama: str
    standar: tuple[int, int]
    rekap: Rekap
    tidak_menjawab: int
    diingatkan: int
    dikembalikan: int

    @property
    def dinilai(self) -> int:
        """Of how many requests it is certain whether the answer was on time."""
        return self.rekap.dinilai + self.tidak_menjawab

    @property
    def bagian_tepat(self) -> float | None:
        """Share answered on time, 0 to 1; None while there is nothing to judge."""
        return self.rekap.tepat / self.dinilai if self.dinilai else None


@dataclass(frozen=True, slots=True)
class Pengembalian:
    """A return: from stage `dari` to `ke` (the same for one within a stage)."""

    berkas_id: int
    judul: str
    tanggal: date
    dari: int
    ke: int
    alasan: str


@dataclass(frozen=True, slots=True)
class BerkasDiukur:
    """One berkas as a whole; `tahap` is where it is while it runs."""

    id: int
    judul: str
    mulai: date
    selesai: date | None
    tahap: int | None
    ukuran: Ukuran
    kembali: int


@dataclass(frozen=True, slots=True)
class RingkasTahun:
    """What is said of the year before: all its berkas, cancelled ones too, are `jumlah`."""

    tahun: int
    jumlah: int
    rata: float | None
    bagian_tepat: float | None
    kembali: int


@dataclass(frozen=True, slots=True)
class Kinerja:
    """The whole report of a year, as known at the end of `per_tanggal`.

    Cancelled berkas are counted in `batal` and nowhere else. `lalu` is the year before, None
    where that had no berkas.
    """

    tahun: int
    per_tanggal: date
    batal: int
    standar: tuple[int, int]
    seluruh: Rekap
    tahap: tuple[KinerjaTahap, ...]
    unit: tuple[KinerjaUnit, ...]
    kembali: tuple[Pengembalian, ...]
    berkas: tuple[BerkasDiukur, ...]
    lalu: RingkasTahun | None = None

    @property
    def berkas_kembali(self) -> int:
        """How many berkas were sent back at least once."""
        return sum(each.kembali > 0 for each in self.berkas)

    @property
    def berjalan(self) -> int:
        """How many berkas still run."""
        return sum(each.selesai is None for each in self.berkas)

    @property
    def perkiraan(self) -> bool:
        """Whether any figure rests on holidays that are not decreed yet."""
        parts = (self.seluruh, *(t.rekap for t in self.tahap), *(u.rekap for u in self.unit))
        return any(rekap.perkiraan for rekap in parts)
