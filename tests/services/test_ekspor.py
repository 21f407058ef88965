"""The public list of a day in all five forms, and what never gets into it."""

from __future__ import annotations

import dataclasses
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pypdf
import pytest

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.domain.daftar_terbuka import FormatEkspor
from sopapp.domain.dik import IsiDik, JenisUsulan, Putusan
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.uji import Kesimpulan
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import complete

SECRET = "CATATANINTERNALRAHASIA"
LATER = date(2026, 12, 7)


def text_of(form: FormatEkspor, data: bytes) -> str:
    """Everything a reader of the file could find."""
    if form is FormatEkspor.PDF:
        read = pypdf.PdfReader(io.BytesIO(data))
        return str(read.metadata) + "".join(page.extract_text() for page in read.pages)
    if form is FormatEkspor.XLSX:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "".join(package.read(name).decode() for name in package.namelist())
    return data.decode("utf-8-sig")


@pytest.fixture
def first(app: App, office: Office, tmp_path: Path) -> int:
    """The berkas whose Keputusan number 1 of TODAY set Satu and Dua."""
    unit = office.units[0]
    return carrying.to_register(app, office.units, tmp_path, "1", [(unit, "Satu"), (unit, "Dua")])


@pytest.fixture
def second(app: App, office: Office, tmp_path: Path, first: int, clock: FixedClock) -> int:
    """The berkas whose Keputusan number 2 of LATER opened Satu and added part of Tiga."""
    clock.day = LATER
    berkas_id = carrying.to_validasi(app, office.units, "Kedua")
    entry = app.dik.current()[0]
    unit = office.units[0]
    carrying.propose(app, berkas_id, unit, entry.isi, JenisUsulan.BUKA, entry.id, Putusan.TERBUKA)
    part = dataclasses.replace(complete("Tiga"), bagian="nama pelapor")
    partly = carrying.propose(app, berkas_id, unit, part, putusan=None)
    app.uji.record(partly, carrying.weighed(app, Kesimpulan.SEBAGIAN), part)
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "2")
    carrying.apply(app, berkas_id, tmp_path)
    return berkas_id


def names(app: App, day: date) -> list[str]:
    return [row.informasi for row in app.ekspor.value(day).baris]


def test_the_list_of_any_day(app: App, second: int, clock: FixedClock) -> None:
    clock.day = date(2027, 1, 4)
    before, after = app.ekspor.value(date(2026, 12, 6)), app.ekspor.value(date(2026, 12, 31))

    assert (before.nomor_keputusan, before.tanggal_keputusan) == ("1", TODAY)
    assert [row.informasi for row in before.baris] == ["Satu", "Dua"]
    assert (after.nomor_keputusan, after.tanggal_keputusan) == ("2", LATER)
    assert names(app, LATER) == ["Dua", "Tiga (bagian yang dikecualikan: nama pelapor)"]
    assert (after.per_tanggal, after.ditulis) == (date(2026, 12, 31), date(2027, 1, 4))
    assert after.instansi == "Dinas Uji Provinsi Uji"
    assert after.judul.endswith("di Lingkungan Dinas Uji Provinsi Uji Tahun 2026")
    row = after.baris[0]
    assert row.dasar_hukum == ("Pasal 17 huruf h angka 2 UU Nomor 14 Tahun 2008",)
    assert (row.jangka_waktu, row.unit_kerja) == ("2 tahun", "Bidang 1")
    assert (row.mulai, row.berakhir) == (TODAY, date(2028, 11, 23))


def test_the_list_of_one_keputusan(app: App, first: int, second: int) -> None:
    old, new = app.dik.terbitan()
    assert [row.informasi for row in app.ekspor.value_of(old.id).baris] == ["Satu", "Dua"]
    value = app.ekspor.value_of_berkas(second)
    assert value == app.ekspor.value_of(new.id)
    assert (value.nomor_keputusan, value.per_tanggal) == ("2", LATER)
    with pytest.raises(NotFoundError):
        app.ekspor.value_of(999)
    with pytest.raises(DomainError, match="belum diselaraskan"):
        app.ekspor.value_of_berkas(carrying.start(app, "Baru"))


def test_a_day_before_any_keputusan_is_refused(app: App, first: int) -> None:
    with pytest.raises(DomainError, match="sampai dengan 22 November 2026") as raised:
        app.ekspor.value(date(2026, 11, 22))
    assert raised.value.field == "tanggal"


def test_a_day_to_come_is_refused(app: App, first: int) -> None:
    with pytest.raises(DomainError, match="24 November 2026 belum tiba"):
        app.ekspor.write(app.ekspor.value(date(2026, 11, 24)), FormatEkspor.CSV)


def test_an_office_without_a_name_is_told_where_to_enter_it(app: App) -> None:
    app.dik_awal.bring_in("0", TODAY, [(app_unit(app), complete("Satu"))])
    with pytest.raises(DomainError, match="Pengaturan, tab Instansi"):
        app.ekspor.value(TODAY)


def app_unit(app: App) -> int:
    from sopapp.services.unit_kerja import UnitKerjaInput

    return app.unit_kerja.add(UnitKerjaInput("U", "Unit", "Kepala"))


def test_the_list_that_the_office_began_with_is_published_too(app: App, office: Office) -> None:
    app.dik_awal.bring_in("12/2025", date(2025, 5, 2), [(office.units[1], complete("Lama"))])
    value = app.ekspor.value(TODAY)

    assert (value.nomor_keputusan, value.tanggal_keputusan) == ("12/2025", date(2025, 5, 2))
    assert value.judul.endswith("Tahun 2025")
    assert [row.informasi for row in value.baris] == ["Lama"]


@pytest.mark.parametrize("form", FormatEkspor)
def test_each_form_says_what_it_is_and_nothing_internal(
    app: App, second: int, form: FormatEkspor
) -> None:
    for entry in app.dik.current():
        app.dik.set_note(entry.id, SECRET)
    found = text_of(form, app.ekspor.write(app.ekspor.value(LATER), form))

    assert SECRET not in found
    for words in ("Dua", "nama pelapor", "Dinas Uji Provinsi Uji", "Bidang 1", "2 tahun"):
        assert words in found
    flat = " ".join(found.split())
    assert "Sumber: Dinas Uji Provinsi Uji, Keputusan Nomor 2 tanggal 7 Desember 2026." in flat
    assert "Dokumen" not in found  # the form of the document is for the office


def test_the_list_in_print_has_the_same_words(app: App, second: int) -> None:
    value = app.ekspor.value(LATER)
    paper = app.ekspor.compose(value)

    assert (paper.judul, paper.nomor_keputusan) == (value.judul, "2")
    assert paper.tanggal_terbit == LATER
    assert [row.informasi for row in paper.daftar] == [row.informasi for row in value.baris]
    assert "Keadaan per tanggal 7 Desember 2026." in paper.catatan
    assert any("tidak dipungut biaya" in text for text in paper.catatan)


@pytest.mark.parametrize("form", FormatEkspor)
def test_a_register_that_was_emptied_says_nihil(
    app: App, office: Office, tmp_path: Path, clock: FixedClock, form: FormatEkspor
) -> None:
    carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Satu")])
    clock.day = LATER
    berkas_id = carrying.to_validasi(app, office.units, "Kedua")
    entry = app.dik.current()[0]
    blank = IsiDik("")
    carrying.propose(
        app, berkas_id, office.units[0], blank, JenisUsulan.BUKA, entry.id, Putusan.TERBUKA
    )
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "2")
    carrying.apply(app, berkas_id, tmp_path)
    found = text_of(form, app.ekspor.write(app.ekspor.value(LATER), form))

    assert "Keputusan Nomor 2" in " ".join(found.split())
    if form is FormatEkspor.JSON:
        assert json.loads(found)["jumlah"] == 0
    else:
        assert "Nihil" in found


def test_a_character_that_cannot_be_printed_stops_only_the_pdf(app: App, office: Office) -> None:
    app.dik_awal.bring_in("1", TODAY, [(office.units[0], complete("Rahasia 😀"))])
    with pytest.raises(DomainError, match="tidak dapat dicetak"):
        app.ekspor.write(app.ekspor.value(TODAY), FormatEkspor.PDF)
    assert "😀" in app.ekspor.write(app.ekspor.value(TODAY), FormatEkspor.HTML).decode()


def test_the_file_name_is_fit_for_windows(app: App, first: int) -> None:
    value = app.ekspor.value(TODAY)
    name = app.ekspor.file_name(value, FormatEkspor.XLSX)
    assert name == "DIK-per-2026-11-23-Dinas-Uji-Provinsi-Uji.xlsx"

    office = "Dinas Perindustrian dan Perdagangan Provinsi Nusa Tenggara Timur"
    name = app.ekspor.file_name(dataclasses.replace(value, instansi=office), FormatEkspor.PDF)
    assert name.endswith("Provinsi-Nusa-Tenggara-Timur.pdf")  # never another region's name
