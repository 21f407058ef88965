"""Closes the window in order when Windows ends the session."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QSessionManager
from PySide6.QtWidgets import QWidget

from sopapp.folder_lock import expect_end

_REASON = "Ada yang belum disimpan atau belum selesai. Pilih Batal, lalu lihat jendela program ini."


class SessionEnd(QObject):
    """Answers Windows' question whether the session may end by closing the window.

    `end` closes it and asks about what was not saved; False when the user wants to stay.
    Without it the process is ended with the window open, and the next start has to check the
    data and to tell of a stop that was none. While Qt says that the session is being saved no
    last backup is made; what was not saved is asked about, and a no keeps Windows running.
    Elsewhere a session manager also asks without meaning to end anything.

    Windows may end the process as soon as it has its answer (WM_ENDSESSION), before the event
    loop is left: `settle` waits for what is still being written.
    """

    def __init__(
        self, window: QWidget, end: Callable[[], bool], settle: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._end = end
        self._settle = settle
        application = QGuiApplication.instance()
        if sys.platform == "win32" and isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self.close_window)

    def close_window(self, manager: QSessionManager) -> None:
        """Close it; the session goes on when the user wants to stay."""
        if not manager.allowsInteraction():
            return
        with _reason_told(self._window):
            closed = self._end()
        manager.release()  # the questions are over
        if not closed:
            manager.cancel()
            return
        self._settle()
        expect_end()


@contextmanager
def _reason_told(window: QWidget) -> Iterator[None]:
    """Let Windows say why it waits: after five seconds its own screen hides the question."""
    if sys.platform != "win32":
        yield
        return
    import ctypes

    user32, handle = ctypes.WinDLL("user32"), ctypes.c_void_p(window.winId())
    user32.ShutdownBlockReasonCreate(handle, ctypes.c_wchar_p(_REASON))
    try:
        yield
    finally:  # the window may be gone by now, which only makes it say no
        user32.ShutdownBlockReasonDestroy(handle)
