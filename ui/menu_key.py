"""Shift+F10 in every window: the menu of what has the keyboard."""

from __future__ import annotations

import sys
from functools import partial

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

KEYS = "Shift+F10"
_GIVEN = "menuKey"


class MenuKey(QObject):
    """Gives each window the key when the keyboard first comes into it.

    Windows makes a context menu event of it by itself, as X11 does of the menu key alone.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        if sys.platform != "win32":
            application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        window = new.window() if new is not None else None
        if window is None or window.property(_GIVEN):
            return
        window.setProperty(_GIVEN, True)
        shortcut = QShortcut(QKeySequence(KEYS), window)
        shortcut.setWhatsThis("Menu dari yang dipilih")
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(partial(_ask_menu, window))


def _ask_menu(window: QWidget) -> None:
    """What Qt does for the menu key: the menu opens at the text cursor or the chosen row."""
    widget = QApplication.focusWidget()
    if widget is None or widget.window() is not window:
        return
    cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    # Texts give it with fractions, all others in whole pixels.
    place = (cursor.toRect() if isinstance(cursor, QRectF) else QRect(cursor)).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard,
        place,
        widget.mapToGlobal(place),
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)
