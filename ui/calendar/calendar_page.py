"""The page of the calendar: a month with its days off and due dates, and the chosen day."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from sopapp.domain.kalender import bulan_lain, dapat_tampil
from sopapp.domain.tenggat_berjalan import JenisTenggat
from sopapp.services.kalender import SHOWN
from ui.calendar.day_pane import DayPane
from ui.calendar.day_words import status_words, summary
from ui.calendar.holiday_chip import HolidayChip
from ui.calendar.month_bar import MonthBar
from ui.calendar.month_view import MonthView
from ui.calendar.office_days import OfficeDays
from ui.errors import guard
from ui.icons import icon
from ui.widgets.page_head import PAGE_MARGINS, PageHead
from ui.widgets.read_when_seen import ReadWhenSeen
from ui.widgets.tab_order import tab_through
from ui.widgets.toned import Notice, TonedLabel

if TYPE_CHECKING:
    from ui.context import UiContext

_A_MINUTE = 60_000  # milliseconds
_NARROW = 150  # average characters
_HINT = (
    "Seret ke sebuah tanggal. Hari khusus di kalender dapat diseret ke tanggal lain, atau "
    "dipindahkan dengan Ctrl+X lalu Ctrl+V."
)


class CalendarPage(QWidget):
    """Shows the month of the chosen day."""

    announced = Signal(str)
    """What was done, for the status line."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._day = context.app.clock.today()
        self._month = self._day.replace(day=1)
        self._today = self._day
        self.head = PageHead("Kalender", parent=self)
        self.bar = MonthBar(self)
        self.head.add(self.bar)
        self.notice = Notice("warn")
        self.view = MonthView(self)
        self.pane = DayPane(self)
        self.chip = HolidayChip(self)
        self.days = OfficeDays(context, self)
        self._arrange()
        self._connect()
        self._reader = ReadWhenSeen(self, context.hub, SHOWN, self.reload)
        self._reader.stale = True
        # A program left open overnight must not mark yesterday.
        self._midnight = QTimer(self, interval=_A_MINUTE)
        self._midnight.timeout.connect(self.check_day)
        self._midnight.start()

    @property
    def topic(self) -> str:
        """The guide's page about this one."""
        return "kalender"

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._day

    def show_day(self, day: date) -> None:
        """Choose `day` and show its month; the nearest day of 2000 to 2100 when it is outside."""
        self._day = dapat_tampil(day)
        self._month = self._day.replace(day=1)
        month = self.view.rows.month
        if month is None or not month.holds(self._day):
            self.reload()
        else:
            self.view.choose(self._day)
            self._show_pane()

    def reload(self) -> None:
        """Read the month anew."""
        self._reader.stale = False
        app = self._context.app
        with guard(self, self._context.prompts):
            month = app.kalender.month(self._month.year, self._month.month)
            self._today = month.hari_ini
            self.view.show_month(month, self._day)
            self.bar.show_month(self._month)
            self.head.set_note(summary(month))
            self.notice.say(status_words(month.tahun, month.status))
            cut = self.days.cut_day
            if cut is not None and self.days.find(cut) is None:
                self.days.cancel()
            self._show_pane()

    def check_day(self) -> None:
        """Reload when the day is another than the one marked."""
        if self._context.app.clock.today() != self._today and self.isVisible():
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the chosen day."""
        super().showEvent(event)
        self.check_day()
        if not event.spontaneous():
            self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the month more of a narrow window."""
        super().resizeEvent(event)
        self.pane.set_narrow(self.width() < self.fontMetrics().averageCharWidth() * _NARROW)

    def menu(self, day: date) -> QMenu:
        """What can be done with a day."""
        menu = QMenu(self)
        entries = [("open", "&Rincian hari", self._enter_pane, "Enter")]
        found = self.view.current
        if found is not None and found.kantor is not None:
            entries += [
                ("edit", "Ubah atau &pindahkan…", partial(self.days.edit, day), ""),
                ("office", "P&otong untuk dipindahkan", partial(self.days.cut, day), "Ctrl+X"),
                ("delete", "&Hapus hari khusus…", partial(self.days.remove, day), "Del"),
            ]
        elif found is not None:
            words = "Jadikan hari &masuk…" if found.libur else "Jadikan &libur kantor…"
            entries.append(("office", words, partial(self.days.add, day, works=found.libur), ""))
            if self.days.cut_day is not None:
                entries.append(
                    ("calendar", "&Tempel di sini…", partial(self.days.paste, day), "Ctrl+V")
                )
        for name, text, act, key in entries:
            action = menu.addAction(icon(name, self), text)
            action.setShortcut(QKeySequence(key))
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _checked, act=act: act())
        return menu

    def _arrange(self) -> None:
        strip = QHBoxLayout()
        strip.setSpacing(8)
        strip.addWidget(self.chip)
        strip.addWidget(TonedLabel(_HINT, "muted"), 1)
        month = QVBoxLayout()
        month.setSpacing(6)
        month.addWidget(self.view, 1)
        month.addLayout(strip)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addLayout(month, 1)
        body.addWidget(self.pane)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*PAGE_MARGINS)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.notice)
        layout.addLayout(body, 1)
        tab_through(self.bar, self.view, self.chip, self.pane)

    def _connect(self) -> None:
        bar, view, pane, days = self.bar, self.view, self.pane, self.days
        bar.stepped.connect(self._step)
        bar.month_asked.connect(self._show_month)
        for asked in (bar.today_asked, view.today_asked):
            asked.connect(lambda: self.show_day(self._context.app.clock.today()))
        view.chosen.connect(self._choose)
        view.day_asked.connect(self.show_day)
        view.opened.connect(lambda _day: self._enter_pane())
        view.dropped.connect(days.drop)
        view.cut_asked.connect(days.cut)
        view.paste_asked.connect(days.paste)
        view.remove_asked.connect(days.remove)
        view.cancel_asked.connect(days.cancel)
        view.menu_asked.connect(self._show_menu)
        pane.off_asked.connect(days.add)
        pane.on_asked.connect(lambda day: days.add(day, works=True))
        pane.edit_asked.connect(days.edit)
        pane.remove_asked.connect(days.remove)
        pane.list.opened.connect(self._go)
        pane.list.left.connect(view.setFocus)
        self.chip.clicked.connect(lambda _checked: days.add(self._day))
        days.announced.connect(self.announced)
        days.cut_changed.connect(view.mark_cut)
        days.stored.connect(self._on_stored)

    def _step(self, months: int) -> None:
        wanted = bulan_lain(self._month, months)
        self._show_month(wanted.year, wanted.month)

    def _show_month(self, year: int, month: int) -> None:
        months = (year - self._day.year) * 12 + month - self._day.month
        self.show_day(bulan_lain(self._day, months))

    def _choose(self, day: date) -> None:
        """A day was pointed at: the month stays under the mouse, also at its edges."""
        self._day = dapat_tampil(day)
        self._show_pane()

    def _show_pane(self) -> None:
        month = self.view.rows.month
        found = month.day(self._day) if month is not None else None
        if month is None or found is None:
            return
        calendar, year = self._context.app.calendar(), self._day.year
        warning = status_words(year, calendar.status(year)) if year != month.tahun else ""
        self.pane.show_day(found, calendar.workweek, warning, today=self._day == month.hari_ini)

    def _enter_pane(self) -> None:
        self.pane.take_focus()

    def _on_stored(self, day: date) -> None:
        month = self.view.rows.month
        if month is not None and month.day(day) is not None:
            self.view.choose(day)
            self._choose(day)
        else:
            self.show_day(day)
        self.view.setFocus()

    def _show_menu(self, day: date, place: QPoint) -> None:
        menu = self.menu(day)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _go(self, target: tuple[JenisTenggat, int]) -> None:
        kind, number = target
        if kind is JenisTenggat.BERKAS:
            self._context.navigate.berkas(number)
        else:
            self._context.navigate.permohonan(number)
