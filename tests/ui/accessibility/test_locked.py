"""While the window is locked neither menu bar nor any key leads past the password."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QListView,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from tests.ui.closing import without_backup
from ui.lock.cover import Cover
from ui.main_window import MainWindow

WORD = "kapal layar"


@pytest.fixture
def window(qtbot, app, hub, tasks, prompts):
    hub.feed(app)
    app.kunci.put(WORD, 5)
    made = MainWindow(app, hub, tasks, prompts)
    qtbot.addWidget(made, before_close_func=without_backup)
    made.resize(1200, 700)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made._lock.unlock()
    made._lock.set_minutes(None)
    # A press by its letter is a click only a moment later: not when the data are closed.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def locked(window):
    window.lock()
    QApplication.processEvents()
    return window


def open_menus() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]


@pytest.mark.qt_log_ignore(r"raise\(\)", r"grabbing the keyboard", extend=True)
def test_the_menu_bar_works_until_it_is_locked(window):
    bar = window.menuBar()
    place = bar.actionGeometry(bar.actions()[0]).center()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    assert open_menus() != []
    open_menus()[0].close()


def test_neither_mouse_nor_alt_opens_the_menu_bar(locked):
    bar = locked.menuBar()
    place = bar.actionGeometry(bar.actions()[0]).center()
    assert locked.findChild(Cover).geometry().contains(bar.mapTo(locked, place))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    field = locked.findChild(Cover).panel.field
    for target in (field, locked, bar):
        for key in (Qt.Key.Key_Alt, Qt.Key.Key_F10, Qt.Key.Key_Menu):
            QTest.keyClick(target, key)
        for letter in "BLHPN":
            QTest.keyClick(target, letter, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(target, Qt.Key.Key_Down)
    assert open_menus() == []
    assert bar.activeAction() is None


def test_the_menu_bar_is_the_window_s_own(window):
    assert not window.menuBar().isNativeMenuBar()  # one of the desktop's would not be covered


def _shown() -> list[QWidget]:
    """What is on the screen beside main windows; other tests may have left something."""
    tops = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return [each for each in tops if not isinstance(each, MainWindow)]


def test_no_key_of_an_action_is_heard(locked):
    front = locked.front
    field = locked.findChild(Cover).panel.field
    before = _shown()
    for key in range(Qt.Key.Key_1, Qt.Key.Key_9 + 1):
        QTest.keyClick(field, Qt.Key(key), Qt.KeyboardModifier.ControlModifier)
    for key in (Qt.Key.Key_K, Qt.Key.Key_N, Qt.Key.Key_Z, Qt.Key.Key_Q, Qt.Key.Key_Slash):
        QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_F1)
    assert locked.front == front
    assert _shown() == before


@pytest.mark.parametrize("kind", [QPlainTextEdit, QListView, QComboBox])
def test_texts_lists_and_choices_hear_nothing(window, kind):
    behind = kind()
    if isinstance(behind, QComboBox):
        behind.addItems(["satu", "dua"])
    window.centralWidget().layout().addWidget(behind)
    behind.setFocus()
    window.lock()
    QTest.keyClicks(behind, "d")
    QTest.keyClick(behind, Qt.Key.Key_Down)
    QTest.mouseClick(behind, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not behind.hasFocus()
    if isinstance(behind, QPlainTextEdit):
        assert behind.toPlainText() == ""
    if isinstance(behind, QComboBox):
        assert behind.currentText() == "satu"
        assert not behind.view().isVisible()


@pytest.mark.qt_log_ignore(r"raise\(\)", r"grabbing the keyboard", extend=True)
def test_unlocked_alt_and_the_arrows_lead_through_the_menus(window):
    here = QApplication.focusWidget() or window
    QTest.keyPress(here, Qt.Key.Key_Alt)
    QTest.keyRelease(here, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    bar = window.menuBar()
    assert bar.activeAction() is bar.actions()[0]
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert bar.activeAction() is bar.actions()[1]
    QTest.keyClick(bar, Qt.Key.Key_Escape)
