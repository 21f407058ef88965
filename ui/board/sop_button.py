"""The button in the head of a column that leads to its stage in the SOP."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SopButton(QToolButton):
    """Of those in all heads one is a stop of Tab; Left and Right go on from there."""

    walked = Signal(int)
    """To the next head (1) or the one before (-1)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setAccessibleDescription("Tombol Kiri dan Kanan: tahap lain.")
        self.set_stop(False)

    def set_stop(self, stop: bool) -> None:
        """Whether Tab comes here."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if stop else Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: walk along the heads."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.walked.emit(step)
