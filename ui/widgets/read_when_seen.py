"""Reads a view anew after a write: at once while it is seen, else when it comes to be seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from sopapp.domain.changes import Changes, Kind

if TYPE_CHECKING:
    from ui.changes import ChangeHub


class ReadWhenSeen(QObject):
    """Calls `reload` of `view` for writes that touch one of `kinds`; `stale` while one waits."""

    def __init__(
        self, view: QWidget, hub: ChangeHub, kinds: tuple[Kind, ...], reload: Callable[[], None]
    ) -> None:
        super().__init__(view)
        self.stale = False
        self._view = view
        self._kinds = kinds
        self._reload = reload
        hub.changed.connect(self._on_changed)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: read what happened since the view was last seen."""
        if event.type() is QEvent.Type.Show and self.stale:
            self._reload()
        return super().eventFilter(watched, event)

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(*self._kinds):
            return
        if self._view.isVisible():
            self._reload()
        else:
            self.stale = True
