"""A long piece of work on files, off the GUI thread, with its progress and a way to stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from sopapp.domain.progress import Cancelled, Progress

if TYPE_CHECKING:
    from ui.tasks import TaskHandle, Tasks

Work = Callable[..., Any]
"""Called on a thread with `progress`, `cancelled` and `began`; uses no widget and no database.

See `plain`, `with_progress` and `stoppable` for work that takes less.
"""
_POLL = 100  # milliseconds between two looks at the progress
_FULL = 1000


class _Meter:
    """What the work says of itself; each is set in one assignment, so no lock is needed."""

    def __init__(self) -> None:
        self.words = ""
        self.count = (0, 0)
        self.stop = threading.Event()

    def progress(self, done: int, total: int) -> None:
        """Called by the work."""
        self.count = (done, total)

    def began(self, words: str) -> None:
        """Called by the work."""
        self.words = words
        self.count = (0, 0)


class Running(QObject):
    """Runs `work` once it is started; emits `told` while it goes on and one of three at its end."""

    told = Signal(str, int)
    """What is being done, and how far in thousandths; -1 while nobody knows."""
    done = Signal(object)
    failed = Signal(object)
    """With the exception."""
    stopped = Signal()
    """It was cancelled."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._meter = _Meter()
        self._going = False
        self._handle: TaskHandle | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL)
        self._timer.timeout.connect(self._tell)

    @property
    def going(self) -> bool:
        """Whether the end is still to come."""
        return self._going

    def start(self, work: Work) -> None:
        """Begin."""
        meter = self._meter = _Meter()
        self._going = True
        self._handle = self._tasks.run(
            lambda: work(meter.progress, meter.stop.is_set, meter.began),
            self._on_done,
            self._on_failed,
            owner=self,
        )
        self._timer.start()

    def cancel(self) -> None:
        """Ask the work to stop; one of the three signals still comes."""
        self._meter.stop.set()

    def drop(self) -> None:
        """Wait for the work no longer: it stops when it can, and no signal comes any more."""
        self.cancel()
        if self._handle is not None:
            self._handle.cancel()
        self._end()

    def _tell(self) -> None:
        done, total = self._meter.count
        self.told.emit(self._meter.words, done * _FULL // total if total else -1)

    def _end(self) -> None:
        self._going = False
        self._timer.stop()

    def _on_done(self, result: object) -> None:
        self._end()
        self.done.emit(result)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self.stopped.emit()
        else:
            self.failed.emit(error)


def plain(work: Callable[[], Any]) -> Work:
    """Work that tells nothing of its progress and cannot be stopped."""
    return lambda _progress, _cancelled, _began: work()


def with_progress(work: Callable[..., Any]) -> Work:
    """Work that takes `progress` and `cancelled` only."""
    return lambda progress, cancelled, _began: work(progress, cancelled)


def stoppable(work: Callable[[Progress], Any]) -> Work:
    """Work that takes `progress` only, which stops it by raising Cancelled."""

    def run(progress: Progress, cancelled: Callable[[], bool], _began: object) -> Any:  # noqa: ANN401 - what it makes
        def step(done: int, total: int) -> None:
            if cancelled():
                raise Cancelled
            progress(done, total)

        return work(step)

    return run
