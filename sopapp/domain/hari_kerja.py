"""Working days: what counts, when a stage is due, and why.

Rules: five working days a week (Perpres 21/2023 Pasal 3), less libur nasional and cuti
bersama, changed by the office's own table. The start day is day 0 unless the office
counts it. With the start day counted, a start on a non-working day begins on the next
working day; both rules then give the same date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import MAXYEAR, MINYEAR, date
from itertools import accumulate
from typing import Final

from sopapp.domain.days_off import (
    Certainty,
    DayInfo,
    DayKind,
    ExplainedDay,
    HolidaySource,
    OfficeDay,
    YearStatus,
)
from sopapp.domain.errors import DomainError
from sopapp.domain.tanggal import HARI, tanggal

_LONGEST: Final = 366 * MAXYEAR

_STATUS_SENTENCES: Final = {
    YearStatus.ESTIMATED: "Hari libur {} belum ditetapkan; tenggat dapat berubah.",
    YearStatus.UNKNOWN: "Hari libur {} tidak diketahui; tenggat hanya memperhitungkan akhir "
    "pekan dan dapat berubah.",
}

_Works = Callable[[date, Mapping[date, DayInfo]], bool]


class _Year:
    """One year laid out so that a count is two look-ups.

    `before[i]` is the number of working days before the i-th day of the year (0-based,
    one entry more than there are days), `days` the working days in order, `movable` the days
    off that may still move, in order.
    """

    __slots__ = ("before", "days", "first", "movable", "state_days", "status", "total")

    def __init__(self, year: int, source: HolidaySource, works: _Works) -> None:
        self.state_days: Final = source.days(year)
        self.status: Final = source.status(year)
        self.first: Final = date(year, 1, 1).toordinal()
        last = date(year, 12, 31).toordinal()
        dates = [date.fromordinal(number) for number in range(self.first, last + 1)]
        worked = [works(day, self.state_days) for day in dates]
        self.before: Final = list(accumulate(worked, initial=0))
        self.days: Final = [day for day, on in zip(dates, worked, strict=True) if on]
        self.total: Final = len(self.days)
        estimated = (day for day, info in self.state_days.items() if info.estimated)
        self.movable: Final = sorted(estimated)


class HariKerja:
    """The office's calendar of working days.

    Settings are fixed at construction; years are read from `source` when first touched,
    so one object serves any date. Dates are plain `date`s without a time zone: the
    office's own day. Every method raises DomainError when a count leaves the years
    1 to 9999 or `n` is negative.
    """

    def __init__(
        self,
        source: HolidaySource,
        office: Mapping[date, OfficeDay] | None = None,
        *,
        workweek: int = 5,
        count_start_day: bool = False,
        work_on_cuti_bersama: bool = False,
    ) -> None:
        if workweek not in (5, 6):
            raise DomainError(
                f"Jumlah hari kerja seminggu {workweek} tidak dikenal; isi 5 atau 6.",
                field="workweek",
            )
        self.workweek: Final = workweek
        self.count_start_day: Final = count_start_day
        self.work_on_cuti_bersama: Final = work_on_cuti_bersama
        self._source: Final = source
        self._office: Final = dict(office or {})
        self._years: Final[dict[int, _Year]] = {}
        # Day 0 is left out of the count by looking at the day after it.
        self._skip: Final = 0 if count_start_day else 1

    def is_working(self, day: date) -> bool:
        """Whether the office works on `day`."""
        return self._works(day, self._year(day.year).state_days)

    def add(self, day: date, n: int) -> date:
        """Return the n-th working day after `day`; `day` itself for n = 0, worked or not."""
        return self._forward(day, n, 1)

    def back(self, day: date, n: int) -> date:
        """Return the n-th working day before `day`; `day` itself for n = 0, worked or not."""
        _check_length(n)
        if n == 0:
            return day
        number = day.year
        year = self._year(number)
        position = year.before[day.toordinal() - year.first] - n
        while position < 0:
            number -= 1
            year = self._year(number)
            position += year.total
        return year.days[position]

    def count(self, start: date, end: date) -> int:
        """Count the working days after `start`, `end` included; negative when end < start."""
        if end < start:
            return -self.count(end, start)
        between = sum(self._year(number).total for number in range(start.year, end.year))
        return between + self._rank(end) - self._rank(start)

    def due(self, start: date, n: int) -> date:
        """Return the last of `n` working days from `start`, by the office's rule on the start day.

        Day 0 is `start`; with `count_start_day` it is day 1, or the next working day is
        when `start` is not worked. n = 0 gives `start`.
        """
        # The same as _forward, written out: this is the call the board makes per card.
        year = self._years.get(start.year)
        if year is not None and n > 0:
            position = year.before[start.toordinal() - year.first + self._skip] + n
            if position <= year.total:
                return year.days[position - 1]
        return self._forward(start, n, self._skip)

    def dues(self, start: date, lengths: Iterable[int]) -> tuple[date, ...]:
        """Chain due dates of stages back to back: each begins where the one before was due.

        Only the first can count its start day; a later stage's day 0 is a day that the
        stage before it has already used.
        """
        ends: list[date] = []
        for n in lengths:
            ends.append(self.add(ends[-1], n) if ends else self.due(start, n))
        return tuple(ends)

    def days_left(self, today: date, due: date) -> int:
        """Count the working days left after `today`: 0 on the due day, negative when it has passed.

        The day after the due day is -1 even when it is not worked, so that the sign
        alone tells late from due today.
        """
        if today > due:
            return min(-1, self.count(today, due))
        return self.count(today, due)

    def explain(self, start: date, n: int) -> tuple[ExplainedDay, ...]:
        """List every calendar day from `start` to `due(start, n)`, counted or not and why."""
        end = self.due(start, n)
        told: list[ExplainedDay] = []
        counted = 0
        for ordinal in range(start.toordinal(), end.toordinal() + 1):
            day = date.fromordinal(ordinal)
            kind, reason, estimated = self._describe(day)
            is_day_zero = day == start and (self._skip == 1 or n == 0)
            as_number = None
            if is_day_zero:
                reason = f"tanggal mulai, tidak dihitung ({reason})"
            elif kind in (DayKind.WORKING, DayKind.OFFICE_ON):
                counted += 1
                as_number = counted
            told.append(ExplainedDay(day, kind, reason, as_number, estimated))
        return tuple(told)

    def certainty(self, start: date, due: date) -> Certainty:
        """Judge how sure a due date is: the worst status of its years and of its movable days.

        A feast set by sidang isbat can move one day, so the day after `due` counts too.
        Days that the office has decided itself are sure.
        """
        first, last = min(start, due), max(start, due)
        years = range(first.year, last.year + 1)
        for status in (YearStatus.UNKNOWN, YearStatus.ESTIMATED):
            touched = [str(year) for year in years if self._year(year).status is status]
            if touched:
                names = " dan ".join(touched) if len(touched) < 3 else f"{touched[0]}–{touched[-1]}"
                return Certainty(status, _STATUS_SENTENCES[status].format(names))
        movable = self._movable_day(first, last)
        if movable is None:
            return Certainty(YearStatus.DECREED, "")
        day, name = movable
        return Certainty(
            YearStatus.ESTIMATED,
            f"Tanggal {name} ({tanggal(day)}) masih perkiraan; tenggat dapat berubah.",
        )

    def status(self, year: int) -> YearStatus:
        """Tell how far the holidays of `year` are settled."""
        return self._year(year).status

    def describe(self, day: date) -> ExplainedDay:
        """Tell what `day` is, outside any count."""
        kind, reason, estimated = self._describe(day)
        return ExplainedDay(day, kind, reason, None, estimated)

    def _movable_day(self, first: date, last: date) -> tuple[date, str] | None:
        last = date.fromordinal(min(last.toordinal() + 1, date.max.toordinal()))
        for number in range(first.year, last.year + 1):
            year = self._year(number)
            for day in year.movable:
                if first <= day <= last and day not in self._office:
                    return day, year.state_days[day].name
        return None

    def _describe(self, day: date) -> tuple[DayKind, str, bool]:
        year = self._year(day.year)
        kind = self._kind(day, year.state_days)
        office = self._office.get(day)
        if office is not None:
            return kind, f"{kind.label}: {office.reason}", False
        info = year.state_days.get(day)
        estimated = year.status is not YearStatus.DECREED or (info is not None and info.estimated)
        return kind, _reason(day, kind, info), estimated

    def _kind(self, day: date, state_days: Mapping[date, DayInfo]) -> DayKind:
        office = self._office.get(day)
        if office is not None:
            return DayKind.OFFICE_ON if office.works else DayKind.OFFICE_OFF
        info = state_days.get(day)
        if info is not None and not (
            self.work_on_cuti_bersama and info.kind is DayKind.CUTI_BERSAMA
        ):
            return info.kind
        return DayKind.WEEKEND if day.weekday() >= self.workweek else DayKind.WORKING

    def _works(self, day: date, state_days: Mapping[date, DayInfo]) -> bool:
        return self._kind(day, state_days) in (DayKind.WORKING, DayKind.OFFICE_ON)

    def _forward(self, day: date, n: int, skip: int) -> date:
        _check_length(n)
        if n == 0:
            return day
        number = day.year
        year = self._year(number)
        position = year.before[day.toordinal() - year.first + skip] + n
        while position > year.total:
            position -= year.total
            number += 1
            year = self._year(number)
        return year.days[position - 1]

    def _rank(self, day: date) -> int:
        """Working days of the year up to and including `day`."""
        year = self._year(day.year)
        return year.before[day.toordinal() - year.first + 1]

    def _year(self, number: int) -> _Year:
        year = self._years.get(number)
        if year is None:
            if not MINYEAR <= number <= MAXYEAR:
                raise DomainError(
                    "Hitungan hari kerja keluar dari tahun 1 sampai 9999; periksa tanggal mulai "
                    "dan jumlah hari kerjanya."
                )
            year = self._years[number] = _Year(number, self._source, self._works)
        return year


def _reason(day: date, kind: DayKind, info: DayInfo | None) -> str:
    if kind is DayKind.WEEKEND:
        return f"akhir pekan ({HARI[day.weekday()]})"
    if info is None:
        return kind.label
    if kind is DayKind.WORKING:
        return f"{kind.label}, kantor tetap buka pada {info.name}"
    mark = " (perkiraan)" if info.estimated else ""
    # "cuti bersama: Cuti Bersama Hari Raya Natal" would say it twice.
    name = info.name.removeprefix("Cuti Bersama ") if kind is DayKind.CUTI_BERSAMA else info.name
    return f"{kind.label}: {name}{mark}"


def _check_length(n: int) -> None:
    if n < 0:
        raise DomainError(f"Jumlah hari kerja {n} tidak boleh negatif.", field="hari_kerja")
    if n > _LONGEST:
        raise DomainError(f"Jumlah hari kerja {n} terlalu besar.", field="hari_kerja")
