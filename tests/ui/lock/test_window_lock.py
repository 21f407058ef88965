"""What stands on the screen is covered after idle time, and nothing reaches it."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from sopapp.domain.errors import EnvironmentProblem
from ui.lock.cover import Cover
from ui.lock.window_lock import WindowLock

WORD = "kapal layar"


@pytest.fixture
def window(qtbot) -> QMainWindow:
    made = QMainWindow()
    body = QWidget(made)
    QVBoxLayout(body).addWidget(QLineEdit("rahasia", body))
    made.setCentralWidget(body)
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def lock(qtbot, window: QMainWindow) -> WindowLock:
    made = WindowLock(lambda typed: typed == WORD, window)
    made.set_minutes(5)
    yield made
    made.set_minutes(None)


def cover(window: QWidget) -> Cover:
    return window.findChild(Cover)


def open_with(window: QWidget, word: str) -> None:
    panel = cover(window).panel
    panel.field.setText(word)
    panel.try_it()


def test_the_whole_window_is_covered_also_when_it_grows(window, lock) -> None:
    lock.lock()
    window.resize(1200, 700)
    QApplication.processEvents()
    assert cover(window).geometry() == window.rect()
    assert cover(window).isVisible()


def test_the_right_word_opens_and_gives_the_keyboard_back(window, lock) -> None:
    field = window.findChild(QLineEdit)
    field.setFocus()
    lock.lock()
    open_with(window, "salah")
    assert lock.locked
    open_with(window, WORD)
    QApplication.processEvents()
    assert not lock.locked
    assert QApplication.focusWidget() is field


def test_typed_keys_and_shortcuts_reach_nothing_behind(window, lock) -> None:
    seen: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+N"), window)
    shortcut.activated.connect(lambda: seen.append("pintasan"))
    action = QAction("aksi", window)
    action.setShortcut(QKeySequence("Ctrl+M"))
    action.triggered.connect(lambda: seen.append("aksi"))
    window.addAction(action)
    field = window.centralWidget().findChild(QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert seen == ["pintasan"]  # so the keys do work while nothing is locked
    lock.lock()
    for target in (field, cover(window).panel.field, window):
        QTest.keyClick(target, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(target, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "xyz")
    assert seen == ["pintasan"]
    assert field.text() == "rahasia"


def test_tab_stays_on_the_cover(window, lock) -> None:
    lock.lock()
    panel = cover(window).panel
    panel.field.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [panel.button, panel.field, panel.button, panel.field]


def test_an_open_dialog_and_one_that_opens_later_are_covered(qtbot, window, lock) -> None:
    dialog = QDialog(window)
    QVBoxLayout(dialog).addWidget(QLineEdit("nama pemohon", dialog))
    qtbot.addWidget(dialog)
    dialog.open()
    lock.lock()
    assert cover(dialog).isVisible()
    later = QDialog(window)
    qtbot.addWidget(later)
    later.show()
    assert cover(later).isVisible()
    open_with(dialog, WORD)
    assert not lock.locked
    assert dialog.isVisible()
    assert dialog.findChild(QLineEdit).text() == "nama pemohon"


def test_enter_opens_and_goes_no_further(qtbot, window, lock) -> None:
    pressed: list[str] = []
    dialog = QDialog(window)
    column = QVBoxLayout(dialog)
    column.addWidget(QLineEdit("judul", dialog))
    default = QPushButton("Mulai berkas", dialog)
    default.setDefault(True)
    default.clicked.connect(lambda: pressed.append("Mulai berkas"))
    column.addWidget(default)
    qtbot.addWidget(dialog)
    dialog.open()
    lock.lock()
    panel = cover(dialog).panel
    QTest.keyClicks(panel.field, WORD)
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert not lock.locked
    assert pressed == []
    assert dialog.isVisible()


def test_the_keys_that_lock_are_heard_in_a_dialog_too(qtbot, window, lock) -> None:
    dialog = QDialog(window)
    field = QLineEdit("judul", dialog)
    qtbot.addWidget(dialog)
    dialog.open()
    QTest.keyClick(field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert lock.locked
    assert cover(dialog).isVisible()


@pytest.mark.qt_log_ignore(r"grabbing the keyboard", r"raise\(\)", extend=True)
def test_a_menu_that_opens_is_closed_not_covered(qtbot, window, lock) -> None:
    lock.lock()
    menu = QMenu(window)
    menu.addAction("Hapus")
    qtbot.addWidget(menu)
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert cover(menu) is None
    open_with(window, WORD)
    assert not lock.locked


def test_the_password_field_opens_no_menu(window, lock) -> None:
    lock.lock()
    field = cover(window).panel.field
    at = field.rect().center()
    QApplication.sendEvent(
        field,
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, field.mapToGlobal(at)),
    )
    assert QApplication.activePopupWidget() is None


def test_titles_that_name_a_letter_are_put_away(qtbot, window, lock) -> None:
    dialog = QDialog(window)
    dialog.setWindowTitle("Pratinjau: Penolakan permohonan 500.12/7")
    qtbot.addWidget(dialog)
    dialog.open()
    lock.lock()
    assert "Penolakan" not in dialog.windowTitle()
    open_with(dialog, WORD)
    assert dialog.windowTitle() == "Pratinjau: Penolakan permohonan 500.12/7"


def test_a_dialog_that_the_program_closes_meanwhile_takes_its_cover_along(window, lock) -> None:
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    lock.lock()
    dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert not isValid(dialog)
    open_with(window, "salah")
    open_with(window, WORD)
    assert not lock.locked


def test_each_window_gets_back_the_field_that_was_typed_in(qtbot, window, lock) -> None:
    dialog = QDialog(window)
    column = QVBoxLayout(dialog)
    first, second = QLineEdit(dialog), QLineEdit(dialog)
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(dialog)
    behind = window.findChild(QLineEdit)
    behind.setFocus()
    dialog.show()
    second.setFocus()
    lock.lock()
    assert window.focusWidget() is cover(window).panel.field
    open_with(dialog, WORD)
    assert dialog.focusWidget() is second
    assert window.focusWidget() is behind


def test_a_data_file_out_of_reach_is_told_on_the_cover(qtbot, window) -> None:
    def check(_typed: str) -> bool:
        raise EnvironmentProblem("Drive data terlepas. Pasang kembali, lalu ulangi.")

    made = WindowLock(check, window)
    made.set_minutes(5)
    made.lock()
    open_with(window, WORD)
    assert "Pasang kembali" in cover(window).panel.said.text()
    assert made.locked
    assert cover(window).panel.field.text() == WORD
    made.unlock()
    made.set_minutes(None)


def test_a_pc_that_slept_through_the_idle_time_locks_at_the_first_key(
    window, lock, monkeypatch
) -> None:
    field = window.centralWidget().findChild(QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_A)
    woken = time.time() + 6 * 60
    monkeypatch.setattr("ui.lock.window_lock.time.time", lambda: woken)
    before = field.text()
    QTest.keyClick(field, Qt.Key.Key_B)
    assert lock.locked
    assert field.text() == before


@pytest.mark.parametrize("height", [90, 160, 260, 600])
def test_also_in_a_small_dialog_the_field_can_be_seen_whole(qtbot, window, lock, height) -> None:
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    dialog.resize(320, height)
    dialog.open()
    lock.lock()
    QApplication.processEvents()
    panel = cover(dialog).panel
    for part in (panel.field, panel.button):
        assert dialog.rect().contains(QRect(part.mapTo(dialog, QPoint()), part.size()))
        assert part.height() >= part.sizeHint().height() - 2


def test_the_window_cannot_be_closed_while_locked(window, lock) -> None:
    lock.lock()
    assert not window.close()
    assert window.isVisible()
    open_with(window, WORD)
    assert window.close()


def test_after_some_wrong_words_it_makes_wait(window, lock) -> None:
    lock.lock()
    for _ in range(3):
        open_with(window, "salah")
    panel = cover(window).panel
    assert panel.waiting
    assert "detik" in panel.said.text()
    open_with(window, WORD)  # not even the right one, now
    assert lock.locked


def test_using_the_program_keeps_it_open_and_leaving_it_locks(qtbot, window) -> None:
    made = WindowLock(lambda _typed: True, window)
    made.set_minutes(1)
    made._idle.setInterval(60)
    made._idle.start()
    field = window.centralWidget().findChild(QLineEdit)
    left = []
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_A)
        left.append(made._idle.remainingTime())
    assert min(left) > 30
    assert not made.locked
    qtbot.waitUntil(lambda: made.locked)
    made.unlock()
    made.set_minutes(None)


def test_without_a_password_it_never_locks(window) -> None:
    made = WindowLock(lambda _typed: True, window)
    made.set_minutes(None)
    made.lock()
    assert not made.locked
