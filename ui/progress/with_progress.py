"""Long work with the records, which belong to the GUI thread: the window lives between its steps.

While it goes on nothing else may reach the records: a write may be half done. So the mouse, the
keyboard, timers and the results of other work wait; only the dialog with its button answers.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from sopapp.domain.progress import Cancelled, Progress
from sopapp.services.collector_pause import paused_collector
from ui.progress.progress_dialog import ProgressDialog, worth_showing
from ui.progress.work_dialog import FULL

if TYPE_CHECKING:
    from ui.tasks import Tasks

Made = TypeVar("Made")

_TURN = 0.03
"""Seconds of work between two turns of the event loop."""
_AFTER_LONG = 0.2
"""The part of it after a turn that took as long itself, as one does that paints a page."""

_Kind = QEvent.Type
_INPUT = frozenset({
    _Kind.MouseButtonPress, _Kind.MouseButtonRelease, _Kind.MouseButtonDblClick, _Kind.Wheel,
    _Kind.KeyPress, _Kind.KeyRelease, _Kind.Shortcut, _Kind.ShortcutOverride, _Kind.ContextMenu,
    _Kind.TouchBegin, _Kind.TouchUpdate, _Kind.TouchEnd, _Kind.InputMethod, _Kind.DragEnter,
    _Kind.DragMove, _Kind.Drop, _Kind.Close,
})  # fmt: skip


def with_progress(
    tasks: Tasks,
    page: QWidget,
    words: str,
    work: Callable[[Progress], Made],
    *,
    stoppable: bool = True,
) -> Made:
    """Do `work` on the GUI thread and give what it makes; a dialog over `page` when it lasts.

    `words` say what is being done. The work must ask and tell nobody anything: a box over the
    dialog would wait for an answer that cannot come. Raises what `work` raises, and Cancelled
    when the user stops it; work that must not be stopped is told as such by a button that is off.
    """
    turns = _Turns(page, words, stoppable=stoppable)
    application = QApplication.instance()
    assert application is not None
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    application.installEventFilter(turns.others)
    try:
        # The collector would look at all that was made so far, again and again.
        with tasks.held(), paused_collector():
            turns.turn()  # calls that wait already come before the work, not in it
            return work(turns.step)
    finally:
        application.removeEventFilter(turns.others)
        QGuiApplication.restoreOverrideCursor()
        turns.end()


class _Others(QObject):
    """Keeps what is meant for the rest of the program away from it, for a while.

    A timer that is kept away fires again; a key that is pressed while our dialog is there is lost,
    as on any window that a dialog stands before.
    """

    def __init__(self) -> None:
        super().__init__()
        self.dialog: ProgressDialog | None = None
        self._before = QApplication.activeModalWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: whether the event goes no further."""
        kind = event.type()
        if kind == _Kind.Timer:
            return not isinstance(watched, QWindow)  # which paints by one
        if kind not in _INPUT or isinstance(watched, QWindow):
            return False
        if isinstance(watched, QWidget) and self._is_in_front(watched.window()):
            return False
        if kind == _Kind.Close:
            event.ignore()  # else the window would go
        return True

    def _is_in_front(self, window: QWidget) -> bool:
        """Whether it came up since: our dialog, or the report of a fault, which has to be read."""
        front = QApplication.activeModalWidget()
        return front is not None and front is not self._before and window is front


class _Turns:
    """Gives the event loop a turn now and then."""

    def __init__(self, page: QWidget, words: str, *, stoppable: bool) -> None:
        self.others = _Others()
        self._page = page
        self._words = words
        self._stoppable = stoppable
        self._begun = self._last = time.monotonic()

    def step(self, done: int, total: int) -> None:
        """Called by the work. Raises Cancelled."""
        now = time.monotonic()
        if now - self._last < _TURN and done < total:
            return
        far = done * FULL // total if total else -1
        dialog = self.others.dialog
        if dialog is None and worth_showing(now - self._begun, far):
            dialog = self._show()
        if dialog is not None:
            dialog.say("", far)
        self.turn()
        self._last = max(now, time.monotonic() - _TURN * (1 - _AFTER_LONG))
        if dialog is not None and dialog.asked:
            raise Cancelled

    def turn(self) -> None:
        """Let the event loop do what waits.

        Until a dialog is there the keyboard and the mouse wait: what is typed while a page opens
        is meant for that page, and comes to it afterwards.
        """
        flags = QEventLoop.ProcessEventsFlag
        alone = self.others.dialog is None
        QApplication.processEvents(flags.ExcludeUserInputEvents if alone else flags.AllEvents)

    def _show(self) -> ProgressDialog:
        dialog = self.others.dialog = ProgressDialog(
            self._page.window(), self._words, stoppable=self._stoppable
        )
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        dialog.show()
        QGuiApplication.changeOverrideCursor(Qt.CursorShape.BusyCursor)
        return dialog

    def end(self) -> None:
        """The work is over."""
        if self.others.dialog is not None:
            self.others.dialog.put_away()
