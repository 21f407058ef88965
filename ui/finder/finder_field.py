"""The field of the finder: it keeps the keyboard, and tells what its keys mean for the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.icons import icon
from ui.theme import scale_letters

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class FinderField(QLineEdit):
    """Arrows step, Page Up and Down leaf, Tab jumps to the next section; Ctrl+K dismisses."""

    stepped = Signal(int)
    leafed = Signal(int)
    jumped = Signal(int)
    opened = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        scale_letters(self, 1.2)
        self.setPlaceholderText("Cari berkas, surat, informasi, orang, atau perintah")
        self.setAccessibleName("Temukan")
        self.setAccessibleDescription(
            "Ketik beberapa kata; panah atas dan bawah memilih, Enter membuka."
        )
        self.setClearButtonEnabled(True)
        self.setMinimumHeight(round(self.fontMetrics().lineSpacing() * 1.9))
        self._glass = self.addAction(
            icon("search", self, tone="muted"), QLineEdit.ActionPosition.LeadingPosition
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: what is for the list does not reach the text."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _PAGES:
            self.leafed.emit(_PAGES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Qt: Tab stays here; the list is walked from here."""
        self.jumped.emit(1 if next else -1)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Qt: follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_glass"):
            self._glass.setIcon(icon("search", self, tone="muted"))
