"""An input with room under it for what looks wrong; it warns and never refuses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import scale_letters, tokens
from ui.widgets.breakable import breakable
from ui.widgets.field_group import FieldGroup


class WarnedField(FieldGroup):
    """Holds one input; a warning may offer to put itself right with `button`."""

    def __init__(
        self, field: QWidget, name: str, parent: QWidget | None = None, *, repair: str = ""
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.lead = field.lead if isinstance(field, FieldGroup) else field
        if self.lead is not None:
            self._own_words = self.lead.accessibleDescription()
        field.setAccessibleName(name)
        self._said = ""
        self._warning = QLabel(self)
        self._warning.setTextFormat(Qt.TextFormat.PlainText)
        self._warning.setWordWrap(True)
        scale_letters(self._warning, 0.92)
        self.button = QPushButton(repair, self)
        below = QHBoxLayout()
        below.addWidget(self._warning, 1)
        below.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(field)
        layout.addLayout(below)
        self.set_warning("")
        self._colour()

    @property
    def warning(self) -> str:
        """The warning shown, or empty text."""
        return self._warning.text()

    def set_warning(self, text: str, *, repairable: bool = False) -> None:
        """Show `text`, with the button when it can put that right; take both away for ""."""
        if text != self._warning.text():
            self._warning.setText(breakable(text))
        self._warning.setVisible(bool(text))
        self._said = text
        self.button.setVisible(repairable)
        self._describe()

    def setAccessibleDescription(self, text: str) -> None:
        """Qt: the form's hint or error is said of the input that the keyboard reaches."""
        super().setAccessibleDescription(text)
        self._describe()

    def _describe(self) -> None:
        if self.lead is not None:
            hint = self.accessibleDescription() or self._own_words or ""
            words = f"{self._said} {hint}"
            self.lead.setAccessibleDescription(words.strip())

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        warn = tokens(self).warn
        palette = QPalette(self._warning.palette())
        if palette.color(QPalette.ColorRole.WindowText).name() != warn:
            palette.setColor(QPalette.ColorRole.WindowText, warn)
            self._warning.setPalette(palette)
