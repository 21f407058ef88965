"""Tab order as the eye reads."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QWidget


def tab_by_layout(panel: QWidget) -> list[QWidget]:
    """Give `panel` the Tab order of its layout, row by row; returns the inputs in that order.

    Qt's own order is that in which widgets were made, which says nothing about where they are.
    """
    inputs = _inputs(panel)
    for one, following in pairwise(inputs):
        QWidget.setTabOrder(one, following)
    return inputs


def tab_through(*parts: QWidget | QLayout) -> None:
    """Let Tab go through these in this order, each as its layout has it."""
    inputs = [each for part in parts for each in tab_stops(part)]
    for one, following in pairwise(inputs):
        QWidget.setTabOrder(one, following)


def tab_stops(part: QWidget | QLayout) -> list[QWidget]:
    """Where Tab stops in a part, as its layout has them."""
    return _inputs_in(part) if isinstance(part, QLayout) else _inputs(part)


def _inputs(widget: QWidget) -> list[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return [widget]
    layout = widget.layout()
    return [] if layout is None else _inputs_in(layout)


def _inputs_in(layout: QLayout) -> list[QWidget]:
    found: list[QWidget] = []
    for item in _items(layout):
        if (widget := item.widget()) is not None:
            found += _inputs(widget)
        elif (inner := item.layout()) is not None:
            found += _inputs_in(inner)
    return found


def _items(layout: QLayout) -> list[QLayoutItem]:
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        # The stub says object for the four numbers.
        numbers.sort(key=lambda number: layout.getItemPosition(number)[:2])  # type: ignore[index]
    return [item for number in numbers if (item := layout.itemAt(number)) is not None]
