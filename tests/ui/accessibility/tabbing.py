"""The Tab key, pressed until it comes round."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QTextBrowser, QWidget

from tests.ui.accessibility.controls import controls, place_of, told

_MOST = 400
_RING = 4  # pixels around a control in which its focus may be drawn


def tab_round(root: QWidget) -> list[QWidget]:
    """What Tab visits in the window of a page or dialog, in order, from the first in `root`."""
    window = root.window()
    window.activateWindow()
    QApplication.processEvents()
    stops = [each for each in controls(root) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    if not stops:
        return []
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    order: list[QWidget] = []
    for _ in range(_MOST):
        here = QApplication.focusWidget()
        reading = isinstance(here, QTextBrowser) and here in order[-1:]  # goes through its links
        if here is None or (here in order and not reading):
            return order
        if not reading:
            order.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    if len(order) == 1:
        return order
    raise AssertionError(f"Tab never comes round in {told(window)}; at {told(order[-1])}")


class FocusSeen:
    """Looks once at each kind of control, whether its focus can be seen."""

    def __init__(self) -> None:
        self._known: set[tuple[object, ...]] = set()

    def unseen(self, order: list[QWidget]) -> list[str]:
        """Controls that look the same with and without the keyboard."""
        found = []
        for each in order:
            kind = _look(each)
            if kind not in self._known:
                self._known.add(kind)
                if each.isVisible() and not _differs(each):
                    found.append(f"fokus tak terlihat: {told(each)}")
        return found


def _look(widget: QWidget) -> tuple[object, ...]:
    more: tuple[object, ...] = ()
    if isinstance(widget, QAbstractButton):
        more = (getattr(widget, "isFlat", bool)(), getattr(widget, "autoRaise", bool)(),
                widget.isChecked(), bool(widget.text()))  # fmt: skip
    return (type(widget), *more)


def _differs(widget: QWidget) -> bool:
    window = widget.window()
    at = widget.parentWidget()
    while at is not None:
        if isinstance(at, QScrollArea):
            at.ensureWidgetVisible(widget)
        at = at.parentWidget()
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.processEvents()
    area = place_of(widget).adjusted(-_RING, -_RING, _RING, _RING) & QRect(window.rect())
    with_focus = window.grab(area).toImage()
    widget.clearFocus()
    QApplication.processEvents()
    return window.grab(area).toImage() != with_focus
