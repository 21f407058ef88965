"""Enter presses the button that has the keyboard, on a page as in a dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QToolButton


@pytest.fixture
def press(window, qtbot):
    """Put a button on the page in front and press a key on it; how often it was clicked."""

    def pressed(button: QAbstractButton, key: Qt.Key, *, ctrl: bool = False) -> int:
        clicks: list[bool] = []
        button.setParent(window.page(window.front))
        button.clicked.connect(lambda on: clicks.append(on))
        button.show()
        button.setFocus()
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(button, key, held)
        return len(clicks)

    return pressed


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
def test_enter_presses_as_space_does(press, kind, key):
    assert press(kind(), key) == 1


def test_a_tick_is_set_with_space_alone(press):
    assert press(QCheckBox("Centang"), Qt.Key.Key_Return) == 0
    assert press(QCheckBox("Centang"), Qt.Key.Key_Space) == 1


def test_ctrl_enter_has_its_own_meaning(press):
    assert press(QPushButton("Tombol"), Qt.Key.Key_Return, ctrl=True) == 0
