"""Recording where and when the list was published."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import UiContext
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_dialog import FormDialog


class PublicationDialog(FormDialog):
    """Place, day and link."""

    topic = "tahap-5-dokumentasi#daftar-untuk-diumumkan"

    def __init__(self, context: UiContext, parent: QWidget | None, berkas_id: int) -> None:
        super().__init__(context, parent, "Catat pengumuman", "&Simpan")
        self.tempat = QLineEdit()
        self.tanggal = DateEdit(context.app.clock.today())
        self.tautan = QLineEdit()
        self.form.add_row(
            "tempat", "Te&mpat", self.tempat, "Misalnya laman PPID atau papan pengumuman kantor."
        )
        self.form.add_row("tanggal", "&Tanggal", self.tanggal)
        self.form.add_row("tautan", "Ta&utan", self.tautan, "Boleh kosong.")
        self.on_save(
            lambda: context.app.dokumentasi.publish(
                berkas_id, self.tempat.text(), self.tanggal.day(), self.tautan.text()
            )
        )
        self.watch(lambda: (self.tempat.text(), self.tanggal.day(), self.tautan.text()))
        self.tempat.setFocus()
