"""Working days on a calendar made up here: rules, overrides, words and limits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from sopapp.domain.days_off import DayInfo, DayKind, OfficeDay, YearStatus
from sopapp.domain.errors import DomainError
from sopapp.domain.hari_kerja import HariKerja

NATAL = date(2026, 12, 25)
CUTI_NATAL = date(2026, 12, 24)
TAHUN_BARU = date(2027, 1, 1)


class Source:
    """Christmas and New Year, with the status of each year given."""

    def __init__(self, status: Mapping[int, YearStatus] | None = None, moving: bool = False):
        self.statuses = status or {}
        self.moving = moving
        self.asked: list[int] = []

    def days(self, year: int) -> Mapping[date, DayInfo]:
        self.asked.append(year)
        return {
            date(year, 1, 1): DayInfo("Tahun Baru Masehi", DayKind.HOLIDAY, estimated=False),
            date(year, 12, 24): DayInfo(
                "Cuti Bersama Hari Raya Natal", DayKind.CUTI_BERSAMA, estimated=False
            ),
            date(year, 12, 25): DayInfo("Hari Raya Natal", DayKind.HOLIDAY, estimated=self.moving),
        }

    def status(self, year: int) -> YearStatus:
        return self.statuses.get(year, YearStatus.DECREED)


def calendar(**settings) -> HariKerja:
    return HariKerja(Source(), **settings)


def test_start_day_is_day_zero_unless_the_office_counts_it():
    monday = date(2026, 11, 23)
    assert calendar().due(monday, 5) == date(2026, 11, 30)
    assert calendar(count_start_day=True).due(monday, 5) == date(2026, 11, 27)


@pytest.mark.parametrize("counted", [False, True])
def test_a_start_on_a_day_off_begins_on_the_next_working_day(counted):
    saturday = date(2026, 11, 21)
    hari_kerja = calendar(count_start_day=counted)
    assert hari_kerja.due(saturday, 1) == date(2026, 11, 23)
    assert hari_kerja.due(saturday, 5) == date(2026, 11, 27)


def test_only_the_first_stage_of_a_chain_counts_its_start_day():
    dues = calendar(count_start_day=True).dues(date(2026, 11, 23), (1, 1, 1))
    assert dues == (date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25))


def test_zero_days_is_the_day_itself():
    saturday = date(2026, 11, 21)
    for hari_kerja in (calendar(), calendar(count_start_day=True)):
        assert hari_kerja.add(saturday, 0) == saturday
        assert hari_kerja.back(saturday, 0) == saturday
        assert hari_kerja.due(saturday, 0) == saturday


def test_counts_over_new_year_and_back():
    assert calendar().add(date(2026, 12, 23), 5) == date(2027, 1, 4)
    assert calendar().back(date(2027, 1, 4), 5) == date(2026, 12, 23)
    assert calendar().count(date(2026, 12, 23), date(2027, 1, 4)) == 5
    assert calendar().count(date(2027, 1, 4), date(2026, 12, 23)) == -5


def test_six_day_week_works_on_saturday_only_besides():
    six = calendar(workweek=6)
    assert six.is_working(date(2026, 11, 28))
    assert not six.is_working(date(2026, 11, 29))
    assert six.due(date(2026, 11, 23), 6) == date(2026, 11, 30)


def test_a_week_of_any_other_length_is_refused():
    with pytest.raises(DomainError, match="5 atau 6") as refused:
        calendar(workweek=7)
    assert refused.value.field == "workweek"


def test_the_office_overrides_the_state_both_ways():
    office = {
        CUTI_NATAL: OfficeDay(works=True, reason="piket pelayanan"),
        date(2026, 12, 23): OfficeDay(works=False, reason="pesta pelindung"),
        date(2026, 12, 26): OfficeDay(works=True, reason="pengganti hari kerja"),
    }
    hari_kerja = calendar(office=office)
    assert hari_kerja.add(date(2026, 12, 22), 1) == CUTI_NATAL
    assert hari_kerja.add(CUTI_NATAL, 1) == date(2026, 12, 26)
    told = hari_kerja.explain(date(2026, 12, 22), 2)
    assert [(day.kind, day.reason) for day in told[1:]] == [
        (DayKind.OFFICE_OFF, "libur kantor: pesta pelindung"),
        (DayKind.OFFICE_ON, "masuk kantor: piket pelayanan"),
        (DayKind.HOLIDAY, "libur nasional: Hari Raya Natal"),
        (DayKind.OFFICE_ON, "masuk kantor: pengganti hari kerja"),
    ]


def test_a_service_unit_may_work_through_cuti_bersama():
    hari_kerja = calendar(work_on_cuti_bersama=True)
    assert hari_kerja.is_working(CUTI_NATAL)
    assert not hari_kerja.is_working(NATAL)
    assert "Cuti Bersama Hari Raya Natal" in hari_kerja.describe(CUTI_NATAL).reason


def test_explains_every_calendar_day():
    told = calendar().explain(date(2026, 12, 23), 2)
    assert [(day.date.day, day.kind, day.reason, day.counted_as) for day in told] == [
        (23, DayKind.WORKING, "tanggal mulai, tidak dihitung (hari kerja)", None),
        (24, DayKind.CUTI_BERSAMA, "cuti bersama: Hari Raya Natal", None),
        (25, DayKind.HOLIDAY, "libur nasional: Hari Raya Natal", None),
        (26, DayKind.WEEKEND, "akhir pekan (Sabtu)", None),
        (27, DayKind.WEEKEND, "akhir pekan (Minggu)", None),
        (28, DayKind.WORKING, "hari kerja", 1),
        (29, DayKind.WORKING, "hari kerja", 2),
    ]


def test_explains_a_counted_start_day_as_the_first():
    told = calendar(count_start_day=True).explain(date(2026, 12, 23), 1)
    assert [(day.date.day, day.counted_as) for day in told] == [(23, 1)]


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (date(2026, 11, 25), 2),
        (date(2026, 11, 27), 0),
        (date(2026, 11, 28), -1),  # Saturday: the due day has passed
        (date(2026, 11, 30), -1),
        (date(2026, 12, 1), -2),
    ],
)
def test_days_left_is_negative_as_soon_as_the_due_day_has_passed(today, left):
    assert calendar().days_left(today, date(2026, 11, 27)) == left


def test_days_left_before_a_weekend_counts_working_days_only():
    monday = date(2026, 11, 30)
    assert [calendar().days_left(date(2026, 11, day), monday) for day in (27, 28, 29)] == [1, 1, 1]


def certainty(source: Source, start: date, due: date, **settings):
    return HariKerja(source, **settings).certainty(start, due)


def test_a_decreed_year_needs_no_words():
    sure = certainty(Source(), date(2026, 11, 2), date(2026, 11, 9))
    assert (sure.status, sure.sentence) == (YearStatus.DECREED, "")


def test_the_worst_year_that_a_count_touches_is_told():
    source = Source({2027: YearStatus.ESTIMATED, 2028: YearStatus.UNKNOWN})
    before = certainty(source, date(2026, 12, 1), date(2026, 12, 30))
    over = certainty(source, date(2026, 12, 21), date(2027, 1, 4))
    beyond = certainty(source, date(2027, 12, 21), date(2028, 1, 4))
    assert before.status is YearStatus.DECREED
    assert over.status is YearStatus.ESTIMATED
    assert over.sentence == "Hari libur 2027 belum ditetapkan; tenggat dapat berubah."
    assert beyond.status is YearStatus.UNKNOWN
    assert "2028" in beyond.sentence
    assert "tidak diketahui" in beyond.sentence


def test_several_years_are_named_together():
    source = Source(dict.fromkeys((2027, 2028, 2029), YearStatus.ESTIMATED))
    two = certainty(source, date(2027, 6, 1), date(2028, 6, 1))
    three = certainty(source, date(2027, 6, 1), date(2029, 6, 1))
    assert "2027 dan 2028" in two.sentence
    assert "2027–2029" in three.sentence


@pytest.mark.parametrize(
    ("due", "status"),
    [
        (date(2026, 12, 23), YearStatus.DECREED),
        (date(2026, 12, 24), YearStatus.ESTIMATED),  # the feast may come one day earlier
        (date(2026, 12, 29), YearStatus.ESTIMATED),
    ],
)
def test_a_feast_that_may_move_makes_the_due_date_unsure(due, status):
    unsure = certainty(Source(moving=True), date(2026, 12, 21), due)
    assert unsure.status is status
    assert ("Hari Raya Natal (25 Desember 2026)" in unsure.sentence) is (
        status is YearStatus.ESTIMATED
    )


def test_a_day_that_the_office_has_decided_is_sure():
    office = {NATAL: OfficeDay(works=False, reason="Natal")}
    start, due = date(2026, 12, 21), date(2026, 12, 29)
    assert certainty(Source(moving=True), start, due, office=office).status is YearStatus.DECREED
    told = HariKerja(Source(moving=True), office).explain(start, 5)
    assert not any(day.estimated for day in told)


def test_days_of_an_undecreed_year_are_marked_in_the_explanation():
    told = HariKerja(Source({2027: YearStatus.ESTIMATED})).explain(date(2026, 12, 30), 3)
    assert {day.date.year: day.estimated for day in told} == {2026: False, 2027: True}


def test_an_estimated_feast_says_so():
    told = HariKerja(Source(moving=True)).describe(NATAL)
    assert told.reason == "libur nasional: Hari Raya Natal (perkiraan)"
    assert told.estimated


def test_years_are_asked_for_once_and_only_when_needed():
    source = Source()
    hari_kerja = HariKerja(source)
    assert source.asked == []
    for _ in range(3):
        hari_kerja.due(date(2026, 12, 29), 5)
    assert sorted(source.asked) == [2026, 2027]


@pytest.mark.parametrize(
    "beyond",
    [
        lambda calendar: calendar.add(date(9999, 12, 30), 5),
        lambda calendar: calendar.due(date(9999, 12, 31), 1),
        lambda calendar: calendar.back(date(1, 1, 3), 5),
        lambda calendar: calendar.add(date(2026, 1, 1), 10**12),
        lambda calendar: calendar.explain(date(9999, 12, 31), 1),
        lambda calendar: calendar.back(date(2026, 1, 1), 10**12),
    ],
)
def test_beyond_the_last_or_first_year_is_told_in_words(beyond):
    with pytest.raises(DomainError, match=r"keluar dari tahun|terlalu besar"):
        beyond(calendar())


def test_the_very_first_and_last_days_work():
    for counted in (False, True):
        hari_kerja = calendar(count_start_day=counted)
        assert hari_kerja.due(date(1, 1, 1), 1) == date(1, 1, 2)
        assert hari_kerja.certainty(date(9999, 12, 1), date(9999, 12, 31)).sentence == ""
    assert calendar().back(date(9999, 12, 31), 1) == date(9999, 12, 30)


@pytest.mark.parametrize("name", ["add", "back", "due", "explain"])
def test_a_negative_count_is_refused(name):
    with pytest.raises(DomainError, match="tidak boleh negatif"):
        getattr(calendar(), name)(date(2026, 11, 23), -1)


def test_every_kind_and_status_has_a_label_in_words():
    labels = [*(kind.label for kind in DayKind), *(status.label for status in YearStatus)]
    assert all(labels)
    assert len(set(labels)) == len(labels)
