"""A date field as the office writes dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QDateEdit, QWidget

_CHARS = 22  # "30 September 2026" with room for the arrow


class DateEdit(QDateEdit):
    """`23 November 2026`, four-digit years, calendar popup with weeks from Monday."""

    def __init__(self, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
        self.setDisplayFormat("d MMMM yyyy")
        self.setCalendarPopup(True)
        self.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setMinimumDate(QDate(2000, 1, 1))
        self.setMaximumDate(QDate(2999, 12, 31))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _CHARS)
        if day is not None:
            self.set_day(day)

    def day(self) -> date:
        """The date shown."""
        return date(self.date().year(), self.date().month(), self.date().day())

    def set_day(self, day: date) -> None:
        """Show `day`."""
        self.setDate(QDate(day.year, day.month, day.day))
