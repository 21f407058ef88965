"""How large a dialog may open, so that its buttons stay in sight on a small or enlarged screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_SHARE = 0.96
"""Of the screen; the dialog's frame stands outside of it."""


def screen_room(dialog: QWidget) -> QSize:
    """What the dialog's screen gives, whatever the window behind it takes; pixels."""
    return dialog.screen().availableGeometry().size() * _SHARE
