"""Locks every window of the program after idle time, until the password is given."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from ui.lock.cover import Cover

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_KEPT_OUT = _SIGNS_OF_LIFE | {
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Shortcut,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.ContextMenu,
    QEvent.Type.DragEnter,
    QEvent.Type.Drop,
    QEvent.Type.ToolTip,
    QEvent.Type.WhatsThis,
    QEvent.Type.InputMethod,
}
_PASSING = frozenset({Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen})
"""Menus, lists and hints: closed rather than covered, since a menu takes every key for itself."""
_MINUTE = 60_000
_SLACK = 5_000  # milliseconds that a timer may be late, and a clock be set

KEYS = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)
"""Lock now. The main window's action hears them first; a dialog's keys come past here."""


class WindowLock(QObject):
    """Covers all windows when nobody has touched mouse or keyboard for `minutes`.

    While locked no key, click or drop reaches anything but a cover, windows that open are
    covered too, and the program cannot be closed: a question it may have would show behind.
    """

    locked_changed = Signal(bool)

    def __init__(self, check: Callable[[str], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._covers: list[Cover] = []
        self._locked = False
        self._last_sign = 0.0
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.lock)
        self._watching = False

    def set_minutes(self, minutes: int | None) -> None:
        """Lock after so many idle minutes; None for never (no password)."""
        if minutes is None:
            self._idle.stop()
            self._watch(False)
            return
        self._idle.setInterval(minutes * _MINUTE)
        self._watch(True)
        self._count_anew()

    @property
    def locked(self) -> bool:
        """Whether the windows are covered."""
        return self._locked

    def lock(self) -> None:
        """Cover every window now."""
        if self.locked or not self._watching:
            return
        self._idle.stop()
        self._locked = True
        popup = QApplication.activePopupWidget()
        while popup is not None:  # a menu left open would lie over the cover
            popup.close()
            popup = QApplication.activePopupWidget()
        active = QApplication.activeWindow()
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and not window.isHidden():
                self._cover(window)
        for cover in self._covers:
            if cover.parentWidget() is active:
                cover.panel.field.setFocus()
        self.locked_changed.emit(True)

    def unlock(self) -> None:
        """Take the covers away."""
        self._locked = False
        covers, self._covers = self._standing(), []
        active = QApplication.activeWindow()
        for cover in sorted(covers, key=lambda each: each.parentWidget() is active):
            cover.leave()  # that of the active window last, which has the keyboard
        if self._watching:
            self._count_anew()
        self.locked_changed.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count the idle time; keep everything out while locked."""
        kind = event.type()
        if not self._locked:
            if kind not in _SIGNS_OF_LIFE:
                return False
            if not self._slept() and not _asks_to_lock(event):
                self._count_anew()
                return False
            self.lock()
        if not isinstance(watched, QWidget):
            return kind == QEvent.Type.Shortcut  # an action's or a shortcut's own
        if kind == QEvent.Type.Show and watched.isWindow() and not self._covered(watched):
            self._cover(watched)
            return False
        if kind == QEvent.Type.Close and watched.isWindow():
            # What a window manager asks of a dialog would drop what is typed in it.
            if isinstance(watched, QMainWindow) or event.spontaneous():
                event.ignore()
                return True
            return False
        return kind in _KEPT_OUT and not self._inside(watched)

    def _count_anew(self) -> None:
        self._last_sign = time.time()
        self._idle.start()

    def _slept(self) -> bool:
        """Whether the PC slept through the idle time, in which no timer runs."""
        return (time.time() - self._last_sign) * 1000 > self._idle.interval() + _SLACK

    def _watch(self, on: bool) -> None:
        application = QApplication.instance()
        if application is None or on == self._watching:
            return
        self._watching = on
        if on:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def _cover(self, window: QWidget) -> None:
        if window.windowType() in _PASSING:
            QTimer.singleShot(0, window, window.close)
            return
        cover = Cover(window, self._check)
        cover.panel.opened.connect(self.unlock)
        self._covers.append(cover)

    def _standing(self) -> list[Cover]:
        """The covers whose windows did not go meanwhile."""
        self._covers = [cover for cover in self._covers if isValid(cover)]
        return self._covers

    def _covered(self, window: QWidget) -> bool:
        return any(cover.parentWidget() is window for cover in self._standing())

    def _inside(self, widget: QWidget) -> bool:
        return any(cover is widget or cover.isAncestorOf(widget) for cover in self._standing())


def _asks_to_lock(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.keyCombination() == KEYS
