"""One signal that says what a write changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from sopapp.app import App
    from sopapp.domain.changes import Changes


class ChangeHub(QObject):
    """Passes the services' changes on to every open view.

    Lives as long as the program, so a view that goes away only loses its own connection.
    """

    changed = Signal(object)
    """Emitted on the GUI thread with a `sopapp.domain.changes.Changes`."""

    def feed(self, app: App) -> None:
        """Listen to `app` from now on."""
        app.subscribe(self.publish)

    def publish(self, changes: Changes) -> None:
        """Tell every view about `changes`."""
        self.changed.emit(changes)
