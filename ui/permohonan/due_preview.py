"""When a request must be answered, told while its date is typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sopapp.domain.permohonan import HARI_PERPANJANGAN, Tenggat, tenggat
from sopapp.domain.tanggal import hari_tanggal
from ui.berkas.due_dialog import DueDialog, DueQuestion
from ui.widgets.field_group import FieldGroup
from ui.widgets.link_button import LinkButton
from ui.widgets.toned import Notice, TonedLabel, column

if TYPE_CHECKING:
    from sopapp.app import App


class DuePreview(FieldGroup):
    """The last day in words, a warning when it is past, and the way to the days one by one."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._due: Tenggat | None = None
        self.words = TonedLabel()
        self.why = LinkButton("Mengapa tanggal ini?")
        self.why.followed.connect(self.explain)
        self.lead = self.why
        self.sure = Notice("warn")
        self.setLayout(column(self.words, self.why, self.sure, spacing=4))

    def show_day(self, received: date, *, diperpanjang: bool) -> None:
        """Tell of a request received on this day."""
        today = self._app.clock.today()
        self.why.setVisible(received <= today)
        if received > today:
            self._due = None
            self.words.say("Tanggal itu belum tiba.", "danger")
            self.sure.say("")
            return
        due = tenggat(self._app.calendar(), received, today, diperpanjang=diperpanjang)
        self._due = due
        self.words.say(_words(due), "danger" if due.terlambat else "text")
        self.sure.say(due.catatan)

    def explain(self) -> None:
        """Show the days one by one."""
        if self._due is not None:
            explain_due(self._app, "Waktu menjawab", self._due, self.window())


def explain_due(app: App, what: str, due: Tenggat, parent: QWidget) -> None:
    """Show why a request is due on its day."""
    question = DueQuestion(what, due.diterima, due.hari_kerja, due.akhir)
    DueDialog(app.calendar(), question, parent).open()


def _words(due: Tenggat) -> str:
    length = f"{due.hari_kerja} hari kerja" + (", diperpanjang" if due.diperpanjang else "")
    text = f"{hari_tanggal(due.akhir)} ({length})."
    if due.terlambat:
        text += f" Sudah lewat {-due.sisa} hari kerja."
    if not due.diperpanjang:
        text += f" Dapat diperpanjang satu kali, {HARI_PERPANJANGAN} hari kerja, dengan alasan."
    return text
