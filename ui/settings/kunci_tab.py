"""Kunci layar: the start password, what it guards against and what it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
)

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.services.kunci import LEAST_MINUTES, LONGEST, MOST_MINUTES, USUAL_MINUTES, Kunci
from ui.errors import guard
from ui.settings.settings_tab import SettingsTab
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel
from ui.widgets.narrow import narrow
from ui.widgets.page_head import PAGE_MARGINS
from ui.widgets.toned import TonedLabel, row

if TYPE_CHECKING:
    from ui.context import UiContext

_FORM_CHARS = 110
_HONEST = (
    "Kata sandi ini mengunci jendela program: orang yang lewat di meja Anda tidak dapat membaca "
    "atau mengubah apa pun.\n\n"
    "Kata sandi ini tidak mengenkripsi file data. Orang yang dapat masuk ke akun Windows atau "
    "Linux Anda tetap dapat menyalin folder data. Pakailah juga kata sandi akun komputer, dan "
    "bila perlu enkripsi disk dari sistem komputer.\n\n"
    "Bila kata sandi ini terlupa, pengelola komputer dapat menghapusnya dari baris perintah "
    "(lihat panduan); data tidak hilang, dan penghapusannya tercatat di riwayat."
)


class KunciTab(SettingsTab):
    """Sets, changes and takes away the password at once; nothing waits for Simpan."""

    form: FormPanel
    saves = False
    kinds = (Kind.SETTING,)

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.state = QLabel(self)
        self.form = FormPanel(self)
        self.present = self._secret()
        self.form.add_row("sekarang", "Kata sandi &sekarang", self.present)
        self.new = self._secret()
        self.form.add_row(
            "sandi", "Kata sandi &baru", self.new,
            "Paling sedikit 6 karakter. Beberapa kata lebih kuat daripada satu kata.",
        )  # fmt: skip
        self.again = self._secret()
        self.again.returnPressed.connect(self.put)
        self.form.add_row(
            "ulang",
            "&Ulangi kata sandi baru",
            self.again,
            said="Ketik sekali lagi; keduanya harus sama.",
        )
        self.minutes = QSpinBox(self)
        self.minutes.setRange(LEAST_MINUTES, MOST_MINUTES)
        self.minutes.setSuffix(" menit")
        short = FieldGroup(self)
        short.setLayout(row(self.minutes, None))
        short.lead = self.minutes
        self.form.add_row(
            "menit", "&Terkunci sesudah", short,
            "Lamanya tetikus dan papan ketik tidak dipakai.",
        )  # fmt: skip
        self.put_button = QPushButton(self)
        self.put_button.clicked.connect(self.put)
        self.minutes_button = QPushButton("Simpan &waktu", self)
        self.minutes_button.clicked.connect(self.put_minutes)
        self.remove_button = QPushButton("&Hapus kata sandi", self)
        self.remove_button.clicked.connect(self.remove)
        self.said = TonedLabel("", "muted", wrap=False)
        honest = TonedLabel(_HONEST, "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.setSpacing(12)
        layout.addWidget(self.state)
        width = self.fontMetrics().averageCharWidth() * _FORM_CHARS
        layout.addLayout(narrow(self.form, width))
        layout.addLayout(
            row(self.put_button, self.minutes_button, self.remove_button, self.said, None)
        )
        layout.addLayout(narrow(honest, width))
        layout.addStretch(1)

    def load(self) -> Kunci:
        """How it stands."""
        return self.context.app.kunci.state()

    def show_value(self, value: Kunci) -> None:
        """Fill the form; passwords are never shown."""
        for field in (self.present, self.new, self.again):
            field.clear()
        self.minutes.setValue(value.menit if value.terpasang else USUAL_MINUTES)
        self.form.set_row_visible("sekarang", value.terpasang)
        self.put_button.setText("&Ganti kata sandi" if value.terpasang else "&Pasang kata sandi")
        self.minutes_button.setVisible(value.terpasang)
        self.remove_button.setVisible(value.terpasang)
        self.state.setText(
            "Kata sandi pembuka terpasang. Ctrl+L mengunci layar kapan saja."
            if value.terpasang
            else "Kata sandi pembuka belum dipasang."
        )

    def put(self) -> None:
        """Set or change the password."""
        self.form.clear_errors()
        with guard(self, self.context.prompts, form=self.form) as outcome:
            if self.new.text() != self.again.text():
                msg = "Ulangan tidak sama dengan kata sandi baru. Ketik ulang keduanya."
                raise DomainError(msg, field="ulang")
            self.context.app.kunci.put(
                self.new.text(), self.minutes.value(), present=self.present.text()
            )
        if outcome.ok:
            self._done("Kata sandi tersimpan.")

    def put_minutes(self) -> None:
        """Change only after how long it locks."""
        with guard(self, self.context.prompts, form=self.form) as outcome:
            self.context.app.kunci.set_minutes(self.minutes.value())
        if outcome.ok:
            self._done("Waktu tersimpan.")

    def remove(self) -> None:
        """Take the password away."""
        self.form.clear_errors()
        with guard(self, self.context.prompts, form=self.form) as outcome:
            self.context.app.kunci.remove(self.present.text())
        if outcome.ok:
            self._done("Kata sandi dihapus.")

    def _done(self, text: str) -> None:
        self.reload()
        self.said.setText(text)

    def _secret(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMaxLength(LONGEST)
        return field
