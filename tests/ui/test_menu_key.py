"""Shift+F10 opens the menu of what has the keyboard: in the window, in a dialog, in a popup."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows sends the menu key for it"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


class Asked(QTreeWidget):
    """A list that keeps where its menu is wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.at: list[str] = []

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        assert event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.viewport().mapFromGlobal(event.globalPos())
        self.at.append(self.itemAt(place).text(0))


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    layout = QVBoxLayout(made)
    layout.addWidget(QLineEdit("teks", made))
    layout.addWidget(Asked(made))
    shown(qtbot, made)
    return made


def shown(qtbot, window: QWidget) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)


def press(widget: QWidget) -> QMenu | None:
    """Press the keys where the keyboard is; the menu that opens."""
    widget.setFocus()
    window = widget.window().windowHandle()
    QTest.keyClick(window, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


def test_a_text_shows_its_own_menu(window):
    menu = press(window.findChild(QLineEdit))
    assert menu is not None
    menu.close()


def test_a_list_is_asked_at_the_chosen_row(window):
    tree = window.findChild(Asked)
    for number in range(4):
        QTreeWidgetItem(tree, [f"Baris {number}"])
    tree.setCurrentItem(tree.topLevelItem(2))
    press(tree)
    assert tree.at == ["Baris 2"]


@pytest.mark.parametrize("flags", [Qt.WindowType.Dialog, Qt.WindowType.Popup])
def test_in_a_dialog_above_the_window_too(qtbot, window, flags):
    window.findChild(QLineEdit).setFocus()
    dialog = QDialog(window, flags)
    field = QLineEdit("lain", dialog)
    QVBoxLayout(dialog).addWidget(field)
    dialog.setModal(flags is Qt.WindowType.Dialog)
    shown(qtbot, dialog) if flags is Qt.WindowType.Dialog else dialog.show()
    menu = press(field)
    assert menu is not None
    assert menu.parentWidget() is field
    menu.close()
    dialog.close()


def test_a_window_has_the_key_once_however_often_the_keyboard_comes(window):
    field, tree = window.findChild(QLineEdit), window.findChild(Asked)
    for _ in range(3):
        tree.setFocus()
        field.setFocus()
    menu = press(field)
    assert menu is not None  # two of one key would be ambiguous, and neither heard
    menu.close()
