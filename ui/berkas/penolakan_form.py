"""The words of a Surat Keputusan penolakan as form rows."""

from __future__ import annotations

from collections.abc import Callable

from sopapp.domain.surat import IsiPenolakan
from ui.berkas.rich_text_field import RichTextField
from ui.widgets.form import FormPanel
from ui.widgets.growing_text import GrowingText

_LINES = ("pembuka", "rincian", "putusan", "pernyataan", "keberatan")
_LISTS = ("alasan", "catatan", "lampiran")
_SAID = {
    "pembuka": "Kalimat sebelum rincian permohonan.",
    "rincian": "Seperti tertulis pada formulir permohonan.",
    "keberatan": "Cara dan batas waktu mengajukan keberatan.",
}
"""For a screen reader, of what has no hint."""


class PenolakanForm:
    """The parts of the refusal in the order in which they are printed."""

    def __init__(self, form: FormPanel, changed: Callable[[], None]) -> None:
        self.pembuka = GrowingText(least=2, most=60)
        self.rincian = GrowingText(least=2, most=60)
        self.putusan = GrowingText(least=1, most=60)
        self.alasan = GrowingText(least=2, most=60)
        self.konsekuensi = RichTextField(least=3, by_line=True)
        self.pernyataan = GrowingText(least=1, most=60)
        self.keberatan = GrowingText(least=3, most=60)
        self.catatan = GrowingText(least=1, most=60)
        self.lampiran = GrowingText(least=1, most=60)
        rows = (
            ("pembuka", "&Pembuka", self.pembuka, ""),
            ("rincian", "&Informasi yang diminta", self.rincian, ""),
            ("putusan", "P&utusan", self.putusan, "Tercetak dalam kotak."),
            ("alasan", "&Alasan", self.alasan, "Satu per baris; kotak centang diberikan program."),
            ("konsekuensi", "K&onsekuensi", self.konsekuensi,
             "Satu per baris; huruf a, b, c diberikan program."),
            ("pernyataan", "P&ernyataan", self.pernyataan, "Tercetak dalam kotak."),
            ("keberatan", "Hak kebera&tan", self.keberatan, ""),
            ("catatan", "&Catatan", self.catatan, "Satu per baris."),
            ("lampiran", "&Lampiran", self.lampiran, "Satu per baris."),
        )  # fmt: skip
        for key, label, widget, hint in rows:
            form.add_row(key, label, widget, hint, said=_SAID.get(key, ""))
            widget.textChanged.connect(changed)

    def show_isi(self, isi: IsiPenolakan) -> None:
        """Show these words."""
        for name in _LINES:
            getattr(self, name).setPlainText(getattr(isi, name))
        for name in _LISTS:
            getattr(self, name).setPlainText("\n".join(getattr(isi, name)))
        self.konsekuensi.show_items(isi.konsekuensi)

    def isi(self) -> IsiPenolakan:
        """The words as typed."""
        return IsiPenolakan(
            konsekuensi=self.konsekuensi.items(),
            **{name: getattr(self, name).text() for name in _LINES},
            **{name: getattr(self, name).lines() for name in _LISTS},
        )

    def set_read_only(self) -> None:
        """Let nothing be typed any more."""
        for name in (*_LINES, *_LISTS, "konsekuensi"):
            getattr(self, name).setReadOnly(True)
