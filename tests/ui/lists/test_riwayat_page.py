"""Who did what when, readable."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.services import carrying
from ui.lists import riwayat_page
from ui.lists.riwayat_page import RiwayatPage
from ui.lists.riwayat_words import difference, value_words


@pytest.fixture
def page(qtbot, context):
    made = RiwayatPage(context)
    qtbot.addWidget(made)
    return made


def shown(page):
    return [page.model.row(n).ringkasan for n in range(page.model.rowCount())]


def test_events_are_read_when_the_page_is_shown_newest_first(page, app, office):
    berkas_id = carrying.start(app, "Pemutakhiran 2026")
    assert page.model.total == 0
    page.show()
    assert shown(page)[0] == app.riwayat.list(limit=1)[0].ringkasan
    assert page.model.index(0, 1).data() == "Penguji"
    assert page.model.index(0, 3).data() == "Pemutakhiran 2026"
    app.berkas.rename(berkas_id, "Judul lain")
    assert page.model.index(0, 3).data() == "Judul lain"


def test_before_and_after_are_words(page, app, office):
    app.instansi.save(replace(app.instansi.get(), kota="Ende"))
    page.show()
    page.table.setCurrentIndex(page.model.index(0, 0))
    pairs = dict(page.detail.pairs)
    assert pairs["Kota"] == "Kupang  →  Ende"
    assert "Pemerintah" not in pairs
    assert pairs["Waktu"].startswith("Senin, 23 November 2026 pukul ")
    assert pairs["Pelaku"] == "Penguji"


def test_enter_opens_the_berkas_of_an_event(qtbot, page, app, office, navigate):
    berkas_id = carrying.start(app)
    page.show()
    page.table.setCurrentIndex(page.model.index(0, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert navigate.went == [("berkas", berkas_id)]


def test_only_the_newest_are_read_until_all_are_wanted(page, app, office, monkeypatch):
    monkeypatch.setattr(riwayat_page, "_NEWEST", 3)
    page.show()
    assert page.model.total == 3
    assert page._head.note == "3 peristiwa terbaru"
    assert not page.all_button.isHidden()
    page.all_button.click()
    assert page.model.total == len(app.riwayat.list(limit=None)) > 3
    assert page.all_button.isHidden()


def test_a_filter_looks_through_all_events(qtbot, page, app, office, monkeypatch):
    monkeypatch.setattr(riwayat_page, "_NEWEST", 1)
    page.show()
    page.filter.setText("Bidang 1")
    qtbot.keyClick(page.filter, Qt.Key.Key_Return)
    assert shown(page) == ["Unit kerja ditambahkan: Bidang 1."]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "kosong"),
        ("", "kosong"),
        ([], "kosong"),
        (True, "ya"),
        (False, "tidak"),
        ("2026-11-23", "23 November 2026"),
        ("2026-13-45", "2026-13-45"),
        (12.5, "12,5"),
        ("atasan_ppid_pembantu", "Atasan PPID Pembantu"),
        (["a", True], "a; ya"),
        ({"nama": "X", "berlaku_dari": "2026-01-02"}, "Nama: X; Berlaku dari: 2 Januari 2026"),
    ],
)
def test_values_read_as_words(value, words):
    assert value_words(value) == words


def test_what_came_and_what_went():
    pairs = difference({"lama": 1, "sama": 2}, {"sama": 2, "baru": 3})
    assert pairs == (("Lama", "1 (sebelumnya)"), ("Baru", "3"))
    assert difference(None, None) == ()
