"""Ctrl+Z takes the last write back, Ctrl+Y does it again; or it is said calmly why not."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QToolButton

from sopapp.domain.errors import DomainError
from ui.errors import guard
from ui.icons import icon

if TYPE_CHECKING:
    from ui.context import UiContext

UNSAVED = (
    "Halaman ini memuat perubahan yang belum disimpan. Simpan atau buang dahulu, lalu urungkan."
)
UNSAVED_AGAIN = (
    "Halaman ini memuat perubahan yang belum disimpan. Simpan atau buang dahulu, lalu ulangi."
)
_AFTER_START = 300  # milliseconds
_LONGEST = 110  # letters of a sentence in the status line


class Undo(QObject):
    """The action with its shortcut, and its button beside what the status line says.

    A text field in use keeps Ctrl+Z for its own text: Qt asks it first. In a dialog the
    shortcut is silent, for it belongs to the window.
    """

    def __init__(
        self, context: UiContext, window: QMainWindow, say: Callable[[str], None], action: QAction
    ) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._say = say
        self._told = ""
        self.action = action
        self.button = QToolButton(window)
        self.button.setDefaultAction(self.action)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setMaximumHeight(self.button.sizeHint().height())  # the bar stays as it is
        window.statusBar().insertPermanentWidget(0, self.button)
        self.button.hide()
        context.hub.changed.connect(self._on_changed)
        # Writes are followed once the board is painted and nobody can have made one yet.
        QTimer.singleShot(_AFTER_START, self, self.refresh)

    def undo(self) -> None:
        """Take the last write back, or say why not."""
        if self._unsaved():
            self._tell(UNSAVED)
            return
        with guard(self._window, self._context.prompts):
            try:
                done = self._context.app.undo.undo()
            except DomainError as error:
                self._tell(str(error))
            else:
                self._tell(f"Diurungkan: {_short(done.ringkasan)}")
        self.refresh()

    def redo(self) -> None:
        """Do again what was taken back last, or say why not."""
        if self._unsaved():
            self._tell(UNSAVED_AGAIN)
            return
        with guard(self._window, self._context.prompts):
            try:
                done = self._context.app.undo.redo()
            except DomainError as error:
                self._tell(str(error))
            else:
                self._tell(f"Diulangi: {_short(done.ringkasan)}")
        self.refresh()

    def refresh(self) -> None:
        """Name what Ctrl+Z would take back, or why it cannot."""
        service = self._context.app.undo
        coming = service.next()
        words = service.refusal if coming is None else f"Urungkan: {_short(coming.ringkasan)}"
        self.action.setToolTip(f"{words} (Ctrl+Z)" if coming is not None else words)
        self.button.setAccessibleName("Urungkan" if coming is None else words)
        self.button.setAccessibleDescription(words if coming is None else "Ctrl+Z")
        # It answers in either case: with a change taken back or with the reason.
        shown = coming is not None or service.followed
        if shown:  # menus give their actions icons only when they first open
            self.action.setIcon(icon("undo", self._window, tone="muted"))
        self.button.setVisible(shown)

    def _tell(self, text: str) -> None:
        self._told = text
        self._say(text)

    def _on_changed(self, _changes: object) -> None:
        """A write: what was said of the one before it does not hold any more."""
        if self._told and self._window.statusBar().currentMessage() == self._told:
            self._window.statusBar().clearMessage()
        self._told = ""
        self.refresh()

    def _unsaved(self) -> bool:
        """Whether the page in front has edits, which Ctrl+Z would seem to mean."""
        page = getattr(self._window, "page", None)
        front = getattr(self._window, "front", "")
        return bool(page is not None and front and getattr(page(front), "edited", False))


def _short(sentence: str) -> str:
    return textwrap.shorten(sentence, _LONGEST, placeholder="…")
