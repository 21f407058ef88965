"""Where a dialog's end leaves the keyboard nowhere, the program asks for it again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPushButton

from ui import keyboard_back
from ui.keyboard_back import KeyboardBack


class Window(QMainWindow):
    """Keeps how often it was to come to the front."""

    asked = 0

    def activateWindow(self) -> None:  # noqa: N802 - Qt's name
        self.asked += 1


@pytest.fixture
def window(qtbot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot, window) -> QDialog:
    made = QDialog(window)
    qtbot.addWidget(made)
    QPushButton("Tutup", made)
    made.show()
    return made


@pytest.fixture
def keeper(qapp, monkeypatch) -> Iterator[KeyboardBack]:
    """On a desktop that gives the keyboard to nobody."""
    monkeypatch.setattr(keyboard_back, "_PATIENCE", 0)
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: None))
    made = qapp.findChild(KeyboardBack)
    qapp.focusChanged.disconnect(made._on_focus)  # the tests say where the keyboard goes
    yield made
    qapp.focusChanged.connect(made._on_focus)


def test_a_dialog_that_closed_hands_the_keyboard_to_the_window(qtbot, keeper, window, dialog):
    keeper._on_focus(dialog.findChild(QPushButton), None)
    dialog.close()
    qtbot.waitUntil(lambda: window.asked == 1)


def test_another_program_keeps_the_keyboard(qapp, keeper, window, dialog):
    keeper._on_focus(dialog.findChild(QPushButton), None)
    keeper._take_back()
    assert window.asked == 0


def test_the_desktop_is_not_asked_when_it_gave_the_keyboard_on(qapp, keeper, window, dialog):
    keeper._on_focus(dialog.findChild(QPushButton), None)
    dialog.close()
    keeper._on_focus(None, window)
    qapp.processEvents()
    assert window.asked == 0
