"""A sheet over a whole window, so that nothing of it can be read or reached."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.lock.password_panel import PasswordPanel

TITLE = "Layar terkunci"
"""What a covered window is called; the platform adds the name of the program."""


class Cover(QWidget):
    """Lies over `window` and follows its size; the password is asked on it.

    The title of the window, which may name a letter or a person, is put away meanwhile.
    """

    def __init__(self, window: QWidget, check: Callable[[str], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._title = window.windowTitle()
        self._focus = window.focusWidget()
        window.setWindowTitle(TITLE)
        self.setAutoFillBackground(True)
        self.setAccessibleName("Layar terkunci")
        self.panel = PasswordPanel(check, self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.panel)
        window.installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()
        self.panel.field.setFocus()

    def leave(self) -> None:
        """Give the window its title and its focus back, and go."""
        window = self._window
        window.removeEventFilter(self)
        if window.windowTitle() == TITLE:
            window.setWindowTitle(self._title)
        self.hide()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window, and stay on top of what it adds."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self._fit()
            self.raise_()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Keep Tab on the cover."""
        both: tuple[QWidget, ...] = (self.panel.field, self.panel.button)
        stops = [each for each in both if each.isEnabled()]
        if stops:
            has = self.focusWidget()
            at = stops.index(has) if has is not None and has in stops else -1
            stops[(at + (1 if next else -1)) % len(stops)].setFocus()
        return True

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
