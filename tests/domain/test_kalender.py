"""Weeks of a month, and the way from month to month."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.kalender import bulan_lain, dapat_tampil, minggu_penuh

DATES = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@given(DATES)
def test_a_month_is_shown_in_whole_weeks_from_monday(day: date) -> None:
    days = minggu_penuh(day.year, day.month)

    assert len(days) % 7 == 0
    assert days[0].weekday() == 0
    assert days == tuple(days[0] + timedelta(days=n) for n in range(len(days)))
    own = [each for each in days if (each.year, each.month) == (day.year, day.month)]
    assert own[0].day == 1
    assert (own[-1] + timedelta(days=1)).day == 1
    assert own[0] in days[:7]  # no week is wholly another month's
    assert own[-1] in days[-7:]


@given(DATES, st.integers(-30, 30))
def test_so_many_months_on_is_the_same_day_or_the_last(day: date, months: int) -> None:
    other = bulan_lain(day, months)

    assert (other.year * 12 + other.month) - (day.year * 12 + day.month) == months
    assert other.day == day.day or (other + timedelta(days=1)).day == 1
    assert other.day <= day.day


def test_a_day_outside_the_years_shown_gives_the_nearest() -> None:
    assert dapat_tampil(date.min) == date(2000, 1, 1)
    assert dapat_tampil(date.max) == date(2100, 12, 31)
    assert dapat_tampil(date(2026, 2, 3)) == date(2026, 2, 3)
