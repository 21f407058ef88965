"""Umum: the name in riwayat, how far the register looks ahead, where the data lies, the profil."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sopapp.data_place import warnings
from sopapp.domain.changes import Kind
from sopapp.services.profil_isi import BagianProfil
from sopapp.services.register_settings import RegisterSettings
from sopapp.services.setting import GeneralSettings, HalamanAwal
from ui.settings.settings_tab import SettingsTab
from ui.today.daily_notice import has_tray
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel
from ui.widgets.narrow import narrow
from ui.widgets.page_head import PAGE_MARGINS
from ui.widgets.toned import Notice, TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext

_FORM_CHARS = 110
_USUAL_DAYS = (30, 90, 180)
_MOST_DAYS = 3650
_NO_TRAY = (
    "Sistem komputer ini tidak punya baki untuk pemberitahuan, jadi pemberitahuan tidak muncul. "
    "Isinya sama dengan halaman Hari ini."
)


class UmumTab(SettingsTab):
    """The data folder is shown, copied and opened, never changed here."""

    kinds = (Kind.SETTING,)

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.form = FormPanel(self)
        self.pelaku = QLineEdit(self)
        self.pelaku.textChanged.connect(self.touch)
        self.form.add_row(
            "pelaku",
            "&Nama Anda",
            self.pelaku,
            "Tercatat di riwayat pada setiap perubahan. Bila kosong, nama pengguna komputer "
            "yang dicatat.",
        )
        self.form.add_row("halaman_awal", "Hal&aman pembuka", self._first_page())
        self.form.add_row(
            "pengingat",
            "Pengingat",
            self._reminders(),
            "Hanya jumlahnya, tanpa judul. Pemberitahuan muncul saat program pertama dibuka "
            "hari itu.",
        )
        self.form.add_row(
            "batas_hari",
            "Batas &peringatan jangka waktu",
            self._days_row(),
            "Sekian hari sebelum jangka waktunya berakhir, informasi di daftar diberi tanda dan "
            "ditampilkan di papan.",
        )
        self.form.add_row(
            "data",
            "&Folder data",
            self._folder_row(),
            "Semua catatan dan lampiran. Cadangannya diatur di bagian Cadangan.",
        )
        self.form.add_row(
            "profil",
            "Profil &instansi",
            self._profil_row(),
            "Instansi, kop, unit kerja, pejabat, nomor, dan teks surat dalam satu file, untuk "
            "komputer atau instansi lain. Tanpa catatan, surat, riwayat, dan kata sandi.",
        )
        self.said = TonedLabel("", "ok")
        self.said.setAccessibleName("Hasil profil instansi")
        self.said.hide()
        self.place = Notice("warn", "\n\n".join(warnings(context.app.data)))
        width = self.fontMetrics().averageCharWidth() * _FORM_CHARS
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        for part in (self.form, self.said, self.place):
            layout.addLayout(narrow(part, width))
        layout.addStretch(1)

    def load(self) -> tuple[GeneralSettings, RegisterSettings]:
        """The stored settings."""
        return self.context.app.setting.general(), self.context.app.setting.register()

    def value(self) -> tuple[GeneralSettings, RegisterSettings]:
        """The settings as typed."""
        return (
            GeneralSettings(
                pelaku=self.pelaku.text().strip(),
                halaman_awal=HalamanAwal(self.first_page.currentData()),
                pemberitahuan=self.notice.isChecked(),
                angka=self.badge.isChecked(),
            ),
            RegisterSettings(batas_hari=self.days.value()),
        )

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - the pair of `load`
        """Fill the form."""
        general, register = value
        self.pelaku.setText(general.pelaku)
        self.first_page.setCurrentIndex(self.first_page.findData(str(general.halaman_awal)))
        self.notice.setChecked(general.pemberitahuan)
        self.badge.setChecked(general.angka)
        self.days.setValue(register.batas_hari)

    def store(self, value: Any) -> None:  # noqa: ANN401 - the pair of `load`
        """Save."""
        for group in value:
            self.context.app.setting.save(group)

    def open_folder(self) -> None:
        """Show the data folder in the system's file manager."""
        folder = self.context.app.data
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.context.prompts.warn(
                self, "Folder tidak terbuka", f"Buka folder ini dari pengelola file:\n{folder}"
            )

    def save_profil(self) -> None:
        """Write the settings of this office to a file."""
        from ui.settings.profil_files import save_profil

        path = save_profil(self.context, self)
        if path is not None:
            self._say(f"Profil disimpan: {path.name}")

    def load_profil(self) -> None:
        """Read a profil and show what it would change."""
        from ui.settings.profil_dialog import ProfilDialog
        from ui.settings.profil_files import ask_profil

        profil = ask_profil(self.context, self)
        if profil is None:
            return
        self.dialog = ProfilDialog(self.context, profil, self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.taken.connect(self._on_taken)
        self.dialog.open()

    def open_first_start(self) -> None:
        """Show the guide of the first start again."""
        self.context.navigate.first_start()

    def _on_taken(self, parts: tuple[str, ...]) -> None:
        undo = "" if BagianProfil.SOP.label in parts else " Ctrl+Z mengurungkannya."
        self._say(f"Profil dimuat: {'; '.join(parts)}.{undo}")

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()

    def _first_page(self) -> QWidget:
        self.first_page = QComboBox(self)
        for choice in HalamanAwal:
            self.first_page.addItem(choice.label, str(choice))
        self.first_page.setAccessibleName("Halaman pembuka")
        self.first_page.setAccessibleDescription("Halaman yang tampil saat program dibuka")
        self.first_page.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.first_page.currentIndexChanged.connect(self.touch)
        return self.first_page

    def _reminders(self) -> QWidget:
        row = FieldGroup(self)
        self.badge = QCheckBox("Jumlah yang &terlambat dan tenggat hari ini di bilah tugas", row)
        self.notice = QCheckBox("Satu pemberitahuan se&hari di pojok layar", row)
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for box in (self.badge, self.notice):
            box.toggled.connect(self.touch)
            layout.addWidget(box)
        self.no_tray = TonedLabel("", "warn")
        self.no_tray.hide()
        self.notice.toggled.connect(self._look_for_tray)
        layout.addWidget(self.no_tray)
        row.lead = self.badge
        return row

    def _look_for_tray(self, wished: bool) -> None:
        missing = wished and not has_tray()
        self.no_tray.say(_NO_TRAY if missing else "", "warn")
        self.notice.setAccessibleDescription(_NO_TRAY if missing else "")
        self.no_tray.setVisible(missing)

    def _profil_row(self) -> QWidget:
        row = FieldGroup(self)
        self.save_profil_button = QPushButton("Simpan p&rofil…", row)
        self.save_profil_button.clicked.connect(self.save_profil)
        self.load_profil_button = QPushButton("&Muat profil…", row)
        self.load_profil_button.clicked.connect(self.load_profil)
        self.guide_button = QPushButton("Panduan a&wal", row)
        self.guide_button.setToolTip("Langkah demi langkah dari instansi sampai berkas pertama")
        self.guide_button.clicked.connect(self.open_first_start)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.save_profil_button)
        layout.addWidget(self.load_profil_button)
        layout.addWidget(self.guide_button)
        layout.addStretch(1)
        row.lead = self.save_profil_button
        return row

    def _use_days(self, number: int, _checked: bool = False) -> None:
        self.days.setValue(number)

    def _days_row(self) -> QWidget:
        row = FieldGroup(self)
        self.days = QSpinBox(row)
        self.days.setRange(1, _MOST_DAYS)
        self.days.setSuffix(" hari")
        self.days.setAccessibleName("Batas peringatan jangka waktu")
        self.days.setToolTip("Sekian hari sebelum jangka waktu berakhir, informasi diberi tanda")
        self.days.valueChanged.connect(self.touch)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.days)
        for number in _USUAL_DAYS:
            usual = QPushButton(f"{number} hari", row)
            usual.clicked.connect(partial(self._use_days, number))
            layout.addWidget(usual)
        layout.addStretch(1)
        row.lead = self.days
        return row

    def _folder_row(self) -> QWidget:
        row = FieldGroup(self)
        path = QLineEdit(str(self.context.app.data), row)
        path.setReadOnly(True)
        path.setAccessibleName("Folder data")
        path.setCursorPosition(0)
        copy = QPushButton("Sa&lin", row)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(path.text()))
        opener = QPushButton("Buka fol&der", row)
        opener.clicked.connect(self.open_folder)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(path, 1)
        layout.addWidget(copy)
        layout.addWidget(opener)
        row.lead = path
        return row
