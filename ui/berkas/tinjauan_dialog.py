"""Asking for the new period of an entry whose own one ends."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sopapp.domain.dik import JangkaWaktu, JenisJangka
from sopapp.services.tinjauan import Tinjauan
from ui.berkas.jangka_editor import JangkaEditor
from ui.berkas.tinjauan_words import present_period
from ui.context import UiContext
from ui.widgets.form_dialog import FormDialog
from ui.widgets.toned import TonedLabel


class ExtensionDialog(FormDialog):
    """The period begins as long as the old one was; it counts from the new Keputusan."""

    topic = "tahap-2-validasi#jangka-waktu-yang-berakhir"

    def __init__(
        self, context: UiContext, parent: QWidget | None, berkas_id: int, looked_at: Tinjauan
    ) -> None:
        super().__init__(
            context, parent, "Usulkan perpanjangan", "&Usulkan perpanjangan",
            hint="Usulan perpanjangan perlu uji konsekuensi baru sebelum dikecualikan lagi.",
        )  # fmt: skip
        entry = looked_at.entri
        old = entry.isi.jangka
        lasts = old if old is not None and old.jenis is JenisJangka.DURASI else None
        self.jangka = JangkaEditor(lasts, context.app.clock.today())
        self.form.add_row("informasi", "Informasi", TonedLabel(entry.isi.informasi))
        self.form.add_row("unit", "Unit kerja", TonedLabel(entry.unit_nama))
        self.form.add_row("sekarang", "Jangka waktu kini", TonedLabel(present_period(looked_at)))
        self.form.add_row(
            "jangka", "Jangka &waktu baru", self.jangka, "Dihitung sejak Keputusan yang baru."
        )
        self.jangka.jenis.setFocus()
        self.on_save(
            lambda: context.app.tinjauan.propose_extension(
                berkas_id, entry.id, self.jangka.value() or JangkaWaktu(JenisJangka.PERISTIWA)
            )
        )
        self.watch(self.jangka.value)
