"""Requests for information that are refused, and how much time there is to answer them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopapp.domain.hari_kerja import HariKerja

HARI_JAWABAN = 10
"""Working days to answer a request (UU 14/2008 Pasal 22 ayat (7))."""

HARI_PERPANJANGAN = 7
"""Working days more, once and with a written reason (UU 14/2008 Pasal 22 ayat (8))."""

HARI_KEBERATAN = 30
"""Working days that the applicant has to object (UU 14/2008 Pasal 36 ayat (1))."""


@dataclass(frozen=True, slots=True)
class PermohonanInput:
    """What is recorded of a request.

    `ditolak` names the part that is refused, "" all of it; `perpanjangan` is the reason of the
    seven more days, "" for none. `catatan` is the office's own and never printed in a letter.
    """

    nomor_pendaftaran: str
    diterima: date
    nama: str
    alamat: str
    kontak: str
    rincian: str
    entri_ids: tuple[int, ...] = ()
    ditolak: str = ""
    perpanjangan: str = ""
    catatan: str = ""


class StatusPermohonan(StrEnum):
    """How far the answer is; derived, never stored."""

    TERBUKA = "terbuka"
    DISUSUN = "disusun"
    BERNOMOR = "bernomor"
    DIJAWAB = "dijawab"
    BATAL = "batal"

    @property
    def label(self) -> str:
        """The words on screen and paper."""
        return {
            "terbuka": "Belum dijawab",
            "disusun": "Surat disusun",
            "bernomor": "Surat bernomor",
            "dijawab": "Sudah dijawab",
            "batal": "Dibatalkan",
        }[self]


@dataclass(frozen=True, slots=True)
class SuratPenolakan:
    """What the register shows of the letter that answers a request.

    `dikirim` and `diterima` are the days of its first hand-over, where one is recorded.
    `disunting` says that its words are the admin's own, which no longer follow the request.
    """

    id: int
    nomor: str
    tanggal: date | None
    dicetak: bool
    ditandatangani: bool
    disunting: bool = False
    dikirim: date | None = None
    diterima: date | None = None

    @property
    def dijawab(self) -> date | None:
        """The day the request was answered: when the letter went out, else when it is dated."""
        return (self.dikirim or self.tanggal) if self.ditandatangani else None


@dataclass(frozen=True, slots=True)
class Permohonan:
    """A request; `batal` is the reason of a cancelled one, `surat` its letter that is not void."""

    id: int
    data: PermohonanInput
    batal: str = ""
    surat: SuratPenolakan | None = None

    @property
    def status(self) -> StatusPermohonan:
        """How far the answer is."""
        if self.batal:
            return StatusPermohonan.BATAL
        if self.surat is None:
            return StatusPermohonan.TERBUKA
        if self.surat.ditandatangani:
            return StatusPermohonan.DIJAWAB
        return StatusPermohonan.BERNOMOR if self.surat.nomor else StatusPermohonan.DISUSUN

    @property
    def berjalan(self) -> bool:
        """Whether it still waits for its answer."""
        return self.status not in (StatusPermohonan.DIJAWAB, StatusPermohonan.BATAL)


@dataclass(frozen=True, slots=True)
class EntriDiminta:
    """An entry of the register that was asked for, as the list of some day has it.

    `nomor_urut` is its row in the Lampiran, None when it is not in that list; `halangan` says
    why it cannot be the ground of a refusal on that day, "" when it can.
    """

    id: int
    judul: str
    unit_nama: str
    bagian: str
    nomor_urut: int | None
    halangan: str = ""


@dataclass(frozen=True, slots=True)
class Tenggat:
    """When a request must be answered.

    `biasa` is the last of ten working days, `akhir` the day that holds: `biasa`, or seven
    working days after it when the time was extended. `sisa` are the working days left on the
    day it was worked out, or on the day of the answer; negative when it came too late.
    `catatan` warns of days off that may still change.
    """

    diterima: date
    biasa: date
    akhir: date
    diperpanjang: bool
    sisa: int
    dijawab: date | None = None
    catatan: str = ""

    @property
    def hari_kerja(self) -> int:
        """How many working days there are in all."""
        return HARI_JAWABAN + (HARI_PERPANJANGAN if self.diperpanjang else 0)

    @property
    def terlambat(self) -> bool:
        """Whether the answer came, or is, after the last day."""
        return self.sisa < 0


def tenggat(
    calendar: HariKerja,
    diterima: date,
    today: date,
    *,
    diperpanjang: bool = False,
    dijawab: date | None = None,
) -> Tenggat:
    """When a request received on `diterima` must be answered, and how that stands on `today`.

    The office's rule on the first day holds for the ten days; the seven follow the tenth.
    """
    biasa, panjang = calendar.dues(diterima, (HARI_JAWABAN, HARI_PERPANJANGAN))
    akhir = panjang if diperpanjang else biasa
    return Tenggat(
        diterima=diterima,
        biasa=biasa,
        akhir=akhir,
        diperpanjang=diperpanjang,
        sisa=calendar.days_left(dijawab or today, akhir),
        dijawab=dijawab,
        catatan=calendar.certainty(diterima, akhir).sentence,
    )


def batas_keberatan(calendar: HariKerja, diterima: date) -> date:
    """The last day to object for an applicant who received the letter on `diterima`."""
    return calendar.due(diterima, HARI_KEBERATAN)
