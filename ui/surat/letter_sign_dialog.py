"""One action from a signed scan: the letter is signed, in the book and in the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sopapp.domain.errors import DomainError
from sopapp.domain.progress import Progress
from ui.preview.preview_item import letter_title
from ui.progress.with_progress import with_progress
from ui.widgets.file_field import scan_field
from ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from sopapp.domain.surat import Surat
    from ui.context import UiContext


class LetterSignDialog(FormDialog):
    """The scan may be added later; for a signed letter it is all that is asked."""

    topic = "surat-dan-cetak#tanda-tangan-basah"

    def __init__(self, context: UiContext, parent: QWidget | None, surat: Surat) -> None:
        signed = surat.ditandatangani
        title = letter_title(surat)
        hint = (
            "Pindaian yang lama tetap tersimpan."
            if signed
            else f"{surat.jenis.label} Nomor {surat.nomor} dicatat sudah ditandatangani. Sejak itu "
            "isinya tidak dapat diubah, dan naskahnya disimpan untuk arsip."
        )
        super().__init__(
            context,
            parent,
            f"Pindaian {title}" if signed else f"Tanda tangan {title}",
            "&Simpan pindaian" if signed else "&Catat sudah ditandatangani",
            hint=hint,
        )
        self._surat = surat
        self.scan = scan_field(context.prompts, "Pindaian surat")
        self.form.add_row(
            "pindaian", "Pin&daian", self.scan,
            "PDF, JPG, atau PNG."
            if signed
            else "PDF, JPG, atau PNG. Boleh dikosongkan dan dilampirkan kemudian.",
        )  # fmt: skip
        if signed and surat.pindaian:
            self.scan.offer_stored(self._view)
        self.on_save(self._store_with_progress)
        self.watch(lambda: self.scan.path)

    def _view(self) -> None:
        from ui.berkas.scan_dialog import open_scan

        stored = self.context.app.surat.scan(self._surat.id)
        if stored is not None:
            open_scan(self.context, stored, self)

    def _store_with_progress(self) -> None:
        with_progress(self.context.tasks, self, "Menyimpan pindaian", self._store)

    def _store(self, progress: Progress) -> None:
        surat, path = self.context.app.surat, self.scan.path
        if not self._surat.ditandatangani:
            surat.sign(self._surat.id, path, progress)
        elif path is None:
            raise DomainError("Pilih dahulu file pindaiannya.", field="pindaian")
        else:
            surat.attach_scan(self._surat.id, path, progress)
