"""The words of a Nota Dinas, of any of its four kinds, as form rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit

from sopapp.domain.surat import IsiNotaDinas
from ui.berkas.rich_text_field import RichTextField
from ui.widgets.form import FormPanel
from ui.widgets.growing_text import GrowingText

_SIFAT = ("Biasa", "Segera", "Sangat Segera", "Penting", "Rahasia")
_PER_LINE = "Satu per baris."


class NotaDinasForm:
    """Header lines and body of a Nota Dinas."""

    def __init__(self, form: FormPanel, changed: Callable[[], None]) -> None:
        self.yth = GrowingText(least=1, most=60)
        self.penerima = GrowingText(least=2, most=60)
        self.hal = GrowingText(least=2, most=60)
        self.body = RichTextField(least=10, most=60)
        self.sifat = QComboBox()
        self.sifat.setEditable(True)
        self.sifat.addItems(_SIFAT)
        self.lampiran = QLineEdit()
        self.tembusan = GrowingText(least=1, most=60)
        form.add_row("yth", "&Yth.", self.yth, _PER_LINE)
        form.add_row("daftar_penerima", "&Daftar penerima", self.penerima,
                     "Tercetak pada lembar kedua; satu per baris.")  # fmt: skip
        form.add_row(
            "hal",
            "&Hal",
            self.hal,
            said="Pokok surat dalam satu kalimat.",
        )
        form.add_row("body", "&Isi", self.body,
                     "Baris kosong memisahkan paragraf; “1. ”, “a. ”, atau “- ” di awal baris "
                     "menjadi butir. **Tebal** dan *miring* di antara tanda bintang.")  # fmt: skip
        form.add_row("sifat", "Si&fat", self.sifat)
        form.add_row(
            "lampiran",
            "&Lampiran",
            self.lampiran,
            said="Misalnya 1 berkas; kosongkan bila tidak ada.",
        )
        form.add_row("tembusan", "T&embusan", self.tembusan, _PER_LINE)
        self._form = form
        for text in (self.yth, self.penerima, self.hal, self.body, self.tembusan):
            text.textChanged.connect(changed)
        self.sifat.editTextChanged.connect(lambda _text: changed())
        self.lampiran.textChanged.connect(lambda _text: changed())

    def show_isi(self, isi: IsiNotaDinas) -> None:
        """Show these words."""
        self.yth.setPlainText("\n".join(isi.yth))
        self.penerima.setPlainText("\n".join(isi.daftar_penerima))
        self._form.set_row_visible("daftar_penerima", bool(isi.daftar_penerima))
        self.hal.setPlainText(isi.hal)
        self.body.setPlainText(isi.body)
        self.sifat.setEditText(isi.sifat)
        self.lampiran.setText(isi.lampiran)
        self.tembusan.setPlainText("\n".join(isi.tembusan))

    def isi(self) -> IsiNotaDinas:
        """The words as typed."""
        return IsiNotaDinas(
            yth=self.yth.lines(),
            tembusan=self.tembusan.lines(),
            sifat=self.sifat.currentText().strip(),
            lampiran=self.lampiran.text().strip(),
            hal=self.hal.one_line(),
            body=self.body.text(),
            daftar_penerima=self.penerima.lines(),
        )

    def set_read_only(self) -> None:
        """Let nothing be typed any more."""
        for text in (self.yth, self.penerima, self.hal, self.body, self.tembusan):
            text.setReadOnly(True)
        self.lampiran.setReadOnly(True)
        self.sifat.setEnabled(False)
