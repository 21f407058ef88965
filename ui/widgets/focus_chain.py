"""Qt's chain of Tab, asked so that nothing is deleted for it.

PySide notes what `nextInFocusChain` and its kin give as a child of the widget that was asked. A
dialog that is the child of its own button, or a number field of its own line, belongs to nobody
else: Python's collector deletes it while it is open, with all that was typed in it.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def following(widget: QWidget) -> QWidget | None:
    """The next in the chain, whether Tab stops there or not."""
    return _given_back(widget.nextInFocusChain())


def preceding(widget: QWidget) -> QWidget | None:
    """The one before in the chain."""
    return _given_back(widget.previousInFocusChain())


def has_proxy(widget: QWidget) -> bool:
    """Whether another widget takes the keyboard in its stead."""
    return _given_back(widget.focusProxy()) is not None


def _given_back(found: QWidget | None) -> QWidget | None:
    if found is not None:
        found.setParent(found.parentWidget())  # nothing to Qt, which has it so
    return found
