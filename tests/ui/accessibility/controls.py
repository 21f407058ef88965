"""The controls of a page or dialog, as keyboard and screen reader meet them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit,
    QPlainTextEdit, QTabBar, QTextEdit,
)  # fmt: skip
INPUTS = (QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
_INNER = (QComboBox, QAbstractSpinBox, QHeaderView, QLineEdit, QTabBar)
"""What has parts of its own that are no controls by themselves."""


def visible(root: QWidget) -> Iterator[QWidget]:
    """Every widget of `root` to be seen, without those of other windows."""
    for widget in root.children():
        if isinstance(widget, QWidget) and widget.isVisible() and not widget.isWindow():
            yield widget
            yield from visible(widget)  # in what is hidden all is hidden


def controls(root: QWidget) -> list[QWidget]:
    """What can be used now: enabled, to be seen, and no inner part of another control."""
    return [each for each in visible(root) if each.isEnabled() and _is_control(each)]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return _said(widget, QAccessible.Text.Name)


def description_of(widget: QWidget) -> str:
    """What a screen reader adds to the name."""
    return _said(widget, QAccessible.Text.Description)


def place_of(widget: QWidget) -> QRect:
    """Where it lies in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def unscrolled(widget: QWidget) -> QRect:
    """Where it lies in its window while nothing is scrolled."""
    place, at = QPoint(), widget
    while not at.isWindow():
        above = at.parentWidget()
        if not isinstance(above.parentWidget(), QScrollArea):
            place += at.pos()
        at = above
    return QRect(place, widget.size())


def told(widget: QWidget) -> str:
    """A widget for a person who mends it."""
    kind = type(widget).__name__
    text = name_of(widget) or getattr(widget, "text", str)() or widget.objectName()
    parents, at = [], widget.parentWidget()
    while at is not None and len(parents) < 3:
        parents.append(type(at).__name__)
        at = at.parentWidget()
    return f"{kind} “{text}” in {' < '.join(parents)}"


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, (QScrollBar, QHeaderView)) or isinstance(widget.parent(), _INNER):
        return False
    if widget.objectName().startswith("qt_") or _is_corner(widget):
        return False
    if _in_calendar(widget) or isinstance(widget, QTabWidget):
        return False
    return isinstance(widget, CONTROLS) or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _is_corner(widget: QWidget) -> bool:
    """The button of a table where its two headers meet."""
    return widget.metaObject().className() == "QTableCornerButton"


def _in_calendar(widget: QWidget) -> bool:
    at = widget.parentWidget()
    while at is not None:
        if at.metaObject().className() == "QCalendarWidget":
            return True
        at = at.parentWidget()
    return False


def _said(widget: QWidget, what: QAccessible.Text) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(what).strip() if interface is not None else ""
