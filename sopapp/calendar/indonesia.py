"""Days off of Indonesia from the `holidays` package, kept in a cache file between starts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from sopapp.calendar.holiday_cache import CachedYear, HolidayCache
from sopapp.domain.days_off import DayInfo, DayKind, YearStatus
from sopapp.domain.errors import EnvironmentProblem

_ESTIMATED_MARK: Final = " (perkiraan)"
_FIRST_YEAR: Final = 1946
_LAST_YEAR: Final = 2100
# Importing the package costs more than these years: take the neighbours along, so that
# a due date over New Year does not import it again at the next start.
_YEARS_BACK: Final = 2
_YEARS_AHEAD: Final = 3
_UNKNOWN: Final = CachedYear(MappingProxyType({}), YearStatus.UNKNOWN)


class IndonesianHolidays:
    """Libur nasional and cuti bersama by year; a `HolidaySource`.

    `cache` is a file that this object may read and write; None works without one. The
    package (over 100 ms to import) is loaded only for a year that is not in the cache.
    """

    def __init__(self, cache: Path | None = None) -> None:
        self._cache: Final = HolidayCache(cache) if cache is not None else None
        self._years: dict[int, CachedYear] | None = None

    def days(self, year: int) -> Mapping[date, DayInfo]:
        """Return the days off of `year`; empty outside 1946 to 2100.

        Raises EnvironmentProblem when the package is missing.
        """
        return self._year(year).days

    def status(self, year: int) -> YearStatus:
        """Tell how far `year` is settled.

        DECREED when cuti bersama is known, as it comes by decree only; else ESTIMATED;
        UNKNOWN outside 1946 to 2100.
        """
        return self._year(year).status

    def _year(self, number: int) -> CachedYear:
        if not _FIRST_YEAR <= number <= _LAST_YEAR:
            return _UNKNOWN
        if self._years is None:
            self._years = self._cache.read() if self._cache is not None else {}
        if number not in self._years:
            first = max(_FIRST_YEAR, number - _YEARS_BACK)
            last = min(_LAST_YEAR, number + _YEARS_AHEAD)
            self._years |= _compute(range(first, last + 1))
            if self._cache is not None:
                self._cache.write(self._years)
        return self._years[number]


def _compute(years: Iterable[int]) -> dict[int, CachedYear]:
    try:
        from holidays.constants import GOVERNMENT, PUBLIC
        from holidays.countries.indonesia import Indonesia
    except ImportError as error:
        raise EnvironmentProblem(
            "Pustaka hari libur (holidays) tidak dapat dimuat, sehingga hari kerja tidak dapat "
            f"dihitung. Pasang ulang program ini. ({error})"
        ) from error
    found: dict[int, CachedYear] = {}
    for year in years:
        joint = _named(Indonesia(years=year, expand=False, categories=(GOVERNMENT,), language="id"))
        public = _named(Indonesia(years=year, expand=False, categories=(PUBLIC,), language="id"))
        days = {day: _info(name, DayKind.CUTI_BERSAMA) for day, name in joint.items()}
        # A feast day stays a feast day, also where it is a joint leave at the same time.
        days |= {day: _info(name, DayKind.HOLIDAY) for day, name in public.items()}
        status = YearStatus.DECREED if joint else YearStatus.ESTIMATED
        found[year] = CachedYear(MappingProxyType(dict(sorted(days.items()))), status)
    return found


def _named(days: Mapping[date, str]) -> dict[date, str]:
    return dict(days.items())


def _info(name: str, kind: DayKind) -> DayInfo:
    return DayInfo(name.replace(_ESTIMATED_MARK, ""), kind, estimated=_ESTIMATED_MARK in name)
