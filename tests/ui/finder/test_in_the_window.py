"""Ctrl+K in the real window: found, opened, and out of reach while the screen is locked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.conftest import TODAY
from ui.finder.finder_dialog import FinderDialog
from ui.lock.window_lock import WindowLock
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(full, open_window):
    return open_window(full)


def ctrl_k(window: MainWindow) -> FinderDialog | None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, FinderDialog) else None


def find(qtbot, window: MainWindow, text: str) -> None:
    finder = ctrl_k(window)
    assert finder is not None
    QTest.keyClicks(finder.field, text)
    qtbot.waitUntil(lambda: not finder.search.busy)
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_every_record_opens_on_its_page(qtbot, window, full, office):
    find(qtbot, window, "identitas")
    qtbot.waitUntil(lambda: window.front == "register")
    register = window.page("register")
    assert register.table.current.isi.informasi == "Identitas pelapor"
    find(qtbot, window, "#188/kep/2026")
    qtbot.waitUntil(lambda: window.front == "surat")
    assert [row.nomor for row in window.page("surat").tab.chosen] == ["188/KEP/2026"]
    find(qtbot, window, "07/pi/xi")
    qtbot.waitUntil(lambda: window.page("surat").tab_name == "penolakan")
    assert window.page("surat").tab.chosen.permohonan.data.diterima == TODAY
    find(qtbot, window, "nama sekretaris")
    qtbot.waitUntil(lambda: window.front == "settings")
    assert window.page("settings").tab.editing == office.sekretaris
    find(qtbot, window, "triwulan")
    qtbot.waitUntil(lambda: window.front == "berkas")


def test_actions_and_buttons_of_the_page_are_done(qtbot, window):
    find(qtbot, window, ">arsip")
    qtbot.waitUntil(lambda: window.front == "archive")
    find(qtbot, window, ">papan")
    qtbot.waitUntil(lambda: window.front == "board")


def test_the_keyboard_is_where_it_was_when_it_is_closed(qtbot, window):
    window.archive()
    field = window.page("archive").filter
    field.setFocus()
    finder = ctrl_k(window)
    QTest.keyClick(finder.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert window.focusWidget() is field


def test_it_is_closed_and_out_of_reach_while_the_screen_is_locked(qtbot, window):
    lock = WindowLock(lambda typed: typed == "kapal layar", window)
    lock.set_minutes(5)
    finder = ctrl_k(window)
    assert finder is not None
    lock.lock()
    assert QApplication.activePopupWidget() is None
    assert ctrl_k(window) is None
    lock.unlock()
    lock.set_minutes(None)
