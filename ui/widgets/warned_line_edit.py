"""A line that can be typed freely and says, without refusing, what looks wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.theme import scale_letters, tokens
from ui.widgets.field_group import FieldGroup


class WarnedLineEdit(FieldGroup):
    """`problem` looks at the text at each key and gives a sentence or None."""

    text_changed = Signal(str)

    def __init__(self, problem: Callable[[str], str | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem = problem
        self.edit = QLineEdit(self)
        self._warning = QLabel(self)
        self._warning.setTextFormat(Qt.TextFormat.PlainText)
        self._warning.setWordWrap(True)
        scale_letters(self._warning, 0.92)
        self._warning.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.edit)
        layout.addWidget(self._warning)
        self.lead = self.edit
        self.edit.textChanged.connect(self._on_text)
        self._colour()

    def text(self) -> str:
        """What was typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Show `text`."""
        self.edit.setText(text)

    @property
    def warning(self) -> str:
        """The warning shown, or empty text."""
        return self._warning.text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _on_text(self, text: str) -> None:
        warning = self._problem(text) or ""
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        self.edit.setAccessibleName(self.accessibleName())
        self.edit.setAccessibleDescription(f"{warning} {self.accessibleDescription()}".strip())
        self.text_changed.emit(text)

    def _colour(self) -> None:
        warn = tokens(self).warn
        palette = QPalette(self._warning.palette())
        if palette.color(QPalette.ColorRole.WindowText).name() != warn:
            palette.setColor(QPalette.ColorRole.WindowText, warn)
            self._warning.setPalette(palette)
