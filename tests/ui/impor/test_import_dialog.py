"""A unit's answer through the import dialog, with real files."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from sopapp.domain.dik import JenisUsulan
from sopapp.domain.errors import DomainError
from sopapp.domain.impor import CatatanSel, Kolom
from sopapp.domain.progress import Cancelled
from sopapp.spreadsheet.unit_form import write_form
from tests.ui.berkas.test_access import clashes, nameless, tabbed
from tests.ui.impor.conftest import HEADS, LONG, row
from tests.ui.stopping import at_once, shown
from ui.impor.import_dialog import ImportDialog
from ui.impor.sheet_rows import Tampil
from ui.impor.suggestion import value_in

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def bring(qtbot, context, desk, office, unit):
    """Open a file in the dialog and wait until it was read."""

    def opened(path) -> ImportDialog:
        dialog = ImportDialog(context, desk, office.berkas_id, unit, path)
        dialog.open()
        qtbot.waitUntil(lambda: not dialog.reading.busy, timeout=LONG)
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return opened


def proposed(office):
    return {each.isi.informasi: each for each in office.app.usulan.list(office.berkas_id)}


def go(dialog, nomor: int, kolom: Kolom):
    """Stand on a cell."""
    rows, model = dialog.sheet.rows, dialog.sheet.model
    place = next(n for n in range(rows.total) if rows.row(n).lembar.nomor == nomor)
    dialog.sheet.table.go(model.index(model.row_of(place), model.column_of(kolom)))


def test_rows_that_lack_nothing_become_usulan_in_one_press(bring, write, office, unit):
    dialog = bring(write(row("Data gaji pegawai"), row("Identitas pelapor")))
    assert dialog.accept_button.text() == "&Simpan 2 usulan"
    dialog.accept_button.click()
    assert dialog.stored == 2
    assert not dialog.isVisible()
    stored = proposed(office)
    assert set(stored) == {"Data gaji pegawai", "Identitas pelapor"}
    assert {each.unit.id for each in stored.values()} == {unit}
    assert {each.jenis for each in stored.values()} == {JenisUsulan.BARU}


def test_thousands_of_rows_are_written_with_a_point(bring, write):
    dialog = bring(write(row("Data gaji pegawai")))
    many = dict.fromkeys(Tampil, 0) | {Tampil.SEMUA: 10_000, Tampil.SIAP: 10_000}
    assert dialog.accept_words(many)[0] == "&Simpan 10.000 usulan"
    dialog.sheet.kinds.count(many)
    assert dialog.sheet.kinds.buttons[Tampil.SIAP].text() == "Siap (10.000)"


def test_a_cell_is_typed_over_and_the_row_is_ready_at_once(bring, write, office, qtbot):
    dialog = bring(write(row("Data gaji pegawai"), row("Identitas pelapor", huruf="z")))
    assert not dialog.accept_button.isEnabled()
    assert "1 baris perlu diperbaiki" in dialog.told.text()
    index = dialog.sheet.table.currentIndex()
    assert index.data() == "z"  # it opens at the first problem
    assert dialog.sheet.note.text.startswith("C3 · ")
    qtbot.keyClick(dialog.sheet.table, Qt.Key.Key_F2)
    editor = dialog.sheet.table.viewport().findChild(QPlainTextEdit)
    qtbot.keyClicks(editor, "h.2")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert index.data() == "h.2"
    assert dialog.sheet.kinds.buttons[Tampil.SIAP].text() == "Siap (2)"
    assert dialog.sheet.kinds.buttons[Tampil.PERLU].text() == "Perlu diperbaiki (0)"
    dialog.accept_button.click()
    assert proposed(office)["Identitas pelapor"].isi.dasar[0].huruf == "h"


def test_typing_opens_the_cell_and_takes_the_place_of_what_was_there(bring, write, qtbot):
    dialog = bring(write(row("Identitas pelapor", huruf="z")))
    qtbot.keyClick(dialog.sheet.table, Qt.Key.Key_B)
    editor = dialog.sheet.table.viewport().findChild(QPlainTextEdit)
    assert editor.toPlainText() == "b"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.sheet.table.currentIndex().data() == "z"


def test_a_cell_takes_several_lines(bring, write, qtbot):
    dialog = bring(write(row("Identitas pelapor")))
    go(dialog, 2, Kolom.DIBUKA)
    qtbot.keyClick(dialog.sheet.table, Qt.Key.Key_F2)
    editor = dialog.sheet.table.viewport().findChild(QPlainTextEdit)
    qtbot.keyClicks(editor, "Satu")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(editor, "Dua")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert dialog.sheet.table.currentIndex().data() == "Satu\nDua"


def test_advice_that_is_a_text_is_put_in_by_a_button(bring, write, listed):
    dialog = bring(write(row("Data gaji pegawai", usulan="Ubh", jangka="5 tahun")))
    assert "Tulis “ubah”" in dialog.sheet.note.text
    assert dialog.sheet.note.button.isVisible()
    dialog.sheet.note.button.click()
    assert dialog.sheet.table.currentIndex().data() == "ubah"
    assert dialog.accept_button.isEnabled()
    assert not dialog.sheet.note.button.isVisible()


def test_advice_that_is_only_an_example_is_not_offered(bring, write):
    dialog = bring(write(row("Identitas pelapor", huruf="")))
    assert "misalnya" in dialog.sheet.note.text
    assert not dialog.sheet.note.button.isVisible()


@pytest.mark.parametrize(
    ("advice", "value"),
    [
        ("Tulis “ubah”.", "ubah"),
        ("Februari 2027 berakhir pada tanggal “28 Februari 2027”.", "28 Februari 2027"),
        ("Kosongkan, atau tulis “Bidang 1”.", "Bidang 1"),
        ("Tulis misalnya “Pasal 36 UU Nomor 27 Tahun 2022”.", None),
        ("Tulis “Bidang 1” atau “Bidang 2”.", None),
        ("Tulis jangka waktu yang baru, atau usulkan “dibuka kembali”.", None),
        ("Ringkas teksnya.", None),
        ("", None),
    ],
)
def test_which_advice_is_a_text_to_put_in(advice, value):
    assert value_in(CatatanSel(Kolom.JANGKA, "Salah.", advice)) == value


def test_a_cell_of_a_row_that_is_left_out_does_not_open(bring, write, qtbot):
    dialog = bring(write(row("Identitas pelapor", huruf="z"), row("Data gaji pegawai")))
    dialog.sheet.drop_button.click()
    qtbot.keyClick(dialog.sheet.table, Qt.Key.Key_F2)
    assert dialog.sheet.table.viewport().findChild(QPlainTextEdit) is None
    qtbot.keyClick(dialog.sheet.table, Qt.Key.Key_Delete)
    assert dialog.sheet.table.currentIndex().data() == "z"


@pytest.mark.parametrize("by_mouse", [True, False])
def test_a_cell_that_is_still_open_counts_when_everything_is_stored(
    bring, write, office, qtbot, by_mouse
):
    dialog = bring(write(row("Data gaji pegawai")))
    go(dialog, 2, Kolom.HURUF)
    qtbot.keyClick(dialog.sheet.table, Qt.Key.Key_F2)
    editor = dialog.sheet.table.viewport().findChild(QPlainTextEdit)
    qtbot.keyClicks(editor, "z")
    if by_mouse:
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert proposed(office) == {}
    assert dialog.sheet.table.currentIndex().data() == "z"


def test_a_row_is_left_out_and_taken_in_again(bring, write, office):
    dialog = bring(write(row("Data gaji pegawai"), row("Identitas pelapor", huruf="z")))
    dialog.sheet.drop_button.click()
    assert dialog.accept_button.text() == "&Simpan 1 usulan"
    assert "diabaikan" in dialog.sheet.note.text
    assert dialog.sheet.kinds.buttons[Tampil.ABAIKAN].text() == "Diabaikan (1)"
    dialog.sheet.drop_button.click()
    assert not dialog.accept_button.isEnabled()
    assert [r.lembar.nomor for r in dialog.sheet.rows.hasil.baris] == [2, 3]
    dialog.sheet.drop_button.click()
    dialog.accept_button.click()
    assert set(proposed(office)) == {"Data gaji pegawai"}


def test_a_twin_is_ready_once_the_other_row_is_left_out(bring, write):
    dialog = bring(write(row("Data gaji pegawai"), row("data gaji pegawai")))
    assert not dialog.accept_button.isEnabled()
    go(dialog, 2, Kolom.INFORMASI)
    dialog.sheet.drop_button.click()
    assert dialog.accept_button.text() == "&Simpan 1 usulan"
    assert dialog.accept_button.isEnabled()


def test_changes_are_taken_back_step_by_step(bring, write, qtbot):
    dialog = bring(write(row("Identitas pelapor", huruf="z")))
    dialog.sheet.model.setData(dialog.sheet.table.currentIndex(), "h")
    dialog.sheet.drop_button.click()
    for count in (1, 0):
        qtbot.keyClick(dialog.sheet.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert dialog.sheet.rows.counts()[Tampil.SIAP] == count
    assert dialog.sheet.table.currentIndex().data() == "z"


def test_the_same_file_again_adds_nothing(bring, write, office):
    path = write(row("Data gaji pegawai"), row("Identitas pelapor"))
    bring(path).accept_button.click()
    before = proposed(office)
    dialog = bring(path)
    assert not dialog.accept_button.isEnabled()
    assert "Tidak ada yang baru" in dialog.told.text()
    assert dialog.sheet.kinds.buttons[Tampil.TETAP].text() == "Tidak berubah (2)"
    dialog.reject()
    assert proposed(office) == before


def test_without_any_change_the_answer_can_be_recorded(bring, office, listed, unit, tmp_path):
    path = tmp_path / "formulir.xlsx"
    path.write_bytes(write_form(office.app.formulir.value(office.berkas_id, unit)))
    dialog = bring(path)
    assert "tidak mengusulkan apa pun" in dialog.told.text()
    assert dialog.accept_button.isEnabled()
    dialog.accept_button.click()
    assert dialog.stored == 0
    assert proposed(office) == {}


def test_problems_are_reached_one_by_one_and_round(bring, write, qtbot):
    dialog = bring(write(row("A satu", huruf="z"), row("B dua"), row("C tiga", jangka="31/2/2027")))
    table = dialog.sheet.table
    names = []
    for _ in range(3):
        names.append((table.currentIndex().row(), table.currentIndex().data()))
        qtbot.keyClick(table, Qt.Key.Key_F8)
    assert names == [(0, "z"), (2, "31/2/2027"), (0, "z")]
    qtbot.keyClick(table, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert table.currentIndex().data() == "z"


def test_f8_finds_problems_that_the_filter_hides(bring, write, qtbot):
    dialog = bring(write(row("A satu", huruf="z"), row("B dua")))
    dialog.sheet.kinds.buttons[Tampil.SIAP].click()
    assert dialog.sheet.model.rowCount() == 1
    dialog.sheet.next_button.click()
    assert dialog.sheet.table.currentIndex().data() == "z"
    assert dialog.sheet.kinds.buttons[Tampil.SEMUA].isChecked()


def test_a_mended_row_stays_in_sight_until_the_filter_is_pressed_again(bring, write):
    dialog = bring(write(row("A satu", huruf="z"), row("B dua", huruf="y")))
    button = dialog.sheet.kinds.buttons[Tampil.PERLU]
    button.click()
    dialog.sheet.model.setData(dialog.sheet.table.currentIndex(), "h")
    assert dialog.sheet.model.rowCount() == 2
    button.click()
    assert dialog.sheet.model.rowCount() == 1


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("foto.xlsx", b"\xff\xd8\xff\xe0 foto", "foto atau gambar"),
        ("surat.xlsx", b"%PDF-1.4", "PDF"),
        ("kosong.xlsx", b"", "kosong"),
        ("tulisan.csv", b"halo\n", ""),
    ],
)
def test_a_wrong_file_is_told_in_words_and_another_can_be_chosen(
    bring, tmp_path, prompts, write, qtbot, name, data, words
):
    path = tmp_path / name
    path.write_bytes(data)
    dialog = bring(path)
    assert dialog.stack.currentWidget() is dialog.start
    assert words in dialog.start.error.text
    assert dialog.start.error.text.endswith(".")
    assert prompts.shown == []
    prompts.file = write(row("Data gaji pegawai"), name="benar.xlsx")
    assert "lain" in dialog.start.file_button.text()
    dialog.start.file_button.click()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.sheet, timeout=LONG)


def test_heads_without_rows_are_no_answer(bring, write):
    dialog = bring(write())
    assert dialog.stack.currentWidget() is dialog.start
    assert dialog.start.error.text


def test_leaving_with_mended_cells_asks_first(bring, write, office, prompts):
    dialog = bring(write(row("Identitas pelapor", huruf="z")))
    dialog.sheet.model.setData(dialog.sheet.table.currentIndex(), "h")
    prompts.yes = False
    dialog.reject()
    assert dialog.isVisible()
    prompts.yes = True
    dialog.reject()
    assert not dialog.isVisible()
    assert proposed(office) == {}


def test_leaving_untouched_does_not_ask(bring, write, prompts):
    dialog = bring(write(row("Identitas pelapor", huruf="z")))
    dialog.reject()
    assert not dialog.isVisible()
    assert prompts.shown == []


class Stalling:
    """A source whose reading waits at its first step until the test lets it go on."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.stopped = False

    def prepare(self):
        return self._check

    def _check(self, path, progress):
        progress(1, 10)
        self.begun.set()
        self.go_on.wait(10)
        try:
            progress(2, 10)
        except Cancelled:
            self.stopped = True
            raise
        raise AssertionError("nobody stopped it")


def test_reading_is_stopped_by_the_button_and_leaves_nothing(context, desk, office, unit, qtbot,
                                                             tasks, tmp_path,
                                                             monkeypatch):  # fmt: skip
    at_once(monkeypatch)
    dialog = ImportDialog(context, desk, office.berkas_id, unit)
    source = dialog._source = Stalling()
    dialog.open()
    dialog.read(tmp_path / "lama.xlsx")
    qtbot.waitUntil(lambda: shown() is not None and shown().bar.value() == 100)
    assert shown().words.text() == "Membaca “lama.xlsx” · 10%"
    shown().cancel_button.click()
    assert shown() is None  # nobody waits for the reader
    assert dialog.stack.currentWidget() is dialog.start
    source.go_on.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert source.stopped
    assert dialog.sheet.rows is None
    assert dialog.start.error.text == ""


def test_storing_that_is_stopped_stores_nothing(
    bring, write, office, stop_with_progress, monkeypatch
):
    dialog = bring(write(*(row(f"Informasi nomor {n}") for n in range(30))))
    monkeypatch.setattr("sopapp.services.impor_simpan._STEP", 10)
    dialog.accept_button.click()
    assert stop_with_progress == ["Menyimpan · 0%"]
    assert dialog.isVisible()
    assert dialog.stack.currentWidget() is dialog.sheet
    assert dialog.error.text == "Dibatalkan. Tidak ada baris yang disimpan."
    assert proposed(office) == {}
    monkeypatch.undo()
    dialog.accept_button.click()
    assert len(proposed(office)) == 30


def test_records_that_changed_meanwhile_are_told_and_the_rows_checked_anew(bring, write, office,
                                                                           unit):  # fmt: skip
    from tests.ui.berkas.conftest import GOOD

    dialog = bring(write(row("Data gaji pegawai")))
    office.app.usulan.add(office.berkas_id, unit, JenisUsulan.BARU, GOOD)
    dialog.accept_button.click()
    assert "berubah" in dialog.error.text
    assert set(proposed(office)) == {GOOD.informasi}
    dialog.accept_button.click()
    assert set(proposed(office)) == {GOOD.informasi, "Data gaji pegawai"}


def test_a_berkas_that_ended_takes_nothing_in(context, desk, office, unit, write, qtbot):
    office.app.berkas.cancel(office.berkas_id, "Salah buka")
    dialog = ImportDialog(context, desk, office.berkas_id, unit, write(row("Data gaji")))
    dialog.open()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.start, timeout=LONG)
    assert dialog.start.error.text


def test_a_dropped_file_is_read_and_stays_where_it_is(context, desk, office, unit, write, qtbot):
    path = write(row("Data gaji pegawai"))
    dialog = ImportDialog(context, desk, office.berkas_id, unit)
    dialog.open()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(QPoint(50, 50)), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier,
    )  # fmt: skip
    dialog.dropEvent(event)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.sheet, timeout=LONG)
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert path.exists()


def test_a_pasted_table_of_tabs_is_read(context, desk, office, unit, qtbot):
    dialog = ImportDialog(context, desk, office.berkas_id, unit)
    dialog.open()
    cells = row("Data gaji pegawai")
    QGuiApplication.clipboard().setText("\t".join(HEADS) + "\n" + "\t".join(cells) + "\n")
    dialog.start.paste_button.click()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.sheet, timeout=LONG)
    assert dialog.accept_button.text() == "&Simpan 1 usulan"
    assert dialog.reading.own_file is None  # there is no file to attach to the answer
    dialog.accept_button.click()
    assert set(proposed(office)) == {"Data gaji pegawai"}


def test_a_clipboard_without_a_table_is_told(context, desk, office, unit):
    dialog = ImportDialog(context, desk, office.berkas_id, unit)
    dialog.open()
    QGuiApplication.clipboard().setText("Yth. Kepala Bidang")
    dialog.start.paste_button.click()
    assert "tidak berisi tabel" in dialog.start.error.text


def test_names_letters_and_tab_order(bring, write, qtbot):
    dialog = bring(write(row("Data gaji pegawai", usulan="Ubh"), row("Identitas pelapor")))
    QApplication.processEvents()
    assert nameless(dialog) == []
    assert clashes(dialog) == []
    dialog.sheet.table.setFocus()
    seen = tabbed(qtbot, dialog)
    sheet = dialog.sheet
    wanted = (sheet.table, sheet.next_button, sheet.drop_button, sheet.kinds.buttons[Tampil.SEMUA],
              dialog.cancel_button, dialog.other_button)  # fmt: skip
    assert [each for each in wanted if each not in seen] == []


def test_a_screen_reader_hears_the_row_and_what_is_wrong(bring, write):
    dialog = bring(write(row("Data gaji pegawai", huruf="z")))
    model, index = dialog.sheet.model, dialog.sheet.table.currentIndex()
    head = model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert head == "Baris 2: Perlu diperbaiki"
    assert "“z”" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "“z”" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_check_that_is_refused_while_mending_is_told_above_the_table(bring, write):
    dialog = bring(write(row("Data gaji pegawai", huruf="z")))

    def refused(*_arguments):
        raise DomainError("Unit kerja belum dipilih.")

    dialog._source.recheck = refused
    dialog.sheet.model.setData(dialog.sheet.table.currentIndex(), "h")
    assert dialog.error.text == "Unit kerja belum dipilih."
    assert dialog.sheet.table.currentIndex().data() == "z"
