"""Builds a letter again and again while it is typed, as fast as this machine can."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from sopapp.documents.content import Letter
from sopapp.domain.errors import SopappError
from sopapp.domain.progress import Cancelled
from ui.preview.preview_item import pdf_of
from ui.tasks import TaskHandle, Tasks

_QUICK = 0.15
"""Seconds. A letter that takes no longer follows each key at once."""
_LONGEST_REST = 0.6
_PATIENCE = 2
"""So many rests after the first key at the latest, also while typing goes on."""


class LiveLetter(QObject):
    """One build at a time; what was typed meanwhile is built next.

    Each finished build is shown, also when more was typed since: it is newer than what is on
    screen. While builds are quick one starts with the key; when they are slow, only after a
    rest of about their own length, so that they do not take the processor from the typing.
    """

    def __init__(
        self,
        tasks: Tasks,
        owner: QObject,
        compose: Callable[[], Letter | bytes],
        done: Callable[[bytes], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(owner)
        self._tasks = tasks
        self._compose = compose
        self._done = done
        self._failed = failed
        self._running: TaskHandle | None = None
        self._stopped = Event()
        self._is_dirty = False
        self._dirty_since = 0.0
        self._began = 0.0
        self._took = self._took_before = 0.0
        # Zero lets the key itself be drawn first, and the rest of a change that tells it twice.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._build)

    def touch(self) -> None:
        """Something was typed."""
        if not self._is_dirty:
            self._is_dirty = True
            self._dirty_since = perf_counter()
        if self._running is None:
            self._timer.start(self._rest())

    def stop(self) -> None:
        """Nobody looks any more: a long letter is not built to its end."""
        self._timer.stop()
        self._is_dirty = False
        self._stopped.set()
        if self._running is not None:
            self._running.cancel()
            self._running = None

    @property
    def busy(self) -> bool:
        """Whether what was typed last is not yet built."""
        return self._is_dirty or self._running is not None

    def _rest(self) -> int:
        """Milliseconds until a build may begin; each key begins them anew, up to a point."""
        if self._took <= _QUICK:
            return 0
        rest = min(self._took, _LONGEST_REST)
        latest = self._dirty_since + _PATIENCE * rest - perf_counter()
        return round(max(min(rest, latest), 0.0) * 1000)

    def _build(self) -> None:
        self._is_dirty = False
        self._began = perf_counter()
        try:
            letter = self._compose()
        except SopappError as error:
            self._failed(error)
            return
        stopped = self._stopped

        def step(_done: int, _total: int) -> None:
            if stopped.is_set():
                raise Cancelled

        self._running = self._tasks.run(
            lambda: pdf_of(letter, step), self._finish, self._fail, owner=self
        )

    def _finish(self, pdf: bytes) -> None:
        took = perf_counter() - self._began
        # The first build of the program loads ReportLab; a single slow one says nothing.
        self._took, self._took_before = min(took, self._took_before), took
        self._go_on()
        self._done(pdf)

    def _fail(self, error: Exception) -> None:
        self._go_on()
        self._failed(error)

    def _go_on(self) -> None:
        self._running = None
        if self._is_dirty:
            self._timer.start(self._rest())
