"""Locks every window of the program after idle time, until the password is given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

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
}
_MINUTE = 60_000


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
        self._focus: QWidget | None = None
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
        self._idle.start()

    @property
    def locked(self) -> bool:
        """Whether the windows are covered."""
        return bool(self._covers)

    @property
    def armed(self) -> bool:
        """Whether a password is set, so that it locks at all."""
        return self._watching

    def lock(self) -> None:
        """Cover every window now."""
        if self.locked or not self._watching:
            return
        self._idle.stop()
        self._focus = QApplication.focusWidget()
        popup = QApplication.activePopupWidget()
        while popup is not None:  # a menu left open would lie over the cover
            popup.close()
            popup = QApplication.activePopupWidget()
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and not window.isHidden():
                self._cover(window)
        self.locked_changed.emit(True)

    def unlock(self) -> None:
        """Take the covers away."""
        covers, self._covers = self._covers, []
        for cover in covers:
            cover.hide()
            cover.deleteLater()
        if self._watching:
            self._idle.start()
        from shiboken6 import isValid

        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
        self._focus = None
        self.locked_changed.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count the idle time; keep everything out while locked."""
        kind = event.type()
        if not self._covers:
            if kind in _SIGNS_OF_LIFE:
                self._idle.start()
            return False
        if not isinstance(watched, QWidget):
            return kind == QEvent.Type.Shortcut  # an action's or a shortcut's own
        if kind == QEvent.Type.Show and watched.isWindow() and not self._covered(watched):
            self._cover(watched)
            return False
        if kind == QEvent.Type.Close and isinstance(watched, QMainWindow):
            event.ignore()
            return True
        return kind in _KEPT_OUT and not self._inside(watched)

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
        cover = Cover(window, self._check)
        cover.panel.opened.connect(self.unlock)
        self._covers.append(cover)
        if window.isActiveWindow() or len(self._covers) == 1:
            cover.panel.field.setFocus()

    def _covered(self, window: QWidget) -> bool:
        return any(cover.parentWidget() is window for cover in self._covers)

    def _inside(self, widget: QWidget) -> bool:
        return any(cover is widget or cover.isAncestorOf(widget) for cover in self._covers)
