"""What the board lets a user do with a berkas without opening it: papers, reminders, due date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.errors import guard

if TYPE_CHECKING:
    from ui.context import UiContext


class CardActs:
    """Opens pages and dialogs over `owner`; each is loaded when it is asked for."""

    def __init__(self, context: UiContext, owner: QWidget) -> None:
        self._context = context
        self._owner = owner

    def letters(self, berkas_id: int) -> None:
        """Open the berkas at its letters."""
        from ui.berkas.panel_numbers import SURAT

        self._context.navigate.berkas(berkas_id, SURAT)

    def history(self, berkas_id: int) -> None:
        """Open the berkas at its history."""
        from ui.berkas.panel_numbers import HISTORY

        self._context.navigate.berkas(berkas_id, HISTORY)

    def print_all(self, berkas_id: int) -> None:
        """Preview all papers of the stage where the berkas is."""
        from ui.berkas.stage_print import print_stage

        with guard(self._owner, self._context.prompts):
            detail = self._context.app.berkas.get(berkas_id)
            if detail.card is not None:
                print_stage(self._context, self._owner, detail, detail.card.stage)

    def remind(self, berkas_id: int) -> None:
        """Ask which units to remind, then preview the reminders."""
        from ui.berkas.reminding import remind, waiting_units

        with guard(self._owner, self._context.prompts):
            waiting = waiting_units(self._context.app, berkas_id)
            if not waiting:
                self._context.prompts.inform(
                    self._owner,
                    "Belum ada yang dapat diingatkan",
                    "Tidak ada unit kerja dengan Nota Dinas bernomor dan tercetak yang masih "
                    "ditunggu jawabannya.",
                )
                return
            remind(self._context, self._owner, berkas_id, waiting)

    def explain_due(self, berkas_id: int) -> None:
        """Show day by day how the due date was counted."""
        from ui.berkas.due_dialog import DueDialog, DueQuestion

        with guard(self._owner, self._context.prompts):
            detail = self._context.app.berkas.get(berkas_id)
            card = detail.card
            if card is None:
                return
            stage = detail.sop.stage(card.stage)
            question = DueQuestion(
                f"Tahap {stage.number} ({stage.short_name})",
                card.stage_since,
                stage.hari_kerja,
                card.due,
            )
            DueDialog(self._context.app.calendar(), question, self._owner).open()
