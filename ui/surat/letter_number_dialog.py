"""Giving one letter its number and date, as proposed, as typed, or between two others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from sopapp.domain.errors import DomainError
from ui.preview.preview_item import letter_title
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from sopapp.domain.surat import Surat
    from ui.context import UiContext

_HINT = (
    "Nomor diusulkan menurut pola di Pengaturan. Ketik nomor lain bila nomor diberikan Tata "
    "Usaha atau SRIKANDI."
)
_BLANK_HINT = (
    " Bila nomornya belum ada, tutup jendela ini: surat dapat dicetak dengan nomor kosong."
)
_SISIPAN_HINT = "Untuk surat yang tanggalnya mendahului nomor terakhir; nomor berikutnya tetap."


class LetterNumberDialog(FormDialog):
    """The proposed number follows date and tick until it is typed over.

    A letter that went out with another number asks why it changes.
    """

    topic = "surat-dan-cetak#nomor-surat"

    def __init__(self, context: UiContext, parent: QWidget | None, surat: Surat) -> None:
        super().__init__(
            context, parent, f"Nomor {letter_title(surat)}", "&Simpan nomor",
            hint=_HINT if surat.nomor else _HINT + _BLANK_HINT,
        )  # fmt: skip
        self._surat = surat
        self._proposed = ""
        self._printed = bool(surat.nomor and surat.cetakan)
        self.tanggal = DateEdit(surat.tanggal or context.app.clock.today())
        self.nomor = QLineEdit(surat.nomor)
        self.sisipan = QCheckBox("Nomor sisi&pan (di antara dua nomor yang sudah ada)")
        self.sisipan.setChecked(bool(surat.sisipan))
        self.alasan_sisipan = QLineEdit(surat.sisipan)
        self.alasan = QLineEdit()
        self.form.add_row("tanggal", "&Tanggal surat", self.tanggal)
        self.form.add_row(
            "nomor",
            "&Nomor",
            self.nomor,
            said="Nomor lengkap yang tercetak pada surat.",
        )
        self.form.add_row("sisip", "", self.sisipan, _SISIPAN_HINT)
        self.sisipan.setAccessibleName("Nomor sisipan")
        self.form.add_row(
            "sisipan",
            "Alasan s&isipan",
            self.alasan_sisipan,
            said="Mengapa surat ini diberi nomor sisipan; tercatat di buku agenda.",
        )
        self.form.add_row(
            "alasan", "&Alasan perubahan", self.alasan,
            "Surat ini sudah dicetak. Bila nomornya berganti, nomor yang lama tercatat BATAL di "
            "buku agenda.",
        )  # fmt: skip
        self.form.set_row_visible("alasan", self._printed)
        self.form.set_row_visible("sisipan", self.sisipan.isChecked())
        if not surat.nomor:
            self._follow()
        self.tanggal.dateChanged.connect(self._follow)
        self.sisipan.toggled.connect(self._on_sisipan)
        self.on_save(self._store)
        self.watch(self._typed)
        self.nomor.setFocus()
        self.nomor.selectAll()

    def _typed(self) -> tuple[object, ...]:
        return (
            self.nomor.text(), self.tanggal.day(), self.sisipan.isChecked(),
            self.alasan_sisipan.text(), self.alasan.text(),
        )  # fmt: skip

    def _on_sisipan(self, on: bool) -> None:
        self.form.set_row_visible("sisipan", on)
        if self.nomor.text() in (self._proposed, self._surat.nomor):
            self._proposed = self.nomor.text()
            self._follow()
        if on:
            self.alasan_sisipan.setFocus()

    def _follow(self) -> None:
        """Propose anew unless the user typed a number."""
        if self.nomor.text() != self._proposed:
            return
        self.form.clear_errors()
        app, kind, day = self.context.app, self._surat.jenis.naskah, self.tanggal.day()
        propose = app.nomor.propose_sisipan if self.sisipan.isChecked() else app.nomor.propose
        try:
            self._proposed = propose(kind, day)
        except DomainError as error:
            self._proposed = ""
            self.show_error(error)
        self.nomor.setText(self._proposed)

    def _store(self) -> None:
        between = self.alasan_sisipan.text().strip() if self.sisipan.isChecked() else ""
        if self.sisipan.isChecked() and not between:
            msg = "Alasan nomor sisipan belum diisi."
            raise DomainError(msg, field="sisipan")
        self.context.app.surat.set_number(
            self._surat.id,
            self.nomor.text(),
            self.tanggal.day(),
            sisipan=between,
            alasan=self.alasan.text(),
        )
