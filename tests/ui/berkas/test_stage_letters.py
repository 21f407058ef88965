"""Letters on the berkas page: reminders, what a stage prints, the signed Keputusan, its copies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from sopapp.domain.dik import Putusan
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.pejabat import PejabatInput
from sopapp.domain.sop import LaneCode
from sopapp.domain.surat import JenisSurat, StatusSurat
from tests.services.carrying import PDF, exclude
from tests.ui.berkas.conftest import GOOD, TODAY
from tests.ui.berkas.test_access import clashes, nameless
from tests.ui.berkas.test_berkas_page import dialog_of, settle
from ui.berkas.panel_numbers import SURAT
from ui.berkas.remind_dialog import RemindDialog
from ui.berkas.sign_dialog import SignDialog
from ui.berkas.stage_papers import stage_papers
from ui.berkas.uji_berita_acara import BeritaAcaraDialog
from ui.preview.preview_dialog import PreviewDialog
from ui.surat.letter_number_dialog import LetterNumberDialog

LONG = 30_000  # milliseconds; the first letter loads ReportLab


def letters(office, *kinds):
    return [each for each in office.app.surat.list(office.berkas_id) if each.jenis in kinds]


def papers(office, stage):
    detail = office.app.berkas.get(office.berkas_id)
    return [item.title for item in stage_papers(office.app, detail, stage).items]


def lacking(office, stage):
    detail = office.app.berkas.get(office.berkas_id)
    return [each.words for each in stage_papers(office.app, detail, stage).undrafted]


def test_a_list_of_papers_begins_with_what_tells_them_apart(office):
    office.ask()
    detail = office.app.berkas.get(office.berkas_id)
    asked = office.app.permintaan.list(office.berkas_id)
    labels = [item.label for item in stage_papers(office.app, detail, 1).items]
    assert labels == [f"{each.unit.nama}\nNota Dinas permintaan" for each in asked]


# -- the section ------------------------------------------------------------------------------


def test_the_letters_stand_beside_the_history(page, office, qtbot):
    office.ask()
    page.open(office.berkas_id, SURAT)
    assert page.panel_number == SURAT
    section = page.panel(SURAT)
    assert section.letters.model.rowCount() == 3
    assert page.focusWidget() is not None
    assert nameless(page) == []
    assert clashes(page) == []
    settle()
    button = page.stepper.button(SURAT)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Right)
    assert page.focusWidget() is page.stepper.button(0)
    assert "Tahap" not in button.accessibleName()


def test_the_section_shows_the_letters_of_the_berkas_in_front(page, office):
    office.ask()
    page.open(office.berkas_id, SURAT)
    other = office.app.berkas.create("Lain", 2026, TODAY)
    page.open(other, SURAT)
    assert page.panel(SURAT).letters.model.rowCount() == 0


def test_letters_of_every_stage_have_keys_of_their_own(page, office):
    office.to_validation()
    page.open(office.berkas_id)
    panel = page.panel(2)
    office.app.usulan.judge(panel.table.current.id, Putusan.DIKEMBALIKAN, "Lengkapi")
    settle()
    assert panel.letter_button.isVisible()
    assert clashes(page) == []
    page.show_panel(SURAT)
    assert clashes(page) == []


# -- stage 1 ----------------------------------------------------------------------------------


@pytest.fixture
def asked(page, office):
    office.ask()
    page.open(office.berkas_id)
    return page.panel(1)


def test_a_unit_reminded_today_is_not_proposed_again(asked, page, office):
    first = office.app.permintaan.list(office.berkas_id)[0].unit.id
    made = office.app.penyusunan.pengingat(office.berkas_id, [first])
    office.app.surat.number_letters(made, TODAY)
    asked.remind_button.click()
    dialog = dialog_of(page, RemindDialog)
    assert len(dialog.checked()) == 2
    assert "diingatkan 23 Nov 2026" in dialog.list.item(0).text()
    assert clashes(dialog) == []
    assert nameless(dialog) == []


def test_a_unit_is_reminded_once_its_reminder_has_a_number(asked, page, office):
    first = office.app.permintaan.list(office.berkas_id)[0].unit.id
    made = office.app.penyusunan.pengingat(office.berkas_id, [first])

    def answer() -> str:
        page.open(office.berkas_id)
        return str(asked.table.model().index(0, 4).data())

    assert answer() == "Belum, draf pengingat"
    office.app.surat.number_letters(made, TODAY)
    assert answer() == "Belum, 1× diingatkan"


def test_reminders_can_wait_for_their_number(asked, page, office):
    asked.remind()
    dialog = dialog_of(page, RemindDialog)
    dialog.numbered.setChecked(False)
    dialog.accept_button.click()
    made = letters(office, JenisSurat.PENGINGAT)
    assert [each.nomor for each in made] == ["", "", ""]
    preview = dialog_of(page, PreviewDialog)
    assert len(preview._items) == 3
    preview.close()
    asked.remind()  # the same drafts are taken up again
    dialog_of(page, RemindDialog).accept_button.click()
    made = letters(office, JenisSurat.PENGINGAT)
    assert len(made) == 3
    assert all(each.nomor for each in made)


def test_numbering_reminders_that_is_stopped_leaves_drafts_and_says_so(
    asked, page, office, stop_with_progress
):
    asked.remind()
    dialog = dialog_of(page, RemindDialog)
    dialog.accept_button.click()
    assert stop_with_progress[0].startswith("Menomori surat pengingat")
    assert dialog.isVisible()
    assert dialog.error.text == (
        "Dibatalkan. Surat pengingat sudah disusun, tetapi belum diberi nomor."
    )
    assert [each.nomor for each in letters(office, JenisSurat.PENGINGAT)] == ["", "", ""]


def test_nobody_ticked_is_nobody_reminded(asked, page, office):
    asked.remind()
    dialog = dialog_of(page, RemindDialog)
    dialog._all(Qt.CheckState.Unchecked)
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.form.error_text("unit")
    assert letters(office, JenisSurat.PENGINGAT) == []


def test_a_letter_that_is_not_out_is_not_reminded_of(page, office):
    app = office.app
    app.permintaan.choose_units(office.berkas_id, [u.id for u in app.unit_kerja.list()])
    made = app.penyusunan.permintaan(office.berkas_id, per_unit=True)
    app.surat.number_letters(made, TODAY)
    page.open(office.berkas_id)
    assert not page.panel(1).remind_button.isEnabled()


def test_the_row_says_where_its_letter_is(asked, office, scan):
    def states():
        return [asked.model.index(row, 3).data() for row in range(3)]

    one, two, _three = (each.id for each in letters(office, JenisSurat.NOTA_DINAS))
    office.app.surat.sign(one)
    isi = office.app.surat.get(two).isi
    office.app.surat.edit(two, replace(isi, hal="Hal lain"), "Hal keliru")
    assert states() == ["Ditandatangani", "Cetak ulang", "Dicetak"]
    office.app.surat.attach_scan(one, scan)
    assert states()[0] == "Diarsipkan"


def test_a_printed_letter_gets_another_number_only_with_a_reason(asked, page, office):
    asked.number_button.click()
    dialog = dialog_of(page, LetterNumberDialog)
    dialog.nomor.setText("99/TU")
    dialog.accept_button.click()
    assert dialog.form.error_text("alasan")
    dialog.alasan.setText("Nomor dari Tata Usaha")
    dialog.accept_button.click()
    assert [each.nomor for each in letters(office, JenisSurat.NOTA_DINAS) if each.batal] == [
        "500.12/1/DINCON/XI/2026"
    ]
    assert asked.model.index(0, 1).data() == "99/TU"


def test_voiding_from_the_row_asks_why(asked, office, prompts):
    prompts.text = None
    asked.letter_button.void_action.trigger()
    assert letters(office, JenisSurat.NOTA_DINAS)[0].status is StatusSurat.DICETAK
    prompts.text = "Unit dilebur"
    asked.letter_button.void_action.trigger()
    assert letters(office, JenisSurat.NOTA_DINAS)[0].batal == "Unit dilebur"
    assert not asked.letter_button.isEnabled()


def test_a_stage_without_papers_says_so(page, office, prompts):
    page.open(office.berkas_id, 5)
    page.print_stage()
    assert "belum mempunyai surat yang perlu dicetak" in prompts.shown[-1]


# -- stage 2 ----------------------------------------------------------------------------------


@pytest.fixture
def validating(page, office):
    office.to_validation()
    page.open(office.berkas_id)
    return page.panel(2)


def test_stage_2_prints_tests_minutes_and_what_goes_back(validating, page, office, prompts):
    good, poor = office.app.usulan.list(office.berkas_id)
    exclude(office.app, good.id)
    office.app.usulan.judge(poor.id, Putusan.DIKEMBALIKAN, "Lengkapi dasar hukumnya")
    expected = [f"Lembar Uji Konsekuensi – {GOOD.informasi}", "Berita Acara Uji Konsekuensi"]
    assert papers(office, 2) == expected
    assert lacking(office, 2) == [f"Nota Dinas pengembalian usulan untuk {poor.unit.nama}"]
    prompts.yes = False
    validating.print_stage()
    dialog_of(page, PreviewDialog).close()
    assert letters(office, JenisSurat.PENGEMBALIAN) == []
    settle()
    prompts.yes = True
    validating.print_stage()
    assert [item.title for item in dialog_of(page, PreviewDialog)._items] == [
        *expected, f"Nota Dinas pengembalian usulan – {poor.unit.nama}",
    ]  # fmt: skip
    assert lacking(office, 2) == []


def test_a_test_that_no_longer_stands_gives_no_minutes(validating, office):
    good, _poor = office.app.usulan.list(office.berkas_id)
    exclude(office.app, good.id)
    office.app.usulan.edit(good.id, replace(GOOD, informasi="Data pribadi yang lain"))
    assert "Berita Acara Uji Konsekuensi" not in papers(office, 2)


def test_a_second_round_asks_whether_another_letter_is_wanted(validating, page, office, prompts):
    _good, poor = office.app.usulan.list(office.berkas_id)
    office.app.usulan.judge(poor.id, Putusan.DIKEMBALIKAN, "Lengkapi dasar hukumnya")
    first = office.app.penyusunan.pengembalian(office.berkas_id, poor.unit.id)
    office.app.surat.number_letters((first,), TODAY)
    office.app.surat.keep(first, b"%PDF-1.4 contoh", "dicetak")
    validating.table.choose(poor.id)
    prompts.yes = False
    validating.letter_button.click()
    dialog_of(page, PreviewDialog).close()
    assert len(letters(office, JenisSurat.PENGEMBALIAN)) == 1
    prompts.yes = True
    validating.letter_button.click()
    assert dialog_of(page, LetterNumberDialog).nomor.text() == "500.12/5/DINCON/XI/2026"
    assert len(letters(office, JenisSurat.PENGEMBALIAN)) == 2


def test_what_a_signed_letter_sent_back_needs_no_other(validating, office):
    good, poor = office.app.usulan.list(office.berkas_id)
    office.app.usulan.judge(poor.id, Putusan.DIKEMBALIKAN, "Lengkapi dasar hukumnya")
    assert validating.returning.isVisible()
    sent = office.app.penyusunan.pengembalian(office.berkas_id, poor.unit.id)
    assert validating.returning.text.endswith("belum dicetak.")
    office.app.surat.number_letters((sent,), TODAY)
    office.app.surat.keep(sent, PDF, "dicetak")
    assert not validating.returning.isVisible()
    office.app.surat.sign(sent)
    assert not validating.returning.isVisible()
    office.app.usulan.judge(good.id, Putusan.DIKEMBALIKAN, "Lengkapi juga")
    assert good.unit.nama in validating.returning.text


def test_the_number_of_the_minutes_is_proposed_and_may_be_emptied(validating, page, office):
    exclude(office.app, office.app.usulan.list(office.berkas_id)[0].id)
    validating.paper_button.berita_acara_action.trigger()
    dialog = dialog_of(page, BeritaAcaraDialog)
    assert dialog.nomor.text() == office.app.nomor.propose(JenisNaskah.BERITA_ACARA, TODAY) != ""
    dialog.nomor.clear()
    dialog.accept_button.click()
    dialog_of(page, PreviewDialog).close()
    assert [each.nomor for each in letters(office, JenisSurat.BERITA_ACARA)] == [""]


def test_signed_minutes_are_shown_as_they_were_signed(validating, page, office, qtbot):
    app = office.app
    exclude(app, app.usulan.list(office.berkas_id)[0].id)
    head = app.uji.berita_acara(office.berkas_id)
    app.uji.set_berita_acara(office.berkas_id, replace(head, nomor="BA/1"))
    (minutes,) = letters(office, JenisSurat.BERITA_ACARA)
    from sopapp.documents.build import build

    app.surat.keep(minutes.id, build(app.surat.compose(minutes.id)), "dicetak")
    app.surat.sign(minutes.id)
    validating.paper_button.berita_acara_action.trigger()
    preview = dialog_of(page, PreviewDialog)
    qtbot.waitUntil(lambda: bool(preview.preview.data), timeout=LONG)
    assert preview.preview.data == app.surat.kept(minutes.id)


# -- stage 3 ----------------------------------------------------------------------------------


@pytest.fixture
def deciding(page, office):
    office.to_setting()
    page.open(office.berkas_id)
    panel = page.panel(3)
    panel.draft()
    return panel


def test_the_pengantar_is_numbered_and_shown_once(deciding, page, office):
    assert lacking(office, 3) == ["Nota Dinas pengantar rancangan Keputusan"]
    deciding.pengantar_button.click()
    dialog_of(page, LetterNumberDialog).accept_button.click()
    dialog_of(page, PreviewDialog).close()
    assert [each.nomor for each in letters(office, JenisSurat.PENGANTAR)] == [
        "500.12/4/DINCON/XI/2026"
    ]
    settle()
    deciding.pengantar_button.click()
    dialog_of(page, PreviewDialog)
    assert len(letters(office, JenisSurat.PENGANTAR)) == 1
    assert lacking(office, 3) == []


def test_tests_that_were_printed_do_not_go_with_the_keputusan_again(deciding, office):
    assert any(title.startswith("Lembar Uji") for title in papers(office, 3))
    good = office.app.usulan.list(office.berkas_id)[0]
    office.app.uji.keep_lembar(good.id, b"%PDF-1.4 lembar")
    office.app.uji.keep_berita_acara(office.berkas_id, b"%PDF-1.4 berita")
    assert papers(office, 3) == ["Keputusan"]


def signing(deciding, page, office):
    """The dialog over a printed draft."""
    office.app.surat.keep(deciding.surat.id, b"%PDF-1.4 rancangan", "dicetak")
    deciding.sign()
    return dialog_of(page, SignDialog)


def test_a_number_in_between_needs_its_reason(deciding, page, office, qtbot):
    office.app.nomor_luar.record(*outside("500.12/7/KEP"))
    dialog = signing(deciding, page, office)
    dialog.sisipan.setChecked(True)
    dialog.nomor.setText("500.12/7.A/KEP")
    dialog.accept_button.click()
    assert dialog.form.error_text("sisipan")
    dialog.alasan_sisipan.setText("Tanggal mendahului")
    assert clashes(dialog) == []
    assert nameless(dialog) == []
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: deciding.sign_card.done, timeout=LONG)
    assert office.app.surat.get(deciding.surat.id).sisipan == "Tanggal mendahului"


def outside(nomor):
    """A number used elsewhere in the sequence of Keputusan."""
    from sopapp.domain.numbering import Penomoran
    from sopapp.services.nomor_luar import CatatanLuar

    return Penomoran(nomor, TODAY), CatatanLuar(
        seperti=JenisNaskah.KEPUTUSAN, perihal="Lain", tujuan="", penanda_tangan="", keterangan=""
    )


def test_signed_with_its_scan_it_is_in_the_archive(deciding, page, office, scan, qtbot):
    dialog = signing(deciding, page, office)
    dialog.nomor.setText("500.12/1/KEP")
    dialog.scan.set_path(scan)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: deciding.sign_card.done, timeout=LONG)
    assert office.app.surat.get(deciding.surat.id).status is StatusSurat.DIARSIPKAN
    assert office.app.dokumentasi.scan(office.berkas_id).nama == scan.name


def test_a_scan_of_another_kind_records_nothing(deciding, page, office, tmp_path):
    dialog = signing(deciding, page, office)
    wrong = tmp_path / "catatan.pdf"
    wrong.write_text("bukan pindaian", encoding="utf-8")
    dialog.nomor.setText("500.12/1/KEP")
    dialog.scan.set_path(wrong)
    dialog.accept_button.click()
    assert "bukan PDF" in dialog.form.error_text("pindaian")
    assert not office.app.surat.get(deciding.surat.id).ditandatangani


def test_who_signs_in_anothers_name_needs_a_mandate(deciding, page, office):
    assert not deciding.mandate.isVisible()
    office.app.pejabat.add(
        PejabatInput(
            "Contoh Tiga", "Sekretaris Daerah", LaneCode.ATASAN_PPID_PEMBANTU, date(2026, 11, 1),
            atas_nama="Gubernur Contoh",
        )
    )  # fmt: skip
    assert "mandat tertulis dari Gubernur Contoh" in deciding.mandate.text
    dialog = signing(deciding, page, office)
    assert "Gubernur Contoh" in dialog.mandate.text
    dialog.tanggal.set_day(date(2026, 10, 1))  # before that official came into office
    assert not dialog.mandate.isVisible()


@pytest.mark.parametrize("stage", [3, 4, 5])
def test_the_salinan_is_at_hand_from_the_signature_on(page, office, scan, qtbot, stage):
    office.finish(scan)
    page.open(office.berkas_id, stage)
    page.panel(stage).salinan_button.click()
    preview = dialog_of(page, PreviewDialog)
    qtbot.waitUntil(lambda: bool(preview.preview.data), timeout=LONG)
    assert preview._items[0].title == "Salinan Keputusan"


def test_there_is_no_salinan_before_the_signature(deciding, page):
    assert not deciding.salinan_button.isVisible()
    page.show_panel(4)
    assert not page.panel(4).salinan_button.isVisible()


# -- stage 5 ----------------------------------------------------------------------------------


def test_printing_the_list_of_stage_5_keeps_it(page, office, scan, qtbot, prompts, tmp_path):
    office.to_documentation(scan)
    assert papers(office, 5) == ["Daftar untuk diumumkan", "Salinan Keputusan"]
    page.open(office.berkas_id)
    page.panel(5).print_all_button.click()
    preview = dialog_of(page, PreviewDialog)
    qtbot.waitUntil(lambda: bool(preview.preview.data), timeout=LONG)
    prompts.file = tmp_path / "daftar.pdf"
    preview.save_current()
    assert office.app.dokumentasi.list_pdf(office.berkas_id) == prompts.file.read_bytes()


def test_of_a_finished_berkas_the_kept_papers_print_again(page, office, scan):
    office.finish(scan)
    kept = office.app.dokumentasi.list_pdf(office.berkas_id)
    detail = office.app.berkas.get(office.berkas_id)
    listed = stage_papers(office.app, detail, 5).items[0]
    assert listed.source() == kept
    assert listed.keep is None
    assert len(papers(office, 1)) == 3
    assert papers(office, 3) == ["Keputusan"]
