"""Stages 3 to 5 through their panels, with real letters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sopapp.domain.daftar_terbuka import FormatEkspor
from tests.ui.berkas.conftest import TODAY
from tests.ui.berkas.test_berkas_page import dialog_of
from ui.berkas.publication_dialog import PublicationDialog
from ui.berkas.sign_dialog import SignDialog
from ui.preview.preview_dialog import PreviewDialog

LONG = 30_000  # milliseconds; the first letter loads ReportLab


def keputusan(office):
    return office.app.surat.get(office.app.keputusan.find(office.berkas_id))


@pytest.fixture
def setting(page, office):
    office.to_setting()
    page.open(office.berkas_id)
    return page.panel(3)


def test_the_keputusan_is_drafted_printed_and_signed(setting, page, office, prompts, tmp_path,
                                                     qtbot):  # fmt: skip
    setting.draft_button.click()
    assert setting.draft_card.done
    qtbot.waitUntil(lambda: setting.preview.page_count >= 2, timeout=LONG)
    prompts.file = tmp_path / "rancangan.pdf"
    setting.print_button.click()
    preview = dialog_of(page, PreviewDialog)
    qtbot.waitUntil(lambda: bool(preview.preview.data), timeout=LONG)
    preview.save_current()
    preview.close()
    assert setting.print_card.done
    page.advance()
    assert page.focusWidget() is setting.sign_button
    setting.sign_button.click()
    dialog = dialog_of(page, SignDialog)
    dialog.nomor.setText("500.12/45/DINCON/XI/2026")
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: setting.sign_card.done, timeout=LONG)
    assert page.focusWidget() is setting.print_button  # not what takes it back
    signed = keputusan(office)
    assert (signed.nomor, signed.tanggal) == ("500.12/45/DINCON/XI/2026", TODAY)
    final = office.app.surat.kept(signed.id)
    assert final != prompts.file.read_bytes()
    qtbot.waitUntil(lambda: setting.preview.data == final, timeout=LONG)


def test_signing_that_is_stopped_records_nothing_and_keeps_what_was_typed(
    setting, page, office, qtbot, stop_work
):
    letter = office.app.keputusan.draft(office.berkas_id)
    office.app.surat.keep(letter, b"%PDF-1.4", "Dicetak")
    before = office.app.riwayat.count()
    setting.sign()
    dialog = dialog_of(page, SignDialog)
    dialog.nomor.setText("12/ABC")
    dialog.accept_button.click()
    stop_work()
    assert dialog.error.text == "Dibatalkan. Nomor dan tanggal belum dicatat."
    assert dialog.form.isEnabled()
    assert dialog.nomor.text() == "12/ABC"
    assert (keputusan(office).ditandatangani, keputusan(office).nomor) == (False, "")
    assert office.app.riwayat.count() == before
    dialog.accept_button.click()  # and it can be done after all
    qtbot.waitUntil(lambda: keputusan(office).ditandatangani, timeout=LONG)
    assert keputusan(office).nomor == "12/ABC"


def test_recording_the_signature_can_be_stopped_until_it_is_written(
    setting, page, office, qtbot, stop_with_progress
):
    letter = office.app.keputusan.draft(office.berkas_id)
    office.app.surat.keep(letter, b"%PDF-1.4", "Dicetak")
    setting.sign()
    dialog = dialog_of(page, SignDialog)
    dialog.nomor.setText("12/ABC")
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: bool(dialog.error.text), timeout=LONG)
    assert stop_with_progress == ["Mencatat Keputusan · 0%"]
    assert dialog.error.text == "Dibatalkan. Nomor dan tanggal belum dicatat."
    assert not keputusan(office).ditandatangani


def test_an_unprinted_keputusan_cannot_be_signed_and_the_number_stays_typed(setting, page, office,
                                                                            qtbot):  # fmt: skip
    setting.draft_button.click()
    setting.sign()
    dialog = dialog_of(page, SignDialog)
    dialog.nomor.setText("12/ABC")
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: "belum dicetak" in dialog.error.text, timeout=LONG)
    assert dialog.isVisible()
    assert dialog.nomor.text() == "12/ABC"
    assert dialog.accept_button.isEnabled()


def test_a_date_in_the_future_is_told_beside_the_date(setting, page, office, qtbot):
    letter = office.app.keputusan.draft(office.berkas_id)
    office.app.surat.keep(letter, b"%PDF-1.4", "Dicetak")
    setting.sign()
    dialog = dialog_of(page, SignDialog)
    dialog.tanggal.set_day(date(2026, 12, 30))
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: bool(dialog.form.error_text("tanggal")), timeout=LONG)
    assert not keputusan(office).ditandatangani


def test_a_change_after_printing_asks_for_a_new_print(setting, office):
    from dataclasses import replace

    letter = office.app.keputusan.draft(office.berkas_id)
    office.app.surat.keep(letter, b"%PDF-1.4", "Dicetak")
    assert setting.print_card.done
    isi = replace(keputusan(office).isi, tentang="Judul yang lain")
    office.app.surat.edit(letter, isi, "Judul keliru")
    assert not setting.print_card.done
    assert "cetak ulang" in setting.print_card.status.text()


def test_a_letter_that_cannot_be_made_says_why_in_its_place(setting, office, qtbot):
    from dataclasses import replace

    letter = office.app.keputusan.draft(office.berkas_id)
    isi = replace(keputusan(office).isi, tentang="Judul dengan \U0001f600")
    office.app.surat.edit(letter, isi)
    qtbot.waitUntil(lambda: "belum dapat dibuat" in setting.preview.message, timeout=LONG)


def test_the_scan_is_kept_with_its_checksum(page, office, scan, prompts):
    import hashlib

    office.to_update()
    page.open(office.berkas_id)
    panel = page.panel(4)
    prompts.file = scan
    panel.scan_field.button.click()
    assert panel.scan_card.done
    assert (
        panel.checksum.text()
        .replace(" ", "")
        .endswith(hashlib.sha256(scan.read_bytes()).hexdigest())
    )


def test_a_scan_of_another_kind_is_refused_in_words(page, office, tmp_path, prompts):
    office.to_update()
    page.open(office.berkas_id)
    wrong = tmp_path / "catatan.pdf"
    wrong.write_text("bukan pindaian", encoding="utf-8")
    page.panel(4).attach(wrong)
    assert "bukan PDF, JPG, atau PNG" in prompts.shown[-1]
    assert office.app.dokumentasi.scan(office.berkas_id) is None


def test_the_register_is_shown_before_and_after_and_then_brought_in_line(page, office, prompts):
    office.to_update()
    page.open(office.berkas_id)
    panel = page.panel(4)
    assert panel.changes.model.index(0, 0).data() == "Ditambahkan"
    prompts.yes = False
    panel.apply_button.click()
    assert not office.app.dik.applied(office.berkas_id)
    assert "1 informasi ditambahkan" in prompts.shown[-1]
    prompts.yes = True
    panel.apply_button.click()
    assert office.app.dik.applied(office.berkas_id)
    assert panel.apply_card.done
    assert len(office.app.dik.current()) == 1


def test_bringing_in_line_that_is_stopped_changes_nothing(page, office, stop_with_progress):
    office.to_update()
    page.open(office.berkas_id)
    panel = page.panel(4)
    before = office.app.riwayat.count()
    panel.apply_button.click()
    assert stop_with_progress[0].startswith("Menerapkan ke daftar")
    assert not office.app.dik.applied(office.berkas_id)
    assert len(office.app.dik.current()) == 0
    assert office.app.riwayat.count() == before
    assert not panel.apply_card.done


def test_a_list_that_is_stopped_is_not_kept(publishing, office, qtbot, stop_work):
    service = office.app.dokumentasi
    publishing.write_button.click()
    stop_work()
    assert publishing.list_card.status.text() == "Dibatalkan. Tidak ada yang berubah."
    assert service.list_pdf(office.berkas_id) is None
    assert publishing.write_button.isEnabled()
    publishing.write_button.click()
    qtbot.waitUntil(lambda: publishing.list_card.done, timeout=LONG)


def test_a_bundle_that_is_stopped_is_not_kept(publishing, office, stop_work):
    office.app.dokumentasi.keep_list(office.berkas_id, b"%PDF-1.4")
    publishing.bundle_button.click()
    stop_work()
    assert publishing.bundle_card.status.text() == "Dibatalkan. Tidak ada yang berubah."
    assert office.app.dokumentasi.bundle(office.berkas_id) is None
    assert publishing.bundle_button.isEnabled()


def test_the_list_is_written_published_and_bundled(page, office, scan, qtbot, prompts, tmp_path):
    office.to_documentation(scan)
    page.open(office.berkas_id)
    panel = page.panel(5)
    panel.write_button.click()
    qtbot.waitUntil(lambda: panel.list_card.done, timeout=LONG)
    assert panel.preview.data == office.app.dokumentasi.list_pdf(office.berkas_id)
    panel.publish_button.click()
    dialog = dialog_of(page, PublicationDialog)
    dialog.accept_button.click()
    assert dialog.form.error_text("tempat")
    dialog.tempat.setText("Laman PPID")
    dialog.accept_button.click()
    assert panel.model.index(0, 0).data() == "Laman PPID"
    panel.bundle_button.click()
    assert not panel.write_button.isEnabled()  # one at a time
    qtbot.waitUntil(lambda: panel.bundle_card.done, timeout=LONG)
    prompts.file = tmp_path / "bundel.zip"
    panel.copy_button.click()
    qtbot.waitUntil(lambda: "Tersimpan" in panel.bundle_card.status.text(), timeout=LONG)
    bundle = office.app.dokumentasi.bundle(office.berkas_id)
    assert prompts.file.read_bytes() == office.app.attachments.read(bundle.id)


def test_the_page_fits_a_small_screen_at_one_and_a_half(page, office, scan):
    office.finish(scan)
    page.open(office.berkas_id)
    for number in range(1, 6):
        page.show_panel(number)
    # 1366x768 gives 911x512; menu, banner and status line take their part of it.
    assert page.minimumSizeHint().height() <= 430
    assert page.minimumSizeHint().width() <= 911 - 60


def test_a_finished_berkas_can_be_read_but_not_changed(page, office, scan, qtbot):
    office.finish(scan)
    page.open(office.berkas_id)
    for number, names in {
        1: ("units_button", "make_button", "answer_button", "usulan_button"),
        2: ("add_button", "edit_button", "exclude_button", "remove_button"),
        3: ("edit_button", "unsign_button"),
        4: ("scan_field", "apply_button"),
        5: ("write_button", "publish_button", "bundle_button"),
    }.items():
        page.show_panel(number)
        panel = page.panel(number)
        assert [n for n in names if getattr(panel, n).isEnabled()] == [], number


def test_the_bundle_of_a_finished_berkas_takes_in_what_came_late(page, office, scan, qtbot):
    office.finish(scan)
    app = office.app
    app.clock.day = TODAY + timedelta(1)
    open_letter = next(s for s in app.surat.list(office.berkas_id) if not s.ditandatangani)
    app.surat.void(open_letter.id, "Salah alamat")
    page.open(office.berkas_id)
    page.show_panel(5)
    panel = page.panel(5)
    assert not panel.bundle_card.done
    panel.bundle_button.click()
    qtbot.waitUntil(lambda: panel.bundle_card.done, timeout=LONG)
    assert not panel.bundle_button.isEnabled()


def test_a_signed_keputusan_with_the_words_of_the_template_is_not_called_changed(page, office):
    office.to_update()
    page.open(office.berkas_id)
    page.show_panel(3)
    assert "diubah" not in page.panel(3).draft_card.status.text()


def test_what_was_before_is_not_called_now_once_it_is_applied(page, office):
    office.to_update()
    page.open(office.berkas_id)
    changes = page.panel(4).changes
    assert changes.before_title.text() == "Sekarang di daftar"
    office.app.dik.apply(office.berkas_id)
    assert changes.before_title.text() == "Sebelum Keputusan"
    assert changes.before.pairs == (("Keadaan", "Tidak ada di daftar."),)


@pytest.mark.parametrize(
    ("stage", "key", "control"),
    [
        (3, "keputusan_disusun", "draft_button"),
        (4, "register_diselaraskan", "apply_button"),
        (5, "daftar_diumumkan", "publish_button"),
    ],
)
def test_the_keyboard_goes_to_what_mends_a_lack(page, office, scan, stage, key, control):
    {3: office.to_setting, 4: office.to_update, 5: lambda: office.to_documentation(scan)}[stage]()
    page.open(office.berkas_id)
    page.panel(stage).take_keyboard_for(key)
    assert page.focusWidget() is getattr(page.panel(stage), control)


@pytest.fixture
def publishing(page, office, scan):
    office.to_documentation(scan)
    page.open(office.berkas_id)
    return page.panel(5)


@pytest.mark.parametrize("form", list(FormatEkspor))
def test_the_list_is_saved_for_a_website_in_one_form(publishing, office, prompts, tmp_path, qtbot,
                                                     form):  # fmt: skip
    prompts.file = tmp_path / f"daftar{form.suffix}"
    publishing.export.menu.export(form)
    qtbot.waitUntil(lambda: "Tersimpan" in publishing.export_note.text(), timeout=LONG)
    data = prompts.file.read_bytes()
    assert data == office.app.ekspor.write(office.app.ekspor.value(TODAY), form)
    assert str(prompts.file) in publishing.export_note.text().replace("\u200b", "")


def test_all_forms_go_into_one_folder_and_replace_nothing_unasked(publishing, prompts, tmp_path,
                                                                  qtbot):  # fmt: skip
    folder = tmp_path / "laman"
    folder.mkdir()
    prompts.folder = folder
    publishing.export.all_action.trigger()
    qtbot.waitUntil(lambda: "5 file" in publishing.export_note.text(), timeout=LONG)
    files = sorted(folder.iterdir())
    assert {path.suffix for path in files} == {form.suffix for form in FormatEkspor}
    files[0].write_bytes(b"punya orang lain")
    prompts.yes = False
    publishing.export.all_action.trigger()
    assert files[0].name in prompts.shown[-1]
    assert files[0].read_bytes() == b"punya orang lain"


def test_forms_for_the_website_that_are_stopped_leave_the_folder_as_it_was(
    publishing, prompts, tmp_path, stop_work
):
    folder = tmp_path / "laman"
    folder.mkdir()
    prompts.folder = folder
    publishing.export.all_action.trigger()
    stop_work()
    assert publishing.export_note.text() == "Dibatalkan. Tidak ada file yang ditulis."
    assert list(folder.iterdir()) == []


def test_before_the_register_follows_there_is_nothing_for_a_website(page, office):
    office.to_update()
    page.open(office.berkas_id, 5)
    assert not page.panel(5).export.button.isEnabled()


def test_a_finished_berkas_can_still_be_saved_for_a_website(page, office, scan):
    office.finish(scan)
    page.open(office.berkas_id, 5)
    assert page.panel(5).export.button.isEnabled()


def test_a_button_that_vanishes_after_its_work_hands_the_keyboard_on(setting):
    setting.draft_button.setFocus()
    setting.draft_button.click()
    assert setting.draft_button.isHidden()
    assert setting.window().focusWidget() is setting.print_button


def test_a_second_enter_while_the_bundle_is_made_presses_nothing_else(publishing, office, qtbot):
    office.app.dokumentasi.keep_list(office.berkas_id, b"%PDF-1.4")
    publishing.bundle_button.setFocus()
    publishing.bundle_button.click()
    pressed = publishing.window().focusWidget()
    pressed.click()
    assert pressed is publishing.bundle_button
    qtbot.waitUntil(lambda: publishing.bundle_card.done, timeout=LONG)
    assert publishing.window().focusWidget() is publishing.bundle_button
