"""Sending a usulan back to its unit with a note."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sopapp.domain.dik import Putusan
from sopapp.services.usulan import Usulan
from ui.context import UiContext
from ui.widgets.form_dialog import FormDialog
from ui.widgets.growing_text import GrowingText
from ui.widgets.toned import TonedLabel


class VerdictDialog(FormDialog):
    """What the unit is to mend; proposed from what the usulan lacks."""

    topic = "tahap-2-validasi#menilai-usulan"

    def __init__(self, context: UiContext, parent: QWidget | None, usulan: Usulan) -> None:
        super().__init__(context, parent, "Kembalikan ke unit kerja", "&Kembalikan")
        self.form.add_row("unit", "Unit kerja", TonedLabel(usulan.unit.nama))
        self.form.add_row("informasi", "Informasi", TonedLabel(usulan.isi.informasi))
        proposed = usulan.catatan or "\n".join(lack.text for lack in usulan.kekurangan)
        self.catatan = GrowingText(proposed, least=5, most=10)
        self.form.add_row(
            "catatan",
            "&Yang perlu diperbaiki",
            self.catatan,
            said="Dibaca unit kerja dalam surat pengembalian.",
        )
        self.catatan.setFocus()
        self.on_save(
            lambda: context.app.usulan.judge(usulan.id, Putusan.DIKEMBALIKAN, self.catatan.text())
        )
        self.watch(self.catatan.text)
