"""Stage 2: usulan, verdicts and the draft list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sopapp.domain.dik import (
    DasarPengecualian,
    IsiDik,
    JangkaWaktu,
    JenisJangka,
    JenisUsulan,
    Putusan,
)
from sopapp.domain.uji import Kesimpulan
from sopapp.services.permintaan import Jawaban
from tests.services.carrying import exclude, weighed
from tests.ui.berkas.conftest import GOOD, TODAY
from tests.ui.berkas.test_berkas_page import dialog_of
from ui.berkas.usulan_dialog import UsulanDialog
from ui.berkas.verdict_dialog import VerdictDialog


@pytest.fixture
def panel(page, office):
    office.to_validation()
    page.open(office.berkas_id)
    return page.panel(2)


def usulan(office):
    return office.app.usulan.list(office.berkas_id)


def test_without_a_usulan_the_keyboard_is_where_one_is_entered(page, office):
    office.ask()
    first, *others = office.app.permintaan.list(office.berkas_id)
    office.app.permintaan.answer(first.id, Jawaban.USULAN, TODAY)
    for other in others:
        office.app.permintaan.answer(other.id, Jawaban.NIHIL, TODAY)
    page.open(office.berkas_id)
    for _ in range(3):
        page.advance()
    panel = page.panel(2)
    assert page.focusWidget() is panel.add_button
    panel.add()
    dialog = dialog_of(page, UsulanDialog)
    assert dialog.unit.currentText() == first.unit.nama
    assert dialog.focusWidget() is dialog.informasi


def test_of_several_units_that_wait_none_is_chosen(panel, page, office):
    for each in usulan(office):
        office.app.usulan.remove(each.id)
    panel.add()
    assert dialog_of(page, UsulanDialog).unit.currentData() is None


def test_nothing_is_excluded_without_a_test(panel, office):
    assert panel.test_button.isEnabled()
    assert not panel.exclude_button.isVisible()
    panel.exclude()
    assert usulan(office)[0].putusan is None


def test_what_was_tested_is_excluded_again_and_the_next_one_comes_up(panel, office):
    good, poor = usulan(office)
    exclude(office.app, good.id)
    panel.table.choose(good.id)
    panel.withdraw_button.click()
    assert panel.exclude_button.isVisible()
    panel.exclude_button.click()
    assert usulan(office)[0].putusan is Putusan.DIKECUALIKAN
    assert panel.table.current.id == poor.id


def test_a_change_after_the_test_asks_for_another(panel, office):
    from dataclasses import replace

    good = usulan(office)[0]
    exclude(office.app, good.id)
    office.app.usulan.edit(good.id, replace(GOOD, bentuk="Digital"))
    panel.table.choose(good.id)
    assert "Isi berubah sesudah diuji pada 23 November 2026: uji ulang." in panel.view.test.text
    assert not panel.exclude_button.isVisible()
    assert panel.model.index(0, 4).data() == "Uji ulang"


def test_the_test_and_those_before_it_are_read_beside_the_content(panel, office):
    good = usulan(office)[0]
    exclude(office.app, good.id)
    exclude(office.app, good.id)
    panel.table.choose(good.id)
    pairs = dict(panel.view.pane.pairs)
    assert pairs["Uji konsekuensi"] == "23 November 2026, Ruang rapat"
    assert pairs["Kesimpulan"] == "Dikecualikan seluruhnya"
    assert "Nama Sekretaris (Sekretaris)" in pairs["Peserta"]
    assert pairs["Uji sebelumnya"] == "23 Nov 2026: Dikecualikan seluruhnya"


def test_gaps_are_told_with_their_source(panel, office):
    panel.table.choose(usulan(office)[1].id)
    assert "(UU 14/2008 Pasal 17)" in panel.view.must.text
    assert "(Perki 1/2021 Pasal 49 ayat (2))" in panel.view.must.text
    assert panel.open_button.isEnabled()


def test_a_thin_reason_only_warns(panel, office):
    from dataclasses import replace

    good = usulan(office)[0]
    office.app.usulan.edit(good.id, replace(GOOD, konsekuensi_dibuka="Merugikan."))
    assert "terlalu singkat" in panel.view.warning.text
    assert "tidak menghalangi" in panel.view.warning.text
    assert panel.view.must.text == ""


def test_sending_back_needs_a_note_that_is_proposed_from_the_gaps(panel, page, office):
    panel.table.choose(usulan(office)[1].id)
    panel.return_button.click()
    dialog = dialog_of(page, VerdictDialog)
    assert "Jangka waktu belum diisi" in dialog.catatan.text()
    dialog.catatan.clear()
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.form.error_text("catatan")
    dialog.catatan.setPlainText("Lengkapi dasar hukum")
    dialog.accept_button.click()
    assert usulan(office)[1].putusan is Putusan.DIKEMBALIKAN
    panel.table.choose(usulan(office)[1].id)
    assert "Lengkapi dasar hukum" in panel.view.verdict.text
    assert panel.mended_button.isVisible()


def test_the_mended_version_opens_the_usulan_again(panel, page, office):
    poor = usulan(office)[1]
    office.app.usulan.judge(poor.id, Putusan.DIKEMBALIKAN, "Lengkapi")
    panel.table.choose(poor.id)
    panel.mended_button.click()
    dialog = dialog_of(page, UsulanDialog)
    dialog.informasi.setPlainText("Kertas kerja pemeriksaan 2026")
    dialog.accept_button.click()
    mended = usulan(office)[1]
    assert mended.isi.informasi == "Kertas kerja pemeriksaan 2026"
    assert mended.putusan is None


def test_the_form_gives_back_exactly_what_it_shows(panel, page, office):
    panel.edit_button.click()
    dialog = dialog_of(page, UsulanDialog)
    assert dialog.isi() == GOOD


def test_a_whole_usulan_is_entered_by_form(panel, page, office):
    panel.add_button.click()
    dialog = dialog_of(page, UsulanDialog)
    dialog.accept_button.click()
    assert dialog.form.error_text("unit")
    dialog.unit.setCurrentIndex(2)
    dialog.informasi.setPlainText("Dokumen penawaran peserta")
    ground = dialog.dasar.rows[0]
    ground.huruf.setCurrentIndex(ground.huruf.findData("b"))
    dialog.dasar.add_button.click()
    second = dialog.dasar.rows[1]
    second.huruf.setCurrentIndex(second.huruf.findData("j"))
    second.undang_undang.setText("UU Nomor 5 Tahun 1999")
    second.pasal.setText("Pasal 4")
    dialog.konsekuensi.setPlainText("Persaingan usaha menjadi tidak sehat.")
    dialog.manfaat.setPlainText("Persaingan usaha tetap terjaga sehat.")
    dialog.jangka.jenis.setCurrentIndex(3)
    dialog.jangka.peristiwa.setText("sampai penetapan pemenang")
    dialog.bentuk.setCurrentText("Digital")
    dialog.accept_button.click()
    assert usulan(office)[-1].isi == IsiDik(
        informasi="Dokumen penawaran peserta",
        dasar=(
            DasarPengecualian("b"),
            DasarPengecualian("j", None, "UU Nomor 5 Tahun 1999", "Pasal 4"),
        ),
        konsekuensi_dibuka="Persaingan usaha menjadi tidak sehat.",
        manfaat_ditutup="Persaingan usaha tetap terjaga sehat.",
        jangka=JangkaWaktu(JenisJangka.PERISTIWA, peristiwa="sampai penetapan pemenang"),
        bentuk="Digital",
    )


@pytest.mark.parametrize(
    "jangka",
    [
        JangkaWaktu(JenisJangka.DURASI, bulan=30),
        JangkaWaktu(JenisJangka.TANGGAL, sampai=date(2031, 3, 4)),
        JangkaWaktu(JenisJangka.PERISTIWA, peristiwa="sampai diumumkan"),
        None,
    ],
)
def test_each_kind_of_period_comes_back_as_it_was(qtbot, jangka):
    from ui.berkas.jangka_editor import JangkaEditor

    editor = JangkaEditor(jangka, date(2026, 11, 23))
    qtbot.addWidget(editor)
    assert editor.value() == jangka


def test_what_the_form_lacks_is_told_while_typing(panel, page, office):
    panel.add_button.click()
    dialog = dialog_of(page, UsulanDialog)
    assert dialog.lacking.text == ""
    dialog.informasi.setPlainText("Sesuatu")
    assert "Jangka waktu belum diisi" in dialog.lacking.text
    dialog.jangka.jenis.setCurrentIndex(1)
    dialog.jangka.tahun.setValue(5)
    assert "Jangka waktu belum diisi" not in dialog.lacking.text


def test_only_a_usulan_about_the_register_asks_for_its_entry(panel, page, office):
    panel.add_button.click()
    dialog = dialog_of(page, UsulanDialog)
    assert not dialog.form.widget("entri").isVisible()
    dialog.jenis.setCurrentIndex(2)  # tetap
    assert dialog.form.widget("entri").isVisible()
    assert not dialog.form.widget("informasi").isVisible()


def test_the_draft_list_shows_what_was_excluded(panel, office):
    exclude(office.app, usulan(office)[0].id)
    panel.tabs.setCurrentIndex(1)
    assert panel.draft.model.index(0, 0).data() == "Ditambahkan"
    assert panel.draft.summary.text().startswith("1 ditambahkan, 0 diubah")
    assert ("Keadaan", "Belum ada di daftar.") in panel.draft.before.pairs


def test_a_narrow_draft_list_still_shows_what_it_is_about(panel):
    panel.tabs.setCurrentIndex(1)
    table = panel.draft.table
    for width in (320, 500, 1200):
        table.resize(width, 200)
        assert table.columnWidth(1) == max(table.columnWidth(n) for n in range(5)) > 200


def test_the_draft_list_names_the_part_that_is_excluded(panel, office):
    partly = replace(weighed(office.app), kesimpulan=Kesimpulan.SEBAGIAN)
    office.app.uji.record(usulan(office)[0].id, partly, replace(GOOD, bagian="nomor rekening"))
    panel.tabs.setCurrentIndex(1)
    title = panel.draft.model.index(0, 1).data()
    assert title == f"{GOOD.informasi} (bagian yang dikecualikan: nomor rekening)"


def test_what_is_opened_lacks_nothing_in_the_table(panel, office):
    _good, poor = usulan(office)
    contents = [panel.model.index(row, 3).data() for row in range(2)]
    assert contents[0] == "Lengkap"
    assert "kurang" in contents[1]
    office.app.usulan.judge(poor.id, Putusan.TERBUKA)
    assert panel.model.index(1, 3).data() == "–"


def test_removing_asks_first(panel, office, prompts):
    prompts.yes = False
    panel.remove_button.click()
    assert len(usulan(office)) == 2
    prompts.yes = True
    panel.remove_button.click()
    assert len(usulan(office)) == 1


def test_a_verdict_is_withdrawn(panel, office):
    good = usulan(office)[0]
    office.app.usulan.judge(good.id, Putusan.TERBUKA)
    panel.table.choose(good.id)
    panel.withdraw_button.click()
    assert usulan(office)[0].putusan is None


def test_an_update_begins_from_what_the_register_says(page, office, scan, qtbot):
    office.finish(scan)
    app = office.app
    second = app.berkas.create("Pemutakhiran berikutnya", 2026, date(2026, 11, 23))
    app.permintaan.choose_units(second, [app.unit_kerja.list()[0].id])
    page.open(second, 2)
    page.panel(2).add_button.click()
    dialog = dialog_of(page, UsulanDialog)
    dialog.unit.setCurrentIndex(0)
    dialog.jenis.setCurrentIndex(1)  # ubah
    dialog.entri.setCurrentIndex(0)
    assert dialog.isi() == GOOD
    dialog.informasi.setPlainText("Data pribadi pegawai dan keluarganya")
    dialog.accept_button.click()
    (stored,) = app.usulan.list(second)
    assert stored.jenis is JenisUsulan.UBAH
    assert stored.entri_id == app.dik.current()[0].id
    assert stored.isi.informasi == "Data pribadi pegawai dan keluarganya"
