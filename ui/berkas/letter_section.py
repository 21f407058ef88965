"""The letters of a berkas as a section of its page."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from ui.berkas.stage_panel import StagePanel
from ui.context import UiContext
from ui.surat.letter_panel import LetterPanel


class LetterSection(StagePanel):
    """Holds the letter panel, which follows the letters by itself."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.letters = LetterPanel(context, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.letters)
        self.leads = (self.letters.table,)

    def refresh(self) -> None:
        """Read everything anew."""
        self.letters.set_berkas(self.berkas_id)
