"""Hari kerja: the week, the start day, the office's own days and those by decree."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
)

from sopapp.domain.changes import Kind
from sopapp.domain.tanggal import HARI, tanggal_pendek
from sopapp.services.libur import LiburKantor
from sopapp.services.setting import WorkSettings
from ui.calendar.office_day_dialog import OfficeDayDialog
from ui.calendar.remove_day_dialog import RemoveDayDialog
from ui.settings.settings_tab import SettingsTab
from ui.settings.state_days import StateDay, state_days, status_words
from ui.theme import scale_letters
from ui.widgets.data_table import DataTable
from ui.widgets.form import FormPanel
from ui.widgets.page_head import PAGE_MARGINS
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext

_FORM_CHARS = 110
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


def _day(day: date) -> str:
    return f"{HARI[day.weekday()]}, {tanggal_pendek(day)}"


_OFFICE: tuple[Column[LiburKantor], ...] = (
    Column("Tanggal", lambda row: _day(row.tanggal), 24),
    Column("Keadaan", lambda row: "Masuk" if row.masuk else "Libur", 12),
    Column("Alasan", lambda row: row.alasan, 30, grows=True),
)
_STATE: tuple[Column[StateDay], ...] = (
    Column("Tanggal", lambda row: _day(row.tanggal), 24),
    Column("Keterangan", lambda row: row.name, 40, grows=True),
)


class LiburTab(SettingsTab):
    """The settings are saved with Simpan; a day is stored as soon as its dialog is."""

    kinds = (Kind.SETTING, Kind.LIBUR)

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.dialog: OfficeDayDialog | RemoveDayDialog | None = None
        self.form = FormPanel(self)
        self._build_form(self.form)
        self._build_year()
        self.office_model = RowsModel(_OFFICE, key=lambda row: row.tanggal, parent=self)
        self.office = DataTable(
            self.office_model, "Hari khusus kantor", sortable=False, parent=self
        )
        self.state_model = RowsModel(_STATE, key=lambda row: row.tanggal, parent=self)
        self.state = DataTable(
            self.state_model, "Libur nasional dan cuti bersama", sortable=False, parent=self
        )
        self.office.opened.connect(self.open_day)
        self.office.chosen.connect(lambda _row: self._enable())
        self.hint = TonedLabel(
            "Belum ada pada tahun ini. Tambahkan libur setempat, atau libur saat kantor masuk.",
            "muted",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.setSpacing(10)
        layout.addWidget(self.form)
        layout.addSpacing(6)
        layout.addLayout(self._year_row)
        tables = QHBoxLayout()
        tables.setSpacing(28)
        tables.addLayout(self._office_side(), 1)
        tables.addLayout(self._state_side(), 1)
        layout.addLayout(tables, 1)

    def load(self) -> WorkSettings:
        """The stored settings; the tables are read anew along the way."""
        self._read_year()
        return self.context.app.setting.work()

    def refresh(self) -> None:
        """The days may have changed even while the settings are edited."""
        self._read_year()
        super().refresh()

    def value(self) -> WorkSettings:
        """The settings as chosen."""
        return WorkSettings(
            workweek=self.workweek.currentData(),
            count_start_day=self.count_start_day.isChecked(),
            work_on_cuti_bersama=self.on_cuti_bersama.isChecked(),
        )

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - WorkSettings
        """Fill the form."""
        self.workweek.setCurrentIndex(self.workweek.findData(value.workweek))
        self.count_start_day.setChecked(value.count_start_day)
        self.on_cuti_bersama.setChecked(value.work_on_cuti_bersama)

    def store(self, value: Any) -> None:  # noqa: ANN401 - WorkSettings
        """Save."""
        self.context.app.setting.save(value)

    def open_day(self, day: LiburKantor | None) -> None:
        """Open the dialog for a stored day, or for a new one."""
        today = self.context.app.clock.today()
        year = self.year.value()
        start = today if year == today.year else date(year, 1, 1)
        self._show(OfficeDayDialog(self.context, day, day.tanggal if day else start, self))

    def ask_remove(self) -> None:
        """Remove the chosen day after showing which due dates move."""
        day = self.office.current
        if day is not None:
            self._show(RemoveDayDialog(self.context, day, self))

    def _build_form(self, form: FormPanel) -> None:
        self.workweek = QComboBox(self)
        self.workweek.addItem("5 hari, Senin sampai Jumat", 5)
        self.workweek.addItem("6 hari, Senin sampai Sabtu", 6)
        self.count_start_day = QCheckBox("Hari mulai &dihitung sebagai hari ke-1", self)
        self.on_cuti_bersama = QCheckBox("Kantor tetap masuk pada &cuti bersama", self)
        self.workweek.currentIndexChanged.connect(self.touch)
        for box in (self.count_start_day, self.on_cuti_bersama):
            box.toggled.connect(self.touch)
        form.add_row("workweek", "Hari kerja s&eminggu", self.workweek)
        form.add_row("count_start_day", "", self.count_start_day)
        form.add_row("work_on_cuti_bersama", "", self.on_cuti_bersama)
        form.setMaximumWidth(self.fontMetrics().averageCharWidth() * _FORM_CHARS)

    def _build_year(self) -> None:
        caption = QLabel("Ta&hun", self)
        self.year = QSpinBox(self)
        self.year.setRange(_FIRST_YEAR, _LAST_YEAR)
        self.year.setValue(self.context.app.clock.today().year)
        self.year.setAccessibleName("Tahun")
        self.year.setAccessibleDescription("Tahun yang hari liburnya ditampilkan.")
        self.year.valueChanged.connect(lambda _year: self._read_year())
        caption.setBuddy(self.year)
        self.status = TonedLabel("", "muted", wrap=False)
        self._year_row = QHBoxLayout()
        self._year_row.setSpacing(8)
        self._year_row.addWidget(caption)
        self._year_row.addWidget(self.year)
        self._year_row.addSpacing(12)
        self._year_row.addWidget(self.status, 1)

    def _office_side(self) -> QVBoxLayout:
        self.add_button = QPushButton("&Tambah hari…", self)
        self.add_button.clicked.connect(lambda _checked: self.open_day(None))
        self.edit_button = QPushButton("U&bah…", self)
        self.edit_button.clicked.connect(lambda: self.open_day(self.office.current))
        self.remove_button = QPushButton("Ha&pus…", self)
        self.remove_button.clicked.connect(self.ask_remove)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.add_button, self.edit_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self._head("Hari khusus kantor"))
        side.addWidget(self.hint)
        side.addWidget(self.office, 1)
        side.addLayout(row)
        return side

    def _state_side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self._head("Libur nasional dan cuti bersama"))
        side.addWidget(self.state, 1)
        return side

    def _head(self, text: str) -> QLabel:
        label = QLabel(text, self)
        scale_letters(label, 1.05, bold=True)
        return label

    def _show(self, dialog: OfficeDayDialog | RemoveDayDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        if result == QDialog.DialogCode.Accepted:
            if isinstance(dialog, OfficeDayDialog):
                self.year.setValue(dialog.date.day().year)
            self._read_year()
        dialog.deleteLater()

    def _read_year(self) -> None:
        """Fill both tables for the year shown."""
        app, year = self.context.app, self.year.value()
        self.office_model.set_rows(app.libur.list(year))
        self.state_model.set_rows(state_days(app, year))
        self.status.setText(status_words(app, year))
        self._enable()

    def _enable(self) -> None:
        chosen = self.office.current is not None
        self.edit_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)
        self.hint.setVisible(self.office_model.rowCount() == 0)
