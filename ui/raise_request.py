"""A second start on the same data folder brings the first window to the front.

The second start lays a file into the data folder; the first one watches the folder and answers
by deleting it. No network and no port: the folder is private to the user.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from sopapp.paths import DataFolder

_PATIENCE = 3.0
"""Seconds that the second start waits for an answer."""

_PAUSE = 0.05
_AGAIN = 100  # milliseconds until a file that could not be deleted is tried again


def request_file(folder: DataFolder) -> Path:
    """The file that asks for the window."""
    return folder.lock.with_suffix(".panggil")


def call_first(folder: DataFolder, pid: int, patience: float = _PATIENCE) -> bool:
    """Ask the run with process id `pid` to show its window; whether it answered."""
    request = request_file(folder)
    _allow_foreground(pid)
    try:
        request.touch(mode=0o600)
    except OSError:
        return False
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if not request.exists():
            return True
        time.sleep(_PAUSE)
    request.unlink(missing_ok=True)
    return False


class RaiseWatch(QObject):
    """Tells when a second start asks for the window, also one that asked just before."""

    asked = Signal()

    def __init__(self, folder: DataFolder, parent: QObject) -> None:
        super().__init__(parent)
        self._request = request_file(folder)
        self._watcher = QFileSystemWatcher([str(folder.root)], self)
        self._watcher.directoryChanged.connect(self._look)
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if not self._request.exists():
            return
        try:
            self._request.unlink()
        except FileNotFoundError:
            return
        except OSError:  # Windows, while the other still writes it
            QTimer.singleShot(_AGAIN, self, self._look)
            return
        self.asked.emit()


def _allow_foreground(pid: int) -> None:
    """Windows lets a window come to the front only with leave of the one that has it."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(pid)
