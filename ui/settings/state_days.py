"""Libur nasional and cuti bersama of a year, as the program counts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sopapp.domain.days_off import DayKind, YearStatus

if TYPE_CHECKING:
    from sopapp.app import App


@dataclass(frozen=True, slots=True)
class StateDay:
    """A day off by decree: what it is, and whether it may still move."""

    tanggal: date
    name: str
    estimated: bool


def state_days(app: App, year: int) -> tuple[StateDay, ...]:
    """The decreed days of `year` in order, without the office's own."""
    calendar = app.calendar_with({})
    day = date(year, 1, 1)
    found = []
    while day.year == year:
        told = calendar.describe(day)
        open_anyway = told.kind is DayKind.WORKING and told.reason != DayKind.WORKING.label
        if told.kind in (DayKind.HOLIDAY, DayKind.CUTI_BERSAMA) or open_anyway:
            name = told.reason[:1].upper() + told.reason[1:]
            found.append(StateDay(day, name, told.estimated))
        day += timedelta(days=1)
    return tuple(found)


def status_words(app: App, year: int) -> str:
    """How far the year is settled, and where the dates come from."""
    words = {
        YearStatus.DECREED: f"Libur {year} sudah ditetapkan pemerintah.",
        YearStatus.ESTIMATED: f"Libur {year} masih perkiraan; cuti bersama belum ditetapkan.",
        YearStatus.UNKNOWN: f"Libur {year} belum ada; hanya akhir pekan yang diperhitungkan.",
    }
    return f"{words[app.calendar().status(year)]} Sumber: kalender Indonesia dalam program."
