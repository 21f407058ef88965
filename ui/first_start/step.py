"""What every step of the guide can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.errors import guard

if TYPE_CHECKING:
    from sopapp.domain.changes import Changes
    from ui.context import UiContext


class Step(QWidget):
    """One page of the guide; what is typed is stored when it is left for the next one."""

    name = ""
    head = ""
    lead = ""
    optional = True
    """Whether it can be passed over."""
    go_on = Signal()
    """The step itself asks for the next one."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.form: Any = None
        """Where errors are shown beside their fields."""

    @property
    def next_words(self) -> str:
        """What going on does."""
        return "Lan&jut"

    def load(self) -> None:
        """Show what is stored; what was typed and not stored stays."""

    def store(self) -> None:
        """Store what was typed, if anything was. Raises SopappError."""

    def save(self) -> bool:
        """Store what was typed; False, with the reason in sight, when that is not possible."""
        if self.form is not None:
            self.form.clear_errors()
        with guard(self, self.context.prompts, form=self.form) as outcome:
            self.store()
        return outcome.ok

    def lead_widget(self) -> QWidget | None:
        """Where the keyboard begins."""
        return None

    def draft(self) -> dict[str, Any] | None:
        """What was typed and is not stored; None for nothing."""
        return None

    def restore(self, draft: dict[str, Any]) -> None:
        """Type a draft again."""

    def hear(self, changes: Changes) -> None:
        """Something was stored, here or elsewhere."""
