"""Settings of papers: each kind stores its own, slips stand at their field, edits are not lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import BentukSisipan
from sopapp.domain.sop import LaneCode
from sopapp.services.letter_settings import BAWAAN
from tests.ui.berkas.test_access import clashes, nameless
from ui.prompts import Unsaved
from ui.settings import naskah_kertas

PERMINTAAN, KEPUTUSAN = JenisNaskah.NOTA_DINAS, JenisNaskah.KEPUTUSAN


@pytest.fixture
def tab(open_tab, office):
    return open_tab("surat")


def turn_to(panel, title):
    titles = [panel.bar.tabText(n) for n in range(panel.bar.count())]
    panel.bar.setCurrentIndex(titles.index(title))


def chip(panel, token):
    return next(
        each
        for each in panel.nomor.findChildren(QToolButton)
        if each.toolTip() == f"Sisipkan {token}"
    )


def numbers(panel):
    return {key: label.text() for key, label in panel.nomor.samples.items()}


def test_what_holds_for_all_is_stored(page, tab, app):
    panel = tab.panel
    panel.klasifikasi.setText("188.4")
    panel.sifat.setCurrentText("Biasa")
    panel.sisipan.setCurrentIndex(panel.sisipan.findData(BentukSisipan.HURUF))
    panel.kertas.paper.setCurrentIndex(panel.kertas.paper.findData("F4"))
    panel.kertas.sides["left"].setValue(25.5)
    panel.kertas.size.setValue(11)
    assert page.save()
    stored = app.setting.letters()
    assert (stored.klasifikasi, stored.sifat) == ("188.4", "Biasa")
    assert stored.sisipan is BentukSisipan.HURUF
    assert (stored.paper, stored.left, stored.size) == ("F4", 25.5, 11.0)
    assert not page.edited


def test_a_kind_stores_its_own_settings_and_no_other(page, tab, app):
    panel = tab.open_jenis(KEPUTUSAN)
    panel.nomor.pola.setText("{urut:3}/KEP/{tahun}")
    panel.nomor.klasifikasi.setText(" 188.4 ")
    panel.kertas.kertas_sendiri.setChecked(True)
    panel.kertas.paper.setCurrentIndex(panel.kertas.paper.findData("Folio"))
    panel.kertas.lampiran_sendiri.setChecked(True)
    panel.kertas.lampiran_sides["top"].setValue(35)
    panel.kata.inputs["diktum_pertama"].setCurrentIndex(1)
    panel.kata.inputs["selaku_line"].setChecked(True)
    signer = panel.kata.inputs["signer"]
    signer.setCurrentIndex(signer.findData(LaneCode.PPID_PEMBANTU))
    panel.kata.inputs["rangkap_arsip"].setValue(2)
    assert page.save()
    stored = app.setting.naskah(KEPUTUSAN)
    assert (stored.pola, stored.klasifikasi) == ("{urut:3}/KEP/{tahun}", "188.4")
    assert (stored.kertas_sendiri, stored.paper) == (True, "Folio")
    assert (stored.lampiran_sendiri, stored.lampiran_top) == (True, 35.0)
    assert (stored.diktum_pertama, stored.selaku_line, stored.rangkap_arsip) == (True, True, 2)
    assert stored.signer is LaneCode.PPID_PEMBANTU
    assert app.setting.naskah(PERMINTAAN) == BAWAAN[PERMINTAAN]
    assert not page.edited


def test_every_kind_opens_with_nothing_to_save(page, tab):
    for jenis in JenisNaskah:
        panel = tab.open_jenis(jenis)
        assert not page.edited, jenis
        assert (panel.nomor is not None) is jenis.bernomor, jenis
        assert (panel.teks is not None) is bool(jenis.templat), jenis


def test_only_what_has_an_effect_is_there(tab):
    def words(jenis):
        panel = tab.open_jenis(jenis)
        return set(panel.kata.inputs) if panel.kata else set()

    assert "label_yth" in words(PERMINTAAN)
    assert not {"diktum_pertama", "selaku_line"} & words(PERMINTAAN)
    assert not {"label_yth", "nomor_di_judul"} & words(KEPUTUSAN)
    assert words(JenisNaskah.SALINAN) == {"signer"}
    assert words(JenisNaskah.DAFTAR) == set()
    assert tab.open_jenis(JenisNaskah.SALINAN).kertas is None
    assert not tab.open_jenis(PERMINTAAN).form.has_field("lampiran_top")
    assert tab.open_jenis(KEPUTUSAN).form.has_field("lampiran_top")


def test_the_numbers_follow_the_pattern_as_it_is_typed(tab):
    panel = tab.open_jenis(PERMINTAAN)
    assert numbers(panel) == {
        "berikut": "500.12/1/UJI/XI/2026",
        "kosong": "500.12/________/UJI/XI/2026",
        "sisipan": "500.12/1.01/UJI/XI/2026",
        "tahun_baru": "500.12/1/UJI/I/2027",
    }
    panel.nomor.pola.setText("{sifat}/{urut:3}.{klasifikasi}-{bulan}")
    panel.nomor.kode_sifat.setText("B")
    panel.nomor.klasifikasi.setText("041")
    assert numbers(panel)["berikut"] == "B/001.041-11"
    assert numbers(panel)["sisipan"] == "B/001.01.041-11"


def test_the_next_number_is_the_next_of_its_sequence_and_year(tab, app, monkeypatch):
    held = {("Nota Dinas", 2026): {4, 7}, ("Keputusan", 2026): {2}}
    monkeypatch.setattr(app.nomor, "places", lambda deret, year: held.get((deret, year), set()))
    panel = tab.open_jenis(PERMINTAAN)
    assert numbers(panel)["berikut"] == "500.12/8/UJI/XI/2026"
    assert numbers(panel)["tahun_baru"] == "500.12/1/UJI/I/2027"
    panel.nomor.deret.setCurrentText("Keputusan")
    assert numbers(panel)["berikut"] == "500.12/3/UJI/XI/2026"


def test_a_token_is_put_where_the_cursor_is(tab):
    panel = tab.open_jenis(PERMINTAAN)
    panel.nomor.pola.setText("X/{urut}/Y")
    panel.nomor.pola.setCursorPosition(2)
    chip(panel, "{tahun}").click()
    assert panel.nomor.pola.text() == "X/{tahun}{urut}/Y"


def test_a_second_running_number_is_not_put_in(tab):
    panel = tab.open_jenis(PERMINTAAN)
    before = panel.nomor.pola.text()
    chip(panel, "{urut}").click()
    assert panel.nomor.pola.text() == before
    assert panel.nomor.pola.selectedText() == "{urut}"


def test_the_width_of_the_running_number_is_chosen_or_typed(tab):
    panel = tab.open_jenis(PERMINTAAN)
    panel.nomor.lebar_urut.setCurrentIndex(2)
    assert "{urut:3}" in panel.nomor.pola.text()
    assert numbers(panel)["berikut"] == "500.12/001/UJI/XI/2026"
    panel.nomor.pola.setText("{urut:2}/{tahun}")
    assert panel.nomor.lebar_urut.currentText() == "07, dua angka"
    panel.nomor.pola.setText("{tahun}")
    assert not panel.nomor.lebar_urut.isEnabled()


def test_who_counts_together_is_said(tab):
    panel = tab.open_jenis(PERMINTAAN)
    assert "Nota Dinas pengingat" in panel.nomor.together.text()
    panel.nomor.deret.setCurrentText("Nota Dinas PPID")
    assert "Hanya jenis ini" in panel.nomor.together.text()
    panel.nomor.deret.setCurrentText("Keputusan")
    assert "Dihitung bersama Keputusan" in panel.nomor.together.text()


def test_a_wrong_pattern_is_told_at_once_and_not_stored(page, tab, app):
    panel = tab.open_jenis(KEPUTUSAN)
    turn_to(panel, "Teks")
    panel.nomor.pola.setText("{nomor}/{tahun}")
    assert "{nomor}" in panel.nomor.trouble.text()
    assert not page.save()
    assert "{nomor}" in panel.form.error_text("pola")
    assert panel.bar.tabText(panel.bar.currentIndex()) == "Nomor"
    assert "{nomor}" not in app.setting.naskah(KEPUTUSAN).pola


def test_what_a_number_still_lacks_is_said(open_tab, app, office):
    app.setting.save(app.setting.letters()._replace(klasifikasi=""))
    panel = open_tab("surat").open_jenis(PERMINTAAN)
    assert "klasifikasi" in panel.nomor.trouble.text()
    panel.nomor.klasifikasi.setText("500.12")
    assert panel.nomor.trouble.isHidden()


def test_margins_that_leave_no_room_are_told_at_the_margins(page, tab):
    panel = tab.panel
    panel.kertas.sides["left"].setValue(70)
    panel.kertas.sides["right"].setValue(70)
    assert not page.save()
    assert "100 mm" in panel.form.error_text("top")


def test_a_size_of_ones_own_is_told_where_it_is_typed(page, tab, app):
    panel = tab.panel
    panel.kertas.paper.setCurrentIndex(panel.kertas.paper.findText("Ukuran lain"))
    panel.kertas.lebar.setValue(300)
    panel.kertas.tinggi.setValue(200)
    assert not page.save()
    assert "Lebar" in panel.form.error_text("lebar")
    panel.kertas.tinggi.setValue(420)
    assert page.save()
    paper = app.setting.letters().kertas()
    assert (paper.width, paper.height) == (300.0, 420.0)


def test_margins_of_the_lampiran_are_told_at_their_own_row(page, tab):
    panel = tab.open_jenis(KEPUTUSAN)
    panel.kertas.lampiran_sendiri.setChecked(True)
    panel.kertas.lampiran_sides["left"].setValue(75)
    panel.kertas.lampiran_sides["right"].setValue(75)
    assert not page.save()
    assert "100 mm" in panel.form.error_text("lampiran_left")


def test_paper_of_ones_own_is_shown_only_when_it_counts(tab):
    kertas = tab.open_jenis(PERMINTAAN).kertas
    assert kertas.form.widget("paper").isHidden()
    kertas.kertas_sendiri.setChecked(True)
    assert not kertas.form.widget("paper").isHidden()
    assert kertas.form.widget("ukuran").isHidden()


@pytest.mark.parametrize(("has", "words"), [(True, "Terpasang"), (False, "dipakai Bookman")])
def test_whether_the_pcs_own_type_is_there_is_said(tab, monkeypatch, has, words):
    monkeypatch.setattr(naskah_kertas, "installed", lambda _family: has)
    kertas = tab.open_jenis(KEPUTUSAN).kertas
    kertas.font.setCurrentIndex(kertas.font.findText("Bookman Old Style milik komputer"))
    assert words in kertas.about_font.text()
    kertas.font.setCurrentIndex(0)
    assert "setiap komputer" in kertas.about_font.text()


def test_who_signs_now_is_said(tab):
    panel = tab.open_jenis(PERMINTAAN)
    assert "Nama Sekretaris" in panel.kata.holder.text()
    signer = panel.kata.inputs["signer"]
    signer.setCurrentIndex(signer.findData(LaneCode.ADMIN_PPID))
    assert "Belum ada pejabat" in panel.kata.holder.text()


def test_another_kind_asks_first_and_staying_keeps_the_words(tab, prompts):
    panel = tab.open_jenis(PERMINTAAN)
    panel.nomor.kode_sifat.setText("B")
    prompts.leave = Unsaved.KEEP
    tab.open_jenis(KEPUTUSAN)
    assert tab.panel is panel
    assert tab.list.currentItem().text() == "Nota Dinas permintaan"
    assert panel.nomor.kode_sifat.text() == "B"
    assert "Nota Dinas permintaan" in prompts.shown[0]
    prompts.leave = Unsaved.DROP
    tab.open_jenis(KEPUTUSAN)
    assert tab.panel is not panel
    assert panel.nomor.kode_sifat.text() == ""


def test_a_click_on_another_kind_that_is_taken_back_leaves_the_kind_in_use_marked(
    page, tab, prompts, qtbot
):
    page.show()
    panel = tab.open_jenis(PERMINTAAN)
    panel.nomor.kode_sifat.setText("B")
    prompts.leave = Unsaved.KEEP
    there = tab.list.visualItemRect(tab.list.item(4)).center()
    qtbot.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=there)
    qtbot.waitUntil(
        lambda: [each.text() for each in tab.list.selectedItems()] == ["Nota Dinas permintaan"]
    )
    assert tab.panel is panel


def test_another_kind_after_saving_keeps_the_words(tab, prompts):
    panel = tab.open_jenis(PERMINTAAN)
    panel.nomor.kode_sifat.setText("B")
    prompts.leave = Unsaved.SAVE
    tab.open_jenis(KEPUTUSAN)
    assert tab.panel is not panel
    assert tab.open_jenis(PERMINTAAN).nomor.kode_sifat.text() == "B"


def test_leaving_the_page_asks_about_the_kind_in_use(page, tab, prompts):
    tab.open_jenis(PERMINTAAN).nomor.kode_sifat.setText("B")
    prompts.leave = Unsaved.KEEP
    page.open_tab("umum")
    assert page.tab_name == "surat"
    prompts.leave = Unsaved.DROP
    page.open_tab("umum")
    assert page.tab_name == "umum"
    assert not tab.edited


def test_settings_go_back_after_a_question_and_texts_stay(page, tab, app, prompts):
    panel = tab.open_jenis(KEPUTUSAN)
    assert not panel.reset_button.isEnabled()
    panel.kata.inputs["selaku_line"].setChecked(True)
    panel.teks.parts["judul_daftar"].field.setPlainText("Daftar kami {tahun}")
    assert page.save()
    assert panel.settings_action.isEnabled()
    prompts.yes = False
    panel.reset_settings()
    assert app.setting.naskah(KEPUTUSAN).selaku_line
    prompts.yes = True
    panel.reset_settings()
    assert app.setting.naskah(KEPUTUSAN) == BAWAAN[KEPUTUSAN]
    assert not panel.kata.inputs["selaku_line"].isChecked()
    assert app.templat.own(KEPUTUSAN)
    panel.reset_texts()
    assert not app.templat.own(KEPUTUSAN)
    assert panel.teks.texts()["judul_daftar"].startswith("Daftar Informasi")
    assert not panel.reset_button.isEnabled()
    assert not page.edited


def test_a_change_from_elsewhere_is_shown_but_edits_stay(tab, app):
    first = tab.panel
    panel = tab.open_jenis(PERMINTAAN)
    panel.nomor.kode_sifat.setText("B")
    app.setting.save(app.setting.letters()._replace(klasifikasi="041"))
    assert first.klasifikasi.text() == "041"
    assert panel.nomor.kode_sifat.text() == "B"


def test_opening_rounds_nothing_into_an_edit(page, open_tab, app, office):
    app.setting.save(app.setting.letters()._replace(top=20.04))
    open_tab("surat")
    assert not page.edited


def test_tab_goes_from_the_list_through_the_kind(qtbot, page, tab):
    panel = tab.open_jenis(PERMINTAAN)
    page.resize(1300, 900)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    tab.list.setFocus()
    qtbot.keyClick(tab.list, Qt.Key.Key_Tab)
    reached = [page.window().focusWidget()]
    for _ in range(2):
        qtbot.keyClick(reached[-1], Qt.Key.Key_Tab)
        reached.append(page.window().focusWidget())
    # The button to go back is off: there is nothing to go back from.
    assert reached[:2] == [panel.bar, panel.nomor.pola]


def test_a_picture_of_every_kind_is_drawn(qtbot, page, tab):
    preview, drawn = tab.contoh.preview, set()
    for jenis in (None, *JenisNaskah):
        tab.open_jenis(jenis)
        qtbot.waitUntil(lambda: not tab.contoh.live.busy, timeout=10_000)
        assert tab.contoh.trouble.isHidden(), jenis
        assert preview.page_count >= 1, jenis
        drawn.add(preview.data)
    assert len(drawn) == len(JenisNaskah)  # what holds for all is shown on one of them


def test_the_picture_follows_what_is_typed_and_stays_when_it_cannot(qtbot, tab):
    panel = tab.open_jenis(PERMINTAAN)
    contoh = tab.contoh
    qtbot.waitUntil(lambda: not contoh.live.busy and bool(contoh.preview.data), timeout=10_000)
    first = contoh.preview.data
    panel.teks.parts["hal"].field.setPlainText("Hal yang lain sama sekali")
    qtbot.waitUntil(lambda: not contoh.live.busy, timeout=10_000)
    second = contoh.preview.data
    assert second != first
    panel.nomor.pola.setText("{urut")
    qtbot.waitUntil(lambda: not contoh.trouble.isHidden(), timeout=10_000)
    assert contoh.preview.data == second


def test_letters_numbered_meanwhile_move_the_next_number(page, tab, app, monkeypatch):
    panel = tab.open_jenis(PERMINTAAN)
    page.show()
    page.open_tab("umum")
    monkeypatch.setattr(app.nomor, "places", lambda _deret, _year: {1, 2})
    page.open_tab("surat")
    assert numbers(panel)["berikut"] == "500.12/3/UJI/XI/2026"
    assert not page.edited


def test_in_a_narrow_window_the_picture_takes_turns_with_the_settings(qtbot, page, tab):
    tab.open_jenis(PERMINTAAN)
    page.resize(1500, 800)
    page.show()
    assert tab.contoh.isVisible()
    assert not tab.contoh_button.isVisible()
    page.resize(850, 600)
    assert not tab.contoh.isVisible()
    assert tab.stack.isVisible()
    tab.contoh_button.click()
    assert tab.contoh.isVisible()
    assert not tab.stack.isVisible()
    page.resize(1500, 800)
    assert tab.contoh.isVisible()
    assert tab.stack.isVisible()


def test_everything_has_a_name_and_a_key_of_its_own(page, tab):
    page.resize(1300, 800)
    page.show()
    for jenis in (None, *JenisNaskah):
        panel = tab.open_jenis(jenis)
        bar = getattr(panel, "bar", None)
        for number in range(bar.count() if bar is not None else 1):
            if bar is not None:
                bar.setCurrentIndex(number)
            assert clashes(page) == [], (jenis, number)
            assert nameless(page) == [], (jenis, number)


def test_the_picture_makes_room_for_a_form_that_would_be_cut_off(page, tab):
    page.show()
    for width in range(700, 1400, 60):
        page.resize(width, 560)
        tab.open_jenis(None)
        panel = tab.open_jenis(PERMINTAAN)
        turn_to(panel, "Nomor")
        QApplication.processEvents()
        if tab.stack.isVisibleTo(tab):
            shown = panel.pages.currentWidget()
            assert shown.viewport().width() >= shown.widget().minimumSizeHint().width()


@pytest.mark.parametrize("typed", ["nota dinas", " NOTA  DINAS "])
def test_a_sequence_is_the_same_in_whichever_capitals(page, tab, app, typed):
    panel = tab.open_jenis(KEPUTUSAN)
    panel.nomor.deret.setCurrentText(typed)
    assert "Dihitung bersama Nota Dinas permintaan" in panel.nomor.together.text()
    assert page.save()
    assert app.setting.naskah(KEPUTUSAN).deret == app.setting.naskah(PERMINTAAN).deret


def test_a_sign_that_cannot_be_printed_gets_into_no_number(page, tab, app):
    panel = tab.open_jenis(PERMINTAAN)
    before = panel.nomor.pola.text()
    panel.nomor.pola.setText("\U0001f600/{urut}")
    assert not page.save()
    assert "tidak dapat dicetak" in panel.form.error_text("pola")
    assert app.setting.naskah(PERMINTAAN).pola == before
    panel = tab.panel
    panel.reload()
    panel = tab.open_jenis(None)
    panel.klasifikasi.setText("\U0001f600")
    assert not page.save()
    assert "tidak dapat dicetak" in panel.form.error_text("klasifikasi")


def test_a_long_paste_gets_into_no_number(page, tab):
    panel = tab.open_jenis(PERMINTAAN)
    panel.nomor.pola.setText("x" * 5000 + "{urut}")
    assert not page.save()
    assert "melebihi 120 huruf" in panel.form.error_text("pola")
