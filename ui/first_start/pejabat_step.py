"""Pejabat: the two who sign, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from sopapp.domain.changes import Changes, Kind
from sopapp.domain.naskah import JenisNaskah
from ui.first_start.signer_form import SignerForm
from ui.first_start.step import Step

if TYPE_CHECKING:
    from ui.context import UiContext


class PejabatStep(Step):
    """One form per role that signs; roles come from the settings of the letters."""

    name = "pejabat"
    head = "Pejabat penanda tangan"
    lead = (
        "Untuk Nota Dinas pertama cukup nama dan jabatan penanda tangannya. Yang kedua boleh "
        "menyusul."
    )

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        naskah = context.app.setting.naskah
        signs: dict[Any, list[str]] = {}
        for jenis, words in (
            (JenisNaskah.NOTA_DINAS, "Nota Dinas"),
            (JenisNaskah.KEPUTUSAN, "Keputusan"),
        ):
            signs.setdefault(naskah(jenis).signer, []).append(words)
        self.forms = [
            SignerForm(context, role, " dan ".join(words)) for role, words in signs.items()
        ]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(40)
        for form in self.forms:
            layout.addWidget(form, 1)
            form.load()

    def load(self) -> None:
        """See Step."""
        for form in self.forms:
            form.load()

    def store(self) -> None:
        """See Step."""
        for form in self.forms:
            form.store()

    def save(self) -> bool:
        """See Step: each form shows its own errors."""
        return all(form.save() for form in self.forms)

    def lead_widget(self) -> QWidget:
        """See Step."""
        return self.forms[0].fields.nama

    def draft(self) -> dict[str, Any] | None:
        """See Step."""
        found = {form.role.value: form.draft() for form in self.forms}
        return {role: draft for role, draft in found.items() if draft is not None} or None

    def restore(self, draft: dict[str, Any]) -> None:
        """See Step."""
        for form in self.forms:
            if isinstance(own := draft.get(form.role.value), dict):
                form.restore(own)

    def hear(self, changes: Changes) -> None:
        """See Step."""
        if changes.touches(Kind.PEJABAT):
            self.load()
