"""Umum: the name that riwayat records, and where the data lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sopapp.domain.changes import Kind
from sopapp.services.setting import GeneralSettings
from ui.settings.settings_tab import SettingsTab
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel

if TYPE_CHECKING:
    from ui.context import UiContext

_FORM_CHARS = 110


class UmumTab(SettingsTab):
    """Two rows; the data folder is shown, copied and opened, never changed here."""

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
        self.form.add_row(
            "data",
            "&Folder data",
            self._folder_row(),
            "Semua catatan dan lampiran. Tutup program, lalu salin seluruh folder ini untuk "
            "membuat cadangan.",
        )
        self.form.setMaximumWidth(self.fontMetrics().averageCharWidth() * _FORM_CHARS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.addWidget(self.form)
        layout.addStretch(1)

    def load(self) -> GeneralSettings:
        """The stored settings."""
        return self.context.app.setting.general()

    def value(self) -> GeneralSettings:
        """The settings as typed."""
        return GeneralSettings(pelaku=self.pelaku.text().strip())

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - GeneralSettings
        """Fill the form."""
        self.pelaku.setText(value.pelaku)

    def store(self, value: Any) -> None:  # noqa: ANN401 - GeneralSettings
        """Save."""
        self.context.app.setting.save(value)

    def open_folder(self) -> None:
        """Show the data folder in the system's file manager."""
        folder = self.context.app.data
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.context.prompts.warn(
                self, "Folder tidak terbuka", f"Buka folder ini dari pengelola berkas:\n{folder}"
            )

    def _folder_row(self) -> QWidget:
        row = FieldGroup(self)
        path = QLineEdit(str(self.context.app.data), row)
        path.setReadOnly(True)
        path.setAccessibleName("Folder data")
        path.setCursorPosition(0)
        copy = QPushButton("Sa&lin", row)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(path.text()))
        opener = QPushButton("&Buka folder", row)
        opener.clicked.connect(self.open_folder)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(path, 1)
        layout.addWidget(copy)
        layout.addWidget(opener)
        row.lead = path
        return row
