"""Closes the window in order when Windows ends the session."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QSessionManager
from PySide6.QtWidgets import QWidget


class SessionEnd(QObject):
    """Answers Windows' question whether the session may end by closing the window.

    Without it the process is ended with the window open, and the next start has to check the
    data and to tell of a stop that was none. While Qt says that the session is being saved no
    last backup is made; what was not saved is asked about, and a no keeps Windows running.
    Elsewhere a session manager also asks without meaning to end anything.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QGuiApplication.instance()
        if sys.platform == "win32" and isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self.close_window)

    def close_window(self, manager: QSessionManager) -> None:
        """Close it; the session goes on when the user wants to stay."""
        if not manager.allowsInteraction():
            return
        closed = self._window.close()
        manager.release()  # the questions are over
        if not closed:
            manager.cancel()
