"""Editing the words of one letter, with the letter itself beside them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from sopapp.documents.content import Letter
from sopapp.domain.errors import DomainError, SopappError
from sopapp.domain.surat import Surat
from ui import errors
from ui.berkas.format_bar import FormatBar
from ui.berkas.letter_form import letter_form
from ui.berkas.live_letter import LiveLetter
from ui.berkas.rich_text_field import RichTextField
from ui.context import UiContext
from ui.preview.pdf_preview import PdfPreview
from ui.preview.preview_item import letter_title
from ui.widgets.form_dialog import FormDialog
from ui.widgets.icon_button import button
from ui.widgets.panes import panes
from ui.widgets.toned import Notice, column

_PRINTED = (
    "Surat ini sudah dicetak. Bila teksnya diubah, surat dicetak ulang, dan alasan koreksi "
    "tersimpan bersama naskah yang lama."
)
_SIGNED = (
    "Surat ini sudah ditandatangani, jadi teksnya tidak dapat diubah lagi. Yang tampak di sini "
    "adalah naskah yang disimpan."
)
_VOID = "Surat ini sudah dibatalkan, jadi teksnya tidak dapat diubah lagi."


class LetterEditor(FormDialog):
    """The form at the left; the preview follows each key without losing the place.

    A letter that was printed asks why it is corrected; a signed or void one is only shown.
    """

    topic = "surat-dan-cetak#isi-surat"

    def __init__(self, context: UiContext, surat_id: int, parent: QWidget | None) -> None:
        surat = context.app.surat.get(surat_id)
        is_open = not (surat.ditandatangani or surat.batal)
        title = f"Ubah teks: {letter_title(surat)}" if is_open else letter_title(surat)
        super().__init__(context, parent, title, "&Simpan teks", scroll=True)
        self._id = surat_id
        self._is_open = is_open
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.notice = Notice("warn")
        self.preview = PdfPreview()
        self.trouble = Notice("danger")
        self.format_bar = FormatBar()
        self.live = LiveLetter(context.tasks, self, self._compose, self._show_pdf,
                               self._show_failure)  # fmt: skip
        self.finished.connect(self.live.stop)
        self.alasan: QLineEdit | None = None
        if is_open and surat.cetakan:
            self._ask_reason()
        self.words = letter_form(surat.isi, self.form, self.live.touch)
        for field in self.form.findChildren(RichTextField):
            field.shortened.connect(lambda text: self.error.say(text, "warn"))
        self.reset_button = button("Kembali ke te&ks bawaan", self.reset)
        self.reset_button.setEnabled(surat.edited)
        self.extra.addWidget(self.reset_button)
        self._put_beside()
        if is_open:
            self._let_save()
        else:
            self._only_show(surat)
        self.watch(self._typed)
        self.open_at(QSize(1200, 690))
        self.preview.show_message("Menyiapkan surat…")
        self.live.touch()

    # -- parts ----------------------------------------------------------------------------

    def _ask_reason(self) -> None:
        """A printed letter is corrected for a reason, which is kept with it."""
        self.notice.say(_PRINTED, "warn")
        self.alasan = QLineEdit()
        self.form.add_row("alasan_koreksi", "Alasan ko&reksi", self.alasan,
                          "Satu baris, misalnya: jabatan penerima diperbaiki.")  # fmt: skip

    def _put_beside(self) -> None:
        """The form and the preview share the dialog's middle."""
        assert self.scroll_area is not None
        at = self._box.indexOf(self.scroll_area)
        self._box.removeWidget(self.scroll_area)
        left, right = QWidget(), QWidget()
        left.setLayout(column(self.format_bar, self.scroll_area, spacing=4))
        right.setLayout(column(self.trouble, self.preview, spacing=4))
        split = panes(left, right, share=(560, 600))
        self._box.insertWidget(at, self.notice)
        self._box.insertWidget(at + 1, split, 1)

    def _let_save(self) -> None:
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.setWhatsThis("Menyimpan teks surat")
        save.activated.connect(self.submit)
        self.on_save(self._store)

    def _only_show(self, surat: Surat) -> None:
        self.notice.say(_SIGNED if surat.ditandatangani else _VOID, "accent")
        self.words.set_read_only()
        self.format_bar.hide()
        self.reset_button.hide()
        self.accept_button.setText("Tutup")
        for each in self.findChildren(QPushButton):
            if each.text() == "&Batal":
                each.hide()

    # -- saving ---------------------------------------------------------------------------

    def _typed(self) -> tuple[object, str]:
        return self.words.isi(), self.alasan.text() if self.alasan else ""

    def _reason(self) -> str:
        """Why a printed letter is changed. Raises DomainError when that is not said."""
        reason = " ".join(self.alasan.text().split()) if self.alasan else ""
        if self.alasan and not reason:
            raise DomainError(
                "Alasan koreksi belum diisi, padahal surat ini sudah dicetak.",
                field="alasan_koreksi",
            )
        return reason

    def _store(self) -> None:
        surat, isi = self.context.app.surat, self.words.isi()
        if isi != surat.get(self._id).isi:
            surat.edit(self._id, isi, self._reason())

    def reset(self) -> None:
        """Back to the template's words, after a question."""
        self.form.clear_errors()
        try:
            reason = self._reason()
        except DomainError as error:
            self.show_error(error)
            return
        if not self.context.prompts.confirm(
            self, "Kembali ke teks bawaan?",
            "Semua perubahan pada surat ini hilang dan teks bawaan dipakai lagi.",
            "&Pakai teks bawaan",
        ):  # fmt: skip
            return
        with errors.guard(self, self.context.prompts) as outcome:
            self.context.app.surat.reset_text(self._id, reason)
            self.words.show_isi(self.context.app.surat.get(self._id).isi)
        if outcome.ok:
            self.reset_button.setEnabled(False)
            self.watch(self._typed)

    # -- preview --------------------------------------------------------------------------

    def _compose(self) -> Letter | bytes:
        surat = self.context.app.surat
        if not self._is_open and (kept := surat.kept(self._id)):
            return kept
        return surat.compose_with(self._id, self.words.isi())

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
