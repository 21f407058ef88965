"""A profil instansi looked over before it is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.errors import guard
from ui.first_start.step import Step
from ui.settings.profil_changes import ProfilChanges
from ui.settings.profil_dialog import INTRO
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from sopapp.services.profil_isi import Profil
    from ui.context import UiContext

_OTHERS = (
    "Profil dari instansi lain? Pada langkah berikutnya ganti nama, singkatan, alamat, dan "
    "logonya, lalu pejabatnya."
)


class ProfilStep(Step):
    """Shown between the choice of a file and the steps, which then hold what was taken."""

    name = "profil"
    head = "Profil instansi"
    lead = INTRO
    words_changed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._profil: Profil | None = None
        self.changes = ProfilChanges(self)
        self.changes.changed.connect(self.words_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.changes, 1)
        layout.addWidget(TonedLabel(_OTHERS, "muted"))

    @property
    def next_words(self) -> str:
        """What going on does."""
        count = len(self.changes.chosen())
        return f"&Muat {count} bagian" if count else "Lan&jut"

    def show_profil(self, profil: Profil) -> None:
        """Look a profil over."""
        self._profil = profil
        self.changes.show_changes(self.context.app.profil.changes(profil))

    def save(self) -> bool:
        """See Step: take what is ticked in."""
        if self._profil is None:
            return True
        with guard(self, self.context.prompts) as outcome:
            self.context.app.profil.take(self._profil, self.changes.chosen())
        if outcome.ok:
            self._profil = None
        return outcome.ok

    def lead_widget(self) -> QWidget:
        """See Step."""
        return self.changes.tree
