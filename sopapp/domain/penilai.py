"""Durations measured in working days beside their standard.

The days used are told as the board tells them: the standard less the working days left at the
end. So what took more than its standard is exactly what was late, also when it ended on a
weekend after its due day.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from sopapp.domain.days_off import YearStatus
from sopapp.domain.errors import DomainError
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.kinerja import Keadaan, Ukuran
from sopapp.domain.route import stage_due


class Penilai:
    """Measures durations; each is worked out once, for thousands of berkas share their days."""

    def __init__(self, calendar: HariKerja, today: date) -> None:
        self._calendar = calendar
        self._today = today
        self._known: dict[tuple[date, date | None, int, bool], Ukuran] = {}
        self._dues: dict[tuple[date, int, bool], date] = {}
        self._ranks: dict[date, int] = {}
        self._doubts: dict[int, list[int] | None] = {}

    def ukur(self, mulai: date, selesai: date | None, standar: int, *, first: bool) -> Ukuran:
        """The duration from `mulai` to `selesai`, or to today while it runs.

        `first` is for what may count its start day: a berkas' first stage, and the whole.
        """
        key = (mulai, selesai, standar, first)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._judge(*key)
        return known

    def _judge(self, mulai: date, selesai: date | None, standar: int, first: bool) -> Ukuran:
        end = max(self._today, mulai) if selesai is None else selesai
        unjudged = Ukuran(None, standar, Keadaan.TAK_DINILAI)
        if end < mulai:
            return unjudged
        try:
            due = self._due(mulai, standar, first)
            estimated = self._estimated(mulai, max(end, due))
            used = standar - self._left(end, due)
        except DomainError:  # beyond the last year that can be counted
            return unjudged
        if estimated is None:
            return unjudged
        return Ukuran(used, standar, keadaan(used, standar, over=selesai is not None), estimated)

    def _due(self, mulai: date, standar: int, first: bool) -> date:
        key = (mulai, standar, first)
        if key not in self._dues:
            self._dues[key] = stage_due(self._calendar, mulai, standar, first=first)
        return self._dues[key]

    def _left(self, end: date, due: date) -> int:
        """As `HariKerja.days_left`, out of one count for each day."""
        left = self._rank(due) - self._rank(end)
        return min(-1, left) if end > due else left

    def _rank(self, day: date) -> int:
        if day not in self._ranks:
            self._ranks[day] = self._calendar.count(self._today, day)
        return self._ranks[day]

    def _estimated(self, first: date, last: date) -> bool | None:
        """Whether a holiday of these days may still move; None where nobody knows them.

        As `HariKerja.certainty` of the whole span, out of what it says of each day once.
        """
        found = False
        start, end = first.toordinal(), last.toordinal()
        for year in range(first.year, last.year + 1):
            days = self._doubtful(year)
            if days is None:
                return None
            place = bisect_left(days, start)
            found = found or (place < len(days) and days[place] <= end)
        return found

    def _doubtful(self, year: int) -> list[int] | None:
        """The days of a year that are not sure, as ordinals; None for an unknown year."""
        if year not in self._doubts:
            unknown = self._calendar.status(year) is YearStatus.UNKNOWN
            first = date(year, 1, 1).toordinal()
            days = map(date.fromordinal, range(first, date(year, 12, 31).toordinal() + 1))
            self._doubts[year] = (
                None
                if unknown
                else [
                    day.toordinal()
                    for day in days
                    if self._calendar.certainty(day, day).status is not YearStatus.DECREED
                ]
            )
        return self._doubts[year]


def keadaan(days: int, standar: int, *, over: bool) -> Keadaan:
    """What so many days say beside their standard; `over` when they are all."""
    if days > standar:
        return Keadaan.TERLAMBAT if over else Keadaan.LEWAT
    return Keadaan.TEPAT if over else Keadaan.BERJALAN
