"""Instansi and kop, with the letterhead as it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sopapp.domain.changes import Changes
from ui.first_start.step import Step
from ui.settings.instansi_tab import InstansiTab
from ui.widgets.tab_order import tab_by_layout

if TYPE_CHECKING:
    from ui.context import UiContext

_LINES = ("pemerintah", "nama", "singkatan", "kota")


class InstansiStep(Step):
    """The form of the settings."""

    name = "instansi"
    head = "Instansi dan kop surat"
    lead = (
        "Yang perlu: pemerintah, nama instansi, dan kota. Contoh kop di sebelah kanan mengikuti "
        "ketikan."
    )

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.tab = InstansiTab(context)
        inside = self.tab.layout()
        assert inside is not None
        inside.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tab)
        tab_by_layout(self.tab)
        self.tab.reload()
        self.form = self.tab.form

    def load(self) -> None:
        """See Step."""
        self.tab.refresh()

    def store(self) -> None:
        """See Step."""
        if self.tab.edited:
            self.tab.store(self.tab.value())
            self.tab.reload()

    def lead_widget(self) -> QWidget:
        """See Step."""
        return self.tab.pemerintah

    def draft(self) -> dict[str, Any] | None:
        """See Step."""
        if not self.tab.edited:
            return None
        words = {name: getattr(self.tab, name).text() for name in _LINES}
        return words | {"alamat": self.tab.alamat.toPlainText()}

    def restore(self, draft: dict[str, Any]) -> None:
        """See Step."""
        for name in _LINES:
            getattr(self.tab, name).setText(str(draft.get(name, "")))
        self.tab.alamat.setPlainText(str(draft.get("alamat", "")))

    def hear(self, changes: Changes) -> None:
        """See Step."""
        if changes.touches(*self.tab.kinds):
            self.tab.refresh()
