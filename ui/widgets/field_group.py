"""Several inputs that stand as one field of a form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QWidget


class FieldGroup(QFrame):
    """Hands the keyboard on to its leading input when a label or an error sends it here.

    A focus proxy would do the same, but Qt then leaves the other inputs out of the Tab order.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead: QWidget | None = None
        self.above = 0  # pixels of the words that stand over its inputs
        self._own_words: str | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def setAccessibleDescription(self, text: str) -> None:
        """Qt: the form's hint or error is said of the input that the keyboard reaches."""
        super().setAccessibleDescription(text)
        if self.lead is not None:
            if self._own_words is None:
                self._own_words = self.lead.accessibleDescription()
            self.lead.setAccessibleDescription(text or self._own_words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the leading input takes it."""
        super().focusInEvent(event)
        if self.lead is not None:
            self.lead.setFocus(event.reason())
