"""One day that the office adds to or takes from the holidays, or moves to another date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from sopapp.domain.tanggal import HARI, hari_tanggal
from sopapp.services.libur import LiburKantor
from ui.calendar.shift_list import ShiftList
from ui.errors import guard
from ui.widgets.date_edit import DateEdit, refuse_wrong_dates
from ui.widgets.field_group import FieldGroup
from ui.widgets.form import FormPanel
from ui.widgets.toned import PrimaryButton, TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext


class OfficeDayDialog(QDialog):
    """Date, closed or working, reason; the due dates that would move stand below.

    `day` is the stored day to change, None for a new one; `start` the date that is proposed,
    another than `day`'s when it is to be moved.
    """

    topic = "kalender#menetapkan-libur-kantor"

    def __init__(
        self,
        context: UiContext,
        day: LiburKantor | None,
        start: date,
        parent: QWidget,
        *,
        works: bool = False,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._old = day
        self.setWindowTitle(_title(day, start))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 108)
        self.form = FormPanel(self)
        self.date = DateEdit(start, self)
        self.weekday = TonedLabel("", "muted", wrap=False)
        self.now = TonedLabel("", "muted")
        self.closed = QRadioButton("Kantor &libur", self)
        self.works = QRadioButton("Kantor &masuk", self)
        self.reason = QLineEdit(day.alasan if day else "", self)
        (self.works if (day.masuk if day else works) else self.closed).setChecked(True)
        self.form.add_row("tanggal", "&Tanggal", self._row(self.date, self.weekday))
        self.form.add_row("masuk", "Keadaan", self._choice())
        self.form.add_row(
            "alasan", "&Alasan", self.reason, "Misalnya hari raya setempat atau nomor surat edaran."
        )
        self.shifts = ShiftList(self)
        buttons = QDialogButtonBox(self)
        self.save_button = PrimaryButton("Simpan")
        self.save_button.setDefault(True)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Batal", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        if day is not None and day.tanggal != start:
            layout.addWidget(TonedLabel(f"Semula {hari_tanggal(day.tanggal)}.", bold=True))
        for part in (self.form, self.now, self.shifts):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.date.dateChanged.connect(lambda _date: self._look())
        self.closed.toggled.connect(lambda _on: self._look())
        self._look()
        (self.save_button if self.reason.text() else self.reason).setFocus()

    def save(self) -> None:
        """Store the day; one that was moved leaves its former date."""
        self.form.clear_errors()
        day = LiburKantor(self.date.day(), self.works.isChecked(), self.reason.text())
        with guard(self, self._context.prompts, form=self.form) as outcome:
            refuse_wrong_dates(self)
            lama = self._old.tanggal if self._old is not None else None
            self._context.app.libur.save(day, lama)
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
        """Say what the date is now and which due dates would move."""
        app, day = self._context.app, self.date.day()
        self.weekday.say(HARI[day.weekday()])
        self.now.say(f"Tanggal itu sekarang {app.calendar().describe(day).reason}.")
        new = LiburKantor(day, self.works.isChecked(), "")  # a reason moves nothing
        with guard(self, self._context.prompts):
            lama = self._old.tanggal if self._old is not None else None
            self.shifts.show_shifts(app.libur.shifts(lama, new))
        self.resize(self.width(), self.minimumSizeHint().height())


def _title(day: LiburKantor | None, start: date) -> str:
    if day is None:
        return "Tambah hari khusus"
    return "Ubah hari khusus" if day.tanggal == start else "Pindahkan hari khusus"
