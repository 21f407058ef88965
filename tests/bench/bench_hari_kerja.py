"""A due date against a bare scalar call of numpy.busday_offset on the same calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from timeit import repeat

import numpy as np

from sopapp.calendar.indonesia import IndonesianHolidays
from sopapp.domain.hari_kerja import HariKerja

AIM = 1.0
_FIRST = date(2026, 1, 1)
_DAYS = 365
_ROUNDS = 30


def _fastest(call: Callable[[], object]) -> float:
    return min(repeat(call, number=_ROUNDS, repeat=7))


def run() -> list[tuple[str, float, float]]:
    """Name, ratio to numpy (lower is better) and the ratio aimed at."""
    source = IndonesianHolidays()
    calendar = HariKerja(source)
    off = [day for year in (2025, 2026, 2027, 2028) for day in source.days(year)]
    busdays = np.busdaycalendar(holidays=off)
    starts = [_FIRST + timedelta(days=number) for number in range(_DAYS)]
    # numpy gets its own type ready-made: the conversion is not held against it.
    np_starts = [np.datetime64(start) for start in starts]
    rows: list[tuple[str, float, float]] = []
    for n in (1, 5, 11):
        expected = [
            np.busday_offset(start, n, roll="backward", busdaycal=busdays).item()
            for start in np_starts
        ]
        assert [calendar.due(start, n) for start in starts] == expected

        def ours(n: int = n) -> None:
            for start in starts:
                calendar.due(start, n)

        def bare(n: int = n) -> None:
            for start in np_starts:
                np.busday_offset(start, n, roll="backward", busdaycal=busdays)

        rows.append((f"due, {n} working days", _fastest(ours) / _fastest(bare), AIM))
    return rows


if __name__ == "__main__":
    for name, ratio, aim in run():
        print(f"{name:<24} {ratio:6.2f}x  (aim {aim}x)")
