"""Linux tells the program to go: a shutdown, a logout, `kill`, Ctrl+C."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from threading import Timer

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from ui.signal_end import SignalEnd

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals")

_TOO_LATE = 5_000  # milliseconds
_QT_WAITS = 0.05  # seconds: Python does nothing by then


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_the_event_loop_is_left_though_qt_waits(qapp: QApplication, name: str) -> None:
    window = QObject()
    before = signal.getsignal(getattr(signal, name))
    SignalEnd(window)
    sender = Timer(_QT_WAITS, os.kill, (os.getpid(), getattr(signal, name)))
    late = QTimer(singleShot=True, interval=_TOO_LATE)
    late.timeout.connect(partial(QApplication.exit, 1))
    late.start()
    sender.start()

    assert qapp.exec() == 0

    assert late.isActive()
    late.stop()
    sender.join()
    delete(window)
    assert signal.getsignal(getattr(signal, name)) is before


def test_a_signal_is_heeded_by_the_window_that_is_open_now(qapp: QApplication) -> None:
    first, second = QObject(), QObject()
    SignalEnd(first)
    delete(first)  # as before the data folder is opened again
    SignalEnd(second)
    QTimer.singleShot(0, partial(signal.raise_signal, signal.SIGTERM))
    assert qapp.exec() == 0
    delete(second)
