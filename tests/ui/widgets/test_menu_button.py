"""A button's menu from the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from ui.widgets.menu_button import give_menu


class Painted(QPushButton):
    """Counts how often it is drawn."""

    def __init__(self) -> None:
        super().__init__("&Formulir")
        self.times = 0

    def event(self, event: QEvent) -> bool:
        """Qt: count paints."""
        self.times += event.type() == QEvent.Type.Paint
        return super().event(event)


pytestmark = pytest.mark.qt_log_ignore(r"raise\(\)", r"grabbing the keyboard", extend=True)


@pytest.fixture
def button(qtbot):
    made = Painted()
    menu = QMenu(made)
    menu.addSeparator()
    menu.addAction("Tidak sekarang").setEnabled(False)
    menu.addAction("Satu")
    menu.addAction("Dua")
    give_menu(made, menu)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_menu_opened_with_a_key_starts_at_its_first_action(button, qtbot):
    # Qt remembers what it heard of the mouse last, also in a test that ran before.
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = button.menu()
    qtbot.waitUntil(lambda: menu.activeAction() is not None)
    assert menu.activeAction().text() == "Satu"
    menu.close()


def test_the_button_is_drawn_anew_when_its_menu_closes(button, qtbot):
    button.showMenu()
    qtbot.waitUntil(button.menu().isVisible)
    qtbot.wait(0)
    before = button.times
    button.menu().close()
    qtbot.waitUntil(lambda: button.times > before)
