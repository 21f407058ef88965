"""Ends the program in order when Linux tells it to go: a shutdown, a logout, `kill`, Ctrl+C."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class SignalEnd(QObject):
    """Leaves the event loop, so that the data are closed and the lock is given back.

    Nobody is asked anything and no backup is made: what ends the session kills the program when
    that takes long. Without it the next start has to check the data and to tell of a stop that
    was none. Windows sends no such signals.
    """

    _ear: int

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        if sys.platform == "win32":
            return
        # Python heeds a signal between two steps of its own, and Qt waits outside Python: what
        # the signal writes into the pipe wakes Qt, which then calls `_wake`.
        self._ear, mouth = os.pipe()
        os.set_blocking(mouth, False)
        signal.set_wakeup_fd(mouth)
        before = {
            name: signal.signal(getattr(signal, name), lambda *_: QCoreApplication.exit(0))
            for name in _SIGNALS
        }
        woken = QSocketNotifier(self._ear, QSocketNotifier.Type.Read, self)
        woken.activated.connect(self._wake)
        self.destroyed.connect(partial(_no_longer, before, self._ear, mouth))

    def _wake(self) -> None:
        os.read(self._ear, 64)


def _no_longer(before: dict[str, Any], *pipe: int) -> None:
    signal.set_wakeup_fd(-1)
    for name, handler in before.items():
        signal.signal(getattr(signal, name), handler)
    for end in pipe:
        os.close(end)
