"""Counts what ends soon, a few entries at a time so that nothing ever waits for it."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sopapp.domain.changes import Changes, Kind
from sopapp.domain.dik import StatusJangka, status_jangka
from sopapp.domain.ribuan import ribuan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from sopapp.domain.dik import EntriDik
    from ui.context import UiContext

_AFTER_PAINT = 250  # milliseconds
_NEAREST = 5
_ENDED = object()


class ExpiryWatch(QObject):
    """Emits `counted` with how many entries in force today end soon and how many are past.

    `nearest` are the first few of them by their last day.
    """

    counted = Signal(int, int)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._widget = parent
        self._reading: Iterator[None] | None = None
        self.nearest: tuple[EntriDik, ...] = ()
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._work)
        context.hub.changed.connect(self._on_changed)

    def start(self, after: int = _AFTER_PAINT) -> None:
        """Count anew, `after` milliseconds from now."""
        self._reading = None
        self._turn.start(after)

    def stop(self) -> None:
        """Rest, as while nobody looks."""
        self._turn.stop()

    def _work(self) -> None:
        if not self._widget.window().isVisible():
            return  # a closed window outlives its data by a moment
        app = self._context.app
        if self._reading is None:
            self._day = app.clock.today()
            self._reading = app.dik.prepare_ends(self._day)
        if next(self._reading, _ENDED) is _ENDED:
            self._reading = None
            self._tell()
        else:
            self._turn.start(0)

    def _tell(self) -> None:
        app = self._context.app
        ends = app.dik.ends(self._day)
        ahead = app.setting.register().batas_hari
        status = {end: status_jangka(end, self._day, ahead) for end in set(ends.values())}
        found = [
            (end, entri) for entri, end in ends.items() if status[end] is not StatusJangka.BERLAKU
        ]
        first = [entri for _end, entri in nsmallest(_NEAREST, found)]
        entries = app.dik.as_of(self._day)
        rows = {entries[at].id: entries[at] for at in entries.find(first)}
        self.nearest = tuple(rows[entri] for entri in first)
        past = sum(status[end] is StatusJangka.LEWAT for end, _entri in found)
        self.counted.emit(len(found) - past, past)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.DIK, Kind.SETTING):
            self.start()


def expiry_words(soon: int, past: int, ahead: int) -> str:
    """What the banner says; empty when there is nothing to say."""
    near, over = map(ribuan, (soon, past))
    if soon and past:
        return f"{near} informasi akan berakhir dalam {ahead} hari, {over} sudah lewat."
    if soon:
        return f"{near} informasi akan berakhir dalam {ahead} hari."
    return f"{over} informasi sudah lewat jangka waktunya." if past else ""
