"""Taking the seven working days more."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sopapp.domain.permohonan import HARI_PERPANJANGAN, Permohonan, tenggat
from sopapp.domain.tanggal import hari_tanggal
from ui.context import UiContext
from ui.widgets.form_dialog import FormDialog
from ui.widgets.growing_text import GrowingText
from ui.widgets.toned import TonedLabel


class ExtendDialog(FormDialog):
    """Asks for the reason that the applicant is told in writing."""

    topic = "permohonan-ditolak#tenggat"

    def __init__(self, context: UiContext, parent: QWidget | None, permohonan: Permohonan) -> None:
        super().__init__(
            context, parent, "Perpanjang waktu menjawab", "&Perpanjang",
            hint=f"Satu kali, {HARI_PERPANJANGAN} hari kerja. Alasannya diberitahukan tertulis "
            "kepada pemohon sebelum waktu yang biasa habis, menurut Pasal 22 ayat (8) UU Nomor 14 "
            "Tahun 2008.",
        )  # fmt: skip
        app = context.app
        due = tenggat(
            app.calendar(), permohonan.data.diterima, app.clock.today(), diperpanjang=True
        )
        late = app.clock.today() > due.biasa
        if late:
            self.error.say(
                f"Waktu yang biasa sudah habis {hari_tanggal(due.biasa)}. Catat perpanjangan hanya "
                "bila pemohon sudah diberi tahu sebelum hari itu.",
                "warn",
            )
        self.akhir = TonedLabel(f"{hari_tanggal(due.biasa)} menjadi {hari_tanggal(due.akhir)}.")
        self.alasan = GrowingText("", least=3, most=6)
        self.form.add_row("tenggat", "Paling lambat dijawab", self.akhir)
        self.form.add_row(
            "perpanjangan",
            "&Alasan",
            self.alasan,
            said="Mengapa waktu menjawab diperpanjang; tercatat di register.",
        )
        self.on_save(lambda: app.permohonan.extend(permohonan.id, self.alasan.text()))
        self.watch(self.alasan.text)
        self.alasan.setFocus()
