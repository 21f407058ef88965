"""The keyboard comes back to the program when one of its windows closes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

_PATIENCE = 150  # milliseconds that the desktop has to give the keyboard on by itself


class KeyboardBack(QObject):
    """Asks for the keyboard where the desktop left it nowhere.

    Some window managers of X11 (Openbox) do so when a question closes together with the dialog
    that it stood above: without a mouse the program was then out of reach.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._left: QWidget | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._take_back)
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self._later.stop()
        elif old is not None:
            self._left = old.window()
            self._later.start(_PATIENCE)

    def _take_back(self) -> None:
        if QApplication.activeWindow() is not None:
            return
        from shiboken6 import isValid  # takes long to load, and the start closes no window

        if self._left is not None and isValid(self._left) and self._left.isVisible():
            return  # the user went to another program
        front = QApplication.activeModalWidget() or _main_window()
        if front is not None:
            front.activateWindow()


def _main_window() -> QWidget | None:
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QMainWindow) and window.isVisible():
            return window
    return None
