"""The first page of bringing the present list in: its Keputusan, and where the table is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sopapp.domain.errors import DomainError
from ui.context import UiContext
from ui.impor.sheet_files import WORDS
from ui.widgets.date_edit import DateEdit
from ui.widgets.file_field import scan_field
from ui.widgets.form import FormPanel
from ui.widgets.toned import Notice, PrimaryButton, TonedLabel, row

_INTRO = (
    "Daftar yang sekarang berlaku menjadi versi pertama, sehingga berkas berikutnya dapat "
    "mengubah, mempertahankan, atau membukanya kembali."
)


class FirstVersionPage(QWidget):
    """A form, and two ways to bring the table."""

    file_asked = Signal()
    paste_asked = Signal()
    back_asked = Signal()
    """The table that was read already is wanted again."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.error = Notice("danger")
        self.error.label.setAccessibleName("Mengapa daftar tidak dapat dimasukkan")
        self.form = FormPanel()
        self.nomor = QLineEdit()
        self.tanggal = DateEdit(context.app.clock.today())
        self.scan = scan_field(context.prompts, "Pilih pindaian Keputusan")
        self.unit = QComboBox()
        self.unit.addItem("Tidak ada: setiap baris menyebut unitnya", None)
        for unit in context.app.unit_kerja.list():
            self.unit.addItem(unit.nama, unit.id)
        self.form.add_row("nomor", "&Nomor Keputusan", self.nomor)
        self.form.add_row("tanggal", "Tan&ggal Keputusan", self.tanggal)
        self.form.add_row(
            "scan", "Pin&daian Keputusan", self.scan, "Boleh dikosongkan; disimpan bersama daftar."
        )
        self.form.add_row("unit", "&Unit untuk baris tanpa unit kerja", self.unit)
        self.table_words = TonedLabel(
            f"Tabelnya dapat berupa file {WORDS}. Bila daftarnya tabel di Word, salin tabel itu "
            "beserta baris judulnya, lalu tempel di sini."
        )
        self.file_button = PrimaryButton("&Pilih file daftar…")
        self.file_button.clicked.connect(self.file_asked)
        self.paste_button = QPushButton("&Tempel dari papan klip")
        self.paste_button.clicked.connect(self.paste_asked)
        self.forward_button = QPushButton("Kem&bali ke tabel")
        self.forward_button.clicked.connect(self.back_asked)
        self.forward_button.hide()
        for each in (self.paste_button, self.forward_button):
            each.setAutoDefault(False)
        self._arrange()

    def _arrange(self) -> None:
        inner = QVBoxLayout()
        inner.setSpacing(14)
        inner.addWidget(TonedLabel(_INTRO, "muted"))
        inner.addWidget(self.error)
        inner.addWidget(self.form)
        inner.addWidget(self.table_words)
        inner.addLayout(row(self.file_button, self.paste_button, self.forward_button, None))
        inner.addStretch(1)
        column = QWidget()
        column.setLayout(inner)
        column.setMaximumWidth(self.fontMetrics().averageCharWidth() * 110)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        middle = row(None, column, None)
        middle.setStretch(1, 10)
        box.addLayout(middle, 1)

    def unit_id(self) -> int | None:
        """The unit of rows that name none."""
        value = self.unit.currentData(Qt.ItemDataRole.UserRole)
        return None if value is None else int(value)

    def show_error(self, error: DomainError) -> None:
        """Beside its field where there is one, else above the form."""
        self.error.say("")
        if error.field and self.form.has_field(error.field):
            self.form.show_error(error.field, str(error))
        else:
            self.say_error(str(error))

    def say_error(self, text: str) -> None:
        """Above the form."""
        self.error.say(text, "danger")
        self.file_button.setFocus()

    def offer_table(self, there: bool) -> None:
        """Whether a table was read that can be gone back to."""
        self.error.say("")
        self.forward_button.setVisible(there)

    def lock(self) -> None:
        """Nothing can be brought in."""
        for each in (self.form, self.file_button, self.paste_button):
            each.setEnabled(False)
