"""Puts the Lembar Uji and the Berita Acara together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sopapp.documents.bilangan import bilangan, terbilang
from sopapp.documents.content import BarisUji, BeritaAcara, Hadir, LembarUji
from sopapp.documents.templates import Template
from sopapp.domain import panduan
from sopapp.domain.dik import IsiDik
from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.tanggal import BULAN, HARI
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.domain.uji import (
    HURUF_PERSETUJUAN,
    PASAL_18,
    IsiBeritaAcara,
    Kesimpulan,
    Peserta,
    Uji,
)
from sopapp.persistence.stored_time import day_of
from sopapp.persistence.uji_isi import berita_acara_from_json
from sopapp.services.office_parts import OfficeParts
from sopapp.services.uji_rows import standing_tests

_ANSWERS = {True: "Ya", False: "Tidak", None: "Tidak dijawab"}
_PASAL_18 = "; ".join(PASAL_18[:-1]) + f"; atau {PASAL_18[-1]}"


class UjiComposer:
    """Makes the values of the two papers from stored tests and the office's templates."""

    def __init__(self, parts: OfficeParts) -> None:
        self._parts = parts

    def lembar(self, usulan: Any, test: Uji) -> LembarUji:
        """The sheet of one test, with the content as it was tested. Raises DomainError."""
        isi, uji, berkas = test.isi, test.uji, usulan.berkas
        template = self._parts.template(JenisNaskah.LEMBAR_UJI)
        fields = self._fields(berkas, uji.tanggal, uji.tempat, 1)
        fields |= {"unit": usulan.unit.nama, "pasal_18": _PASAL_18}
        ppid, atasan = self._parts.ppid_and_atasan(berkas.sop_id, uji.tanggal)
        excluded = uji.kesimpulan is not Kesimpulan.TERBUKA
        return LembarUji(
            kop=self._parts.kop(),
            page=self._parts.page(JenisNaskah.LEMBAR_UJI),
            judul=template.text("judul", fields),
            pengantar=template.text("pengantar", fields),
            informasi=isi.informasi,
            unit_kerja=usulan.unit.nama,
            bentuk=isi.bentuk,
            tanggal=uji.tanggal,
            tempat=uji.tempat,
            dasar_hukum=tuple(dasar.teks() for dasar in isi.dasar),
            dibuka=isi.konsekuensi_dibuka,
            ditutup=isi.manfaat_ditutup,
            kepentingan_publik=uji.kepentingan_publik,
            kepatutan=uji.kepatutan,
            pertanyaan=_questions(template, fields, test),
            kesimpulan=uji.kesimpulan.label,
            bagian=isi.bagian if uji.kesimpulan is Kesimpulan.SEBAGIAN else "",
            alasan=uji.alasan,
            jangka_waktu=_period(isi) if excluded else "",
            peserta=_present(uji.peserta),
            menetapkan=ppid,
            menyetujui=atasan,
            penutup=template.text("penutup", fields),
        )

    def berita_acara(self, surat: Any, nomor: str | None, day: date | None) -> BeritaAcara:
        """The Berita Acara of all tests of its berkas that stand. Raises DomainError for none."""
        berkas = surat.berkas
        rows = standing_tests(berkas.id)
        if not rows:
            msg = "Belum ada uji konsekuensi yang berlaku dalam berkas ini. Catat ujinya dahulu."
            raise DomainError(msg, field="uji", topic=panduan.UJI_DAHULU)
        isi = self.isi_berita_acara(surat)
        dated = day or isi.tanggal
        template = self._parts.template(JenisNaskah.BERITA_ACARA)
        fields = self._fields(berkas, dated, isi.tempat, len(rows))
        ppid, atasan = self._parts.ppid_and_atasan(berkas.sop_id, dated)
        return BeritaAcara(
            kop=self._parts.kop(),
            page=self._parts.page(JenisNaskah.BERITA_ACARA),
            judul=template.text("judul", fields),
            nomor=nomor or self._parts.blank_number(JenisNaskah.BERITA_ACARA, dated),
            tanggal=dated,
            tempat=isi.tempat,
            pembuka=template.items("pembuka", fields),
            baris=tuple(_row(unit, test) for unit, test in rows),
            penutup=template.items("penutup", fields),
            peserta=_present(one for _unit, test in rows for one in test.uji.peserta),
            menetapkan=ppid,
            menyetujui=atasan,
        )

    def isi_berita_acara(self, surat: Any) -> IsiBeritaAcara:
        """Day and place as they were set, else those of the last test that stands.

        Number and date are those of the number book once it has them.
        """
        if surat.isi is not None:
            isi = berita_acara_from_json(surat.isi, "")
        else:
            isi = self.proposed_berita_acara(surat.berkas_id)
        if surat.nomor is None:
            return isi
        return IsiBeritaAcara(surat.nomor, day_of(surat.tanggal), isi.tempat)

    def proposed_berita_acara(self, berkas_id: int) -> IsiBeritaAcara:
        """The head that the berkas' last test suggests, without a number."""
        tests = [test for _unit, test in standing_tests(berkas_id)]
        last = max(tests, key=lambda test: (test.uji.tanggal, test.id), default=None)
        if last is None:
            return IsiBeritaAcara("", self._parts.today(), "")
        return IsiBeritaAcara("", last.uji.tanggal, last.uji.tempat)

    def _fields(self, berkas: Any, day: date, tempat: str, jumlah: int) -> dict[str, str]:
        return {
            **self._parts.fields(berkas.tahun, berkas.sop_id),
            "judul_berkas": berkas.judul,
            "hari": HARI[day.weekday()],
            "tanggal": tanggal_text(day),
            "tanggal_huruf": terbilang(day.day),
            "bulan": BULAN[day.month - 1],
            "tahun_huruf": terbilang(day.year),
            "tanggal_angka": f"{day:%d-%m-%Y}",
            "tempat": tempat,
            "jumlah": bilangan(jumlah),
            "unit": "",
            "pasal_18": "",
        }


def _questions(
    template: Template, fields: dict[str, str], test: Uji
) -> tuple[tuple[str, str], ...]:
    """The questions of Pasal 18 that the grounds of the test raise, with their answers."""
    asked = [(template.text("pasal_18_ayat_1", fields), _ANSWERS[test.uji.pasal_18])]
    if any(dasar.huruf in HURUF_PERSETUJUAN for dasar in test.isi.dasar):
        asked.append((template.text("pasal_18_ayat_2", fields), _ANSWERS[test.uji.persetujuan]))
    return tuple(asked)


def _row(unit: str, test: Uji) -> BarisUji:
    excluded = test.uji.kesimpulan is not Kesimpulan.TERBUKA
    partly = test.uji.kesimpulan is Kesimpulan.SEBAGIAN
    return BarisUji(
        informasi=test.isi.judul() if partly else test.isi.informasi,
        unit_kerja=unit,
        dasar_hukum=tuple(dasar.teks() for dasar in test.isi.dasar) if excluded else (),
        kesimpulan=test.uji.kesimpulan.label,
        jangka_waktu=_period(test.isi) if excluded else "",
    )


def _period(isi: IsiDik) -> str:
    return isi.jangka.teks() if isi.jangka else ""


def _present(peserta: Iterable[Peserta]) -> tuple[Hadir, ...]:
    """Each person once, in the order of first mention; a jabatan fills in for a lacking one."""
    found: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for one in peserta:
        key = " ".join(one.nama.split()).casefold()
        names.setdefault(key, one.nama.strip())
        posts = found.setdefault(key, [])
        post = one.jabatan.strip()
        if post and post.casefold() not in (known.casefold() for known in posts):
            posts.append(post)
    return tuple(
        Hadir(names[key], post) for key, posts in found.items() for post in posts or [""]
    )  # fmt: skip
