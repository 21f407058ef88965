"""Puts the Lembar Uji and the Berita Acara together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sopapp.documents.bilangan import bilangan, terbilang
from sopapp.documents.content import BarisUji, BeritaAcara, Hadir, LembarUji
from sopapp.documents.templates import Template
from sopapp.domain.dik import IsiDik
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
from sopapp.services.composer import Composer

_ANSWERS = {True: "Ya", False: "Tidak", None: "Tidak dijawab"}
_PASAL_18 = "; ".join(PASAL_18[:-1]) + f"; atau {PASAL_18[-1]}"


class UjiComposer:
    """Makes the values of the two papers from stored tests and the office's templates."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer

    def lembar(self, usulan: Any, test: Uji) -> LembarUji:
        """The sheet of one test, with the content as it was tested. Raises DomainError."""
        isi, uji, berkas = test.isi, test.uji, usulan.berkas
        template = self._composer.template("lembar_uji")
        fields = self._fields(berkas, uji.tanggal, uji.tempat, 1)
        fields |= {"unit": usulan.unit.nama, "pasal_18": _PASAL_18}
        ppid, atasan = self._composer.ppid_and_atasan(berkas.sop_id, uji.tanggal)
        excluded = uji.kesimpulan is not Kesimpulan.TERBUKA
        return LembarUji(
            kop=self._composer.kop(),
            page=self._composer.page(),
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

    def berita_acara(
        self, berkas: Any, isi: IsiBeritaAcara, tested: Iterable[tuple[str, Uji]]
    ) -> BeritaAcara:
        """The Berita Acara of the tests given with their units' names. Raises DomainError."""
        rows = tuple(tested)
        template = self._composer.template("berita_acara")
        fields = self._fields(berkas, isi.tanggal, isi.tempat, len(rows))
        ppid, atasan = self._composer.ppid_and_atasan(berkas.sop_id, isi.tanggal)
        return BeritaAcara(
            kop=self._composer.kop(),
            page=self._composer.page(),
            judul=template.text("judul", fields),
            nomor=isi.nomor or self._composer.pattern("nota_dinas").text(None, isi.tanggal),
            tanggal=isi.tanggal,
            tempat=isi.tempat,
            pembuka=template.items("pembuka", fields),
            baris=tuple(_row(unit, test) for unit, test in rows),
            penutup=template.items("penutup", fields),
            peserta=_present(one for _unit, test in rows for one in test.uji.peserta),
            menetapkan=ppid,
            menyetujui=atasan,
        )

    def _fields(self, berkas: Any, day: date, tempat: str, jumlah: int) -> dict[str, str]:
        return {
            **self._composer.office_fields(berkas.sop_id, berkas.tahun),
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
