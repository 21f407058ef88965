"""Counts what ends soon, a few entries at a time so that nothing ever waits for it."""

from __future__ import annotations

from datetime import date
from heapq import nsmallest
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sopapp.domain.changes import Changes, Kind
from sopapp.domain.dik import StatusJangka, status_jangka

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from sopapp.domain.dik import EntriDik
    from ui.context import UiContext

_TOGETHER = 256  # entries a turn: some ten milliseconds
_AFTER_PAINT = 250  # milliseconds
_NEAREST = 5


class ExpiryWatch(QObject):
    """Emits `counted` with how many entries in force today end soon and how many are past.

    `nearest` are the first few of them by their last day.
    """

    counted = Signal(int, int)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._widget = parent
        self._entries: Sequence[EntriDik] = ()
        self._at = 0
        self._soon = self._past = 0
        self._found: list[EntriDik] = []
        self.nearest: tuple[EntriDik, ...] = ()
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._work)
        self._wanted = False
        context.hub.changed.connect(self._on_changed)

    def start(self, after: int = _AFTER_PAINT) -> None:
        """Count anew, `after` milliseconds from now."""
        self._wanted = True
        self._turn.start(after)

    def stop(self) -> None:
        """Rest, as while nobody looks."""
        self._turn.stop()

    def _work(self) -> None:
        if not self._widget.window().isVisible():
            return  # a closed window outlives its data by a moment
        app = self._context.app
        if self._wanted:
            self._wanted = False
            self._day, self._ahead = app.clock.today(), app.setting.register().batas_hari
            self._entries = app.dik.as_of(self._day)
            self._at = self._soon = self._past = 0
            self._found = []
        for entri in self._entries[self._at : self._at + _TOGETHER]:
            status = status_jangka(entri.berakhir, self._day, self._ahead)
            self._soon += status is StatusJangka.AKAN_BERAKHIR
            self._past += status is StatusJangka.LEWAT
            if status is not StatusJangka.BERLAKU:
                self._found.append(entri)
        self._at += _TOGETHER
        if self._at < len(self._entries):
            self._turn.start(0)
            return
        self._entries = ()
        self.nearest = tuple(nsmallest(_NEAREST, self._found, key=_end))
        self._found = []
        self.counted.emit(self._soon, self._past)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.DIK, Kind.SETTING):
            self.start()


def _end(entri: EntriDik) -> tuple[date, int]:
    return entri.berakhir or date.max, entri.id


def expiry_words(soon: int, past: int, ahead: int) -> str:
    """What the banner says; empty when there is nothing to say."""
    near, over = (f"{count:,}".replace(",", ".") for count in (soon, past))
    if soon and past:
        return f"{near} informasi akan berakhir dalam {ahead} hari, {over} sudah lewat."
    if soon:
        return f"{near} informasi akan berakhir dalam {ahead} hari."
    return f"{over} informasi sudah lewat jangka waktunya." if past else ""
