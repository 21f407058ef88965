"""The inputs of an entry's content, the same wherever it is typed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox

from sopapp.domain.dik import IsiDik
from ui.berkas.dasar_editor import DasarEditor
from ui.berkas.jangka_editor import JangkaEditor
from ui.context import UiContext
from ui.widgets.form import FormPanel
from ui.widgets.growing_text import GrowingText

CONTENT = (
    "informasi", "bagian", "dasar", "konsekuensi_dibuka", "manfaat_ditutup", "jangka", "bentuk",
)  # fmt: skip
"""The rows, named as the fields that errors name."""
_BENTUK = (
    "", "Cetak", "Digital", "Cetak dan digital", "Basis data", "Peta atau gambar",
    "Rekaman suara atau video",
)  # fmt: skip


class IsiForm(QObject):
    """The inputs; `add_to` puts them into a form. `changed` follows every key."""

    changed = Signal()

    def __init__(self, context: UiContext, isi: IsiDik, parent: QObject) -> None:
        super().__init__(parent)
        self.informasi = GrowingText(isi.informasi, least=2, most=8)
        self.bagian = GrowingText(isi.bagian, least=1, most=4)
        self.dasar = DasarEditor(isi.dasar, context)
        self.konsekuensi = GrowingText(isi.konsekuensi_dibuka, least=2, most=8)
        self.manfaat = GrowingText(isi.manfaat_ditutup, least=2, most=8)
        self.jangka = JangkaEditor(isi.jangka, context.app.clock.today())
        self.bentuk = QComboBox()
        self.bentuk.setEditable(True)
        self.bentuk.addItems(_BENTUK)
        self.bentuk.setCurrentText(isi.bentuk)
        line = self.bentuk.lineEdit()
        assert line is not None  # it can be typed into
        line.setPlaceholderText("Cetak, digital, atau bentuk lain")
        for text in (self.informasi, self.bagian, self.konsekuensi, self.manfaat):
            text.textChanged.connect(self.changed)
        self.dasar.changed.connect(self.changed)
        self.jangka.changed.connect(self.changed)
        self.bentuk.currentTextChanged.connect(lambda _text: self.changed.emit())

    def add_to(self, form: FormPanel, *, bagian: bool = True) -> None:
        """Add a row for each input; `bagian` may stand elsewhere."""
        form.add_row(
            "informasi",
            "&Informasi",
            self.informasi,
            said="Nama informasi seperti akan tertulis di daftar.",
        )
        if bagian:
            self.add_bagian(form, "Ba&gian", "Kosongkan bila seluruhnya dikecualikan.")
        form.add_row(
            "dasar", "Dasar &hukum", self.dasar, "Pasal 17 UU Nomor 14 Tahun 2008 dan UU lain."
        )
        form.add_row(
            "konsekuensi_dibuka",
            "&Konsekuensi bila dibuka",
            self.konsekuensi,
            said="Kerugian yang timbul apabila informasi ini dibuka.",
        )
        form.add_row(
            "manfaat_ditutup",
            "&Manfaat bila ditutup",
            self.manfaat,
            said="Kepentingan yang terlindungi apabila informasi ini ditutup.",
        )
        form.add_row("jangka", "Jangka &waktu", self.jangka)
        form.add_row("bentuk", "B&entuk informasi", self.bentuk)

    def add_bagian(self, form: FormPanel, label: str, hint: str) -> None:
        """Add the row of the excluded part."""
        form.add_row("bagian", label, self.bagian, hint)

    def value(self) -> IsiDik:
        """The content as typed."""
        return IsiDik(
            informasi=self.informasi.text(),
            dasar=self.dasar.value(),
            konsekuensi_dibuka=self.konsekuensi.text(),
            manfaat_ditutup=self.manfaat.text(),
            jangka=self.jangka.value(),
            bentuk=self.bentuk.currentText().strip(),
            bagian=self.bagian.text(),
        )

    def set_value(self, isi: IsiDik) -> None:
        """Show this content."""
        self.informasi.setPlainText(isi.informasi)
        self.bagian.setPlainText(isi.bagian)
        self.dasar.set_value(isi.dasar)
        self.konsekuensi.setPlainText(isi.konsekuensi_dibuka)
        self.manfaat.setPlainText(isi.manfaat_ditutup)
        self.jangka.set_value(isi.jangka)
        self.bentuk.setCurrentText(isi.bentuk)
