"""The office's own note on an entry, kept when its place is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ui.errors import guard
from ui.widgets.growing_text import GrowingText
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext

_NAME = "Catatan internal, tidak diumumkan"


class NoteEditor(QWidget):
    """A small text with its button; `save` is also called when another entry is chosen."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entri_id: int | None = None
        self._stored = ""
        caption = QLabel(_NAME.replace("Catatan", "C&atatan"), self)
        self.edit = GrowingText("", self, least=1, most=4)
        self.edit.setAccessibleName(_NAME)
        self.edit.setPlaceholderText("Misalnya letak arsip atau siapa yang dihubungi")
        self.edit.textChanged.connect(self._enable)
        caption.setBuddy(self.edit)
        self.status = TonedLabel("", "muted", wrap=False)
        self.save_button = QPushButton("Simpa&n catatan", self)
        self.save_button.clicked.connect(self.save)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(0, 1)
        layout.addWidget(caption, 0, 0)
        layout.addWidget(self.status, 0, 1, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.edit, 1, 0)
        layout.addWidget(self.save_button, 1, 1, Qt.AlignmentFlag.AlignTop)
        self._enable()

    @property
    def edited(self) -> bool:
        """Whether something is typed that is not stored."""
        return self._entri_id is not None and self.edit.text() != self._stored

    def show_note(self, entri_id: int, text: str) -> None:
        """Show the note of an entry; what is typed for the same one stays."""
        if entri_id == self._entri_id and self.edited and text == self._stored:
            return
        self._entri_id, self._stored = entri_id, text
        if self.edit.text() != text:
            self.edit.setPlainText(text)
        self.status.setText("")
        self._enable()

    def save(self) -> bool:
        """Store what was typed; False, with the reason told, when that is not possible."""
        if not self.edited or self._entri_id is None:
            return True
        text, before = self.edit.text(), self._stored
        with guard(self, self._context.prompts) as outcome:
            self._stored = text  # the change is told before set_note returns
            self._context.app.dik.set_note(self._entri_id, text)
        if not outcome.ok:
            self._stored = before
        self.status.setText("Catatan tersimpan." if outcome.ok else "")
        self._enable()
        return outcome.ok

    def _enable(self) -> None:
        self.save_button.setEnabled(self.edited)
        if self.edited:
            self.status.setText("")
