"""Enter on the pages of the main window: it presses the button that has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_with_enter(window: QWidget, event: QKeyEvent) -> bool:
    """Press the button that has the keyboard in `window`, when `event` is Enter.

    Qt does so in dialogs only. For keys that nothing inside the window took; a tick is still
    set with Space.
    """
    with_others = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in _ENTER or with_others or event.isAutoRepeat():
        return False
    button = window.focusWidget()
    if not isinstance(button, QAbstractButton) or isinstance(button, QCheckBox | QRadioButton):
        return False
    button.click()
    return True
