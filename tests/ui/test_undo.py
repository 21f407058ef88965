"""Ctrl+Z in the window: what it takes back, where it says so, and when it keeps still."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from sopapp.domain.errors import EnvironmentProblem
from sopapp.domain.sop import LaneCode
from sopapp.services.undo import NOT_UNDONE
from tests.conftest import fill_office
from tests.services import carrying
from tests.ui.closing import without_backup
from ui.board.new_berkas_dialog import NewBerkasDialog
from ui.main_window import MainWindow
from ui.undo import UNSAVED, Undo


@pytest.fixture
def window(app, open_window):
    app.undo  # noqa: B018 - follows what the tests do before there is a window
    fill_office(app)
    made = open_window(app)
    made.board()
    return made


@pytest.fixture
def undo(window) -> Undo:
    return window.undo


@pytest.fixture
def berkas(app) -> int:
    return carrying.to_answers(app, [unit.id for unit in app.unit_kerja.list()])


def press(window: MainWindow) -> None:
    QTest.keySequence(window.focusWidget() or window, QKeySequence("Ctrl+Z"))


def said(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def test_ctrl_z_takes_a_moved_card_back_and_says_so(window, undo, berkas, app) -> None:
    press(window)

    assert app.board.card(berkas).lane is LaneCode.PPID_PEMBANTU
    assert said(window) == "Diurungkan: Tahap 1: diteruskan kepada Unit Kerja."
    cell = window.page("board").view.cell(1, LaneCode.PPID_PEMBANTU)
    assert cell.cell.row_of(berkas) == 0


def test_ctrl_y_does_it_again_and_says_so(window, undo, berkas, app) -> None:
    press(window)
    QTest.keySequence(window.focusWidget() or window, QKeySequence("Ctrl+Y"))

    assert app.board.card(berkas).lane is LaneCode.UNIT_KERJA
    assert said(window) == "Diulangi: Tahap 1: diteruskan kepada Unit Kerja."
    QTest.keySequence(window.focusWidget() or window, QKeySequence("Ctrl+Y"))
    assert said(window) == NOT_UNDONE


def test_the_button_names_what_it_would_take_back(window, undo, berkas, app) -> None:
    assert undo.button.isVisible()
    assert undo.button.toolTip() == "Urungkan: Tahap 1: diteruskan kepada Unit Kerja. (Ctrl+Z)"
    assert undo.button.accessibleName() == "Urungkan: Tahap 1: diteruskan kepada Unit Kerja."

    QTest.mouseClick(undo.button, Qt.MouseButton.LeftButton)

    assert app.board.card(berkas).lane is LaneCode.PPID_PEMBANTU
    assert "kepada PPID Pembantu" in undo.button.toolTip()


def test_the_reason_is_said_in_the_status_line_and_asks_nothing(
    window, undo, berkas, app, prompts
) -> None:
    surat = app.surat.list(berkas)[0]
    app.surat.keep(surat.id, carrying.PDF + b"lagi", "dicetak ulang")
    press(window)

    assert said(window).startswith("Cetakan disimpan sebagai bukti.")
    assert undo.button.toolTip() == said(window)
    assert prompts.shown == []


def test_before_any_write_the_button_is_not_there(qtbot, app, hub, tasks, prompts) -> None:
    window = MainWindow(app, hub, tasks, prompts)
    qtbot.addWidget(window, before_close_func=without_backup)
    undo = window.undo
    window.show()
    qtbot.waitActive(window)

    assert not undo.button.isVisible()
    undo.undo()
    assert said(window) == "Belum ada perubahan yang dapat diurungkan sejak program dibuka."


def test_a_text_field_in_use_keeps_ctrl_z_for_itself(window, undo, berkas, app) -> None:
    window.archive()
    field = window.page("archive").filter
    field.setFocus()
    QTest.keyClicks(field, "abc")
    QTest.keySequence(field, QKeySequence("Ctrl+Z"))

    assert field.text() == ""
    assert app.board.card(berkas).lane is LaneCode.UNIT_KERJA


def test_edits_that_are_not_saved_are_not_meant_by_a_write_before_them(
    window, undo, berkas, app
) -> None:
    window.settings("umum")
    window.page("settings").tab.pelaku.setText("Nama lain")
    undo.undo()

    assert said(window) == UNSAVED
    assert app.board.card(berkas).lane is LaneCode.UNIT_KERJA


def test_a_dialog_in_front_keeps_ctrl_z_from_the_window(qtbot, window, undo, berkas, app) -> None:
    window.new_berkas()
    (dialog,) = window.findChildren(NewBerkasDialog)
    qtbot.waitActive(dialog)
    QTest.keySequence(dialog.findChild(QPushButton), QKeySequence("Ctrl+Z"))

    assert app.board.card(berkas).lane is LaneCode.UNIT_KERJA
    dialog.reject()


def test_a_disk_that_refuses_is_told_and_the_step_stays(
    window, undo, berkas, app, prompts, monkeypatch
) -> None:
    def refuse() -> None:
        raise EnvironmentProblem("Ruang disk penuh.")

    with monkeypatch.context() as patch:
        patch.setattr(app.undo, "undo", refuse)
        press(window)
    assert prompts.shown == ["Ruang disk penuh."]
    press(window)
    assert app.board.card(berkas).lane is LaneCode.PPID_PEMBANTU


def test_what_was_said_of_the_write_before_goes_with_the_next_write(
    window, undo, berkas, app
) -> None:
    press(window)
    assert said(window).startswith("Diurungkan: ")

    app.berkas.rename(berkas, "Judul lain")

    assert said(window) == ""


def test_the_button_has_its_picture_and_the_bar_keeps_its_height(window, undo, berkas) -> None:
    undo.button.hide()
    high = window.statusBar().sizeHint().height()
    undo.refresh()
    assert undo.button.isVisible()
    assert not undo.button.icon().isNull()
    assert window.statusBar().sizeHint().height() == high
