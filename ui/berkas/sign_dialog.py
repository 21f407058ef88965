"""Recording the number and date of the signed Keputusan."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from sopapp.domain.errors import SopappError
from sopapp.domain.surat import JenisSurat, Surat
from ui import errors
from ui.berkas.number_dialog import NumberDialog
from ui.context import UiContext
from ui.preview.preview_item import pdf_of


class SignDialog(NumberDialog):
    """Asks for number and date as signed; the final PDF is built with them before recording."""

    def __init__(self, context: UiContext, parent: QWidget | None, surat: Surat) -> None:
        super().__init__(
            context,
            parent,
            "Nomor dan tanggal Keputusan",
            "&Simpan",
            nomor="",
            tanggal=context.app.clock.today(),
            propose=lambda day: context.app.surat.propose_number(JenisSurat.KEPUTUSAN, day),
            save=lambda _nomor, _day: None,
            hint="Ketik persis seperti pada Keputusan yang sudah ditandatangani.",
        )
        self._surat = surat

    def submit(self) -> None:
        """Build the final PDF in a worker, then record it; the dialog waits meanwhile."""
        self.form.clear_errors()
        self.error.say("")
        app, surat = self.context.app, self._surat
        try:
            nomor, day = self._typed(), self.tanggal.day()
            letter = app.surat.compose(surat.id, nomor, day)
        except SopappError as error:
            self.show_error(error)
            return
        self._wait(True)
        self.context.tasks.run(
            lambda: pdf_of(letter),
            lambda pdf: self._record(nomor, day, pdf),
            self._fail,
            owner=self,
        )

    def _record(self, nomor: str, day: date, pdf: bytes) -> None:
        self._wait(False)
        try:
            self.context.app.keputusan.sign(self._surat.berkas_id, nomor, day, pdf)
        except SopappError as error:
            self.show_error(error)
        else:
            self.accept()

    def _fail(self, error: Exception) -> None:
        self._wait(False)
        if isinstance(error, SopappError):
            self.show_error(error)
        else:
            errors.show(self, self.context.prompts, error)

    def _wait(self, on: bool) -> None:
        self.form.setEnabled(not on)
        self.accept_button.setEnabled(not on)
        self.accept_button.setText("Menyiapkan…" if on else "&Simpan")
