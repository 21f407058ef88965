"""Work on the GUI thread that takes long, done a part a turn so that nothing halts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from sopapp.services.collector_pause import paused_collector

_ENDED = object()


class InTurns(QTimer):
    """Runs work that pauses between its parts, and calls `done` when it has ended.

    What never pauses ends before `begin` returns. Other work goes on a part a turn of the event
    loop until the window of `widget` is closed; work that begins anew replaces what is not yet
    done. `failed` is told of what a part raises in a later turn; what the first part raises is
    for the caller of `begin`.
    """

    def __init__(
        self, widget: QWidget, done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        super().__init__(widget, singleShot=True, interval=0)
        self._widget = widget
        self._done = done
        self._failed = failed
        self._work: Iterator[None] | None = None
        self.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there is something still to be done."""
        return self._work is not None

    def begin(self, work: Iterator[None]) -> None:
        """Do the first part of `work` now and the others in the turns that follow."""
        self.give_up()
        self._work = work
        self._do_part()

    def give_up(self) -> None:
        """Do no more of it; `done` is not called."""
        self.stop()
        self._work = None

    def _go_on(self) -> None:
        if not self._widget.window().isVisible():
            self.give_up()  # a closed window outlives its data by a moment
            return
        try:
            self._do_part()
        except Exception as error:  # noqa: BLE001 - handed to `failed`
            self._failed(error)

    def _do_part(self) -> None:
        assert self._work is not None
        try:
            with paused_collector():  # it would look at all that was made so far, at each part
                ended = next(self._work, _ENDED) is _ENDED
        except Exception:
            self.give_up()
            raise
        if ended:
            self._work = None
            self._done()
        else:
            self.start()
