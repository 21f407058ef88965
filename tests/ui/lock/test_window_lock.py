"""What stands on the screen is covered after idle time, and nothing reaches it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QVBoxLayout, QWidget

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
