"""A month as the calendar page shows it."""

from __future__ import annotations

from datetime import date

import pytest

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.domain.days_off import DayKind, YearStatus
from sopapp.domain.errors import DomainError
from sopapp.services.libur import LiburKantor
from sopapp.services.setting import WorkSettings
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.test_permohonan import request


def test_a_month_knows_its_days_off_by_name(app: App) -> None:
    month = app.kalender.month(2026, 12)

    assert (month.hari[0].tanggal, month.hari[-1].tanggal) == (date(2026, 11, 30), date(2027, 1, 3))
    christmas, joint = month.day(date(2026, 12, 25)), month.day(date(2026, 12, 24))
    assert (christmas.arti.kind, christmas.nama) == (DayKind.HOLIDAY, "Hari Raya Natal")
    assert (joint.arti.kind, joint.nama) == (DayKind.CUTI_BERSAMA, "Hari Raya Natal")
    assert month.status is YearStatus.DECREED
    assert app.kalender.month(2031, 3).status is YearStatus.ESTIMATED


def test_working_days_are_numbered_in_month_and_year(app: App) -> None:
    app.libur.save(LiburKantor(date(2026, 12, 3), False, "Pilkada"))
    month = app.kalender.month(2026, 12)
    own = month.own()

    assert [day.ke_bulan for day in own if day.ke_bulan] == list(range(1, 21))
    assert month.day(date(2026, 12, 3)).ke_bulan == 0
    assert month.day(date(2026, 12, 3)).nama == "Pilkada"
    january = app.kalender.month(2027, 1).own()
    assert [day.ke_tahun for day in january if day.ke_tahun][:3] == [1, 2, 3]


def test_due_dates_and_beginnings_stand_on_their_days(
    app: App, office: object, clock: FixedClock
) -> None:
    carrying.start(app, "Pemutakhiran 2026")
    request(app, nomor_pendaftaran="7/PI")
    month = app.kalender.month(2026, 11)

    (due,) = month.day(date(2026, 11, 30)).tenggat
    assert (due.tenggat.nama, due.sisa) == ("Pemutakhiran 2026, tahap 1", 5)
    assert [each.judul for each in month.day(TODAY).mulai] == ["Pemutakhiran 2026"]
    (asked,) = app.kalender.month(2026, 12).day(date(2026, 12, 7)).tenggat
    assert asked.tenggat.nama == "Permohonan 7/PI"
    clock.day = date(2026, 12, 2)
    (late,) = app.kalender.month(2026, 11).day(date(2026, 11, 30)).tenggat
    assert late.sisa == -2


def test_due_dates_are_those_of_the_board_also_where_the_first_day_counts(
    app: App, office: Office
) -> None:
    app.setting.save(WorkSettings(count_start_day=True))
    carrying.to_validasi(app, office.units, "Lanjutan")
    for judul in ("Satu", "Dua"):
        carrying.start(app, judul)
    own = app.kalender.month(2026, 11).own()
    shown = {due.tenggat.judul: day.tanggal for day in own for due in day.tenggat}
    assert shown == {card.judul: card.due for card in app.board.load().cards}


def test_the_first_and_the_last_day_shown_are_whole_and_those_beyond_are_none(app: App) -> None:
    ends = (date(2026, 11, 30), date(2027, 1, 3))
    for day in ends:
        app.berkas.create(f"Mulai {day}", 2026, day)
    month = app.kalender.month(2026, 12)
    assert [month.day(day).mulai[0].judul for day in ends] == [f"Mulai {day}" for day in ends]
    assert month.day(date(2026, 11, 29)) is None
    assert month.day(date(2027, 1, 4)) is None


def test_what_is_kept_follows_every_write(app: App, office: object) -> None:
    first = carrying.start(app, "Pemutakhiran 2026")
    assert app.kalender.month(2026, 11).day(date(2026, 11, 30)).tenggat
    app.libur.save(LiburKantor(date(2026, 11, 26), False, "Libur"))
    assert not app.kalender.month(2026, 11).day(date(2026, 11, 30)).tenggat
    assert app.kalender.month(2026, 11).day(date(2026, 11, 26)).kantor is not None
    app.berkas.cancel(first, "Keliru")
    assert not app.kalender.month(2026, 12).day(date(2026, 12, 1)).tenggat


def test_joint_leave_on_which_the_office_works_is_a_working_day(app: App) -> None:
    app.setting.save(WorkSettings(work_on_cuti_bersama=True))
    day = app.kalender.month(2026, 12).day(date(2026, 12, 24))

    assert not day.libur
    assert "Cuti Bersama" in day.nama


@pytest.mark.parametrize(("tahun", "bulan"), [(1999, 12), (2101, 1), (2026, 0), (2026, 13)])
def test_a_month_that_is_not_shown_is_refused(app: App, tahun: int, bulan: int) -> None:
    with pytest.raises(DomainError, match="2000 sampai 2100"):
        app.kalender.month(tahun, bulan)


def test_the_first_and_the_last_month_are_shown(app: App) -> None:
    assert app.kalender.month(2000, 1).own()[0].tanggal == date(2000, 1, 1)
    assert app.kalender.month(2100, 12).own()[-1].tanggal == date(2100, 12, 31)
