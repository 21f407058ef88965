"""Umum: the name that riwayat records, how far the register looks ahead, where the data lies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sopapp.data_place import warnings
from sopapp.domain.changes import Kind
from sopapp.services.setting import GeneralSettings, RegisterSettings
from ui.berkas.toned import Notice
from ui.settings.settings_tab import SettingsTab
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel

if TYPE_CHECKING:
    from ui.context import UiContext

_FORM_CHARS = 110
_USUAL_DAYS = (30, 90, 180)
_MOST_DAYS = 3650


class UmumTab(SettingsTab):
    """Three rows; the data folder is shown, copied and opened, never changed here."""

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
        self.form.setMaximumWidth(self.fontMetrics().averageCharWidth() * _FORM_CHARS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.addWidget(self.form)
        self.place = Notice("warn", "\n\n".join(warnings(context.app.data)))
        self.place.setMaximumWidth(self.form.maximumWidth())
        layout.addWidget(self.place)
        layout.addStretch(1)

    def load(self) -> tuple[GeneralSettings, RegisterSettings]:
        """The stored settings."""
        return self.context.app.setting.general(), self.context.app.setting.register()

    def value(self) -> tuple[GeneralSettings, RegisterSettings]:
        """The settings as typed."""
        return (
            GeneralSettings(pelaku=self.pelaku.text().strip()),
            RegisterSettings(batas_hari=self.days.value()),
        )

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - the pair of `load`
        """Fill the form."""
        general, register = value
        self.pelaku.setText(general.pelaku)
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
                self, "Folder tidak terbuka", f"Buka folder ini dari pengelola berkas:\n{folder}"
            )

    def _use_days(self, number: int, _checked: bool = False) -> None:
        self.days.setValue(number)

    def _days_row(self) -> QWidget:
        row = FieldGroup(self)
        self.days = QSpinBox(row)
        self.days.setRange(1, _MOST_DAYS)
        self.days.setSuffix(" hari")
        self.days.setAccessibleName("Batas peringatan jangka waktu")
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
        opener = QPushButton("&Buka folder", row)
        opener.clicked.connect(self.open_folder)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(path, 1)
        layout.addWidget(copy)
        layout.addWidget(opener)
        row.lead = path
        return row
