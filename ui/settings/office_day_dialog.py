"""One day that the office adds to or takes from the holidays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.hari_kerja import OfficeDay
from sopapp.domain.tanggal import HARI
from sopapp.services.libur import LiburKantor
from ui.errors import guard
from ui.settings.due_shifts import due_shifts, office_days
from ui.widgets.date_edit import DateEdit, refuse_wrong_dates
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel
from ui.widgets.page_head import mute

if TYPE_CHECKING:
    from ui.context import UiContext

_SHOWN = 6


class OfficeDayDialog(QDialog):
    """Date, closed or working, reason; the due dates that would move stand below."""

    def __init__(
        self, context: UiContext, day: LiburKantor | None, start: date, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._old = day
        self.setWindowTitle("Ubah hari khusus" if day else "Tambah hari khusus")
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)
        self.form = FormPanel(self)
        self.date = DateEdit(day.tanggal if day else start, self)
        self.weekday = QLabel(self)
        self.closed = QRadioButton("Kantor &libur", self)
        self.works = QRadioButton("Kantor &masuk", self)
        self.reason = QLineEdit(day.alasan if day else "", self)
        (self.works if day and day.masuk else self.closed).setChecked(True)
        self.form.add_row("tanggal", "&Tanggal", self._row(self.date, self.weekday))
        self.form.add_row("masuk", "Keadaan", self._choice())
        self.form.add_row(
            "alasan", "&Alasan", self.reason, "Misalnya hari raya setempat atau nomor surat edaran."
        )
        self.shifts = QLabel(self)
        self.shifts.setTextFormat(Qt.TextFormat.PlainText)
        self.shifts.setWordWrap(True)
        self.shifts.setAccessibleName("Tenggat yang bergeser")
        buttons = QDialogButtonBox(self)
        self.save_button = buttons.addButton("Simpan", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Batal", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.form)
        layout.addWidget(self.shifts)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.date.dateChanged.connect(lambda _date: self._look())
        self.closed.toggled.connect(lambda _on: self._look())
        self._look()
        self.reason.setFocus()

    def save(self) -> None:
        """Store the day; the day it was before goes when the date was changed."""
        self.form.clear_errors()
        day = LiburKantor(self.date.day(), self.works.isChecked(), self.reason.text())
        with guard(self, self._context.prompts, form=self.form) as outcome:
            refuse_wrong_dates(self)
            self._context.app.libur.save(day)
            if self._old is not None and self._old.tanggal != day.tanggal:
                self._context.app.libur.remove(self._old.tanggal)
        if outcome.ok:
            self.accept()

    def _choice(self) -> QWidget:
        group = QButtonGroup(self)
        for button in (self.closed, self.works):
            group.addButton(button)
        return self._row(self.closed, self.works)

    def _row(self, *parts: QWidget) -> QWidget:
        row = FieldGroup(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        row.lead = parts[0]
        return row

    def _look(self) -> None:
        """Say the weekday and which due dates would move."""
        day = self.date.day()
        self.weekday.setText(HARI[day.weekday()])
        office = office_days(self._context.app)
        if self._old is not None:
            office.pop(self._old.tanggal, None)
        office[day] = OfficeDay(self.works.isChecked(), self.reason.text())
        self.shifts.setText(shift_words(self._context, office))
        mute(self.shifts)


def shift_words(context: UiContext, office: dict[date, OfficeDay]) -> str:
    """The due dates that `office` would move, or that none does."""
    shifts = due_shifts(context.app, office)
    if not shifts:
        return "Tidak ada tenggat berjalan yang bergeser."
    lines = [f"• {shift.words}" for shift in shifts[:_SHOWN]]
    if len(shifts) > _SHOWN:
        lines.append(f"• dan {len(shifts) - _SHOWN} tenggat lain")
    return "Tenggat yang bergeser:\n" + "\n".join(lines)
