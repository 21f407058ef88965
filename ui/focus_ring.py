"""Where the keyboard is can be seen, also when the program put it there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from ui.theme import tokens

_BARE = 2  # pixels of a line inside what has no frame to lie on


class FocusRing(QObject):
    """Follows the keyboard through the program.

    Qt draws the frame of a button or field only after a press of Tab, and forgets that as soon
    as a page or dialog moves the focus by itself: here only a click hides it. Texts, lists and
    tables, for which Qt has none, get a line on their frame, as a field has.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._lines: list[_Line] = []
        # Not at once: the focus also moves while a page is being hidden or deleted.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._follow)
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            new.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if self._lines or isinstance(new, QAbstractScrollArea):
            self._later.start(0)

    def _follow(self) -> None:
        self._drop()
        now = QApplication.focusWidget()
        if now is not None and now.isVisible() and _wants_lines(now):
            self._lines = [_Line(now, edge) for edge in Qt.Edge]

    def _drop(self) -> None:
        lines, self._lines = self._lines, []
        if not lines:
            return
        from shiboken6 import isValid  # takes long to load, and the start has no lines

        for line in lines:
            if isValid(line):
                line.hide()
                line.deleteLater()


class _Line(QWidget):
    """One edge of the ring. Four thin widgets leave the middle free to scroll fast."""

    def __init__(self, area: QWidget, edge: Qt.Edge) -> None:
        super().__init__(area)
        self._edge = edge
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        area.installEventFilter(self)
        self._fit()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: keep to the edge."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: the line."""
        QPainter(self).fillRect(self.rect(), tokens(self).accent)

    def _fit(self) -> None:
        area = self.parentWidget()
        assert isinstance(area, QAbstractScrollArea)
        wide, whole = area.frameWidth() or _BARE, area.rect()
        self.setGeometry(
            {
                Qt.Edge.TopEdge: QRect(0, 0, whole.width(), wide),
                Qt.Edge.BottomEdge: QRect(0, whole.height() - wide, whole.width(), wide),
                Qt.Edge.LeftEdge: QRect(0, 0, wide, whole.height()),
                Qt.Edge.RightEdge: QRect(whole.width() - wide, 0, wide, whole.height()),
            }[self._edge]
        )


def _wants_lines(widget: QWidget) -> bool:
    """What scrolls, save lists that drop down and what says that it draws its own."""
    return (
        isinstance(widget, QAbstractScrollArea)
        and widget.window().windowType() != Qt.WindowType.Popup
        and not getattr(widget, "draws_focus", False)
    )
