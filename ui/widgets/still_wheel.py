"""Choices in a form: the wheel scrolls what lies behind and never changes an answer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox


class _StillWheel(QObject):
    """Hands each turn of the wheel on to what lies behind."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: not accepted here, so that the parents get it."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def keep_still(*boxes: QComboBox | QAbstractSpinBox) -> None:
    """Let the wheel neither change these nor give them the keyboard."""
    for box in boxes:
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.installEventFilter(_StillWheel(box))
