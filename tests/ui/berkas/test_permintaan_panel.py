"""Stage 1 through its panel and dialogs."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from sopapp.services.permintaan import Jawaban
from sopapp.spreadsheet.unit_form import write_form
from tests.ui.berkas.conftest import TODAY
from tests.ui.berkas.test_berkas_page import dialog_of
from ui.berkas.answer_dialog import AnswerDialog
from ui.berkas.number_dialog import NumberAllDialog
from ui.berkas.units_dialog import UnitsDialog
from ui.berkas.usulan_dialog import UsulanDialog
from ui.impor.import_dialog import ImportDialog
from ui.preview.preview_dialog import PreviewDialog
from ui.surat.letter_number_dialog import LetterNumberDialog
from ui.surat.letter_sign_dialog import LetterSignDialog


@pytest.fixture
def letters_out(office):
    """All units were asked before the page was opened, in tests that name it before the panel."""
    office.ask()


@pytest.fixture
def panel(page, office):
    page.open(office.berkas_id)
    return page.panel(1)


def column(panel, number):
    return [panel.model.index(i, number).data() for i in range(panel.model.rowCount())]


def asked(office):
    return office.app.permintaan.list(office.berkas_id)


def choose_all(office):
    office.app.permintaan.choose_units(office.berkas_id, [u.id for u in _units(office)])


def _units(office):
    return office.app.unit_kerja.list()


def test_all_units_are_proposed_and_one_can_be_left_out(panel, page, office):
    panel.empty.button.click()
    dialog = dialog_of(page, UnitsDialog)
    assert len(dialog.checked()) == 3
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept_button.click()
    assert column(panel, 0) == ["Sekretariat", "Bidang Perdagangan Dalam Negeri"]


def test_no_unit_at_all_is_refused_inside_the_dialog(panel, page, office):
    panel.choose_units()
    dialog = dialog_of(page, UnitsDialog)
    for i in range(3):
        dialog.list.item(i).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "sedikitnya satu" in dialog.form.error_text("unit")
    assert asked(office) == ()


@pytest.mark.parametrize(("action", "count"), [("per_unit_action", 3), ("for_all_action", 1)])
def test_letters_are_made_per_unit_or_one_for_all(panel, office, action, count):
    choose_all(office)
    getattr(panel, action).trigger()
    assert len({p.surat_id for p in asked(office)} - {None}) == count


def test_all_are_numbered_on_one_day(panel, page, office):
    choose_all(office)
    panel.per_unit_action.trigger()
    panel.number_all_button.click()
    dialog = dialog_of(page, NumberAllDialog)
    dialog.tanggal.set_day(date(2026, 11, 24))
    assert dialog.first.text() == "500.12/1/DINCON/XI/2026"
    dialog.accept_button.click()
    assert column(panel, 1) == [f"500.12/{n}/DINCON/XI/2026" for n in (1, 2, 3)]
    assert column(panel, 2) == ["24 Nov 2026"] * 3


def test_numbering_that_is_stopped_has_given_no_number(panel, page, office, stop_with_progress):
    choose_all(office)
    panel.per_unit_action.trigger()
    before = office.app.riwayat.count()
    panel.number_all_button.click()
    dialog = dialog_of(page, NumberAllDialog)
    dialog.accept_button.click()
    assert stop_with_progress == ["Menomori surat · 0%"]
    assert dialog.isVisible()
    assert dialog.error.text == "Dibatalkan. Yang sudah ada tidak berubah."
    assert column(panel, 1) == ["Belum"] * 3
    assert office.app.riwayat.count() == before
    assert dialog.first.text().startswith("500.12/1/")  # still the next one


def test_the_proposed_number_follows_the_date_until_it_is_typed_over(panel, page, office):
    choose_all(office)
    panel.per_unit_action.trigger()
    panel.number_button.click()
    dialog = dialog_of(page, LetterNumberDialog)
    dialog.tanggal.set_day(date(2026, 12, 1))
    assert dialog.nomor.text() == "500.12/1/DINCON/XII/2026"
    dialog.nomor.setText("77/manual")
    dialog.tanggal.set_day(date(2026, 12, 2))
    dialog.accept_button.click()
    assert column(panel, 1)[0] == "77/manual"


def test_a_number_that_is_taken_is_told_beside_the_field_and_nothing_is_lost(panel, page, office):
    choose_all(office)
    panel.per_unit_action.trigger()
    office.app.surat.set_number(asked(office)[1].surat_id, "77", TODAY)
    panel.table.choose(asked(office)[0].id)
    panel.number()
    dialog = dialog_of(page, LetterNumberDialog)
    dialog.nomor.setText("77")
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "sudah dipakai" in dialog.form.error_text("nomor")
    assert dialog.nomor.text() == "77"


def test_an_answer_with_its_file_is_recorded(letters_out, panel, page, office, scan):
    panel.answer_button.click()
    dialog = dialog_of(page, AnswerDialog)
    dialog.jawaban.choose("nihil")
    dialog.berkas.set_path(scan)
    dialog.accept_button.click()
    first = asked(office)[0]
    assert first.jawaban is Jawaban.NIHIL
    assert first.attachment.nama == "pindaian.pdf"
    assert column(panel, 4) == ["Nihil", "Belum", "Belum"]
    assert panel.summary.text() == "1 dari 3 unit menjawab"


def test_after_an_answer_enter_records_the_next_one(letters_out, panel, page, office, qtbot):
    panel.units_button.setFocus()
    panel.record_answer()
    dialog_of(page, AnswerDialog).accept_button.click()
    assert page.focusWidget() is panel.table
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert "Industri Agro" in dialog_of(page, AnswerDialog).windowTitle()


def test_the_keyboard_stands_on_what_was_answered_before(letters_out, panel, page, office):
    first = asked(office)[0]
    office.app.permintaan.answer(first.id, Jawaban.NIHIL, TODAY)
    panel.record_answer()
    dialog = dialog_of(page, AnswerDialog)
    assert dialog.focusWidget().isChecked()
    assert dialog.jawaban.value == "nihil"


def test_a_row_offers_what_can_be_done_with_its_letter(letters_out, panel, page, office):
    panel.table.choose(asked(office)[0].id)
    assert panel.table.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    offered = {action.text().replace("&", ""): action for action in panel.table.actions()}
    assert offered["Catat ditandatangani…"].isEnabled()
    offered["Catat ditandatangani…"].trigger()
    assert "Sekretariat" in dialog_of(page, LetterSignDialog).windowTitle()


def test_closing_without_an_answer_needs_a_reason(letters_out, panel, page, office):
    panel.record_answer()
    dialog = dialog_of(page, AnswerDialog)
    dialog.jawaban.choose("tidak_menjawab")
    assert dialog.form.widget("alasan").isVisible()
    assert not dialog.form.widget("file").isVisible()
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.form.error_text("alasan")
    dialog.alasan.setText("Dua kali diingatkan")
    dialog.accept_button.click()
    assert asked(office)[0].alasan == "Dua kali diingatkan"


def test_a_date_that_cannot_be_is_told_beside_the_date(letters_out, panel, page, office):
    panel.record_answer()
    dialog = dialog_of(page, AnswerDialog)
    dialog.tanggal.set_day(date(2026, 12, 24))
    dialog.accept_button.click()
    assert "masa depan" in dialog.form.error_text("tanggal")


def test_leaving_a_form_with_typed_words_asks_first(letters_out, panel, page, office, prompts):
    panel.record_answer()
    dialog = dialog_of(page, AnswerDialog)
    dialog.jawaban.choose("tidak_menjawab")
    dialog.alasan.setText("setengah jalan")
    prompts.yes = False
    dialog.reject()
    assert dialog.isVisible()
    prompts.yes = True
    dialog.reject()
    assert not dialog.isVisible()


def test_an_answer_is_taken_back_after_a_question(letters_out, panel, office, prompts):
    office.app.permintaan.answer(asked(office)[0].id, Jawaban.NIHIL, TODAY)
    prompts.yes = False
    panel.clear_button.click()
    assert asked(office)[0].jawaban is Jawaban.NIHIL
    prompts.yes = True
    panel.clear_button.click()
    assert asked(office)[0].jawaban is None


def test_a_usulan_is_entered_for_the_chosen_unit(letters_out, panel, page, office):
    panel.table.choose(asked(office)[1].id)
    panel.usulan_button.click()
    dialog = dialog_of(page, UsulanDialog)
    dialog.informasi.setPlainText("Data harga kontrak ekspor")
    dialog.accept_button.click()
    assert column(panel, 6) == ["–", "1", "–"]


def test_all_letters_are_previewed_together(panel, page, office, tasks, qtbot):
    choose_all(office)
    panel.per_unit_action.trigger()
    panel.print_all_button.click()
    dialog = dialog_of(page, PreviewDialog)
    qtbot.waitUntil(lambda: bool(dialog.preview.data), timeout=20_000)
    assert dialog.preview.data.startswith(b"%PDF")
    assert dialog.list.checked() == [0, 1, 2]


def test_a_saved_letter_counts_as_printed_with_the_same_bytes(
    panel, page, office, prompts, tmp_path, qtbot
):
    choose_all(office)
    panel.per_unit_action.trigger()
    prompts.file = tmp_path / "surat.pdf"
    panel.preview_button.click()
    dialog = dialog_of(page, PreviewDialog)
    qtbot.waitUntil(lambda: bool(dialog.preview.data), timeout=20_000)
    dialog.save_current()
    kept = office.app.surat.kept(asked(office)[0].surat_id)
    assert kept == prompts.file.read_bytes() == dialog.preview.data
    assert column(panel, 3) == ["Dicetak", "Konsep", "Konsep"]


def test_a_dropped_file_is_copied_never_moved(letters_out, panel, page, office, scan, qtbot):
    panel.record_answer()
    field = dialog_of(page, AnswerDialog).berkas
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scan))])
    event = QDropEvent(
        QPointF(QPoint(5, 5)), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier,
    )  # fmt: skip
    field.dropEvent(event)
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert field.path is None  # the program that it comes from waits for the end of the drop
    qtbot.waitUntil(lambda: field.path == scan)
    assert scan.exists()


def _answered_with(panel, page, office, file):
    office.ask()
    office.app.permintaan.answer(asked(office)[0].id, Jawaban.NIHIL, TODAY, "", file)
    panel.record_answer()
    return dialog_of(page, AnswerDialog)


def test_a_kept_answer_letter_can_be_looked_at(panel, page, office, scan):
    dialog = _answered_with(panel, page, office, scan)
    dialog.berkas.view_button.click()
    assert dialog_of(page, PreviewDialog).windowTitle().endswith("pindaian.pdf")
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "File baru menggantikannya" in words
    assert "Belum ada" not in words


def test_a_kept_answer_of_an_office_program_opens_as_a_copy(panel, page, office, tmp_path,
                                                            monkeypatch):  # fmt: skip
    letter = tmp_path / "jawaban.docx"
    letter.write_bytes(b"PK\x03\x04 surat")
    opened = []
    monkeypatch.setattr(
        QDesktopServices,
        "openUrl",
        lambda url: bool(opened.append(Path(url.toLocalFile()))) or True,
    )
    dialog = _answered_with(panel, page, office, letter)
    dialog.berkas.view_button.click()
    assert [path.name for path in opened] == ["jawaban.docx"]
    assert opened[0].read_bytes() == letter.read_bytes()
    assert office.app.data not in opened[0].parents
    shutil.rmtree(opened[0].parent)


def test_without_a_kept_answer_there_is_nothing_to_look_at(letters_out, panel, page, office):
    panel.record_answer()
    assert not dialog_of(page, AnswerDialog).berkas.view_button.isVisible()


def test_a_date_that_is_none_is_not_saved_as_another(letters_out, panel, page, office, qtbot):
    panel.record_answer()
    dialog = dialog_of(page, AnswerDialog)
    dialog.jawaban.choose("nihil")
    dialog.tanggal.setFocus()
    qtbot.keyClick(dialog.tanggal, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(dialog.tanggal, "31-2-2026")
    dialog.submit()
    assert dialog.isVisible()
    assert "31-2-2026" in dialog.error.text
    assert asked(office)[0].jawaban is None


def test_the_next_waiting_unit_is_chosen_after_an_answer(letters_out, panel, page, office):
    for place in (1, 2):
        panel.record_answer()
        dialog = dialog_of(page, AnswerDialog)
        dialog.jawaban.choose("nihil")
        dialog.accept_button.click()
        assert panel.table.current.id == panel.rows[place].id


def test_the_next_waiting_unit_is_the_one_below_then_from_the_top(letters_out, panel, page, office):
    last = len(panel.rows) - 1
    for place, expected in ((1, 2), (last, 0)):
        panel.table.choose(panel.rows[place].id)
        panel.record_answer()
        dialog = dialog_of(page, AnswerDialog)
        dialog.jawaban.choose("nihil")
        dialog.accept_button.click()
        assert panel.table.current.id == panel.rows[expected].id


# -- forms and imported answers ----------------------------------------------------------------


def form_rows(path):
    """The cells of a saved form."""
    return [[c.value for c in row] for row in openpyxl.load_workbook(path)["Usulan"].iter_rows()]


def test_the_form_of_the_chosen_unit_is_saved(letters_out, panel, office, prompts, tmp_path, qtbot):
    panel.table.choose(asked(office)[1].id)
    prompts.file = tmp_path / "formulir.xlsx"
    panel.sheets.form_action.trigger()
    qtbot.waitUntil(lambda: str(prompts.file) in panel.told.text())
    assert any(
        "Bidang Industri Agro" in str(cell) for row in form_rows(prompts.file) for cell in row
    )


@pytest.fixture
def folder(tmp_path, prompts):
    """The folder that is picked when one is asked for."""
    made = tmp_path / "formulir"
    made.mkdir()
    prompts.folder = made
    return made


def test_forms_of_all_units_go_into_one_folder(letters_out, panel, office, folder, qtbot):
    panel.sheets.all_forms_action.trigger()
    qtbot.waitUntil(lambda: "3 formulir tersimpan" in panel.told.text(), timeout=20_000)
    assert len(list(folder.glob("*.xlsx"))) == 3
    assert str(folder) in panel.told.text()


def test_forms_already_there_are_only_replaced_after_a_question(panel, office, folder, prompts,
                                                                qtbot):  # fmt: skip
    office.ask()
    panel.sheets.all_forms_action.trigger()
    qtbot.waitUntil(lambda: "tersimpan" in panel.told.text(), timeout=20_000)
    files = sorted(folder.iterdir())
    for path in files:
        path.write_bytes(b"sudah diisi")
    prompts.yes = False
    panel.sheets.all_forms_action.trigger()
    qtbot.waitUntil(lambda: bool(prompts.shown), timeout=20_000)
    assert "3 formulir" in prompts.shown[-1]
    assert files[0].name in prompts.shown[-1]
    assert [path.read_bytes() for path in files] == [b"sudah diisi"] * 3
    assert "tersimpan" not in panel.told.text()
    prompts.yes = True
    panel.sheets.all_forms_action.trigger()
    qtbot.waitUntil(lambda: "tersimpan" in panel.told.text(), timeout=20_000)
    assert files[0].read_bytes() != b"sudah diisi"


def test_forms_that_are_stopped_leave_no_file(letters_out, panel, office, folder, stop_work):
    panel.sheets.all_forms_action.trigger()
    stop_work()
    assert list(folder.iterdir()) == []
    assert panel.told.text() == "Dibatalkan. Tidak ada file yang ditulis."


def test_a_form_that_cannot_be_written_is_told(
    letters_out, panel, office, prompts, tmp_path, qtbot
):
    prompts.file = tmp_path / "tidak ada" / "formulir.xlsx"
    panel.sheets.form_action.trigger()
    qtbot.waitUntil(lambda: bool(prompts.shown))
    assert "tidak dapat ditulis" in prompts.shown[-1]
    assert not panel.told.isVisible()


@pytest.fixture
def answer(office, tmp_path):
    """The form of the first unit with one new entry filled in."""
    office.ask()
    unit = asked(office)[0].unit
    path = tmp_path / "jawaban.xlsx"
    path.write_bytes(write_form(office.app.formulir.value(office.berkas_id, unit.id)))
    book = openpyxl.load_workbook(path)
    sheet = book["Usulan"]
    heads = next(row for row in sheet.iter_rows() if any(c.value == "Informasi" for c in row))
    at = {cell.value: cell.column for cell in heads}
    for head, text in {
        "Usulan": "Baru", "Informasi": "Data gaji pegawai", "Dasar: huruf Pasal 17 UU KIP": "h.2",
        "Konsekuensi bila dibuka": "Mengungkap rahasia pribadi pegawai",
        "Manfaat bila ditutup": "Melindungi rahasia pribadi pegawai",
        "Jangka waktu": "2 tahun", "Bentuk dokumen": "Cetak",
    }.items():  # fmt: skip
        sheet.cell(heads[0].row + 1, at[head]).value = text
    book.save(path)
    return path


def imported(page, qtbot):
    dialog = dialog_of(page, ImportDialog)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.sheet, timeout=20_000)
    return dialog


def test_a_form_that_comes_back_becomes_usulan_and_the_answer(panel, page, office, answer, prompts,
                                                              qtbot):  # fmt: skip
    prompts.file = answer
    panel.table.choose(asked(office)[0].id)
    panel.import_button.click()
    imported(page, qtbot).accept_button.click()
    assert column(panel, 6) == ["1", "–", "–"]
    assert "1 usulan Sekretariat tersimpan" in panel.told.text()
    recorded = dialog_of(page, AnswerDialog)
    assert recorded.jawaban.value == "usulan"
    assert recorded.berkas.path == answer
    recorded.accept_button.click()
    first = asked(office)[0]
    assert first.jawaban is Jawaban.USULAN
    assert first.attachment.nama == "jawaban.xlsx"
    assert panel.table.current.id == asked(office)[1].id


def test_a_form_without_changes_is_offered_as_nihil(panel, page, office, prompts, tmp_path, qtbot):
    from tests.services import carrying

    unit = _units(office)[0].id
    office.app.dik_awal.bring_in("1", TODAY, [(unit, carrying.complete("Data gaji"))])
    office.ask()
    prompts.file = tmp_path / "formulir.xlsx"
    panel.sheets.form_action.trigger()
    qtbot.waitUntil(lambda: str(prompts.file) in panel.told.text())
    panel.import_button.click()
    imported(page, qtbot).accept_button.click()
    recorded = dialog_of(page, AnswerDialog)
    assert recorded.jawaban.value == "nihil"
    recorded.accept_button.click()
    assert asked(office)[0].jawaban is Jawaban.NIHIL


def test_an_answer_that_is_recorded_already_is_not_asked_for_again(panel, page, office, answer,
                                                                   prompts, qtbot):  # fmt: skip
    office.app.permintaan.answer(asked(office)[0].id, Jawaban.USULAN, TODAY)
    prompts.file = answer
    panel.import_button.click()
    imported(page, qtbot).accept_button.click()
    assert column(panel, 6)[0] == "1"
    assert not [d for d in page.window().findChildren(AnswerDialog) if d.isVisible()]


def test_a_file_dropped_on_a_row_is_that_unit_s_answer(panel, page, office, answer, qtbot):
    row = panel.table.visualRect(panel.model.index(2, 0)).center()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(answer))])
    at = panel.table.viewport().mapTo(panel, row)
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
           Qt.KeyboardModifier.NoModifier)  # fmt: skip
    QApplication.sendEvent(panel, QDragEnterEvent(at, *how))  # who takes it gets the drop
    QApplication.sendEvent(panel, QDropEvent(QPointF(at), *how))
    dialog = imported(page, qtbot)
    assert "Bidang Perdagangan Dalam Negeri" in dialog.windowTitle()
    assert answer.exists()


def test_a_finished_berkas_takes_no_answers(letters_out, panel, page, office):
    office.app.berkas.cancel(office.berkas_id, "Salah buka")
    assert not panel.import_button.isEnabled()


def test_the_keyboard_begins_in_the_inputs_of_a_dialog_and_not_on_cancel(panel, page, office):
    choose_all(office)
    panel.per_unit_action.trigger()
    panel.number_all_button.click()
    dialog = dialog_of(page, NumberAllDialog)
    dialog.setFocus()
    dialog.focusNextChild()
    assert dialog.focusWidget() is dialog.tanggal
