"""Editing the words of one letter, with the letter itself beside them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget

from sopapp.domain.errors import SopappError
from sopapp.domain.surat import IsiNotaDinas
from ui import errors
from ui.berkas.form_dialog import FormDialog
from ui.berkas.letter_form import KeputusanForm, NotaDinasForm
from ui.berkas.stage_panel import button
from ui.berkas.toned import Notice, column
from ui.context import UiContext
from ui.preview.pdf_preview import PdfPreview
from ui.preview.preview_item import letter_title, pdf_of
from ui.tasks import Latest

_DEBOUNCE = 350
"""Milliseconds of rest after a key before the letter is built anew."""


class LetterEditor(FormDialog):
    """The form at the left; the preview follows the typing without losing the place."""

    def __init__(self, context: UiContext, surat_id: int, parent: QWidget | None) -> None:
        surat = context.app.surat.get(surat_id)
        super().__init__(context, parent, f"Ubah teks: {letter_title(surat)}", "&Simpan teks",
                         scroll=True)  # fmt: skip
        self._id = surat_id
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.preview = PdfPreview()
        self.trouble = Notice("danger")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE)
        self._timer.timeout.connect(self._build)
        self._latest = Latest(context.tasks, self, self._show_pdf, self._show_failure)
        kind = NotaDinasForm if isinstance(surat.isi, IsiNotaDinas) else KeputusanForm
        self.words = kind(self.form, self._timer.start)
        self.words.show_isi(surat.isi)
        self.reset_button = button("Kembali ke te&ks bawaan", self.reset)
        self.reset_button.setEnabled(surat.edited)
        self.extra.addWidget(self.reset_button)
        self._put_beside()
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.activated.connect(self.submit)
        self.on_save(lambda: context.app.surat.edit(surat_id, self.words.isi()))
        self.watch(self.words.isi)
        self.open_at(QSize(1200, 690))
        self._build()

    def _put_beside(self) -> None:
        """The form and the preview share the dialog's middle."""
        at = self._box.indexOf(self.scroll_area)
        self._box.removeWidget(self.scroll_area)
        side = QWidget()
        side.setLayout(column(self.trouble, self.preview, spacing=4))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.scroll_area)
        split.addWidget(side)
        split.setSizes([560, 600])
        self._box.insertWidget(at, split, 1)

    def reset(self) -> None:
        """Back to the template's words, after a question."""
        if not self.context.prompts.confirm(
            self, "Kembali ke teks bawaan?",
            "Semua perubahan pada surat ini hilang dan teks bawaan dipakai lagi.",
            "&Pakai teks bawaan",
        ):  # fmt: skip
            return
        with errors.guard(self, self.context.prompts) as outcome:
            self.context.app.surat.reset_text(self._id)
            self.words.show_isi(self.context.app.surat.get(self._id).isi)
        if outcome.ok:
            self.reset_button.setEnabled(False)
            self.watch(self.words.isi)

    def _build(self) -> None:
        try:
            letter = self.context.app.surat.compose_with(self._id, self.words.isi())
        except SopappError as error:
            self._latest.cancel()
            self._show_failure(error)
            return
        if not self.preview.data:
            self.preview.show_message("Menyiapkan surat…")
        self._latest.request(lambda: pdf_of(letter))

    def _show_pdf(self, pdf: bytes) -> None:
        self.trouble.say("")
        self.preview.show_pdf(pdf, keep_place=True)

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, SopappError):
            # The last good letter stays in sight under the reason.
            self.trouble.say(str(error), "danger")
            if not self.preview.data:
                self.preview.show_message("Surat belum dapat ditampilkan.")
        else:
            errors.show(self, self.context.prompts, error)
