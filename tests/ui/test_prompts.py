"""The real dialogs: Indonesian words, text as typed, and the right answer back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)

from sopapp.domain.errors import Missing
from ui.prompts import Prompts, Unsaved
from ui.widgets.plain_text import MOST


def _during(qtbot, act: Callable[[QDialog], None]) -> None:
    """Do `act` on the dialog once it is open."""

    def attempt() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(0, attempt)
        else:
            act(dialog)

    QTimer.singleShot(0, attempt)


def _press(text: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        button = next(
            b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text
        )
        button.click()

    return act


@pytest.mark.parametrize(("button", "agreed"), [("Hapus", True), ("Batal", False)])
def test_confirm_names_the_act(qtbot, button, agreed):
    _during(qtbot, _press(button))
    assert Prompts().confirm(None, "Hapus?", "Hapus unit ini?", "Hapus") is agreed


def test_escape_is_no(qtbot):
    _during(qtbot, lambda dialog: dialog.reject())
    assert Prompts().confirm(None, "Hapus?", "Hapus unit ini?", "Hapus") is False


@pytest.mark.parametrize(
    ("act", "answer"),
    [
        (lambda box: QTest.keyClick(box, Qt.Key.Key_Return), Unsaved.SAVE),
        (_press("Simpan"), Unsaved.SAVE),
        (_press("Buang perubahan"), Unsaved.DROP),
        (_press("Kembali menyunting"), Unsaved.KEEP),
        (lambda box: QTest.keyClick(box, Qt.Key.Key_Escape), Unsaved.KEEP),
    ],
)
def test_edits_are_saved_dropped_or_kept_on(qtbot, act, answer):
    _during(qtbot, act)
    assert Prompts().unsaved(None, "Perubahan pada Umum belum disimpan.") is answer


def test_a_message_is_shown_as_typed(qtbot):
    seen = []

    def act(dialog: QMessageBox) -> None:
        seen.append(dialog.textFormat().name)
        seen.append(dialog.iconPixmap().isNull())  # a picture of ours, not the style's
        _press("Tutup")(dialog)

    _during(qtbot, act)
    Prompts().warn(None, "Salah", "<b>A & B</b>")
    assert seen == ["PlainText", False]


@pytest.mark.parametrize("multiline", [True, False])
def test_a_text_must_not_be_blank(qtbot, multiline):
    seen = []

    def act(dialog: QDialog) -> None:
        edit = dialog.findChild(QPlainTextEdit if multiline else QLineEdit)
        ok = next(b for b in dialog.findChildren(QPushButton) if b.text() == "OK")
        seen.append(ok.isEnabled())
        fill = edit.setPlainText if multiline else edit.setText
        fill("   ")
        seen.append(ok.isEnabled())
        fill("  Data belum lengkap  ")
        seen.append(edit.accessibleName())
        ok.click()

    _during(qtbot, act)
    text = Prompts().ask_text(None, "Kembalikan", "Alasan", multiline=multiline)
    assert text == "Data belum lengkap"
    assert seen == [False, False, "Alasan"]


@pytest.mark.qt_log_ignore(r"raise\(\)", extend=True)
def test_a_paste_of_any_size_into_a_reason_is_cut_to_what_is_stored(qtbot):
    def act(dialog: QDialog) -> None:
        edit = dialog.findChild(QPlainTextEdit)
        pasted = QMimeData()
        pasted.setText("x" * 1_000_000 + "\x00")
        edit.insertFromMimeData(pasted)
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "OK").click()

    _during(qtbot, act)
    text = Prompts().ask_text(None, "Kembalikan", "Alasan", multiline=True)
    assert text is not None
    assert 0 < len(text) <= MOST


def test_backing_out_of_a_text_gives_nothing(qtbot):
    _during(qtbot, _press("Batal"))
    assert Prompts().ask_text(None, "Ubah", "Nama", initial="Lama") is None


def test_each_missing_thing_can_be_gone_to(qtbot):
    lacks = (Missing("a", "Belum ada unit kerja.", 1), Missing("b", "3 usulan belum dinilai.", 2))
    seen = []

    def act(dialog: QDialog) -> None:
        seen.extend(label.text() for label in dialog.findChildren(QLabel) if label.text())
        buttons = [b for b in dialog.findChildren(QPushButton) if b.text() == "Buka"]
        assert [b.accessibleName() for b in buttons] == [f"Buka: {one.text}" for one in lacks]
        buttons[1].click()

    _during(qtbot, act)
    assert Prompts().incomplete(None, "Belum lengkap", lacks) is lacks[1]
    assert {lack.text for lack in lacks} <= set(seen)


def test_closing_the_list_of_missing_things_goes_nowhere(qtbot):
    _during(qtbot, _press("Tutup"))
    assert Prompts().incomplete(None, "Belum lengkap", (Missing("a", "Kurang.", 1),)) is None


def test_a_report_can_be_copied(qtbot):
    def act(dialog: QDialog) -> None:
        _press("Salin laporan")(dialog)
        _press("Tutup")(dialog)

    _during(qtbot, act)
    Prompts().report(None, "Galat", "Maaf.", "Traceback …")
    assert QApplication.clipboard().text() == "Traceback …"


def test_qts_own_buttons_speak_indonesian(qtbot):
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(
        QMessageBox.StandardButton.Yes
        | QMessageBox.StandardButton.No
        | QMessageBox.StandardButton.Cancel
        | QMessageBox.StandardButton.Save
    )
    words = {button.text().replace("&", "") for button in box.buttons()}
    assert words == {"Ya", "Tidak", "Batal", "Simpan"}


@pytest.mark.parametrize("multiline", [True, False])
def test_an_ampersand_in_a_caption_is_shown(qtbot, multiline):
    seen = []

    def act(dialog: QDialog) -> None:
        edit = dialog.findChild(QPlainTextEdit if multiline else QLineEdit)
        caption = next(label for label in dialog.findChildren(QLabel) if label.buddy() is edit)
        seen.append(QKeySequence.mnemonic(caption.text()).toString())
        seen.append(caption.text().replace("&&", "&"))
        dialog.reject()

    _during(qtbot, act)
    Prompts().ask_text(None, "Kembalikan", "Mengapa “R&D 2026” dikembalikan?", multiline=multiline)
    assert seen == ["", "Mengapa “R&D 2026” dikembalikan?"]


@pytest.mark.qt_log_ignore(r"raise\(\)", extend=True)
def test_a_file_is_looked_for_in_documents_first_and_then_where_the_last_one_lay(
    qtbot, tmp_path, monkeypatch
):
    documents, elsewhere = tmp_path / "Dokumen", tmp_path / "Flashdisk"
    for folder in (documents, elsewhere):
        folder.mkdir()
    (elsewhere / "usulan.xlsx").touch()
    monkeypatch.setattr(
        QStandardPaths, "writableLocation", staticmethod(lambda _which: str(documents))
    )
    begun = []

    def act(dialog: QFileDialog) -> None:
        begun.append(Path(dialog.directory().path()))
        dialog.setDirectory(str(elsewhere))
        dialog.selectFile("usulan.xlsx")
        dialog.accept()

    prompts = Prompts()
    for title in ("Buka", "Buka", "Buka yang lain"):
        _during(qtbot, act)
        assert prompts.open_file(None, title, "Excel (*.xlsx)") == elsewhere / "usulan.xlsx"
    assert begun == [documents, elsewhere, documents]


@pytest.mark.qt_log_ignore(r"raise\(\)", extend=True)
def test_where_the_stick_with_the_last_file_is_gone_it_is_documents_again(
    qtbot, tmp_path, monkeypatch
):
    documents, stick = tmp_path / "Dokumen", tmp_path / "Flashdisk"
    for folder in (documents, stick):
        folder.mkdir()
    monkeypatch.setattr(
        QStandardPaths, "writableLocation", staticmethod(lambda _which: str(documents))
    )
    begun = []

    def act(dialog: QFileDialog) -> None:
        begun.append((Path(dialog.directory().path()), dialog.findChild(QLineEdit).text()))
        if stick.exists():
            dialog.setDirectory(str(stick))
            dialog.accept()
        else:
            dialog.reject()

    prompts = Prompts()
    _during(qtbot, act)
    assert prompts.open_folder(None, "Folder") == stick
    stick.rmdir()
    _during(qtbot, act)
    prompts.open_folder(None, "Folder")
    assert begun == [(documents, ""), (documents, "")]


@pytest.mark.qt_log_ignore(r"raise\(\)", extend=True)
def test_where_documents_is_not_there_no_file_is_named_after_it(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    missing = str(tmp_path / "Dokumen")
    monkeypatch.setattr(QStandardPaths, "writableLocation", staticmethod(lambda _which: missing))
    begun = []

    def act(dialog: QFileDialog) -> None:
        begun.append((Path(dialog.directory().path()), dialog.findChild(QLineEdit).text()))
        dialog.reject()

    _during(qtbot, act)
    assert Prompts().open_file(None, "Buka", "Excel (*.xlsx)") is None
    assert begun == [(tmp_path, "")]
