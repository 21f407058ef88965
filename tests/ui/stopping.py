"""Long work held half-way, and stopped as a user does it: by the button of its dialog."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sopapp.domain import progress
from ui.progress import progress_dialog, running, with_progress
from ui.progress.progress_dialog import ProgressDialog


def shown() -> ProgressDialog | None:
    """The dialog that says how far the work is."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, ProgressDialog)]
    return next((dialog for dialog in found if dialog.isVisible()), None)


def at_once(monkeypatch) -> None:
    """Show the dialog without waiting, and take it away without waiting."""
    for name in ("SHOW_AFTER", "NOT_FOR", "STAYS"):
        monkeypatch.setattr(progress_dialog, name, 0)


class HeldWork:
    """Work on a thread waits at the first step that tells of something done.

    Where little is done the first step is the last; it is then told as none.
    """

    def __init__(self, monkeypatch) -> None:
        at_once(monkeypatch)
        self._reached, self._go = threading.Event(), threading.Event()
        told = running._Meter.progress

        def hold(meter, done: int, total: int) -> None:
            if done and not self._go.is_set():
                told(meter, done if done < total else 0, total)
                self._reached.set()
                self._go.wait(20)
            told(meter, done, total)

        monkeypatch.setattr(running._Meter, "progress", hold)

    def stop(self, qtbot) -> None:
        """Wait until it is half-way, then press Esc in the dialog and let the work go on."""
        qtbot.waitUntil(lambda: self._reached.is_set() and shown() is not None)
        dialog = shown()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.cancel_button.isEnabled()
        self.let_go()
        qtbot.waitUntil(lambda: shown() is None)

    def let_go(self) -> None:
        """Let the work run to its end."""
        self._go.set()


def stop_turns(monkeypatch) -> list[str]:
    """Press Batalkan at the second step of work on the GUI thread; what its dialog said."""
    at_once(monkeypatch)
    monkeypatch.setattr(with_progress, "_TURN", 0)
    monkeypatch.setattr(progress, "_OFTEN", 1)
    said: list[str] = []
    step = with_progress._Turns.step

    def stopping(turns, done: int, total: int) -> None:
        if total == 1 and not done:
            step(turns, 0, 1)  # there is no second step before the last one
        dialog = turns.others.dialog
        if dialog is not None and (done or total == 1) and not dialog.asked:
            said.append(dialog.words.text())
            QTest.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
        step(turns, done, total)

    monkeypatch.setattr(with_progress._Turns, "step", stopping)
    return said
