"""A question with its answers side by side, of which none is chosen before it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout

from ui.widgets.field_group import FieldGroup
from ui.widgets.toned import TonedLabel, row


class Choice(FieldGroup):
    """Radio buttons for (label, value) pairs, with an explanation below them."""

    changed = Signal()

    def __init__(self, options: Sequence[tuple[str, Any]], explanation: str = "") -> None:
        super().__init__()
        self._values = [value for _, value in options]
        self.buttons = tuple(QRadioButton(label) for label, _ in options)
        self._group = QButtonGroup(self)
        for number, button in enumerate(self.buttons):
            self._group.addButton(button, number)
            button.toggled.connect(lambda on: self.changed.emit() if on else None)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 2)
        box.setSpacing(4)
        box.addLayout(row(*self.buttons, None, spacing=14))
        if explanation:
            box.addWidget(TonedLabel(explanation, "muted", scale=0.92))
            for button in self.buttons:
                button.setAccessibleDescription(explanation)
        self.lead = self.buttons[0]

    def value(self) -> Any:  # noqa: ANN401 - whatever the options carry
        """The chosen value; None while nothing is chosen."""
        number = self._group.checkedId()
        return None if number < 0 else self._values[number]

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - whatever the options carry
        """Choose this value; None chooses nothing."""
        self._group.setExclusive(False)
        for button, own in zip(self.buttons, self._values, strict=True):
            button.setChecked(value is not None and own == value)
        self._group.setExclusive(True)
        chosen = self._group.checkedButton()
        self.lead = chosen or self.buttons[0]
        self.changed.emit()

    def allow(self, value: Any, allowed: bool) -> None:  # noqa: ANN401 - as above
        """Whether this answer can be chosen."""
        self.buttons[self._values.index(value)].setEnabled(allowed)
