"""A date that may be left open."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ui.widgets.date_edit import DateEdit
from ui.widgets.field_group import FieldGroup


class OptionalDate(FieldGroup):
    """A check box that says what no date means, and a date field for the other case."""

    changed = Signal()

    def __init__(
        self, open_words: str, fallback: date, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fallback = fallback
        self.open = QCheckBox(open_words, self)
        self.field = DateEdit(fallback, self)
        self.field.setAccessibleName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.open)
        layout.addWidget(self.field)
        layout.addStretch(1)
        self.lead = self.open
        self.open.toggled.connect(self._on_open)
        self.field.dateChanged.connect(lambda _date: self.changed.emit())
        self.set_day(None)

    def day(self) -> date | None:
        """The date, or None when left open."""
        return None if self.open.isChecked() else self.field.day()

    def set_day(self, day: date | None) -> None:
        """Show `day`, or that it is open."""
        self.field.set_day(day or self._fallback)
        self.open.setChecked(day is None)
        self.field.setVisible(day is not None)

    def _on_open(self, is_open: bool) -> None:
        self.field.setVisible(not is_open)
        self.changed.emit()
