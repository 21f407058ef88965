"""How large a dialog may open, so that its buttons stay in sight on a small or enlarged screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_SHARE = 0.96
"""Of the screen; the dialog's frame stands outside of it."""


def screen_room(dialog: QWidget) -> QSize:
    """The screen, or the window behind where that is larger; pixels."""
    parent = dialog.parentWidget()
    window = parent.window().size() if parent else QSize()
    return dialog.screen().availableGeometry().size().expandedTo(window) * _SHARE
