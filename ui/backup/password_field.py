"""A password that is typed blind, or in sight when the eye may see it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from ui.widgets.field_group import FieldGroup
from ui.widgets.toned import row

_LONGEST = 256


class PasswordField(FieldGroup):
    """A line that shows dots, and a box that shows the letters."""

    changed = Signal()
    returned = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMaxLength(_LONGEST)
        self.edit.setAccessibleName(name)
        self.edit.textChanged.connect(self.changed)
        self.edit.returnPressed.connect(self.returned)
        self.shown = QCheckBox("Tampilkan")
        self.shown.setAccessibleName(f"Tampilkan {name.lower()}")
        self.shown.toggled.connect(self._show)
        box = row(self.edit, self.shown)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.lead = self.edit

    @property
    def text(self) -> str:
        """As typed; blanks count."""
        return self.edit.text()

    def _show(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
