"""One place to save; nothing typed is lost without a question."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from sopapp.domain.naskah import JenisNaskah
from ui.prompts import Unsaved
from ui.settings.settings_page import TABS


@pytest.mark.parametrize("name", TABS)
def test_every_tab_opens_with_nothing_to_save(page, open_tab, name):
    open_tab(name)
    assert not page.edited
    assert not page.save_button.isEnabled()


@pytest.mark.parametrize("name", TABS)
def test_every_tab_opens_on_a_filled_office(page, open_tab, office, name):
    open_tab(name)
    assert not page.edited


def test_typing_and_taking_it_back_leaves_nothing_to_save(page, open_tab, office):
    tab = open_tab("instansi")
    tab.kota.setText("Ende")
    assert page.save_button.isEnabled()
    assert "belum disimpan" in page.status.text()
    tab.kota.setText("Kupang")
    assert not page.save_button.isEnabled()


def test_the_foot_drops_edits_under_a_word_that_is_not_the_undo_of_the_window(
    page, open_tab, office
):
    tab = open_tab("instansi")
    tab.kota.setText("Ende")
    assert page.discard_button.text() == "B&uang perubahan"
    page.discard_button.click()
    assert tab.kota.text() == "Kupang"
    assert not page.discard_button.isEnabled()


def test_after_saving_the_keyboard_is_in_the_tab_again(qtbot, page, open_tab, office):
    tab = open_tab("instansi")
    page.show()
    for button in (page.save_button, page.discard_button):
        tab.kota.setText("Ende" if button is page.save_button else "Soe")
        button.setFocus()
        button.click()
        assert tab.isAncestorOf(page.focusWidget())


def test_ctrl_s_saves(qtbot, page, open_tab, app, office):
    tab = open_tab("instansi")
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    tab.kota.setText("Ende")
    tab.kota.setFocus()
    qtbot.keyClick(tab.kota, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert app.instansi.get().kota == "Ende"
    assert page.status.text() == "Perubahan tersimpan."


def test_another_tab_asks_first_and_staying_keeps_the_words(page, open_tab, prompts, office):
    tab = open_tab("instansi")
    tab.kota.setText("Ende")
    prompts.leave = Unsaved.KEEP
    page.open_tab("umum")
    assert page.tab_name == "instansi"
    assert page.bar.currentIndex() == 0
    assert tab.kota.text() == "Ende"
    assert "Instansi" in prompts.shown[0]


def test_another_tab_after_letting_go_drops_the_words(page, open_tab, prompts, app, office):
    tab = open_tab("instansi")
    tab.kota.setText("Ende")
    page.open_tab("umum")
    assert page.tab_name == "umum"
    assert tab.kota.text() == "Kupang"
    assert app.instansi.get().kota == "Kupang"


def test_another_tab_after_saving_keeps_the_words(page, open_tab, prompts, app, office):
    tab = open_tab("instansi")
    tab.kota.setText("Ende")
    prompts.leave = Unsaved.SAVE
    page.open_tab("umum")
    assert page.tab_name == "umum"
    assert app.instansi.get().kota == "Ende"


def test_what_cannot_be_saved_keeps_the_user_with_it(page, open_tab, prompts, app, office):
    tab = open_tab("instansi")
    tab.nama.setText("")
    prompts.leave = Unsaved.SAVE
    page.open_tab("umum")
    assert page.tab_name == "instansi"
    assert tab.form.error_text("nama")
    assert app.instansi.get().nama == "Dinas Uji"


def test_leaving_asks_only_when_something_was_edited(page, open_tab, prompts, office):
    tab = open_tab("umum")
    assert page.may_leave()
    assert not prompts.shown
    tab.pelaku.setText("Maria")
    prompts.leave = Unsaved.KEEP
    assert not page.may_leave()
    prompts.leave = Unsaved.DROP
    assert page.may_leave()
    assert not page.edited


def test_undo_shows_what_is_stored(page, open_tab, office):
    tab = open_tab("instansi")
    tab.nama.setText("Salah ketik")
    page.discard_button.click()
    assert tab.nama.text() == "Dinas Uji"
    assert not page.edited


def test_a_change_from_elsewhere_is_shown_but_edits_stay(open_tab, app, office):
    from dataclasses import replace

    tab = open_tab("instansi")
    app.instansi.save(replace(app.instansi.get(), kota="Ende"))
    assert tab.kota.text() == "Ende"
    tab.nama.setText("Sedang diketik")
    app.instansi.save(replace(app.instansi.get(), kota="Atambua"))
    assert tab.nama.text() == "Sedang diketik"


def test_a_name_that_is_no_tab_changes_nothing(page):
    page.open_tab("tidak ada")
    page.open_tab(None)
    assert page.tab_name == "instansi"


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("instansi", lambda tab: tab.pemerintah),
        ("surat", lambda tab: tab.panel.klasifikasi),
        ("unit_kerja", lambda tab: tab.kode),
        ("pejabat", lambda tab: tab.first_field()),
    ],
)
def test_who_is_led_to_a_tab_has_the_keyboard_in_the_field_that_is_wanted(open_tab, name, field):
    tab = open_tab(name)
    assert tab.window().focusWidget() is field(tab)


def test_the_code_that_numbers_need_is_shown_whatever_kind_was_looked_at(open_tab):
    tab = open_tab("surat")
    tab.open_jenis(JenisNaskah.KEPUTUSAN)
    assert open_tab("surat").window().focusWidget() is tab.panel.klasifikasi


def test_records_that_are_there_get_the_keyboard_in_their_table(page, open_tab, office):
    tab = open_tab("unit_kerja")
    assert page.focusWidget() is tab.table
