"""Asks before an office day goes, and says which due dates that moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from sopapp.domain.tanggal import hari_tanggal
from sopapp.services.libur import LiburKantor
from ui.calendar.shift_list import ShiftList
from ui.errors import guard
from ui.widgets.toned import TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext


class RemoveDayDialog(QDialog):
    """The day, the due dates that would move, Hapus or Batal."""

    topic = "kalender#memindahkan-atau-menghapus"

    def __init__(self, context: UiContext, day: LiburKantor, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._day = day
        self.setWindowTitle("Hapus hari khusus")
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 108)
        kind = "Hari masuk" if day.masuk else "Libur"
        question = TonedLabel(
            f"{kind} kantor {hari_tanggal(day.tanggal)} dihapus: {day.alasan}.", scale=1.08
        )
        self.shifts = ShiftList(self)
        buttons = QDialogButtonBox(self)
        self.remove_button = buttons.addButton("&Hapus", QDialogButtonBox.ButtonRole.AcceptRole)
        keep = buttons.addButton("&Batal", QDialogButtonBox.ButtonRole.RejectRole)
        keep.setDefault(True)
        buttons.accepted.connect(self.remove)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        for part in (question, self.shifts):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(buttons)
        with guard(self, context.prompts):
            self.shifts.show_shifts(context.app.libur.shifts(day.tanggal))
        keep.setFocus()

    def remove(self) -> None:
        """Take the day out."""
        with guard(self, self._context.prompts) as outcome:
            self._context.app.libur.remove(self._day.tanggal)
        if outcome.ok:
            self.accept()
