"""Long work of a page or a dialog, on a thread: told of when it lasts, and stopped when asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.progress import progress_dialog
from ui.progress.progress_dialog import ProgressDialog, worth_showing
from ui.progress.running import Running, Work

if TYPE_CHECKING:
    from ui.tasks import Tasks

_LOOK_AGAIN = 150  # milliseconds


class LongWork(QObject):
    """One piece at a time. A dialog over `page` says how far it is once it takes long."""

    def __init__(self, tasks: Tasks, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._words = ""
        self._far = -1
        self._begun = self._shown = 0.0
        self._ends: dict[str, Callable[..., None]] = {}
        self._going = self._leaves_nothing = False
        self.dialog: ProgressDialog | None = None
        self.running = Running(tasks, self)
        self.running.told.connect(self._tell)
        self.running.done.connect(lambda result: self._end("done", result))
        self.running.failed.connect(lambda error: self._end("failed", error))
        self.running.stopped.connect(lambda: self._end("stopped"))
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self._show)

    @property
    def going(self) -> bool:
        """Whether an end is still to be told."""
        return self._going

    def start(
        self,
        words: str,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        stopped: Callable[[], None],
        *,
        leaves_nothing: bool = False,
    ) -> bool:
        """Begin, unless something is going on; then one of the three is called.

        `words` say what is being done ("Menulis daftar…"). `stopped` has to tell the user what
        was not done. Of work that `leaves_nothing` behind wherever it ends nobody waits until it
        notices that it is stopped.
        """
        if self._going:
            return False
        self._going = True
        self._words, self._far = words, -1
        self._leaves_nothing = leaves_nothing
        self._ends = {"done": done, "failed": failed, "stopped": stopped}
        self._begun = time.monotonic()
        self.running.start(work)
        self._late.start(round(progress_dialog.SHOW_AFTER * 1000))
        return True

    def cancel(self) -> None:
        """Ask the work to stop; one of the three ends still comes."""
        if not self.running.going:
            return
        if self._leaves_nothing:
            self.running.drop()
            self._end("stopped")
        else:
            self.running.cancel()

    def _tell(self, words: str, thousandths: int) -> None:
        self._words, self._far = words or self._words, thousandths
        if self.dialog is not None:
            self.dialog.say(words, thousandths)

    def _show(self) -> None:
        if not worth_showing(time.monotonic() - self._begun, self._far):
            self._late.start(_LOOK_AGAIN)
            return
        dialog = self.dialog = ProgressDialog(self._page.window(), self._words)
        dialog.say("", self._far)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.stopped.connect(self.cancel)
        dialog.open()
        self._shown = time.monotonic()

    def _end(self, which: str, *result: object) -> None:
        """Call who waits for it; a dialog that has just come stays a moment before that."""
        self._late.stop()
        rest = progress_dialog.STAYS - (time.monotonic() - self._shown)
        if self.dialog is not None and rest > 0 and not self.dialog.asked:
            QTimer.singleShot(round(rest * 1000), self, lambda: self._over(which, *result))
        else:
            self._over(which, *result)

    def _over(self, which: str, *result: object) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.put_away()
        self._going = False
        ends, self._ends = self._ends, {}
        ends[which](*result)
