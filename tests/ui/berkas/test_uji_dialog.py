"""A uji konsekuensi by its form: asked, never guessed; every gap at its field."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sopapp.domain.dik import DasarPengecualian, JenisUsulan, Putusan
from sopapp.domain.uji import Kesimpulan, Peserta
from sopapp.services.permintaan import Jawaban
from tests.services.carrying import exclude, weighed
from tests.ui.berkas.conftest import GOOD
from tests.ui.berkas.test_berkas_page import dialog_of
from tests.ui.berkas.test_validasi_panel import usulan
from ui.berkas.uji_dialog import UjiDialog


@pytest.fixture
def panel(page, office):
    office.to_validation()
    page.open(office.berkas_id)
    return page.panel(2)


@pytest.fixture
def dialog_open(panel, page):
    panel.test_button.click()
    return dialog_of(page, UjiDialog)


def answer(dialog, kesimpulan=Kesimpulan.SELURUHNYA, *, pasal_18=False):
    """Fill in all that a test needs."""
    dialog.tempat.setText("Ruang rapat")
    dialog.peserta.add_lines("Budi Contoh, S.Sos., Sekretaris")
    weighing = dialog.weighing
    weighing.kepentingan_publik.setPlainText("Publik cukup mengetahui jumlah pegawai.")
    weighing.kepatutan.setPlainText("Tidak patut membuka rekening orang.")
    weighing.pasal_18.set_value(pasal_18)
    weighing.persetujuan.set_value(False)
    if kesimpulan is not None:
        weighing.kesimpulan.set_value(kesimpulan)
    weighing.alasan.setPlainText("Kerugian pegawai lebih besar.")


def errors_of(dialog):
    """Field and error text of every field that shows one."""
    return {
        field: panel.error_text(field)
        for panel in (dialog.isi_panel, dialog.form, dialog.session_panel)
        for field in panel._rows
        if panel.error_text(field)
    }


def test_a_test_is_recorded_and_the_verdict_follows(dialog_open, panel, office):
    answer(dialog_open)
    dialog_open.accept_button.click()
    good, poor = usulan(office)
    assert good.putusan is Putusan.DIKECUALIKAN
    test = good.uji.uji
    assert (test.tempat, test.pasal_18, test.persetujuan) == ("Ruang rapat", False, False)
    assert test.peserta == (Peserta("Budi Contoh, S.Sos.", "Sekretaris"),)
    assert test.kesimpulan is Kesimpulan.SELURUHNYA
    assert panel.table.current.id == poor.id


def test_nothing_is_answered_beforehand(dialog_open):
    weighing = dialog_open.weighing
    for choice in (weighing.pasal_18, weighing.persetujuan, weighing.kesimpulan):
        assert choice.value() is None
        assert not any(button.isChecked() for button in choice.buttons)
    words = " ".join(weighing.pasal_18.buttons[0].accessibleDescription().split())
    assert words.startswith("Apakah termasuk salah satu yang tidak dapat dikecualikan ini?")
    assert "a. putusan badan peradilan" in words
    assert "Pasal 11 ayat (2)" in words


def test_every_gap_stands_at_its_field(dialog_open, office):
    dialog_open.accept_button.click()
    assert dialog_open.isVisible()
    assert set(errors_of(dialog_open)) == {
        "tempat", "peserta", "kepentingan_publik", "kepatutan", "pasal_18", "kesimpulan", "alasan",
    }  # fmt: skip
    assert "2 isian pada waktu dan peserta" in dialog_open.error.text
    QApplication.processEvents()
    dialog_open.tempat.setText("Ruang rapat")
    assert "1 isian pada waktu dan peserta" in dialog_open.error.text
    answer(dialog_open)
    assert dialog_open.error.text == ""
    assert usulan(office)[0].uji is None


def test_the_gaps_of_the_content_stand_at_the_left(panel, page, office):
    panel.table.choose(usulan(office)[1].id)
    panel.test_button.click()
    dialog = dialog_of(page, UjiDialog)
    assert "(UU 14/2008 Pasal 17)" in dialog.must.text
    answer(dialog)
    dialog.accept_button.click()
    assert set(errors_of(dialog)) == {"dasar", "konsekuensi_dibuka", "manfaat_ditutup", "jangka"}
    assert dialog.isAncestorOf(dialog.focusWidget())
    assert dialog.isi_panel.isAncestorOf(dialog.focusWidget())


def test_content_is_settled_with_the_test(dialog_open, office):
    dialog_open.content.manfaat.setPlainText("Rahasia pribadi pegawai tetap terjaga.")
    answer(dialog_open)
    dialog_open.accept_button.click()
    good = usulan(office)[0]
    assert good.isi == replace(GOOD, manfaat_ditutup="Rahasia pribadi pegawai tetap terjaga.")
    assert good.uji.isi == good.isi
    assert good.uji.berlaku


def test_a_partial_exclusion_names_its_part(dialog_open, office):
    answer(dialog_open, Kesimpulan.SEBAGIAN)
    assert dialog_open.content.bagian.isVisibleTo(dialog_open.form)
    dialog_open.accept_button.click()
    assert "bagian" in errors_of(dialog_open)
    dialog_open.content.bagian.setPlainText("nomor rekening")
    dialog_open.accept_button.click()
    assert usulan(office)[0].isi.bagian == "nomor rekening"


def test_what_is_excluded_as_a_whole_has_no_part(dialog_open, office):
    answer(dialog_open, Kesimpulan.SEBAGIAN)
    dialog_open.content.bagian.setPlainText("nomor rekening")
    dialog_open.weighing.kesimpulan.set_value(Kesimpulan.SELURUHNYA)
    dialog_open.accept_button.click()
    assert usulan(office)[0].isi.bagian == ""


def test_pasal_18_answered_with_yes_leaves_only_open(dialog_open, office):
    answer(dialog_open)
    dialog_open.weighing.pasal_18.set_value(True)
    kesimpulan = dialog_open.weighing.kesimpulan
    assert kesimpulan.value() is Kesimpulan.TERBUKA
    assert [button.isEnabled() for button in kesimpulan.buttons] == [False, False, True]
    dialog_open.accept_button.click()
    good = usulan(office)[0]
    assert good.putusan is Putusan.TERBUKA
    assert good.uji.uji.pasal_18 is True


def test_taking_the_yes_back_asks_for_the_conclusion_again(dialog_open):
    weighing = dialog_open.weighing
    weighing.pasal_18.set_value(True)
    weighing.pasal_18.set_value(False)
    assert weighing.kesimpulan.value() is None
    assert all(button.isEnabled() for button in weighing.kesimpulan.buttons)


def test_consent_is_asked_of_letters_g_and_h_only(dialog_open):
    consent = dialog_open.weighing.persetujuan
    assert consent.isVisibleTo(dialog_open.form)
    dialog_open.content.dasar.set_value((DasarPengecualian("b"),))
    assert not consent.isVisibleTo(dialog_open.form)
    answer(dialog_open)
    assert dialog_open.uji().persetujuan is None


def test_a_consent_only_warns(dialog_open, office):
    answer(dialog_open)
    dialog_open.weighing.persetujuan.set_value(True)
    assert "(UU 14/2008 Pasal 18 ayat (2))" in dialog_open.warning.text
    dialog_open.accept_button.click()
    assert usulan(office)[0].putusan is Putusan.DIKECUALIKAN


def test_the_next_test_begins_with_day_place_and_people_of_the_last(panel, page, office):
    good, poor = usulan(office)
    exclude(office.app, good.id)
    panel.table.choose(poor.id)
    panel.test_button.click()
    dialog = dialog_of(page, UjiDialog)
    assert dialog.tempat.text() == "Ruang rapat"
    assert dialog.peserta.value() == weighed(office.app).peserta
    assert dialog.weighing.pasal_18.value() is None
    assert dialog.weighing.kesimpulan.value() is None
    assert dialog.weighing.alasan.text() == ""


def test_a_second_test_of_a_usulan_begins_with_its_first(panel, page, office):
    good = usulan(office)[0]
    exclude(office.app, good.id)
    panel.table.choose(good.id)
    panel.test_button.click()
    dialog = dialog_of(page, UjiDialog)
    assert dialog.uji() == weighed(office.app)


def test_leaving_half_way_asks_and_stores_nothing(dialog_open, office, prompts):
    dialog_open.weighing.alasan.setPlainText("Setengah jalan")
    prompts.yes = False
    dialog_open.reject()
    assert dialog_open.isVisible()
    prompts.yes = True
    dialog_open.reject()
    assert usulan(office)[0].uji is None


def test_a_usulan_to_open_cannot_end_excluded(page, office, scan):
    office.finish(scan)
    app = office.app
    second = app.berkas.create("Kedua", 2026, app.clock.today())
    office.berkas_id = second
    office.ask()
    entry = app.dik.current()[0]
    app.usulan.add(second, entry.unit_id, JenisUsulan.BUKA, entry.isi, entry.id)
    for asked in app.permintaan.list(second):
        jawaban = Jawaban.USULAN if asked.usulan_count else Jawaban.NIHIL
        app.permintaan.answer(asked.id, jawaban, app.clock.today())
    office._advance(3)
    page.open(second)
    page.panel(2).test_button.click()
    dialog = dialog_of(page, UjiDialog)
    assert dialog.weighing.kesimpulan.value() is Kesimpulan.TERBUKA
    choices = [button.isEnabled() for button in dialog.weighing.kesimpulan.buttons]
    assert choices == [False, False, True]  # told before anything is typed in vain
    assert "dibuka kembali" in dialog.weighing.forced.text
    answer(dialog)
    dialog.accept_button.click()
    assert "Unit kerja mengusulkan informasi ini dibuka kembali" in errors_of(dialog)["kesimpulan"]


def test_enter_in_the_table_of_people_ends_the_cell_and_not_the_dialog(dialog_open, qtbot, office):
    dialog_open.tabs.setCurrentIndex(1)
    dialog_open.peserta.add_button.click()
    qtbot.keyClicks(QApplication.focusWidget(), "Budi")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert dialog_open.isVisible()
    assert dialog_open.error.text == ""
    assert dialog_open.peserta.value() == (Peserta("Budi"),)


def test_in_a_narrow_window_content_and_weighing_stand_in_tabs(panel, page, monkeypatch, office):
    monkeypatch.setattr("ui.berkas.uji_dialog._NARROW", 5000)
    panel.test_button.click()
    dialog = dialog_of(page, UjiDialog)
    assert dialog.tabs.count() == 3
    answer(dialog)
    dialog.content.manfaat.clear()
    dialog.accept_button.click()
    assert dialog.tabs.currentIndex() == 0
    assert dialog.focusWidget() is dialog.content.manfaat
    dialog.content.manfaat.setPlainText("Rahasia pribadi pegawai tetap terjaga.")
    dialog.accept_button.click()
    assert usulan(office)[0].putusan is Putusan.DIKECUALIKAN
