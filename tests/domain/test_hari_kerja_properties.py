"""What holds for any calendar: against a day-by-day count and as laws of arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sopapp.domain.days_off import DayInfo, DayKind, OfficeDay, YearStatus
from sopapp.domain.hari_kerja import HariKerja

DAY = timedelta(days=1)
# A narrow span, so that the drawn days off and the drawn start often meet over New Year.
DATES = st.dates(date(2026, 11, 1), date(2027, 2, 28))
LENGTHS = st.integers(0, 60)
quick = settings(max_examples=40)


@dataclass
class Source:
    table: Mapping[date, DayInfo]

    def days(self, year: int) -> Mapping[date, DayInfo]:
        return {day: info for day, info in self.table.items() if day.year == year}

    def status(self, year: int) -> YearStatus:
        return YearStatus.DECREED


@dataclass
class Case:
    """A calendar and, written again from the rules, whether a day is worked."""

    state: Mapping[date, DayInfo]
    office: Mapping[date, OfficeDay]
    workweek: int
    counted: bool

    @property
    def calendar(self) -> HariKerja:
        return HariKerja(
            Source(self.state),
            self.office,
            workweek=self.workweek,
            count_start_day=self.counted,
        )

    def works(self, day: date) -> bool:
        if day in self.office:
            return self.office[day].works
        return day.isoweekday() <= self.workweek and day not in self.state

    def walk(self, day: date, n: int, step: timedelta) -> date:
        while n:
            day += step
            n -= self.works(day)
        return day


@st.composite
def cases(draw) -> Case:
    infos = st.builds(
        DayInfo,
        st.just("Hari Raya"),
        st.sampled_from([DayKind.HOLIDAY, DayKind.CUTI_BERSAMA]),
        st.booleans(),
    )
    return Case(
        draw(st.dictionaries(DATES, infos, max_size=25)),
        draw(
            st.dictionaries(
                DATES, st.builds(OfficeDay, st.booleans(), st.just("alasan")), max_size=15
            )
        ),
        draw(st.sampled_from([5, 6])),
        draw(st.booleans()),
    )


@given(cases(), DATES, LENGTHS)
def test_agrees_with_walking_day_by_day(case, start, n):
    calendar = case.calendar
    first = start - DAY if case.counted and n else start
    assert calendar.is_working(start) == case.works(start)
    assert calendar.add(start, n) == case.walk(start, n, DAY)
    assert calendar.back(start, n) == case.walk(start, n, -DAY)
    assert calendar.due(start, n) == case.walk(first, n, DAY)
    # Once more with every year loaded, which takes the short way.
    assert calendar.due(start, n) == case.walk(first, n, DAY)


@quick
@given(cases(), DATES, DATES)
def test_count_agrees_with_walking(case, start, end):
    low, high = min(start, end), max(start, end)
    worked = sum(case.works(low + DAY * k) for k in range(1, (high - low).days + 1))
    assert case.calendar.count(start, end) == (worked if start <= end else -worked)


@quick
@given(cases(), DATES, DATES, LENGTHS)
def test_a_later_start_is_never_due_earlier(case, one, other, n):
    calendar = case.calendar
    early, late = sorted((one, other))
    assert calendar.due(early, n) <= calendar.due(late, n)
    assert calendar.due(early, n) < calendar.due(early, n + 1) or n == 0


@quick
@given(cases(), DATES, LENGTHS, LENGTHS)
def test_lengths_add_up(case, day, a, b):
    calendar = case.calendar
    assert calendar.add(calendar.add(day, a), b) == calendar.add(day, a + b)
    assert calendar.back(calendar.back(day, a), b) == calendar.back(day, a + b)


@quick
@given(cases(), DATES, LENGTHS)
def test_counting_back_undoes_counting_on(case, day, n):
    calendar = case.calendar
    if not calendar.is_working(day):
        day = calendar.add(day, 1)
    assert calendar.back(calendar.add(day, n), n) == day
    assert calendar.count(day, calendar.add(day, n)) == n


@quick
@given(cases(), DATES, st.integers(1, 60))
def test_nothing_is_due_on_a_day_off(case, start, n):
    calendar = case.calendar
    for day in (calendar.add(start, n), calendar.back(start, n), calendar.due(start, n)):
        assert case.works(day)


@quick
@given(cases(), DATES, st.integers(1, 30))
def test_the_explanation_counts_to_the_due_date(case, start, n):
    calendar = case.calendar
    told = calendar.explain(start, n)
    due = calendar.due(start, n)
    assert [day.date for day in told] == [start + DAY * k for k in range((due - start).days + 1)]
    assert [day.counted_as for day in told if day.counted_as] == list(range(1, n + 1))
    assert told[-1].counted_as == n
    assert all(case.works(day.date) for day in told if day.counted_as)
    skipped = [day for day in told if not day.counted_as and day.date != start]
    assert not any(case.works(day.date) for day in skipped)
    assert all(day.reason for day in told)


@quick
@given(cases(), DATES, st.lists(st.integers(1, 20), min_size=1, max_size=5))
def test_a_chain_takes_as_long_as_its_stages_together(case, start, lengths):
    calendar = case.calendar
    assert calendar.dues(start, lengths)[-1] == calendar.due(start, sum(lengths))


@quick
@given(cases(), DATES, DATES)
def test_the_sign_of_days_left_tells_late(case, today, other):
    calendar = case.calendar
    due = calendar.add(other, 1)
    left = calendar.days_left(today, due)
    assert (left < 0) == (today > due)
    assert (left == 0) == (today == due)
