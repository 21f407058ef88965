"""The one who signs in a role: the few inputs of a first letter, and the block that is printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.pejabat import Pejabat, PejabatInput
from sopapp.domain.sop import LaneCode
from ui.errors import guard
from ui.settings.pejabat_fields import PejabatFields
from ui.settings.refuse_undrawable import refuse_undrawable
from ui.settings.signature_preview import SignaturePreview
from ui.widgets.form import FormPanel
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext

_TYPED = ("nama", "nip", "pangkat", "golongan", "jabatan")


class SignerForm(QWidget):
    """Adds the official of `role` who is in office today, or changes the one that there is."""

    changed = Signal()

    def __init__(self, context: UiContext, role: LaneCode, signs: str) -> None:
        super().__init__()
        self._context = context
        self.role = role
        self._official: Pejabat | None = None
        self._stored = self._blank()
        roles = {lane.code: lane.name for lane in context.app.sop.current().lanes}
        self.form = FormPanel()
        self.fields = PejabatFields(
            self.form, roles, context.app.clock.today(), brief=True, named=roles[role]
        )
        self.fields.changed.connect(self._follow)
        self.preview = SignaturePreview(self)
        self._fill(self._blank())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(TonedLabel(roles[role], bold=True, scale=1.1, wrap=False))
        layout.addWidget(TonedLabel(f"Menandatangani {signs}.", "muted"))
        layout.addWidget(self.form)
        layout.addWidget(self.preview)
        layout.addStretch(1)

    @property
    def edited(self) -> bool:
        """Whether something was typed that is not stored."""
        return self.fields.value() != self._stored

    def load(self) -> None:
        """Show who signs today, unless something was typed."""
        if self.edited:
            return
        app = self._context.app
        self._official = app.pejabat.signer(self.role, app.clock.today())
        self._fill(self._blank() if self._official is None else self._official.data)

    def store(self) -> None:
        """Store the official if one was typed. Raises SopappError."""
        if not self.edited:
            return
        value, service = self.fields.value(), self._context.app.pejabat
        refuse_undrawable({name: getattr(value, name) for name in _TYPED})
        if self._official is None:
            service.add(value)
        else:
            service.edit(self._official.id, value)
        self._stored = self.fields.value()
        self.load()

    def save(self) -> bool:
        """Store the official; False, with the reason at its field, when that is not possible."""
        self.form.clear_errors()
        with guard(self, self._context.prompts, form=self.form) as outcome:
            self.store()
        return outcome.ok

    def draft(self) -> dict[str, Any] | None:
        """What was typed and is not stored."""
        if not self.edited:
            return None
        value = self.fields.value()
        return {name: getattr(value, name) for name in _TYPED}

    def restore(self, draft: dict[str, Any]) -> None:
        """Type it again."""
        words: dict[str, Any] = {name: str(draft.get(name, "")) for name in _TYPED}
        self.fields.show_value(replace(self.fields.value(), **words))

    def _blank(self) -> PejabatInput:
        """Nobody, in office since the year began: letters of this month are older than today."""
        start = self._context.app.clock.today().replace(month=1, day=1)
        return PejabatInput("", "", self.role, start)

    def _fill(self, value: PejabatInput) -> None:
        self.fields.show_value(value)
        self._stored = self.fields.value()
        self._follow()

    def _follow(self) -> None:
        app, value = self._context.app, self.fields.value()
        self.preview.show_official(value)
        own = self._official.id if self._official is not None else None
        others = [each.data for each in app.pejabat.list() if each.id != own]
        decider = app.setting.naskah(JenisNaskah.KEPUTUSAN).signer
        self.fields.warn(others, decider, judge=bool(value.nama or value.nip))
        self.changed.emit()
