"""Who did what when, readable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from sopapp.domain.riwayat_words import difference, value_words
from sopapp.domain.tanggal import tanggal
from sopapp.services.setting import GeneralSettings
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.conftest import TODAY
from tests.services import carrying
from ui.lists.riwayat_page import RiwayatPage


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


def pick(combo, words):
    combo.fill()
    combo.setCurrentIndex(combo.findText(words))


def test_words_are_looked_for_in_all_events(qtbot, page, app, office):
    page.show()
    page.filter_bar.search.setText("bidang 1 ditambahkan")
    qtbot.keyClick(page.filter_bar.search, Qt.Key.Key_Return)
    assert shown(page) == ["Unit kerja ditambahkan: Bidang 1."]
    assert page._head.note == f"1 dari {app.riwayat.count()} peristiwa"


def test_events_are_narrowed_by_kind_person_and_berkas(page, app, office, clock):
    berkas_id = carrying.start(app, "Pemutakhiran 2026")
    app.setting.save(GeneralSettings("Maria Contoh"))
    app.berkas.rename(berkas_id, "Judul lain")
    page.show()
    pick(page.filter_bar.kelompok, "Instansi, unit, pejabat")
    assert set(shown(page)) >= {"Unit kerja ditambahkan: Bidang 1.", "Data instansi diubah."}
    assert not any(words.startswith("Judul berkas") for words in shown(page))
    page.filter_bar.clear()
    pick(page.filter_bar.pelaku, "Maria Contoh")
    assert [event.pelaku for event in map(page.model.row, range(page.model.rowCount()))] == [
        "Maria Contoh"
    ]
    page.filter_bar.clear()
    pick(page.filter_bar.berkas, "Judul lain")
    assert page.model.rowCount() == len(app.riwayat.list(berkas_id))
    page.filter_bar.clear()
    assert page.model.rowCount() == app.riwayat.count()


def test_events_of_some_days_only(page, app, office, clock):
    before = app.riwayat.count()
    clock.day = date(2026, 12, 1)
    app.unit_kerja.add(UnitKerjaInput("U9", "Bidang 9", "Kepala"))
    page.show()
    pick(page.filter_bar.waktu, "Hari ini")
    assert shown(page) == ["Unit kerja ditambahkan: Bidang 9."]
    assert page.filter_bar.days.isHidden()
    pick(page.filter_bar.waktu, "Pilih tanggal…")
    page.filter_bar.dari.set_day(TODAY)
    page.filter_bar.sampai.set_day(TODAY)
    assert page.model.rowCount() == before
    assert not page.filter_bar.days.isHidden()


def test_in_a_low_window_the_rows_keep_the_greater_part(qtbot, page, app, office):
    page.resize(860, 430)
    page.show()
    qtbot.waitUntil(lambda: sum(page.content.sizes()) > 0)
    page.content.table.setCurrentIndex(page.content.model.index(1, 0))
    qtbot.waitUntil(lambda: page.content.sizes()[1] > 0)
    above, below = page.content.sizes()
    assert page.content.detail.isVisible()
    assert above > below > 0


def test_nothing_that_fits_is_said(page, app, office):
    page.show()
    page.filter_bar.search.setText("tidak pernah terjadi")
    page.filter_bar.search.asked.emit("")
    assert page.stack.currentWidget() is page.stack.no_hit
    assert not page.print_button.isEnabled()


def test_the_choice_stays_when_a_row_is_added(page, app, office):
    page.show()
    page.table.setCurrentIndex(page.model.index(2, 0))
    chosen = page.table.current.id
    app.unit_kerja.add(UnitKerjaInput("U9", "Bidang 9", "Kepala"))
    assert page.table.current.id == chosen
    assert page.table.currentIndex().row() == 3


def test_numbers_of_records_are_told_by_name(page, app, office):
    first, *others = [unit.id for unit in app.unit_kerja.list()]
    app.unit_kerja.reorder([*others, first])
    page.show()
    page.table.setCurrentIndex(page.model.index(0, 0))
    pairs = dict(page.detail.pairs)
    assert pairs["Urutan"] == "Bidang 1; Bidang 2; Bidang 3  →  Bidang 2; Bidang 3; Bidang 1"


def test_what_is_shown_is_printed(page, app, office):
    page.show()
    page.filter_bar.search.setText("pejabat")
    page.filter_bar.search.asked.emit("")
    page.print()
    dialog = next(w for w in page.window().findChildren(QDialog))
    assert f"Riwayat per {tanggal(TODAY)}" in dialog.windowTitle()
    letter = dialog._items[0].source()()  # put together on a thread
    assert len(letter.baris) == page.model.rowCount() == 2
    assert letter.keterangan == "Memuat “pejabat”: 2 peristiwa."
    dialog.close()


def test_what_is_shown_is_exported(page, app, office, prompts, tasks, tmp_path):
    prompts.file = tmp_path / "riwayat.xlsx"
    page.show()
    page.export()
    tasks.wait()
    assert (tmp_path / "riwayat.xlsx").read_bytes()[:2] == b"PK"


def test_an_export_that_is_stopped_writes_nothing(page, office, prompts, tmp_path, stop_work):
    prompts.file = tmp_path / "riwayat.xlsx"
    page.say = lambda text: said.append(text)
    said = []
    page.show()
    page.export()
    stop_work()
    assert not prompts.file.exists()
    assert said == ["Menulis riwayat…", "Dibatalkan. Tidak ada file yang ditulis."]


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
        (["a", True], "a; ya"),
        ({"nama": "X", "berlaku_dari": "2026-01-02"}, "Nama: X; Berlaku dari: 2 Januari 2026"),
    ],
)
def test_values_read_as_words(value, words):
    assert value_words(value) == words


def test_what_came_and_what_went():
    pairs = difference({"lama": 1, "sama": 2}, {"sama": 2, "baru": 3, "kosong": ""})
    assert pairs == (("Lama", "1 (sebelumnya)"), ("Baru", "3"))
    assert difference(None, None) == ()


def test_a_long_riwayat_is_read_in_turns(qtbot, page, app, office, monkeypatch):
    monkeypatch.setattr("sopapp.services.riwayat_index._TOGETHER", 2)
    page.show()
    assert page.model.rowCount() == 0  # the window lives meanwhile
    page.filter_bar.search.setText("bidang 1 ditambahkan")
    qtbot.keyClick(page.filter_bar.search, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    assert shown(page) == ["Unit kerja ditambahkan: Bidang 1."]
    assert page._head.note == f"1 dari {app.riwayat.count()} peristiwa"
