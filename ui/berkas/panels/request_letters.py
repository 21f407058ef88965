"""What stage 1 does with its letters: numbers, reminders, previews."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sopapp.domain.surat import JenisSurat
from ui import errors
from ui.berkas.number_dialog import NumberAllDialog
from ui.berkas.remind_dialog import Waiting
from ui.berkas.reminding import remind
from ui.berkas.stage_panel import StagePanel


class RequestLetters(QObject):
    """Opens its dialogs over the panel whose berkas is meant."""

    def __init__(self, panel: StagePanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._context = panel.context
        self._app = panel.app

    def number_all(self, count: int) -> None:
        """Ask for a date and number the letters that have none, of which there are `count`."""
        berkas_id, jenis, app = self._panel.berkas_id, JenisSurat.NOTA_DINAS, self._app
        self._panel.show_dialog(
            NumberAllDialog(
                self._context,
                self._panel,
                count,
                app.clock.today(),
                lambda day: app.surat.propose_number(jenis, day),
                lambda day, progress: app.surat.number_all(berkas_id, day, progress),
            )
        )

    def remind(self, waiting: list[Waiting]) -> None:
        """Ask whom to remind; the reminders are drafted, numbered and previewed."""
        if waiting:
            with errors.guard(self._panel, self._context.prompts):
                remind(self._context, self._panel, self._panel.berkas_id, waiting)
