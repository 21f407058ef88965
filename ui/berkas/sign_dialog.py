"""Recording the number and date of the signed Keputusan, with its scan when there is one."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from sopapp.domain.errors import DomainError, SopappError
from sopapp.domain.progress import Cancelled, Progress
from sopapp.domain.surat import JenisSurat, Surat
from sopapp.services.attachments import SCAN_TYPES
from ui import errors
from ui.context import UiContext
from ui.progress.long_work import LongWork
from ui.progress.running import stoppable
from ui.progress.with_progress import with_progress
from ui.widgets.date_edit import DateEdit, refuse_wrong_dates
from ui.widgets.file_field import scan_field
from ui.widgets.form_dialog import FormDialog
from ui.widgets.toned import Notice


class SignDialog(FormDialog):
    """Asks for number and date as signed; the final PDF is built with them before recording."""

    topic = "tahap-3-penetapan#atasan-ppid-pembantu-tanda-tangan"

    def __init__(self, context: UiContext, parent: QWidget | None, surat: Surat) -> None:
        super().__init__(
            context, parent, "Nomor dan tanggal Keputusan", "&Simpan",
            hint="Ketik persis seperti pada Keputusan yang sudah ditandatangani.",
        )  # fmt: skip
        assert surat.berkas_id is not None  # every Keputusan is of one
        self._berkas_id = surat.berkas_id
        self._surat_id = surat.id
        self._proposed = ""
        self._work = LongWork(context.tasks, self)
        self.mandate = Notice("warn")
        self.tanggal = DateEdit(context.app.clock.today())
        self.nomor = QLineEdit()
        self.sisipan = QCheckBox("Nomor sisi&pan (di antara dua nomor yang sudah ada)")
        self.alasan_sisipan = QLineEdit()
        self.scan = scan_field(context.prompts, "Pindaian Keputusan")
        self._box.insertWidget(1, self.mandate)
        self.form.add_row("tanggal", "&Tanggal surat", self.tanggal)
        self.form.add_row(
            "nomor", "&Nomor", self.nomor, "Usulan nomor dapat diganti, misalnya dari buku agenda."
        )
        self.form.add_row("sisip", "", self.sisipan)
        self.sisipan.setAccessibleName("Nomor sisipan")
        self.form.add_row("sisipan", "&Alasan sisipan", self.alasan_sisipan)
        self.form.set_row_visible("sisipan", False)
        self.form.add_row(
            "pindaian", "Pin&daian", self.scan,
            "PDF, JPG, atau PNG. Boleh dikosongkan dan dilampirkan di tahap 4.",
        )  # fmt: skip
        self._follow()
        self.tanggal.dateChanged.connect(self._follow)
        self.sisipan.toggled.connect(self._on_sisipan)
        self.watch(self._typed)
        self.nomor.setFocus()
        self.nomor.selectAll()

    def _typed(self) -> tuple[object, ...]:
        return (
            self.nomor.text(), self.tanggal.day(), self.sisipan.isChecked(),
            self.alasan_sisipan.text(), self.scan.path,
        )  # fmt: skip

    def _on_sisipan(self, on: bool) -> None:
        self.form.set_row_visible("sisipan", on)
        self._follow()
        if on:
            self.alasan_sisipan.setFocus()

    def _follow(self) -> None:
        """Propose a number until one is typed, and say what the signer of that day needs."""
        app, day = self.context.app, self.tanggal.day()
        self.form.clear_errors()
        self.error.say("")
        try:
            self.mandate.say(app.keputusan.mandate_warning(self._berkas_id, day), "warn")
        except DomainError:
            self.mandate.say("")  # that nobody signs is told when the letter is made
        if self.nomor.text() != self._proposed:
            return
        kind = JenisSurat.KEPUTUSAN.naskah
        propose = app.nomor.propose_sisipan if self.sisipan.isChecked() else app.nomor.propose
        try:
            self._proposed = propose(kind, day)
        except DomainError as error:
            self._proposed = ""
            self.show_error(error)
        self.nomor.setText(self._proposed)

    # -- recording --------------------------------------------------------------------------

    def submit(self) -> None:
        """Build the final PDF in a worker, then record it; the dialog waits meanwhile."""
        self.form.clear_errors()
        self.error.say("")
        app = self.context.app
        try:
            refuse_wrong_dates(self)
            nomor, day, between = self._number(), self.tanggal.day(), self._between()
            if self.scan.path is not None:
                with_progress(
                    self.context.tasks, self, "Membaca pindaian",
                    partial(_check_scan, self.context, self.scan.path),
                )  # fmt: skip
            plan = app.keputusan.archive_plan(self._berkas_id, nomor, day)
        except SopappError as error:
            self.show_error(error)
            return
        if self._work.start(
            "Membuat naskah arsip Keputusan",
            stoppable(plan.write),
            lambda arsip: self._record(nomor, day, between, arsip),
            self._fail,
            self._stopped,
            leaves_nothing=True,
        ):
            self._wait(True)

    def reject(self) -> None:
        """Qt: while it is being prepared only that ends."""
        if self._work.going:
            self._work.cancel()
        else:
            super().reject()

    def _number(self) -> str:
        nomor = " ".join(self.nomor.text().split())
        if not nomor:
            raise DomainError("Nomor surat belum diisi.", field="nomor")
        return nomor

    def _between(self) -> str:
        """Why the number stands between two others; "" for an ordinary one."""
        if not self.sisipan.isChecked():
            return ""
        reason = " ".join(self.alasan_sisipan.text().split())
        if not reason:
            raise DomainError("Alasan nomor sisipan belum diisi.", field="sisipan")
        return reason

    def _stopped(self) -> None:
        self._wait(False)
        self.error.say("Dibatalkan. Nomor dan tanggal belum dicatat.", "accent")

    def _record(self, nomor: str, day: date, between: str, arsip: bytes) -> None:
        self._wait(False)
        app = self.context.app
        try:
            with_progress(
                self.context.tasks, self, "Mencatat Keputusan",
                lambda progress: app.keputusan.sign(
                    self._berkas_id, nomor, day, sisipan=between, arsip=arsip, progress=progress
                ),
            )  # fmt: skip
        except Cancelled:
            self._stopped()
            return
        except SopappError as error:
            self.show_error(error)
            return
        if self.scan.path is not None:
            # It is signed now: a scan that fails here is attached in the next stage.
            attach = partial(app.surat.attach_scan, self._surat_id, self.scan.path)
            with errors.guard(self, self.context.prompts):
                with_progress(
                    self.context.tasks, self, "Menyimpan pindaian", attach, stoppable=False
                )
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


def _check_scan(context: UiContext, path: Path, progress: Progress) -> None:
    """Read the scan before anything is recorded. Raises DomainError beside its field."""
    try:
        context.app.attachments.take(path, allowed=SCAN_TYPES, progress=progress)
    except Cancelled:
        raise
    except DomainError as error:
        raise DomainError(str(error), field="pindaian") from error
