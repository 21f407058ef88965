"""The form of a unit from the register as it stands, and that it comes back as it went out."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.domain.errors import NotFoundError
from sopapp.domain.impor import Kolom, StatusBaris
from sopapp.services.letter_settings import LetterSettings
from sopapp.services.register_settings import RegisterSettings
from sopapp.spreadsheet.unit_form import write_form
from tests.conftest import Office
from tests.services import carrying

SECRET = "CATATAN-INTERNAL-RAHASIA"


@pytest.fixture
def berkas_id(app: App, office: Office, tmp_path: Path) -> int:
    """A new berkas after a Keputusan set Satu and Dua for U1 and Tiga for U2, for two years."""
    first, second, _third = office.units
    carrying.to_register(
        app, office.units, tmp_path, "1", [(first, "Satu"), (first, "Dua"), (second, "Tiga")]
    )
    return carrying.start(app, "Pemutakhiran berikutnya")


def test_a_unit_gets_its_own_entries(app: App, office: Office, berkas_id: int) -> None:
    value = app.formulir.value(berkas_id, office.units[0])

    entries = {entry.isi.informasi: entry.id for entry in app.dik.current()}
    assert [(row.entri_id, row.sel[Kolom.INFORMASI]) for row in value.baris] == [
        (entries["Satu"], "Satu"),
        (entries["Dua"], "Dua"),
    ]
    assert value.baris[0].sel[Kolom.HURUF] == "h.2"
    assert value.baris[0].sel[Kolom.JANGKA] == "2 tahun"
    assert (value.unit_kode, value.unit_nama) == ("U1", "Bidang 1")
    assert (value.berkas, value.tahun) == ("Pemutakhiran berikutnya", 2026)
    assert value.tenggat == date(2026, 11, 30)  # five working days from Monday 23 November
    assert value.penerima == "Admin PPID, Dinas Uji Provinsi Uji"
    assert app.formulir.value(berkas_id, office.units[2]).baris == ()


def test_letters_and_laws_come_from_the_catalogue(app: App, office: Office, berkas_id: int) -> None:
    app.katalog.add_law("Undang-Undang Nomor 99 Tahun 2098 tentang Uji")
    value = app.formulir.value(berkas_id, office.units[0])

    assert [each.kode for each in value.huruf if "." not in each.kode] == list("abcdefghij")
    assert "h.2" in [each.kode for each in value.huruf]
    assert "Undang-Undang Nomor 99 Tahun 2098 tentang Uji" in value.undang_undang


def test_an_ending_period_is_pointed_out(
    app: App, office: Office, berkas_id: int, clock: FixedClock
) -> None:
    def notes() -> list[str]:
        return [row.catatan for row in app.formulir.value(berkas_id, office.units[0]).baris]

    assert notes() == ["", ""]
    clock.day = date(2028, 11, 1)  # 22 days before the end
    assert all(note.startswith("Jangka waktu berakhir 23 November 2028.") for note in notes())
    app.setting.save(RegisterSettings(batas_hari=21))
    assert notes() == ["", ""]
    clock.day = date(2028, 11, 24)
    assert all(note.startswith("Jangka waktu sudah berakhir 23 November 2028.") for note in notes())


def test_the_file_can_be_sent_and_says_nothing_internal(
    app: App, office: Office, berkas_id: int
) -> None:
    app.dik.set_note(app.dik.current()[0].id, SECRET)
    value = app.formulir.value(berkas_id, office.units[0])
    data = write_form(value)

    assert app.formulir.file_name(value) == "Formulir-DIK-2026-U1-Bidang-1.xlsx"
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    texts = "".join(str(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)
    assert "Satu" in texts
    assert SECRET not in texts


def test_the_paper_is_the_offices(app: App, office: Office, berkas_id: int) -> None:
    app.setting.save(LetterSettings(klasifikasi="500.12", paper="F4"))
    assert app.formulir.value(berkas_id, office.units[0]).kertas == "F4"


@pytest.mark.parametrize(("paper", "code"), [("Folio", 14), ("Lain", 9)])
def test_every_paper_of_the_settings_has_a_form(
    app: App, office: Office, paper: str, code: int
) -> None:
    app.setting.save(LetterSettings(klasifikasi="5", paper=paper, lebar=200.0, tinggi=300.0))
    data = write_form(app.formulir.value(carrying.start(app), office.units[0]))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book["Usulan"].page_setup.paperSize == code


def test_a_unit_that_is_gone_is_told(app: App, berkas_id: int) -> None:
    with pytest.raises(NotFoundError):
        app.formulir.value(berkas_id, 999)


def test_what_comes_back_unchanged_says_nothing_new(
    app: App, office: Office, berkas_id: int, tmp_path: Path
) -> None:
    path = tmp_path / "formulir.xlsx"
    path.write_bytes(write_form(app.formulir.value(berkas_id, office.units[0])))
    checked = app.impor.check(path, berkas_id, office.units[0])

    assert [row.status for row in checked.baris] == [StatusBaris.TIDAK_BERUBAH] * 2
    assert [row.entri_id for row in checked.baris] == [
        entry.id for entry in app.dik.current() if entry.unit_id == office.units[0]
    ]
