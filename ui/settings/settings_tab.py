"""What every tab of the settings can do: know whether it was edited, save, take back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sopapp.domain.changes import Kind
from ui.errors import guard
from ui.widgets.date_edit import refuse_wrong_dates
from ui.widgets.tab_order import tab_stops

if TYPE_CHECKING:
    from ui.context import UiContext
    from ui.widgets.fields import Fields


class SettingsTab(QWidget):
    """One tab; it holds a value, and is edited while the form's value differs from it.

    A subclass builds its widgets, then implements `load` (stored value), `show_value` (value
    to widgets), `value` (widgets to value) and `store` (value to the service), and connects
    its inputs to `touch`. Subclasses without anything to save set `saves` to False.
    """

    edited_changed = Signal()
    saves = True
    kinds: tuple[Kind, ...] = ()
    """Kinds of change after which the tab reads anew."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.form: Fields | None = None
        self._stored: Any = None
        self._filling = False

    @property
    def edited(self) -> bool:
        """Whether there is something to save."""
        return self.saves and not self._filling and self.value() != self._stored

    def load(self) -> Any:  # noqa: ANN401 - each tab's own value
        """The stored value."""
        raise NotImplementedError

    def value(self) -> Any:  # noqa: ANN401 - each tab's own value
        """The value that the widgets show."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - each tab's own value
        """Put `value` into the widgets."""
        raise NotImplementedError

    def store(self, value: Any) -> None:  # noqa: ANN401 - each tab's own value
        """Hand `value` to the service. Raises DomainError by field."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """Put the keyboard where the user who was led here begins."""
        for field in tab_stops(self):
            if field.isEnabled() and field.isVisibleTo(self):
                field.setFocus()
                return

    def touch(self, *_args: object) -> None:
        """An input changed."""
        if not self._filling:
            self.edited_changed.emit()

    def reload(self) -> None:
        """Show what is stored; edits are dropped."""
        self.fill(self.load())

    def fill(self, value: Any) -> None:  # noqa: ANN401 - each tab's own value
        """Show `value` as the stored one."""
        self._filling = True
        self.show_value(value)
        if self.form is not None:
            self.form.clear_errors()
        for line in self.findChildren(QLineEdit):
            line.setCursorPosition(0)  # a long text shows its beginning
        self._filling = False
        # What the widgets make of it is the measure: a spin box may round a stored number.
        self._stored = self.value() if self.saves else None
        self.edited_changed.emit()

    def refresh(self) -> None:
        """Something else changed the data: read anew unless edits would be lost."""
        if not self.edited:
            self.reload()

    def save(self) -> bool:
        """Save the edits; False, with the reason shown, when that is not possible."""
        with guard(self, self.context.prompts) as dates:
            refuse_wrong_dates(self)
        if not dates.ok:
            return False
        if not self.edited:
            return True
        if self.form is not None:
            self.form.clear_errors()
        with guard(self, self.context.prompts, form=self.form) as outcome:
            self.store(self.value())
        if outcome.ok:
            self.after_save()
        return outcome.ok

    def after_save(self) -> None:
        """Read back what was saved."""
        self.reload()
