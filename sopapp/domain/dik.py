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

CUKUP_JELAS = 20
"""Below so many characters a consequence is pointed out as thin (never refused)."""


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
    """One ground: letter (and number) of Pasal 17, and another law where one is named."""

    huruf: str
    angka: int | None = None
    undang_undang: str = ""

    def teks(self) -> str:
        """The words that are printed, e.g. `Pasal 17 huruf h angka 2 UU Nomor 14 Tahun 2008`."""
        angka = f" angka {self.angka}" if self.angka else ""
        own = f"Pasal 17 huruf {self.huruf}{angka} UU Nomor 14 Tahun 2008"
        return f"{own} jo. {self.undang_undang}" if self.undang_undang else own


@dataclass(frozen=True, slots=True)
class IsiDik:
    """The content of an entry; incomplete content is allowed until it is judged."""

    informasi: str
    dasar: tuple[DasarPengecualian, ...] = ()
    konsekuensi_dibuka: str = ""
    manfaat_ditutup: str = ""
    jangka: JangkaWaktu | None = None
    bentuk: str = ""


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
class Kekurangan:
    """A gap in an entry: the form field, the sentence, and whether it only warns."""

    field: str
    text: str
    warning: bool = False


def kekurangan(isi: IsiDik) -> tuple[Kekurangan, ...]:
    """What `isi` lacks to be excluded.

    A decision states the specific information, the undang-undang, the consequence and the
    period (Perki 1/2021 Pasal 49(2)). Unverified rules only warn.
    """
    found: list[Kekurangan] = []

    def lacks(field: str, text: str, *, warning: bool = False) -> None:
        found.append(Kekurangan(field, text, warning))

    if not isi.informasi.strip():
        lacks("informasi", "Informasi yang dikecualikan belum disebut.")
    if not isi.dasar:
        lacks("dasar", "Pilih huruf Pasal 17 UU Nomor 14 Tahun 2008 yang menjadi dasar.")
    for dasar in isi.dasar:
        if dasar.huruf not in HURUF_PASAL_17:
            lacks("dasar", f"Huruf “{dasar.huruf}” tidak ada di Pasal 17; pilih a sampai j.")
        if dasar.huruf == "j" and not dasar.undang_undang.strip():
            lacks("dasar", "Huruf j memerlukan Undang-Undang lain; sebutkan nomor dan pasalnya.")
    for field, value, name in (
        ("konsekuensi_dibuka", isi.konsekuensi_dibuka, "Konsekuensi bila dibuka"),
        ("manfaat_ditutup", isi.manfaat_ditutup, "Manfaat bila ditutup"),
    ):
        if not value.strip():
            lacks(field, f"{name} belum diisi.")
        elif len(value.strip()) < CUKUP_JELAS:
            lacks(field, f"{name} terlalu singkat untuk meyakinkan.", warning=True)
    if isi.jangka is None or not isi.jangka.teks().strip():
        lacks("jangka", "Jangka waktu belum diisi (lama, tanggal, atau peristiwa).")
    elif (
        isi.jangka.jenis is JenisJangka.DURASI
        and (isi.jangka.bulan or 0) > 30 * 12
        and any(dasar.huruf == "a" for dasar in isi.dasar)
    ):
        # PP 61/2010 sets at most 30 years for ground a.
        lacks("jangka", "Jangka waktu untuk huruf a paling lama 30 tahun.", warning=True)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class EntriDik:
    """An entry in force on some day; `mulai` and `berakhir` bound the exclusion, both inclusive."""

    id: int
    unit_id: int
    unit_nama: str
    isi: IsiDik
    keputusan_nomor: str
    keputusan_tanggal: date
    mulai: date
    berakhir: date | None


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
