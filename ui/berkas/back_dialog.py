"""Sending a berkas back to an earlier stage."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from sopapp.domain.berkas import BerkasDetail
from sopapp.domain.errors import DomainError
from ui.context import UiContext
from ui.widgets.form_dialog import FormDialog
from ui.widgets.plain_text import PlainText


class BackDialog(FormDialog):
    """The stage to return to, and why."""

    topic = "mengembalikan-dan-membatalkan#mengembalikan-ke-tahap-sebelumnya"

    def __init__(self, context: UiContext, parent: QWidget | None, detail: BerkasDetail) -> None:
        super().__init__(
            context, parent, "Kembalikan berkas", "&Kembalikan",
            hint="Berkas mulai lagi dari awal tahap itu; yang sudah dicatat tidak hilang.",
        )  # fmt: skip
        self._id = detail.id
        self.tahap = QComboBox()
        for stage in detail.return_stages:
            self.tahap.addItem(f"Tahap {stage.number}: {stage.short_name}", stage.number)
        self.alasan = PlainText()
        self.alasan.setTabChangesFocus(True)
        self.alasan.setFixedHeight(self.fontMetrics().lineSpacing() * 5)
        self.form.add_row("tahap", "Ke &tahap", self.tahap)
        self.form.add_row("alasan", "&Alasan", self.alasan, "Tampil pada kartu dan riwayat berkas.")
        self.on_save(self._store)
        self.watch(self.alasan.toPlainText)
        self.alasan.setFocus()

    def _store(self) -> None:
        alasan = self.alasan.toPlainText().strip()
        if not alasan:
            raise DomainError("Tuliskan mengapa berkas dikembalikan.", field="alasan")
        self.context.app.berkas.send_back(self._id, self.tahap.currentData(), alasan)
