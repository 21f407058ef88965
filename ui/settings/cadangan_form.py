"""The rows of the tab Cadangan: second place, password, when, how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QSpinBox, QWidget

from sopapp.services.cadangan_settings import CadanganSettings
from ui.settings.setting_inputs import count, in_a_row
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel
from ui.widgets.toned import TonedLabel, column, row

if TYPE_CHECKING:
    from ui.prompts import Prompts
    from ui.settings.setting_inputs import Told

_MOST = 1000


class CadanganForm(FormPanel):
    """Shows and gives the settings; the password's buttons only ask for something."""

    password_asked = Signal()
    drop_asked = Signal()

    def __init__(self, prompts: Prompts, told: Told, parent: QWidget) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._told = told
        self.add_row(
            "di_luar",
            "&Tempat kedua",
            self._folder_row(),
            "Disk lepas atau folder di komputer lain. Bila komputer ini rusak atau hilang, "
            "hanya salinan di sana yang tersisa.",
        )
        self.add_row(
            "sandi",
            "Kata sandi tempat kedua",
            self._password_row(),
            "Mengunci salinan di tempat kedua. Bila hilang, salinannya tidak dapat dibuka lagi. "
            "Cadangan di komputer ini tidak dikunci.",
        )
        self.saat_tutup = QCheckBox("Saat p&rogram ditutup, bila ada perubahan")
        self.harian = QCheckBox("Setiap &hari selama program terbuka, bila ada perubahan")
        when = FieldGroup()
        when.setLayout(column(self.saat_tutup, self.harian, spacing=4))
        when.lead = self.saat_tutup
        for check in (self.saat_tutup, self.harian):
            check.toggled.connect(told)
        self.add_row(
            "kapan",
            "Dicadangkan",
            when,
            "Sebelum impor besar dan sebelum pembaruan data selalu dicadangkan.",
        )
        self.terbaru, self.mingguan, self.bulanan = (count(_MOST, told) for _ in range(3))
        self.terbaru.setMinimum(1)
        kept = in_a_row(
            {"Terbaru": self.terbaru, "Mingguan": self.mingguan, "Bulanan": self.bulanan},
            "Cadangan",
        )
        self.add_row(
            "terbaru",
            "Ya&ng disimpan",
            kept,
            "Sejumlah cadangan terbaru, lalu satu per minggu dan satu per bulan. File yang sama "
            "hanya disimpan satu kali.",
        )
        self.batas_umur = QSpinBox()
        self.batas_umur.setRange(1, _MOST)
        self.batas_umur.setSuffix(" hari")
        self.batas_umur.valueChanged.connect(told)
        age = FieldGroup()
        age.setLayout(row(self.batas_umur, None))
        age.lead = self.batas_umur
        self.add_row(
            "batas_umur",
            "&Ingatkan setelah",
            age,
            "Bila cadangan di tempat kedua lebih tua dari ini.",
        )
        self.batas_umur.setAccessibleName("Ingatkan setelah")

    def value(self) -> CadanganSettings:
        """The settings as chosen."""
        return CadanganSettings(
            di_luar=self.folder.text(),
            terbaru=self.terbaru.value(),
            mingguan=self.mingguan.value(),
            bulanan=self.bulanan.value(),
            saat_tutup=self.saat_tutup.isChecked(),
            harian=self.harian.isChecked(),
            batas_umur=self.batas_umur.value(),
        )

    def show_value(self, value: CadanganSettings) -> None:
        """Fill the form."""
        self.folder.setText(value.di_luar)
        self.clear_button.setEnabled(bool(value.di_luar))
        for field in ("terbaru", "mingguan", "bulanan", "batas_umur"):
            getattr(self, field).setValue(getattr(value, field))
        self.saat_tutup.setChecked(value.saat_tutup)
        self.harian.setChecked(value.harian)

    def _folder_row(self) -> QWidget:
        group = FieldGroup()
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setPlaceholderText("Belum ada")
        self.folder.setAccessibleName("Tempat kedua")
        self.folder.textChanged.connect(self._told)
        self.folder_button = QPushButton("&Pilih folder…")
        self.folder_button.clicked.connect(self._pick_folder)
        self.clear_button = QPushButton("Kos&ongkan")
        self.clear_button.clicked.connect(lambda: self._set_folder(""))
        box = row(self.folder, self.folder_button, self.clear_button)
        box.setStretch(0, 1)
        group.setLayout(box)
        group.lead = self.folder_button
        return group

    def _password_row(self) -> QWidget:
        group = FieldGroup()
        self.password_state = TonedLabel("", wrap=False)
        self.password_button = QPushButton()
        self.password_button.clicked.connect(self.password_asked)
        self.drop_button = QPushButton("Hap&us kata sandi")
        self.drop_button.clicked.connect(self.drop_asked)
        group.setLayout(row(self.password_state, self.password_button, self.drop_button, None))
        group.lead = self.password_button
        return group

    def _pick_folder(self) -> None:
        chosen = self._prompts.open_folder(self, "Tempat kedua untuk cadangan")
        if chosen is not None:
            self._set_folder(str(chosen))

    def _set_folder(self, text: str) -> None:
        self.folder.setText(text)
        self.clear_button.setEnabled(bool(text))

    def show_password(self, sandi: bool, wanted: bool) -> None:
        """Whether a password is set, and whether it is to be typed again on this PC."""
        self.password_state.setText(
            "Kata sandi perlu dimasukkan lagi" if wanted else "Terpasang" if sandi
            else "Tidak ada"
        )  # fmt: skip
        self.password_button.setText(
            "&Masukkan kata sandi…" if wanted else "&Ganti kata sandi…" if sandi
            else "P&asang kata sandi…"
        )  # fmt: skip
        self.drop_button.setVisible(sandi)
