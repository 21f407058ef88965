"""What goes wrong in a dialog is told in that dialog, whatever its layout."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from sopapp.domain.errors import DomainError, EnvironmentProblem, IncompleteError, Missing
from ui.errors import guard
from ui.prompts import Prompts
from ui.widgets.error_bar import ErrorBar
from ui.widgets.why_link import WORD

LONG = (
    "Ruang disk penuh. Kosongkan sebagian disk, lalu ulangi; tidak ada yang tersimpan separuh.\n"
    "File: C:/Users/admin/AppData/Local/sop-dik/data.sqlite3"
)


@pytest.fixture(params=[QVBoxLayout, QGridLayout, QFormLayout])
def dialog(qtbot, request):
    made = QDialog()
    qtbot.addWidget(made)
    layout = request.param(made)
    made.edit = QLineEdit(made)
    layout.addWidget(made.edit)
    layout.addWidget(QPlainTextEdit(made))
    made.resize(520, 240)
    made.open()
    qtbot.waitExposed(made)
    made.edit.setFocus()
    return made


def _bar(dialog: QDialog) -> ErrorBar:
    (bar,) = dialog.findChildren(ErrorBar)
    return bar


def _windows() -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def _label(bar: ErrorBar, text: str) -> QLabel:
    return next(each for each in bar.findChildren(QLabel) if each.accessibleName() == text)


@pytest.mark.parametrize("error", [DomainError(LONG), EnvironmentProblem(LONG)])
def test_an_error_stands_whole_at_the_top_and_no_second_dialog_opens(qtbot, dialog, error):
    with guard(dialog.edit, Prompts()):
        raise error
    bar = _bar(dialog)
    assert _windows() == [dialog]
    label = _label(bar, LONG)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert bar.isVisible()
    assert bar.width() == dialog.width()
    top = dialog.edit.mapTo(dialog, dialog.edit.rect().topLeft()).y()
    assert top >= bar.geometry().bottom()
    assert dialog.height() < 400


def test_the_words_are_as_typed_can_be_copied_and_leave_the_keyboard_where_it_was(qtbot, dialog):
    with guard(dialog, Prompts()):
        raise DomainError("<b>A & B</b>")
    label = _label(_bar(dialog), "<b>A & B</b>")
    assert label.textFormat().name == "PlainText"
    assert label.textInteractionFlags().value & 3 == 3
    assert dialog.focusWidget() is dialog.edit


def test_a_success_puts_it_away_but_never_what_was_told_in_the_same_breath(qtbot, dialog):
    prompts = Prompts()
    with guard(dialog, prompts):
        for text in ("Surat 1 gagal.", "Surat 2 gagal.", "Surat 1 gagal."):
            with guard(dialog, prompts):
                raise DomainError(text)
        with guard(dialog, prompts):
            pass
    assert _bar(dialog).text == "Surat 1 gagal.\n\nSurat 2 gagal."
    qtbot.wait(1)
    with guard(dialog, prompts):
        pass
    assert _bar(dialog).text == ""
    assert not _bar(dialog).isVisible()


def test_the_next_error_takes_its_place_and_the_cross_closes_it(qtbot, dialog):
    prompts = Prompts()
    for text in ("Pertama.", "Kedua."):
        prompts.warn(dialog, "", text)
        qtbot.wait(1)
    bar = _bar(dialog)
    assert bar.text == "Kedua."
    height = dialog.height()
    bar.findChild(QToolButton).click()
    assert not bar.isVisible()
    prompts.warn(dialog, "", "Ketiga.")
    assert dialog.height() == height  # it does not grow at each error


def test_a_bug_is_copied_from_the_bar_and_stays_beside_other_words(qtbot, dialog):
    prompts = Prompts()
    prompts.report(None, "Galat", "Galat tidak terduga.", "laporan A")
    prompts.report(None, "Galat", "Galat tidak terduga.", "laporan B")
    qtbot.wait(1)
    with guard(dialog, prompts):
        pass
    prompts.warn(dialog, "", "Judul belum diisi.")
    bar = _bar(dialog)
    assert bar.text == "Judul belum diisi.\nGalat tidak terduga.\n(2 kali)"
    copy = next(b for b in bar.findChildren(QPushButton) if b.text() == "Salin &laporan")
    copy.click()
    copied = QApplication.clipboard().text()
    assert "laporan A" in copied
    assert "laporan B" in copied
    assert _windows() == [dialog]


def test_what_is_missing_is_listed_there(qtbot, dialog):
    with guard(dialog, Prompts()):
        raise IncompleteError("Belum.", (Missing("a", "Belum ada unit.", 1),))
    assert "• Belum ada unit." in _bar(dialog).text
    assert _windows() == [dialog]


def _of_the_box_after(qtbot, dialog, tell):
    """Close `dialog`; what `tell` says of the box that comes then, which is closed too."""
    seen = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(0, look)
            return
        seen.append(tell(box))
        box.close()

    dialog.accept()
    QTimer.singleShot(0, look)
    qtbot.waitUntil(lambda: bool(seen))
    return seen


def test_a_dialog_that_closes_as_it_fails_leaves_the_words_behind(qtbot, dialog):
    with guard(dialog, Prompts()):
        raise DomainError("Pindaian tidak terlampir.")
    seen = _of_the_box_after(qtbot, dialog, lambda box: (box.text(), dialog.isVisible()))
    assert seen == [("Pindaian tidak terlampir.", False)]


def test_words_that_are_left_behind_keep_their_mengapa(qtbot, dialog):
    Prompts().warn(dialog, "", "Nomor sudah dipakai.", "surat#nomor")
    [words] = _of_the_box_after(
        qtbot, dialog, lambda box: [button.text() for button in box.buttons()]
    )
    assert WORD in words


def test_a_question_that_is_open_gets_a_bar_too(qtbot):
    seen = []
    prompts = Prompts()

    def act() -> None:
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(0, act)
            return
        prompts.warn(None, "", LONG)
        QTimer.singleShot(0, look)

    def look() -> None:
        box = QApplication.activeModalWidget()
        bar = _bar(box)
        label = _label(bar, LONG)
        seen.append(
            (_windows() == [box], bar.text, label.height() >= label.heightForWidth(label.width()))
        )
        box.close()

    QTimer.singleShot(0, act)
    prompts.confirm(None, "Hapus?", "Hapus?", "Hapus")
    assert seen == [(True, LONG, True)]
