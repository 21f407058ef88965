"""What an entry of the DIK says, as proposed, judged and set by a Keputusan."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopapp.domain.tanggal import tanggal

HURUF_PASAL_17 = {
    "a": "menghambat proses penegakan hukum",
    "b": "mengganggu perlindungan hak atas kekayaan intelektual dan perlindungan dari "
    "persaingan usaha tidak sehat",
    "c": "membahayakan pertahanan dan keamanan negara",
    "d": "mengungkapkan kekayaan alam Indonesia",
    "e": "merugikan ketahanan ekonomi nasional",
    "f": "merugikan kepentingan hubungan luar negeri",
    "g": "mengungkapkan isi akta otentik yang bersifat pribadi dan kemauan terakhir "
    "ataupun wasiat seseorang",
    "h": "mengungkapkan rahasia pribadi",
    "i": "memorandum atau surat-surat antar/intra Badan Publik yang menurut sifatnya dirahasiakan",
    "j": "informasi yang tidak boleh diungkapkan berdasarkan Undang-Undang",
}
"""Grounds of Pasal 17 UU 14/2008, as commonly summarised."""

ANGKA_TERTINGGI = {"a": 5, "c": 7, "e": 7, "f": 4, "h": 5}
"""How many numbered sub-grounds a letter of Pasal 17 has; the other letters have none."""


class JenisJangka(StrEnum):
    """How a period ends."""

    DURASI = "durasi"
    TANGGAL = "tanggal"
    PERISTIWA = "peristiwa"


@dataclass(frozen=True, slots=True)
class JangkaWaktu:
    """The period of an exclusion: months, a last day, or an event in words."""

    jenis: JenisJangka
    bulan: int | None = None
    sampai: date | None = None
    peristiwa: str = ""

    def teks(self) -> str:
        """The words that are printed."""
        if self.jenis is JenisJangka.DURASI and self.bulan and self.bulan > 0:
            tahun, sisa = divmod(self.bulan, 12)
            parts = [f"{tahun} tahun"] if tahun else []
            parts += [f"{sisa} bulan"] if sisa else []
            return " ".join(parts)
        if self.jenis is JenisJangka.TANGGAL and self.sampai:
            return f"sampai dengan {tanggal(self.sampai)}"
        return self.peristiwa

    def berakhir(self, ditetapkan: date) -> date | None:
        """Last day of the exclusion when set on `ditetapkan`; None if an event ends it."""
        if self.jenis is JenisJangka.TANGGAL:
            return self.sampai
        if self.jenis is JenisJangka.DURASI and self.bulan and self.bulan > 0:
            months = ditetapkan.year * 12 + ditetapkan.month - 1 + self.bulan
            year, month = divmod(months, 12)
            if year > date.max.year:
                return None
            last = calendar.monthrange(year, month + 1)[1]
            return date(year, month + 1, min(ditetapkan.day, last))
        return None


@dataclass(frozen=True, slots=True)
class DasarPengecualian:
    """One ground: letter (and number) of Pasal 17, and another law with its article."""

    huruf: str
    angka: int | None = None
    undang_undang: str = ""
    pasal: str = ""

    def teks(self) -> str:
        """The words that are printed, e.g. `Pasal 17 huruf h angka 2 UU Nomor 14 Tahun 2008`."""
        angka = f" angka {self.angka}" if self.angka else ""
        own = f"Pasal 17 huruf {self.huruf}{angka} UU Nomor 14 Tahun 2008"
        law = f"{self.pasal} {self.undang_undang}".strip()
        return f"{own} jo. {law}" if law else own


@dataclass(frozen=True, slots=True)
class IsiDik:
    """The content of an entry; incomplete content is allowed until it is judged.

    `bagian` names the part that is excluded; empty means all of it.
    """

    informasi: str
    dasar: tuple[DasarPengecualian, ...] = ()
    konsekuensi_dibuka: str = ""
    manfaat_ditutup: str = ""
    jangka: JangkaWaktu | None = None
    bentuk: str = ""
    bagian: str = ""

    def judul(self) -> str:
        """The information as printed: with the excluded part when not all of it is."""
        if not self.bagian.strip():
            return self.informasi
        return f"{self.informasi} (bagian yang dikecualikan: {self.bagian.strip()})"


class JenisUsulan(StrEnum):
    """What a unit proposes."""

    BARU = "baru"
    UBAH = "ubah"
    TETAP = "tetap"
    BUKA = "buka"

    @property
    def label(self) -> str:
        """The word on screen and paper."""
        return {"baru": "Baru", "ubah": "Ubah", "tetap": "Tetap", "buka": "Dibuka kembali"}[self]


class Putusan(StrEnum):
    """What validation decided on a usulan."""

    DIKECUALIKAN = "dikecualikan"
    TERBUKA = "terbuka"
    DIKEMBALIKAN = "dikembalikan"

    @property
    def label(self) -> str:
        """The word on screen and paper."""
        return {
            "dikecualikan": "Dikecualikan",
            "terbuka": "Terbuka",
            "dikembalikan": "Dikembalikan ke unit kerja",
        }[self]

    @property
    def final(self) -> bool:
        """Whether the usulan needs nothing more; one that was sent back does."""
        return self is not Putusan.DIKEMBALIKAN


@dataclass(frozen=True, slots=True)
class EntriDik:
    """An entry in force on some day; `mulai` and `berakhir` bound the exclusion, both inclusive.

    `keputusan_*` is the Keputusan whose list it stands in on that day, `ditetapkan_nomor` the
    one that last set its words (dated `mulai`). `catatan` is internal and never published.
    """

    id: int
    versi_id: int
    unit_id: int
    unit_nama: str
    isi: IsiDik
    keputusan_nomor: str
    keputusan_tanggal: date
    ditetapkan_nomor: str
    mulai: date
    berakhir: date | None
    catatan: str = ""


class StatusJangka(StrEnum):
    """How far an entry is from the end of its period."""

    BERLAKU = "berlaku"
    AKAN_BERAKHIR = "akan_berakhir"
    LEWAT = "lewat"

    @property
    def label(self) -> str:
        """The words on screen."""
        return {
            "berlaku": "Berlaku",
            "akan_berakhir": "Akan berakhir",
            "lewat": "Lewat jangka waktu",
        }[self]


def status_jangka(berakhir: date | None, day: date, ahead: int) -> StatusJangka:
    """Status on `day` of a period that ends on `berakhir`, warned of `ahead` calendar days before.

    The last day still belongs to the period; an event (None) never ends it by the calendar.
    """
    if berakhir is None:
        return StatusJangka.BERLAKU
    if berakhir < day:
        return StatusJangka.LEWAT
    return StatusJangka.AKAN_BERAKHIR if (berakhir - day).days <= ahead else StatusJangka.BERLAKU


class Perubahan(StrEnum):
    """How an entry of the register changes with a Keputusan."""

    TAMBAH = "tambah"
    UBAH = "ubah"
    TETAP = "tetap"
    CABUT = "cabut"

    @property
    def label(self) -> str:
        """The word on screen and paper."""
        return {
            "tambah": "Ditambahkan",
            "ubah": "Diubah",
            "tetap": "Tetap",
            "cabut": "Dibuka kembali",
        }[self]


@dataclass(frozen=True, slots=True)
class BarisRancangan:
    """One row of the draft: what the register will say, against what it says now.

    `entri_id` is None for an addition; `usulan_id` None for an entry nobody spoke of.
    """

    perubahan: Perubahan
    entri_id: int | None
    usulan_id: int | None
    unit_id: int
    unit_nama: str
    isi: IsiDik
    sebelum: IsiDik | None = None
