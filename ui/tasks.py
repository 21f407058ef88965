"""Slow work off the GUI thread, its result back on it."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

from sopapp.domain.errors import SopappError
from sopapp.domain.progress import Cancelled, Progress

log = logging.getLogger(__name__)


class _Runnable(QRunnable):
    """Runs `work` on a pool thread and reports through the hub's signal.

    It lets go of `work` before it reports: the last reference to a widget that `work` closed
    over must never be dropped on a pool thread.
    """

    def __init__(self, number: int, work: Callable[[], Any], report: Callable[..., None]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._number = number
        self._work: Callable[[], Any] | None = work
        self._report = report

    def run(self) -> None:
        """Called by the pool."""
        work, self._work = self._work, None
        result: Any = None
        error: Exception | None = None
        try:
            if work is not None:
                result = work()
        except Cancelled as caught:
            # By its traceback it holds all that was made by then, which takes long to let go.
            error = caught.with_traceback(None)
        except Exception as caught:  # noqa: BLE001 - it is handed to `failed` on the GUI thread
            error = caught
        del work
        self._report(self._number, result, error)
        del error  # which holds this frame in turn


class TaskHandle:
    """One piece of work under way; `cancel()` makes its result go nowhere."""

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> None:
        self._work = work  # kept so that its last reference is dropped on the GUI thread
        self._done = done
        self._failed = failed
        self._owner = owner
        self.runnable: QRunnable | None = None
        self.cancelled = False
        self.finished = False

    def cancel(self) -> None:
        """Drop the result; work that has begun runs to its end unseen."""
        self.cancelled = True

    def deliver(self, result: object, error: Exception | None) -> None:
        """Call `done` or `failed`, unless cancelled or the owner is gone."""
        self.finished = True
        from shiboken6 import isValid  # takes long to load, and the start needs no task

        if self.cancelled or not isValid(self._owner):
            if error is None:
                return
            if self.cancelled or isinstance(error, SopappError):
                log.info("Dropped what unwanted work said: %s", type(error).__name__)
            else:  # a bug is told also when the one who asked has gone
                sys.excepthook(type(error), error, error.__traceback__)
            return
        if error is not None:
            self._failed(error)
        else:
            self._done(result)


class Tasks(QObject):
    """A pool of threads for work that must not freeze the window.

    `work` must be pure or use only what is safe off the GUI thread (building a PDF from a
    value, hashing a file): the database belongs to the GUI thread, and so does every widget.

    No garbage is collected meanwhile: it would be on whatever thread makes the next value, and
    timers, models and documents that nobody uses any more must be deleted on the GUI thread.
    """

    _reported = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._open: dict[int, TaskHandle] = {}
        self._count = 0
        self._collected = False
        self._late: list[tuple[int, object, Exception | None]] | None = None
        self._reported.connect(self._on_reported)
        # A thread that computes keeps the interpreter for 5 ms otherwise, each time that the GUI
        # thread asks for it back; a click that reads records asks some twenty times.
        sys.setswitchinterval(0.001)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        *,
        owner: QObject,
    ) -> TaskHandle:
        """Run `work` on a thread, then `done(result)` or `failed(error)` on the GUI thread.

        Nothing is called once `owner` has been deleted or the handle is cancelled.
        """
        self._count += 1
        handle = TaskHandle(work, done, failed, owner)
        handle.runnable = _Runnable(self._count, work, self._reported.emit)
        if gc.isenabled():
            self._collected = True
            gc.disable()
        self._open[self._count] = handle
        self._pool.start(handle.runnable)
        return handle

    @contextmanager
    def held(self) -> Iterator[None]:
        """Deliver nothing inside the block, where the records are in use; only afterwards."""
        if self._late is not None:  # a block inside a block
            yield
            return
        late = self._late = []
        try:
            yield
        finally:
            self._late = None
            for each in late:
                QTimer.singleShot(0, self, partial(self._on_reported, *each))

    @Slot(int, object, object)
    def _on_reported(self, number: int, result: object, error: Exception | None) -> None:
        if self._late is not None:
            self._late.append((number, result, error))
            return
        handle = self._open.pop(number, None)
        self._collect_again()
        if handle is not None:
            handle.deliver(result, error)

    @property
    def busy(self) -> bool:
        """Whether any work is under way or its result not yet delivered."""
        return bool(self._open)

    def wait(self) -> None:
        """At exit: drop all results and wait until no thread works any more."""
        for handle in self._open.values():
            handle.cancel()
        self._pool.clear()
        self._pool.waitForDone()
        self._open.clear()
        self._collect_again()

    def _collect_again(self) -> None:
        """Garbage is collected as before once no thread works any more."""
        if self._collected and not self._open:
            self._collected = False
            gc.enable()


class Latest:
    """Runs only the newest of many requests, one at a time: for previews.

    A request made while another is under way replaces the one waiting; the result that is
    out of date is dropped.
    """

    def __init__(
        self,
        tasks: Tasks,
        owner: QObject,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._tasks = tasks
        self._owner = owner
        self._done = done
        self._failed = failed
        self._running: TaskHandle | None = None
        self._waiting: Callable[[], Any] | None = None
        self._stale = False
        self._stop = Event()

    def request(self, work: Callable[[], Any]) -> None:
        """Run `work` as soon as possible; an older request's result is not delivered."""
        if self._running is not None:
            self._waiting = work
            self._stop.set()
            return
        self._start(work)

    def request_long(self, work: Callable[[Progress], Any]) -> None:
        """As `request`, for work that is stopped by its `progress` once nobody wants it."""

        def run() -> Any:  # noqa: ANN401 - what it makes
            stop = self._stop

            def step(_done: int, _total: int) -> None:
                if stop.is_set():
                    raise Cancelled

            return work(step)

        self.request(run)

    def cancel(self) -> None:
        """Forget what waits and drop what runs."""
        self._waiting = None
        self._stale = self._running is not None
        self._stop.set()

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return self._running is not None and not (self._stale and self._waiting is None)

    def _start(self, work: Callable[[], Any]) -> None:
        self._stale = False
        self._stop = Event()
        self._running = self._tasks.run(work, self._finish, self._fail, owner=self._owner)

    def _next(self) -> bool:
        """Start what waits; whether the result in hand is out of date."""
        stale, self._stale, self._running = self._stale, False, None
        if self._waiting is None:
            return stale
        work, self._waiting = self._waiting, None
        self._start(work)
        return True

    def _finish(self, result: object) -> None:
        if not self._next():
            self._done(result)

    def _fail(self, error: Exception) -> None:
        if not self._next():
            self._failed(error)
