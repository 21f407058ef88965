"""Letters built one after another off the GUI thread, what is looked at first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from sopapp.domain.errors import SopappError
from ui.preview.built_pdf import BuiltPdf, build_pdf
from ui.preview.preview_item import PreviewItem
from ui.progress.running import Running, stoppable
from ui.tasks import Tasks


class BuildQueue(QObject):
    """Builds items; asks an item for its letter only when its turn comes.

    `changed` tells the number of an item that was begun, built or failed; `moved` how far the
    one that is being built is, in thousandths.
    """

    changed = Signal(int)
    moved = Signal(int)

    def __init__(self, tasks: Tasks, items: Sequence[PreviewItem], parent: QObject) -> None:
        super().__init__(parent)
        self._items = items
        self._building = Running(tasks, self)
        self._building.told.connect(lambda _words, far: self.moved.emit(far))
        self._building.done.connect(self._take)
        self._building.failed.connect(self._failed)
        self.built: dict[int, BuiltPdf] = {}
        self.failed: dict[int, Exception] = {}
        self.running: int | None = None
        self.stopped = False
        self._wanted: int | None = None

    @property
    def done(self) -> int:
        """How many are built or have failed."""
        return len(self.built) + len(self.failed)

    @property
    def busy(self) -> bool:
        """Whether more are still to come of themselves."""
        return self.running is not None

    def is_open(self, number: int) -> bool:
        """Whether an item is neither built nor failed yet."""
        return number not in self.built and number not in self.failed

    def start(self) -> None:
        """Build all that is left."""
        self.stopped = False
        self._next()

    def stop(self) -> None:
        """Build no more of itself; what is asked for by `want` is still built."""
        self.stopped = True

    def abandon(self) -> None:
        """Nobody looks any more: end also what is being built."""
        self.stop()
        self._building.cancel()

    def want(self, number: int) -> None:
        """Take this item next: somebody looks at it."""
        self._wanted = number
        self._next()

    def _next(self) -> None:
        while self.running is None:
            number = self._choose()
            if number is None:
                return
            self._begin(number)

    def _choose(self) -> int | None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and self.is_open(wanted):
            return wanted
        if self.stopped:
            return None
        return next((n for n in range(len(self._items)) if self.is_open(n)), None)

    def _begin(self, number: int) -> None:
        try:
            source = self._items[number].source()
        except SopappError as error:
            self._fail(number, error)
            return
        self.running = number
        self.changed.emit(number)
        self._building.start(stoppable(partial(build_pdf, source)))

    def _take(self, built: BuiltPdf) -> None:
        number = self._done()
        self.built[number] = built
        self.changed.emit(number)
        self._next()

    def _failed(self, error: Exception) -> None:
        self._fail(self._done(), error)
        self._next()

    def _done(self) -> int:
        number, self.running = self.running, None
        assert number is not None
        return number

    def _fail(self, number: int, error: Exception) -> None:
        self.failed[number] = error
        self.changed.emit(number)
