"""What asks for something today, as values; the board's own cards say the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.ribuan import ribuan

if TYPE_CHECKING:  # the first paint needs neither letters nor requests
    from sopapp.domain.permohonan import Permohonan, Tenggat
    from sopapp.domain.surat import JenisSurat


@dataclass(frozen=True, slots=True)
class Mendesak:
    """How many running berkas are late, and how many are due today."""

    terlambat: int
    hari_ini: int

    @property
    def jumlah(self) -> int:
        """Both together."""
        return self.terlambat + self.hari_ini

    @property
    def kalimat(self) -> str:
        """Both in words, without a title or name; empty when there are none."""
        late = f"{ribuan(self.terlambat)} berkas terlambat" if self.terlambat else ""
        due = f"{ribuan(self.hari_ini)} tenggat hari ini" if self.hari_ini else ""
        return ", ".join(part for part in (late, due) if part)


@dataclass(frozen=True, slots=True)
class UnitMenunggu:
    """A unit whose numbered and printed Nota Dinas of request has no answer yet.

    `hari` are the working days since the day after the letter's date. `diingatkan` is the date
    of the newest numbered reminder, `pengingat_id` a reminder that is drafted without number.
    """

    berkas_id: int
    judul: str
    unit_id: int
    unit_nama: str
    diminta: date
    nomor: str
    hari: int
    diingatkan: date | None
    pengingat_id: int | None


class Menunggu(StrEnum):
    """What a letter waits for."""

    CETAK = "cetak"
    TANDA_TANGAN = "tanda_tangan"
    PINDAIAN = "pindaian"

    @property
    def label(self) -> str:
        """The words on screen."""
        return {
            "cetak": "menunggu dicetak",
            "tanda_tangan": "menunggu tanda tangan",
            "pindaian": "menunggu pindaian",
        }[self]


@dataclass(frozen=True, slots=True)
class SuratMenunggu:
    """A numbered letter on its way: printed again, signed or scanned is what it lacks."""

    id: int
    berkas_id: int | None
    permohonan_id: int | None
    jenis: JenisSurat
    nomor: str
    tanggal: date
    perihal: str
    tujuan: str
    menunggu: Menunggu


class AntreanSurat(NamedTuple):
    """How many letters are on their way, and those of them to look at first."""

    jumlah: int
    pertama: tuple[SuratMenunggu, ...]


@dataclass(frozen=True, slots=True)
class PermohonanMenunggu:
    """A request for information that has no answer yet, and when it must have one."""

    permohonan: Permohonan
    tenggat: Tenggat


def days_waiting(calendar: HariKerja, since: date, today: date) -> int:
    """Working days after `since` up to and with `today`; 0 when none has passed."""
    return max(0, calendar.count(since, today))
