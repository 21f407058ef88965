"""The DIK as it stood on a day."""

from __future__ import annotations

import sys
from datetime import date
from types import SimpleNamespace

import pytest

from tests.services import carrying
from ui.register.register_page import RegisterPage


@pytest.fixture
def page(qtbot, context):
    made = RegisterPage(context)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def filled(app, office, tmp_path):
    one, two, _three = office.units
    usulan = [(one, "Identitas pelapor"), (two, "Rencana <b>pengawasan</b> & lokasi")]
    return carrying.to_register(app, office.units, tmp_path, "500.12/1/UJI/XI/2026", usulan)


def cells(page, row):
    titles = [column.title for column in page.model.columns]
    return {title: page.model.index(row, n).data() for n, title in enumerate(titles)}


def test_an_empty_register_offers_the_list_that_exists(page, navigate, monkeypatch):
    assert not page.stack.shows_list
    title, text, _button = page.empty.words
    assert title == "Daftar masih kosong"
    assert "tahap 4" in text
    opened = []

    class Dialog:
        def __init__(self, context, parent):
            self.context = context

        def open(self):
            opened.append(self.context)

    name = "ui.impor.first_version_dialog"
    monkeypatch.setitem(sys.modules, name, SimpleNamespace(FirstVersionDialog=Dialog))
    page.empty.button.click()
    assert opened == [page._context]
    page.board_button.click()
    assert navigate.went == [("board",)]


def test_entries_in_force_are_listed_as_typed(filled, page):
    assert page.stack.shows_list
    assert cells(page, 1) == {
        "No.": "2",
        "Informasi": "Rencana <b>pengawasan</b> & lokasi",
        "Dasar hukum": "Pasal 17 huruf h angka 2 UU Nomor 14 Tahun 2008",
        "Bila dibuka": "Mengungkap rahasia pribadi pemohon layanan.",
        "Bila ditutup": "Melindungi rahasia pribadi pemohon layanan.",
        "Jangka waktu": "2 tahun",
        "Berakhir": "23 Nov 2028",
        "Status": "Berlaku",
        "Unit kerja": "Bidang 2",
        "Keputusan": "500.12/1/UJI/XI/2026, 23 Nov 2026",
        "Bentuk": "Dokumen",
        "Catatan internal": "",
    }
    assert page._head.note == "2 informasi, per 23 November 2026"


def test_the_list_fills_when_a_keputusan_is_applied(page, app, office, tmp_path):
    carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Baru")])
    assert page.model.rowCount() == 1


def test_another_day_shows_that_day(filled, page):
    bar = page.day_bar
    bar.day.set_day(date(2026, 11, 22))
    assert not page.stack.shows_list
    assert "22 November 2026" in page.empty.words[1]
    assert bar.today.isEnabled()
    bar.today.click()
    assert page.model.rowCount() == 2
    assert not bar.today.isEnabled()
    bar.day.set_day(date(2026, 11, 22))
    page.empty.button.click()
    assert page.model.rowCount() == 2


def test_the_chosen_entry_is_read_in_full(filled, page):
    assert page.detail.isHidden()
    page.table.setCurrentIndex(page.model.index(1, 0))
    assert not page.detail.isHidden()
    shown = dict(page.detail.pairs)
    assert shown["Informasi"] == "Rencana <b>pengawasan</b> & lokasi"
    assert shown["Berlaku"] == "sejak 23 November 2026; berakhir 23 November 2028"
    page.filter.setText("pelapor")
    page.filter.asked.emit("pelapor")
    assert page.model.rowCount() == 1
    assert page.detail.isHidden()


def test_hidden_it_reads_nothing_until_it_is_seen_again(page, app, office, tmp_path):
    page.show()
    page.hide()
    carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Baru")])
    assert page.model.rowCount() == 0
    page.show()
    assert page.model.rowCount() == 1
