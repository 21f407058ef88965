"""Pangkat and golongan side by side; any text may be typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from sopapp.domain.pangkat import PANGKAT, golongan_of, split_pangkat
from ui.widgets.field_group import FieldGroup


class PangkatField(FieldGroup):
    """Choosing a pangkat gives its golongan."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pangkat, self.golongan = QComboBox(self), QComboBox(self)
        for combo, items, name in (
            (self.pangkat, PANGKAT.values(), "Pangkat"),
            (self.golongan, PANGKAT, "Golongan"),
        ):
            combo.setEditable(True)
            combo.addItem("")
            combo.addItems(list(items))
            combo.setAccessibleName(name)
            line = combo.lineEdit()
            assert line is not None  # it can be typed into
            line.setPlaceholderText(name)
            combo.setMaxVisibleItems(18)
            combo.currentTextChanged.connect(self.changed)
        self.pangkat.textActivated.connect(self._on_pangkat)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pangkat, 3)
        layout.addWidget(self.golongan, 1)
        self.lead = self.pangkat

    def show_words(self, pangkat: str, golongan: str) -> None:
        """Fill both."""
        self.pangkat.setCurrentText(pangkat)
        self.golongan.setCurrentText(golongan)

    @property
    def splits(self) -> bool:
        """Whether a golongan was typed with the pangkat."""
        return bool(split_pangkat(self.pangkat.currentText())[1])

    def split(self) -> None:
        """Put a golongan that was typed with the pangkat into its own field."""
        self.show_words(*split_pangkat(self.pangkat.currentText()))

    def _on_pangkat(self, text: str) -> None:
        self.golongan.setCurrentText(golongan_of(text))
