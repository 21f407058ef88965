"""The year ends: somebody reads how the SOP was kept, and hands it out with its evidence."""

from __future__ import annotations

import zipfile

import openpyxl
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.conftest import fill_office
from tests.journeys.driving import Desk
from tests.journeys.papers import text_of
from tests.services import carrying
from ui.report.bar_chart import BarChart

STAGES = "Waktu tiap tahap, dalam hari kerja"
EACH = "Tiap berkas"


@pytest.fixture
def desk(stored: Desk) -> Desk:
    """An office with a berkas that ended, and one that was sent back and waits."""
    app, office = stored.app, fill_office(stored.app)
    first = office.units[0]
    done = carrying.to_register(app, office.units, stored.folder, "1", [(first, "Satu")])
    carrying.finish(app, done)
    waits = carrying.to_validasi(app, office.units, "Berkas susulan")
    app.berkas.send_back(waits, 1, "Usulan belum lengkap")
    stored.reopen()
    return stored


def test_the_year_is_read_and_handed_out_by_mouse(desk: Desk):
    desk.click("Laporan")
    assert desk.reads("Berkas tahun 2026, keadaan per 23 November 2026")
    assert desk.reads("pada 1 dari 2 berkas")
    assert desk.column(STAGES, "Kembali")[1] == "1 kali"
    assert desk.letters_shared() == {}
    print_it(desk)
    take_the_figures_along(desk)
    take_the_picture_along(desk)
    gather_the_evidence(desk)
    desk.row(EACH, "Berkas susulan", double=True)
    assert desk.window.front == "berkas"
    assert desk.reads("Berkas susulan")
    assert desk.check() == ()


def test_the_year_is_read_and_handed_out_by_keyboard(desk: Desk):
    desk.window.report()
    desk.tab_to(lambda widget: isinstance(widget, BarChart))
    assert "standar\u00a05" in desk.focus.accessibleDescription()
    desk.tab_to(lambda widget: widget.accessibleName() == EACH)
    desk.keys("Home", "Return")
    assert desk.window.front == "berkas"
    desk.window.report()
    desk.prompts.file = desk.folder / "bukti.zip"
    desk.keys("Alt+B")
    desk.settle()
    assert desk.reads("file bukti tersimpan")
    desk.keys("Return")
    assert desk.top is desk.window
    assert zipfile.is_zipfile(desk.prompts.file)


def print_it(desk: Desk) -> None:
    desk.click("Cetak / PDF…")
    assert desk.letters_shared() == {}
    desk.print_shown()
    words = text_of(desk.shown[-1])
    assert "LAPORAN KINERJA SOP TAHUN 2026" in words
    assert "Usulan belum lengkap" in words


def take_the_figures_along(desk: Desk) -> None:
    desk.prompts.file = desk.folder / "laporan.xlsx"
    desk.click("Excel…")
    desk.settle()
    assert desk.reads("Tersimpan:")
    assert openpyxl.load_workbook(desk.prompts.file)["Tahap"]._charts


def take_the_picture_along(desk: Desk) -> None:
    desk.click("Gambar")
    desk.pick("Salin gambar")
    QApplication.processEvents()
    assert QGuiApplication.clipboard().mimeData().hasImage()
    assert desk.reads("Gambar disalin.")


def gather_the_evidence(desk: Desk) -> None:
    desk.prompts.file = desk.folder / "bukti.zip"
    desk.click("Bukti monev…")
    desk.settle()
    assert desk.reads("Masih kurang 1 bukti:")
    assert desk.reads("Lembar Uji dan Berita Acara belum dicetak")
    desk.click("Tutup")
    with zipfile.ZipFile(desk.prompts.file) as archive:
        assert any(name.startswith("publik/") for name in archive.namelist())
