"""The papers of an office with sample words, put together from its settings and texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from sopapp.documents.bilangan import terbilang
from sopapp.documents.content import (
    BeritaAcara,
    Keputusan,
    LembarUji,
    NotaDinas,
    Penolakan,
    Salinan,
)
from sopapp.documents.list_content import DaftarPublik
from sopapp.documents.paper_parts import Kop, Signer
from sopapp.documents.rich_text import literal
from sopapp.documents.templates import Template
from sopapp.domain.kapital import as_name
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.sop import LaneCode
from sopapp.domain.tanggal import BULAN, HARI
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.services import contoh_isi as words
from sopapp.services.letter_settings import LetterSettings, NaskahSettings

_URUT = 7


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What a sample is made with: settings and texts, saved or not.

    `template` is None for the SOP sheet, which has none; `sudah_lewat` shows a reminder as it
    is after the due date. `keputusan` is what a Salinan copies.
    """

    umum: LetterSettings
    naskah: NaskahSettings
    template: Template | None
    sudah_lewat: bool = False
    keputusan: Pilihan | None = None


@dataclass(frozen=True, slots=True)
class Penanda:
    """Who signs: the block, the line Dari, the jabatan that decides, the capacity."""

    blok: Signer
    dari: str
    jabatan: str
    selaku: str


class Kantor(Protocol):
    """What a sample takes from the office."""

    def fields(self, jenis: JenisNaskah, *, sudah_lewat: bool = False) -> dict[str, str]:
        """An example of every field of a template; `sudah_lewat` when the due date is over."""
        ...

    def today(self) -> date:
        """The local day."""
        ...

    def kop(self) -> Kop:
        """The letterhead."""
        ...

    def laws(self) -> tuple[str, ...]:
        """What a Keputusan cites."""
        ...

    def signer(self, role: LaneCode, *, selaku: bool = True) -> Penanda:
        """Who signs with a role."""
        ...

    def number(self, umum: LetterSettings, naskah: NaskahSettings, urut: int, day: date) -> str:
        """A number of this pattern."""
        ...


class ContohKertas:
    """The parts of one sample."""

    def __init__(
        self, office: Kantor, jenis: JenisNaskah, pilihan: Pilihan, template: Template
    ) -> None:
        self._office = office
        self._jenis = jenis
        self._pilihan = pilihan
        self._settings = pilihan.naskah
        self._template = template
        self._fields = office.fields(jenis, sudah_lewat=pilihan.sudah_lewat)
        self._plain = {key: literal(text) for key, text in self._fields.items()}
        self._day = office.today()
        self._kop = office.kop()
        self._page = pilihan.naskah.page(pilihan.umum)
        self._by = office.signer(pilihan.naskah.signer)

    def nota_dinas(self) -> NotaDinas:
        """One of the four Nota Dinas."""
        body = "body"
        if self._jenis is JenisNaskah.PENGINGAT:
            body = "body_sesudah" if self._pilihan.sudah_lewat else "body_sebelum"
        return NotaDinas(
            kop=self._kop,
            page=self._page,
            label_yth=self._settings.label_yth,
            yth=self._recipients(),
            dari=self._by.dari,
            tembusan=self._items("tembusan"),
            tanggal=self._day,
            nomor=self._number(),
            sifat=self._text("sifat") or self._pilihan.umum.sifat,
            lampiran=self._text("lampiran"),
            hal=self._text("hal"),
            body=self._rich(body),
            signer=self._by.blok,
            gaya=self._settings.gaya(),
        )

    def keputusan(self) -> Keputusan:
        """The Keputusan with its Lampiran."""
        settings = self._settings
        by = self._office.signer(settings.signer, selaku=settings.selaku_line)
        return Keputusan(
            kop=self._kop,
            page=self._page,
            pejabat=by.jabatan,
            selaku=f"selaku {by.selaku}" if settings.selaku_line and by.selaku else "",
            nomor=self._number(),
            tentang=self._text("tentang"),
            menimbang=self._rich_items("menimbang"),
            mengingat=self._office.laws(),
            memperhatikan=self._rich_items("memperhatikan"),
            diktum=self._rich_items("diktum"),
            kota=self._fields["kota"],
            tanggal=self._day,
            signer=by.blok,
            tembusan=self._items("tembusan"),
            judul_daftar=self._text("judul_daftar"),
            daftar=words.DAFTAR,
            page_lampiran=settings.page_lampiran(self._pilihan.umum),
            lampiran_mendatar=settings.lampiran_mendatar,
            gaya=settings.gaya(),
        )

    def lembar_uji(self) -> LembarUji:
        """The sheet of one test."""
        row = words.DAFTAR[0]
        return LembarUji(
            kop=self._kop,
            page=self._page,
            judul=self._text("judul"),
            pengantar=self._text("pengantar"),
            informasi=row.informasi,
            unit_kerja=row.unit_kerja,
            tanggal=self._day,
            tempat=words.TEMPAT,
            dasar_hukum=row.dasar_hukum,
            dibuka=row.dibuka,
            ditutup=row.ditutup,
            pertanyaan=(
                (self._text("pasal_18_ayat_1"), "Tidak"),
                (self._text("pasal_18_ayat_2"), "Tidak"),
            ),
            jangka_waktu=row.jangka_waktu,
            peserta=words.HADIR,
            menetapkan=self._by.blok,
            menyetujui=self._atasan(),
            penutup=self._text("penutup"),
            **words.TIMBANGAN,
        )

    def berita_acara(self) -> BeritaAcara:
        """The Berita Acara of some tests."""
        self._fields |= _day_in_words(self._day)
        return BeritaAcara(
            kop=self._kop,
            page=self._page,
            judul=self._text("judul"),
            nomor=self._number(),
            tanggal=self._day,
            tempat=words.TEMPAT,
            pembuka=self._items("pembuka"),
            baris=words.UJI,
            penutup=self._items("penutup"),
            peserta=words.HADIR,
            menetapkan=self._by.blok,
            menyetujui=self._atasan(),
        )

    def penolakan(self) -> Penolakan:
        """The refusal of a request."""
        return Penolakan(
            kop=self._kop,
            page=self._page,
            judul=self._text("judul"),
            nomor=self._number(),
            pembuka=self._rich("pembuka"),
            pemohon=words.PEMOHON,
            pengantar_putusan=self._rich("pengantar_putusan"),
            putusan=self._text("putusan"),
            pengantar_alasan=self._rich("pengantar_alasan"),
            alasan=words.ALASAN,
            pengantar_konsekuensi=self._rich("pengantar_konsekuensi"),
            konsekuensi=(words.DAFTAR[0].dibuka,),
            pengantar_pernyataan=self._rich("pengantar_pernyataan"),
            pernyataan=self._text("pernyataan"),
            keberatan=self._rich("keberatan"),
            catatan=self._rich_items("catatan"),
            kota=self._fields["kota"],
            tanggal=self._day,
            signer=self._by.blok,
            lampiran=self._items("lampiran"),
            gaya=self._settings.gaya(),
            **words.PENOLAKAN,
        )

    def daftar(self) -> DaftarPublik:
        """The list for publication."""
        nomor, ditetapkan, ditulis = words.TERBIT
        return DaftarPublik(
            kop=self._kop,
            page=self._page,
            judul=self._text("judul"),
            nomor_keputusan=nomor,
            tanggal_keputusan=ditetapkan,
            tanggal_terbit=ditulis,
            daftar=words.DAFTAR,
            catatan=self._items("catatan"),
        )

    def salinan(self, keputusan: Keputusan) -> Keputusan:
        """A Keputusan as the copy that this kind is."""
        return replace(keputusan, salinan=Salinan(self._text("kalimat"), self._by.blok))

    def _recipients(self) -> tuple[str, ...]:
        if self._jenis is JenisNaskah.PENGANTAR:
            return (as_name(self._office.signer(LaneCode.ATASAN_PPID_PEMBANTU).jabatan),)
        return words.PENERIMA

    def _atasan(self) -> Signer:
        return self._office.signer(LaneCode.ATASAN_PPID_PEMBANTU).blok

    def _number(self) -> str:
        return self._office.number(self._pilihan.umum, self._settings, _URUT, self._day)

    def _text(self, key: str) -> str:
        return self._template.text(key, self._fields)

    def _rich(self, key: str) -> str:
        return self._template.text(key, self._plain)

    def _items(self, key: str) -> tuple[str, ...]:
        return self._template.items(key, self._fields)

    def _rich_items(self, key: str) -> tuple[str, ...]:
        return self._template.items(key, self._plain)


def _day_in_words(day: date) -> dict[str, str]:
    return {
        "hari": HARI[day.weekday()],
        "tanggal": tanggal_text(day),
        "tanggal_huruf": terbilang(day.day),
        "bulan": BULAN[day.month - 1],
        "tahun_huruf": terbilang(day.year),
        "tanggal_angka": f"{day:%d-%m-%Y}",
    }
