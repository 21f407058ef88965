"""The words of a Keputusan as form rows."""

from __future__ import annotations

from collections.abc import Callable

from sopapp.domain.surat import IsiKeputusan
from ui.berkas.lampiran_lain_editor import LampiranLainEditor
from ui.berkas.rich_text_field import RichTextField
from ui.widgets.form import FormPanel
from ui.widgets.growing_text import GrowingText

_DIKTUM = (
    "Satu diktum per baris; KESATU, KEDUA, … diberikan program. Baris di bawahnya yang diawali "
    "“a. ”, “1. ”, atau “- ” menjadi butir diktum itu."
)
_SAID = {
    "tentang": "Judul Keputusan, sesudah kata TENTANG.",
    "judul_daftar": "Tercetak di atas daftar dalam lampiran.",
}
"""For a screen reader, of what has no hint."""


class KeputusanForm:
    """The lists of a Keputusan, one point per line, and its further Lampiran."""

    def __init__(self, form: FormPanel, changed: Callable[[], None]) -> None:
        self.tentang = GrowingText(least=2, most=60)
        self.menimbang = RichTextField(least=3, by_line=True)
        self.mengingat = RichTextField(least=3, by_line=True)
        self.memperhatikan = RichTextField(least=1, by_line=True)
        self.diktum = RichTextField(least=3, by_line=True, sub_points=True)
        self.tembusan = GrowingText(least=1, most=60)
        self.judul_daftar = GrowingText(least=1, most=60)
        self.lampiran_lain = LampiranLainEditor()
        self._texts = (self.tentang, self.menimbang, self.mengingat, self.memperhatikan,
                       self.diktum, self.tembusan, self.judul_daftar)  # fmt: skip
        rows = (
            ("tentang", "&Tentang", self.tentang, ""),
            ("menimbang", "&Menimbang", self.menimbang,
             "Satu butir per baris; huruf a, b, c diberikan program."),
            ("mengingat", "M&engingat", self.mengingat,
             "Satu peraturan per baris; nomor diberikan program."),
            ("memperhatikan", "Memper&hatikan", self.memperhatikan, "Boleh kosong."),
            ("diktum", "Me&netapkan", self.diktum,
             _DIKTUM),
            ("tembusan", "Temb&usan", self.tembusan, "Satu per baris."),
            ("judul_daftar", "&Judul lampiran", self.judul_daftar, ""),
        )  # fmt: skip
        for key, label, widget, hint in rows:
            form.add_row(key, label, widget, hint, said=_SAID.get(key, ""))
            widget.textChanged.connect(changed)
        form.add_row("lampiran_lain", "&Lampiran lain", self.lampiran_lain,
                     "Menyusul sesudah daftar, dengan nomor LAMPIRAN II, III, …")  # fmt: skip
        self.lampiran_lain.changed.connect(changed)

    def show_isi(self, isi: IsiKeputusan) -> None:
        """Show these words."""
        self.tentang.setPlainText(isi.tentang)
        self.judul_daftar.setPlainText(isi.judul_daftar)
        self.tembusan.setPlainText("\n".join(isi.tembusan))
        for name in ("menimbang", "mengingat", "memperhatikan", "diktum"):
            getattr(self, name).show_items(getattr(isi, name))
        self.lampiran_lain.set_value(isi.lampiran_lain)

    def isi(self) -> IsiKeputusan:
        """The words as typed."""
        return IsiKeputusan(
            tentang=self.tentang.one_line(),
            menimbang=self.menimbang.items(),
            mengingat=self.mengingat.items(),
            memperhatikan=self.memperhatikan.items(),
            diktum=self.diktum.items(),
            tembusan=self.tembusan.lines(),
            judul_daftar=self.judul_daftar.one_line(),
            lampiran_lain=self.lampiran_lain.value(),
        )

    def set_read_only(self) -> None:
        """Let nothing be typed any more."""
        for text in self._texts:
            text.setReadOnly(True)
        self.lampiran_lain.set_read_only()
