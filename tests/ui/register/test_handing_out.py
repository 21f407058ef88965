"""The register as files for the public and as sheets of what is shown."""

from __future__ import annotations

import csv
import json
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from sopapp.domain.daftar_terbuka import FormatEkspor
from sopapp.domain.tanggal import tanggal
from tests.journeys.papers import text_of
from tests.ui.register.conftest import titles
from ui.register.entry_filter import EntryFilter


@pytest.fixture
def page(two_versions, make_page, app):
    made = make_page()
    app.dik.set_note(made.model.row(0).id, "Jangan diumumkan")
    made.show()
    return made


def export(qtbot, page, form: FormatEkspor, tasks):
    menu = page.actions_row.export_menu
    action = next(each for each in menu.actions() if each.text() == form.label)
    action.trigger()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)


@pytest.mark.parametrize("form", list(FormatEkspor))
def test_every_form_is_written_and_told(qtbot, page, tasks, prompts, tmp_path, form):
    prompts.file = tmp_path / f"daftar{form.suffix}"
    export(qtbot, page, form, tasks)
    data = prompts.file.read_bytes()
    assert data
    assert b"Jangan diumumkan" not in data
    assert page.notice.text.replace("\u200b", "") == f"Tersimpan: {prompts.file}"


def test_the_day_and_the_version_shown_are_exported(qtbot, page, tasks, prompts, tmp_path):
    prompts.file = tmp_path / "daftar.json"
    page.day_bar.day.set_day(date(2026, 1, 1))
    export(qtbot, page, FormatEkspor.JSON, tasks)
    assert "Resep produk" in prompts.file.read_text(encoding="utf-8")
    page.day_bar.today.click()
    export(qtbot, page, FormatEkspor.JSON, tasks)
    assert "Resep produk" not in prompts.file.read_text(encoding="utf-8")
    assert json.loads(prompts.file.read_text(encoding="utf-8"))
    page.day_bar.version.fill()
    page.day_bar.version.setCurrentIndex(page.day_bar.version.count() - 1)  # the oldest
    prompts.file = tmp_path / "daftar.csv"
    export(qtbot, page, FormatEkspor.CSV, tasks)
    rows = list(csv.reader(prompts.file.read_text(encoding="utf-8-sig").splitlines()))
    assert any("Resep produk" in cell for row in rows for cell in row)


@pytest.mark.parametrize("form", list(FormatEkspor))
def test_a_file_that_is_stopped_half_way_leaves_the_old_one(
    page, prompts, tmp_path, stop_work, form
):
    prompts.file = tmp_path / f"daftar{form.suffix}"
    prompts.file.write_bytes(b"lama")
    page.actions_row.export_menu.export(form)
    stop_work()
    assert list(tmp_path.glob(".baru-*")) == []
    assert prompts.file.read_bytes() == b"lama"
    assert page.notice.text == "Dibatalkan. Tidak ada file yang ditulis."


def test_reading_a_long_list_is_stopped_before_a_place_is_asked_for(
    page, prompts, tmp_path, stop_with_progress
):
    prompts.file = tmp_path / "daftar.csv"
    page.actions_row.export_menu.export(FormatEkspor.CSV)
    assert stop_with_progress[0].startswith("Membaca daftar")
    assert not prompts.file.exists()
    assert page.notice.text == "Dibatalkan. Tidak ada file yang ditulis."


def test_printing_a_long_table_is_stopped_before_its_preview(page, stop_with_progress):
    page.actions_row.print_button.click()
    assert stop_with_progress[0].startswith("Membaca daftar")
    assert QApplication.activeModalWidget() is None
    assert page.notice.text == "Dibatalkan. Tidak ada yang dicetak."


def test_a_folder_that_cannot_be_written_is_told(qtbot, page, tasks, prompts, tmp_path):
    prompts.file = tmp_path / "tidak" / "ada.csv"
    export(qtbot, page, FormatEkspor.CSV, tasks)
    assert "tidak dapat ditulis" in prompts.shown[-1]
    assert page.notice.text.replace("\u200b", "") == ""


def test_a_day_to_come_is_refused_in_a_sentence(qtbot, page, tasks, prompts, tmp_path):
    prompts.file = tmp_path / "daftar.csv"
    page.day_bar.day.set_day(date(2027, 1, 1))
    export(qtbot, page, FormatEkspor.CSV, tasks)
    assert "belum tiba" in prompts.shown[-1]
    assert not prompts.file.exists()


def test_what_is_shown_is_printed(qtbot, page):
    page.filter_bar.set_value(EntryFilter(kata="pribadi", huruf="h"))
    page.table.show_column(3, False)
    page.table.sortByColumn(1, page.model._sort[1].DescendingOrder)
    expected = titles(page)
    page.actions_row.print_button.click()
    preview = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: preview.preview.page_count > 0, timeout=20_000)
    assert f"Daftar informasi per {tanggal(page.day_bar.day.day())}" in preview.windowTitle()
    words = text_of(preview.preview.data)
    preview.close()
    places = [words.index(title) for title in expected]
    assert places == sorted(places)
    assert len(expected) == 3
    assert "memuat “pribadi”; Pasal 17: Huruf h" in words
    assert "Rencana pengawasan" not in words
    assert "Bila dibuka" not in words
    assert "Jangan diumumkan" not in words


def test_sheets_with_internal_notes_say_that_they_stay_in_the_office(qtbot, page):
    page.table.show_column(11, True)
    page.actions_row.print_button.click()
    preview = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: preview.preview.page_count > 0, timeout=20_000)
    words = text_of(preview.preview.data)
    preview.close()
    assert "Jangan diumumkan" in words
    assert "Memuat catatan internal: tidak untuk diumumkan." in words


def test_an_emoji_keeps_no_table_from_being_printed(qtbot, page, app):
    app.dik.set_note(page.model.row(0).id, "Arsip 📁")
    page.table.show_column(11, True)
    page.actions_row.print_button.click()
    preview = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: preview.preview.page_count > 0, timeout=20_000)
    assert "[U+1F4C1]" in text_of(preview.preview.data)
    preview.close()
