"""Which backups a rule keeps, for every sequence of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sopapp.backup.retention import Rule, newest_first, surplus


@dataclass(frozen=True, slots=True)
class Made:
    made: datetime
    riwayat: int
    restores: int = 0


START = datetime(2026, 1, 5, 3, 0, tzinfo=UTC)  # a Monday
moments = st.integers(0, 900 * 24).map(lambda hours: START + timedelta(hours=hours))
lists = st.lists(st.builds(Made, moments, st.integers(1, 500)), max_size=60, unique=True)
rules = st.builds(Rule, st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))


def daily(days: int) -> list[Made]:
    return [Made(START + timedelta(days=day), day + 1) for day in range(days)]


def kept(backups: list[Made], rule: Rule) -> list[Made]:
    gone = surplus(backups, rule, UTC)
    return [each for each in newest_first(backups) if each not in gone]


def test_the_latest_are_kept() -> None:
    assert [each.riwayat for each in kept(daily(20), Rule(3, 0, 0))] == [20, 19, 18]


def test_the_newest_of_each_week_is_kept() -> None:
    # Days 7, 14, 21, 28 are Sundays; the 30th is a Tuesday.
    assert [each.riwayat for each in kept(daily(30), Rule(1, 3, 0))] == [30, 28, 21]


def test_the_newest_of_each_month_is_kept() -> None:
    days = [f"{each.made:%m-%d}" for each in kept(daily(100), Rule(1, 0, 3))]

    assert days == ["04-14", "03-31", "02-28"]


def test_a_week_without_a_backup_takes_no_place() -> None:
    backups = [Made(START + timedelta(weeks=week), week + 1) for week in (0, 10, 30)]

    assert len(kept(backups, Rule(1, 3, 0))) == 3


def test_a_clock_that_was_wrong_does_not_push_out_newer_work() -> None:
    backups = daily(10)
    backups.append(Made(datetime(2035, 1, 1, tzinfo=UTC), 5))

    assert kept(backups, Rule(1, 0, 0)) == [backups[9]]


def test_the_week_is_that_of_the_place() -> None:
    # Sunday evening in Greenwich is Monday in Kupang.
    from datetime import timezone

    wita = timezone(timedelta(hours=8))
    sunday = Made(datetime(2026, 1, 11, 20, 0, tzinfo=UTC), 1)
    monday = Made(datetime(2026, 1, 12, 3, 0, tzinfo=UTC), 2)

    assert surplus([sunday, monday], Rule(1, 2, 0), wita) == (sunday,)
    assert surplus([sunday, monday], Rule(1, 2, 0), UTC) == ()


@given(lists, rules)
def test_the_newest_stays_and_the_rest_is_bounded(backups: list[Made], rule: Rule) -> None:
    left = kept(backups, rule)

    if backups:
        assert left[0] == newest_first(backups)[0]
        assert len(left) <= max(1, rule.latest) + rule.weekly + rule.monthly
        states = {each.riwayat: each for each in reversed(newest_first(backups))}
        latest = sorted(states.values(), key=newest_first(backups).index)[: rule.latest]
        assert set(latest) <= set(left)


@given(lists, rules)
def test_pruning_twice_takes_nothing_more(backups: list[Made], rule: Rule) -> None:
    left = kept(backups, rule)

    assert surplus(left, rule, UTC) == ()


@given(lists, rules)
def test_a_more_generous_rule_keeps_no_less(backups: list[Made], rule: Rule) -> None:
    more = Rule(rule.latest + 1, rule.weekly + 1, rule.monthly + 1)

    assert set(kept(backups, rule)) <= set(kept(backups, more))
