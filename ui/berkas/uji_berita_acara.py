"""Number, date and place of a berkas' Berita Acara Uji Konsekuensi."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from sopapp.domain.errors import DomainError
from sopapp.domain.surat import JenisSurat
from sopapp.domain.uji import IsiBeritaAcara
from ui.context import UiContext
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_dialog import FormDialog


class BeritaAcaraDialog(FormDialog):
    """Asks for the head of the paper; stored before it is shown.

    A number that was printed already is changed among the letters, with a reason.
    """

    topic = "uji-konsekuensi#lembar-uji-dan-berita-acara"

    def __init__(self, context: UiContext, parent: QWidget | None, berkas_id: int) -> None:
        super().__init__(
            context, parent, "Berita acara uji konsekuensi", "&Pratinjau",
            hint="Memuat semua uji yang berlaku dalam berkas ini, dengan daftar hadir pesertanya.",
        )  # fmt: skip
        self._berkas_id = berkas_id
        stored = context.app.uji.berita_acara(berkas_id)
        self._proposed = ""
        self.nomor = QLineEdit(stored.nomor)
        self.tanggal = DateEdit(stored.tanggal)
        self.tempat = QLineEdit(stored.tempat)
        self.form.add_row(
            "nomor", "&Nomor", self.nomor, "Boleh dikosongkan; diisi tangan sesudah dicetak."
        )
        self.form.add_row("tanggal", "&Tanggal", self.tanggal)
        self.form.add_row("tempat", "Te&mpat", self.tempat)
        if not stored.nomor:
            self._follow()
        self.tanggal.dateChanged.connect(self._follow)
        self.nomor.setFocus()
        self.nomor.selectAll()
        self.on_save(self._store)
        self.watch(self._typed)

    def _follow(self) -> None:
        """Propose the next number of the day until one is typed, or the field is emptied."""
        if self.nomor.text() != self._proposed:
            return
        self.form.clear_errors()
        jenis, day = JenisSurat.BERITA_ACARA, self.tanggal.day()
        try:
            self._proposed = self.context.app.surat.propose_number(jenis, day)
        except DomainError:
            self._proposed = ""  # it is printed with room for a pen then
        self.nomor.setText(self._proposed)

    def _typed(self) -> IsiBeritaAcara:
        return IsiBeritaAcara(
            " ".join(self.nomor.text().split()), self.tanggal.day(),
            " ".join(self.tempat.text().split()),
        )  # fmt: skip

    def _store(self) -> None:
        self.context.app.uji.set_berita_acara(self._berkas_id, self._typed())
