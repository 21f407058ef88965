"""What the user asks for with the office's own days, done through dialogs and the service."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from sopapp.domain.tanggal import hari_tanggal
from sopapp.services.libur import LiburKantor
from ui.calendar.office_day_dialog import OfficeDayDialog
from ui.calendar.remove_day_dialog import RemoveDayDialog

if TYPE_CHECKING:
    from ui.context import UiContext


class OfficeDays(QObject):
    """Opens the dialogs; cutting only remembers which day is to be moved."""

    announced = Signal(str)
    """What was done or is to be done next, for the status line."""
    stored = Signal(object)
    """A day was stored: the date to look at."""
    cut_changed = Signal(object)
    """The date of the office day that was cut, None for none."""

    def __init__(self, context: UiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._cut: date | None = None
        self.dialog: QDialog | None = None

    @property
    def cut_day(self) -> date | None:
        """The office day that was cut and waits for its new date."""
        return self._cut

    def find(self, day: date) -> LiburKantor | None:
        """The office day of a date."""
        found = (each for each in self._context.app.libur.list(day.year) if each.tanggal == day)
        return next(found, None)

    def add(self, day: date, *, works: bool = False) -> None:
        """Ask for the reason of a new office day; one that is there already is opened."""
        self._open(self.find(day), day, works=works)

    def edit(self, day: date) -> None:
        """Open a stored office day: its date may be another there."""
        stored = self.find(day)
        if stored is not None:
            self._open(stored, day)

    def move(self, old: date, new: date) -> None:
        """Propose to move an office day, after showing which due dates that moves."""
        stored = self.find(old)
        if stored is not None and old != new:
            self._open(stored, new)

    def drop(self, what: date | str, target: date) -> None:
        """Something was let go on `target`; a dialog must not open inside the drag's own loop."""
        if isinstance(what, date):
            QTimer.singleShot(0, self, lambda: self.move(what, target))
        else:
            QTimer.singleShot(0, self, lambda: self.add(target))

    def remove(self, day: date) -> None:
        """Ask before an office day goes."""
        stored = self.find(day)
        if stored is None:
            return
        dialog = RemoveDayDialog(self._context, stored, self._page)
        self._show(dialog, day, f"Hari khusus {hari_tanggal(day)} dihapus.")

    def cut(self, day: date) -> None:
        """Take an office day along to another date."""
        if self.find(day) is None:
            self.announced.emit("Hari itu bukan hari khusus kantor, jadi tidak dapat dipindahkan.")
            return
        self._set_cut(day)
        self.announced.emit(
            f"Pilih tanggal baru untuk hari khusus {hari_tanggal(day)}, lalu tekan Ctrl+V. "
            "Esc membatalkan."
        )

    def paste(self, day: date) -> None:
        """Propose to put the day that was cut on `day`."""
        if self._cut is None:
            self.announced.emit("Pilih dahulu hari khusus kantor, lalu tekan Ctrl+X.")
        elif self.find(day) is not None and day != self._cut:
            self.announced.emit(
                f"{hari_tanggal(day)} sudah menjadi hari khusus. Pilih tanggal lain."
            )
        else:
            self.move(self._cut, day)

    def cancel(self) -> None:
        """Forget the day that was cut."""
        if self._cut is not None:
            self._set_cut(None)
            self.announced.emit("Pemindahan dibatalkan.")

    def _open(self, stored: LiburKantor | None, day: date, *, works: bool = False) -> None:
        dialog = OfficeDayDialog(self._context, stored, day, self._page, works=works)
        self._show(dialog, None, "Hari khusus kantor disimpan.")

    def _show(self, dialog: QDialog, day: date | None, told: str) -> None:
        self.dialog = dialog
        dialog.finished.connect(lambda result: self._on_finished(result, day, told))
        dialog.open()

    def _on_finished(self, result: int, day: date | None, told: str) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        if result == QDialog.DialogCode.Accepted:
            self._set_cut(None)
            shown = dialog.date.day() if isinstance(dialog, OfficeDayDialog) else day
            self.stored.emit(shown)
            self.announced.emit(told)
        dialog.deleteLater()

    def _set_cut(self, day: date | None) -> None:
        if day != self._cut:
            self._cut = day
            self.cut_changed.emit(day)
