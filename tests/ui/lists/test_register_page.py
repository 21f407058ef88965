"""The DIK as it stood on a day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services import carrying
from ui.lists.register_page import RegisterPage


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
    return [page.model.index(row, n).data() for n in range(page.model.columnCount())]


def test_an_empty_register_says_what_to_do(page, navigate):
    assert not page.stack.shows_list
    title, text, _button = page.empty.words
    assert title == "Daftar masih kosong"
    assert "tahap 4" in text
    page.empty.button.click()
    assert navigate.went == [("board",)]


def test_entries_in_force_are_listed_as_typed(filled, page):
    assert page.stack.shows_list
    row = cells(page, 1)
    assert row[0] == "2"
    assert row[1] == "Rencana <b>pengawasan</b> & lokasi"
    assert row[2] == "Pasal 17 huruf h angka 2 UU Nomor 14 Tahun 2008"
    assert row[5:7] == ["2 tahun", "23 Nov 2028"]
    assert row[7] == "Bidang 2"
    assert row[8] == "500.12/1/UJI/XI/2026, 23 Nov 2026"
    assert page._head.note == "2 informasi, per 23 November 2026"


def test_the_list_fills_when_a_keputusan_is_applied(page, app, office, tmp_path):
    carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Baru")])
    assert page.model.rowCount() == 1


def test_another_day_shows_that_day(filled, page):
    page.day.set_day(date(2026, 11, 22))
    assert not page.stack.shows_list
    assert "22 November 2026" in page.empty.words[1]
    assert page.today.isEnabled()
    page.today.click()
    assert page.model.rowCount() == 2
    assert not page.today.isEnabled()
    page.day.set_day(date(2026, 11, 22))
    page.empty.button.click()
    assert page.model.rowCount() == 2


def test_the_filter_looks_into_every_column(qtbot, filled, page):
    page.filter.setText("bidang 1 pelapor")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page._head.note.startswith("1 dari 2 informasi")
    page.filter.setText("tidak ada sama sekali")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert not page.stack.shows_list


def test_the_chosen_entry_is_read_in_full(filled, page):
    assert page.detail.isHidden()
    page.table.setCurrentIndex(page.model.index(1, 0))
    assert not page.detail.isHidden()
    shown = dict(page.detail.pairs)
    assert shown["Informasi"] == "Rencana <b>pengawasan</b> & lokasi"
    assert shown["Berlaku"] == "sejak 23 November 2026; berakhir 23 November 2028"
    page.model.set_filter("pelapor")
    assert page.detail.isHidden()
