"""The chosen entry: its fields, its life, and the office's note."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sopapp.domain.dik import JenisUsulan
from tests.services import carrying
from tests.ui.register.conftest import titles


@pytest.fixture
def page(two_versions, make_page):
    page = make_page()
    page.show()
    choose(page, "Identitas pelapor")
    return page


def choose(page, informasi):
    page.table.setCurrentIndex(page.model.index(titles(page).index(informasi), 1))


def test_fields_tell_which_keputusan_set_and_which_lists_it(page):
    choose(page, "Data gaji")
    shown = dict(page.detail.pairs)
    assert shown["Ditetapkan dengan"] == "Keputusan Nomor 500.12/1/KEP/2025, 15 Januari 2025"
    assert shown["Daftar menurut"] == "Keputusan Nomor 500.12/7/KEP/2026, 23 November 2026"
    assert shown["Status"] == "Akan berakhir"


def test_the_timeline_tells_the_life_with_the_changed_words(page):
    lines = page.detail.timeline.lines()
    assert lines[0].startswith("15 Januari 2025 · Ditetapkan")
    assert any("· Diusulkan" in line and "Bidang 1" in line for line in lines)
    assert any("· Diuji" in line for line in lines)
    assert lines[-1].startswith("23 November 2026 · Diubah")
    changed = page.detail.timeline.changed_words()
    assert "<s " in changed
    assert ">5 </s>" in changed or ">5</s>" in changed
    assert ">3 </u>" in changed or ">3</u>" in changed


@pytest.mark.parametrize("how", ["button", "enter"])
def test_the_timeline_opens_larger(qtbot, page, how):
    if how == "button":
        page.detail.history_button.click()
    else:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert dialog.windowTitle() == "Riwayat informasi"
    assert dialog.timeline.lines() == page.detail.timeline.lines()
    dialog.close()


def test_a_note_is_stored_found_and_searched(qtbot, page, app):
    note = page.detail.note
    assert not note.save_button.isEnabled()
    note.edit.setPlainText("Arsip di lemari 3")
    note.save_button.click()
    assert note.status.text() == "Catatan tersimpan."
    assert page.table.current.catatan == "Arsip di lemari 3"
    assert next(each for each in app.dik.current() if each.catatan).catatan == "Arsip di lemari 3"
    page.filter.setText("lemari")
    qtbot.waitUntil(lambda: titles(page) == ["Identitas pelapor"])


def test_a_note_is_kept_when_another_entry_or_page_is_chosen(page, app):
    note = page.detail.note
    note.edit.setPlainText("Pertama")
    choose(page, "Data gaji")
    assert note.edit.text() == ""
    note.edit.setPlainText("Kedua")
    page.hide()
    notes = {each.isi.informasi: each.catatan for each in app.dik.current() if each.catatan}
    assert notes == {"Identitas pelapor": "Pertama", "Data gaji": "Kedua"}


def test_a_note_that_is_too_long_stays_to_be_mended(page, app, prompts):
    note = page.detail.note
    note.edit.setPlainText("x" * 6000)
    choose(page, "Data gaji")
    assert "terlalu panjang" in prompts.shown[-1]
    assert page.detail.entri.isi.informasi == "Identitas pelapor"
    assert len(note.edit.text()) == 6000
    assert not page.may_leave()
    note.edit.setPlainText("pendek")
    assert page.may_leave()


def test_a_click_away_from_a_note_that_is_too_long_leaves_its_row_marked(qtbot, page):
    page.detail.note.edit.setPlainText("x" * 6000)
    table, here = page.table, page.table.currentIndex().row()
    other = page.model.index(titles(page).index("Data gaji"), 1)
    there = table.visualRect(other).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=there)
    qtbot.waitUntil(lambda: table.chosen_rows() == [here])


def test_typing_a_note_survives_a_reload(page):
    page.detail.note.edit.setPlainText("sedang diketik")
    page.reload()
    assert page.detail.note.edit.text() == "sedang diketik"


def test_a_note_is_kept_when_a_search_takes_its_entry_away(qtbot, page, app):
    page.detail.note.edit.setPlainText("Arsip di lemari 3")
    page.filter.setText("gaji")
    qtbot.waitUntil(lambda: titles(page) == ["Data gaji"])
    assert page.detail.isHidden()
    assert [each.catatan for each in app.dik.current() if each.catatan] == ["Arsip di lemari 3"]


def test_the_timeline_follows_what_happens(page, app, office):
    before = len(page.detail.timeline.lines())
    entri = page.table.current
    berkas = carrying.to_validasi(app, office.units, "Ketiga")
    app.usulan.add(berkas, entri.unit_id, JenisUsulan.TETAP, entri.isi, entri.id)
    page.hide()
    page.show()
    lines = page.detail.timeline.lines()
    assert len(lines) == before + 1
    assert any("Ketiga" in line for line in lines)


def test_the_fields_cannot_be_dragged_too_narrow_to_be_read(page):
    detail = page.detail
    detail.setSizes([0, 10_000])
    assert detail.fields.width() >= detail.fontMetrics().averageCharWidth() * 40
