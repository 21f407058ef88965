"""Kinds of days and where the state's days off come from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple, Protocol


class DayKind(StrEnum):
    """Why a calendar day is worked or not."""

    WORKING = "working"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CUTI_BERSAMA = "cuti_bersama"
    OFFICE_OFF = "office_off"
    OFFICE_ON = "office_on"

    @property
    def label(self) -> str:
        """The kind in the user's words."""
        return _KIND_LABELS[self]


_KIND_LABELS: Final = {
    DayKind.WORKING: "hari kerja",
    DayKind.WEEKEND: "akhir pekan",
    DayKind.HOLIDAY: "libur nasional",
    DayKind.CUTI_BERSAMA: "cuti bersama",
    DayKind.OFFICE_OFF: "libur kantor",
    DayKind.OFFICE_ON: "masuk kantor",
}


class YearStatus(StrEnum):
    """How far the holidays of a year are settled, best first."""

    DECREED = "decreed"
    ESTIMATED = "estimated"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The status in the user's words."""
        return _STATUS_LABELS[self]


_STATUS_LABELS: Final = {
    YearStatus.DECREED: "sudah ditetapkan",
    YearStatus.ESTIMATED: "perkiraan, belum ditetapkan",
    YearStatus.UNKNOWN: "tidak diketahui",
}


class DayInfo(NamedTuple):
    """A day off of the state: its name, HOLIDAY or CUTI_BERSAMA, and whether it may move."""

    name: str
    kind: DayKind
    estimated: bool


class OfficeDay(NamedTuple):
    """The office's own decision on one day; it overrides every other rule."""

    works: bool
    reason: str


class ExplainedDay(NamedTuple):
    """One calendar day of a count.

    `counted_as` is its number in the count (1-based), None when it was not counted;
    `estimated` says that the day may still change by decree.
    """

    date: date
    kind: DayKind
    reason: str
    counted_as: int | None
    estimated: bool


class Certainty(NamedTuple):
    """How sure a due date is; `sentence` is empty when everything is decreed."""

    status: YearStatus
    sentence: str


class HolidaySource(Protocol):
    """Where the state's days off come from."""

    def days(self, year: int) -> Mapping[date, DayInfo]:
        """Return the days off of `year`; empty when nothing is known."""
        ...

    def status(self, year: int) -> YearStatus:
        """How far the days off of `year` are settled."""
        ...
