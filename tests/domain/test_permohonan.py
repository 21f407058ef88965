"""The ten and seven working days of a request, on any calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.calendar.indonesia import IndonesianHolidays
from sopapp.domain.days_off import OfficeDay
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.permohonan import (
    HARI_JAWABAN,
    HARI_PERPANJANGAN,
    Permohonan,
    PermohonanInput,
    StatusPermohonan,
    SuratPenolakan,
    batas_keberatan,
    tenggat,
)
from tests.domain.test_hari_kerja_properties import DATES, DAY, cases, quick

RECEIVED = date(2026, 11, 24)
DATA = PermohonanInput("07/PI/XI/2026", RECEIVED, "Nama", "Alamat", "", "Data")


@pytest.fixture
def calendar(tmp_path) -> HariKerja:
    return HariKerja(IndonesianHolidays(tmp_path / "libur"))


@quick
@given(cases(), DATES, DATES, st.booleans())
def test_it_is_the_tenth_or_the_seventeenth_working_day(case, received, today, longer):
    calendar = case.calendar
    due = tenggat(calendar, received, today, diperpanjang=longer)
    first = received - DAY if case.counted else received
    assert due.biasa == case.walk(first, HARI_JAWABAN, DAY)
    assert due.akhir == case.walk(first, HARI_JAWABAN + 7 * longer, DAY)
    assert due.hari_kerja == (17 if longer else 10)


@quick
@given(cases(), DATES)
def test_the_extension_follows_the_tenth_day_whatever_day_is_the_first(case, received):
    calendar = case.calendar
    due = tenggat(calendar, received, received, diperpanjang=True)
    assert due.akhir == calendar.add(due.biasa, HARI_PERPANJANGAN)
    # So that one explanation, day by day, tells of both together.
    assert calendar.explain(received, due.hari_kerja)[-1].date == due.akhir
    assert calendar.explain(received, due.hari_kerja)[-1].counted_as == 17


@quick
@given(cases(), DATES, DATES, st.booleans())
def test_late_is_any_day_after_the_last_one(case, received, day, longer):
    due = tenggat(case.calendar, received, day, diperpanjang=longer)
    assert due.terlambat == (day > due.akhir)
    answered = tenggat(case.calendar, received, day + DAY * 300, diperpanjang=longer, dijawab=day)
    assert (answered.akhir, answered.terlambat) == (due.akhir, day > due.akhir)


@quick
@given(cases(), DATES, DATES)
def test_a_later_request_is_never_due_earlier(case, one, other):
    early, late = sorted((one, other))
    for longer in (False, True):
        assert (
            tenggat(case.calendar, early, early, diperpanjang=longer).akhir
            <= tenggat(case.calendar, late, late, diperpanjang=longer).akhir
        )


def test_the_days_of_december_2026(calendar: HariKerja) -> None:
    due = tenggat(calendar, RECEIVED, RECEIVED, diperpanjang=True)
    assert (due.biasa, due.akhir) == (date(2026, 12, 8), date(2026, 12, 17))
    assert (due.sisa, due.terlambat) == (17, False)
    # Over Christmas: the 24th is cuti bersama, the 25th a holiday.
    assert tenggat(calendar, date(2026, 12, 14), RECEIVED).akhir == date(2026, 12, 30)


def test_a_request_of_a_day_off_counts_from_the_next_working_day(tmp_path) -> None:
    source = IndonesianHolidays(tmp_path / "libur")
    saturday, monday = date(2026, 11, 28), date(2026, 11, 30)
    inclusive = HariKerja(source, count_start_day=True)
    assert tenggat(HariKerja(source), saturday, saturday).akhir == date(2026, 12, 11)
    assert tenggat(inclusive, saturday, saturday).akhir == date(2026, 12, 11)
    assert tenggat(inclusive, monday, monday).akhir == date(2026, 12, 11)
    closed = HariKerja(source, {monday: OfficeDay(False, "Libur daerah")})
    assert tenggat(closed, saturday, saturday).akhir == date(2026, 12, 14)


def test_a_year_without_a_decree_is_told(calendar: HariKerja) -> None:
    assert not tenggat(calendar, RECEIVED, RECEIVED).catatan
    assert "2028" in tenggat(calendar, date(2027, 12, 27), RECEIVED).catatan


def test_thirty_days_to_object(calendar: HariKerja) -> None:
    assert batas_keberatan(calendar, date(2026, 12, 4)) == calendar.add(date(2026, 12, 4), 30)


@pytest.mark.parametrize(
    ("surat", "batal", "status"),
    [
        (None, "", StatusPermohonan.TERBUKA),
        (SuratPenolakan(1, "", None, False, False), "", StatusPermohonan.DISUSUN),
        (SuratPenolakan(1, "5", RECEIVED, True, False), "", StatusPermohonan.BERNOMOR),
        (SuratPenolakan(1, "5", RECEIVED, True, True), "", StatusPermohonan.DIJAWAB),
        (None, "Dicabut pemohon", StatusPermohonan.BATAL),
    ],
)
def test_the_state_follows_the_letter(surat, batal, status) -> None:
    request = Permohonan(1, DATA, batal, surat)
    assert request.status is status
    assert request.berjalan == (status not in (StatusPermohonan.DIJAWAB, StatusPermohonan.BATAL))


def test_an_answer_is_given_when_the_letter_goes_out() -> None:
    sent = date(2026, 12, 9)
    letter = SuratPenolakan(1, "5", RECEIVED, True, True)
    assert letter.dijawab == RECEIVED
    assert SuratPenolakan(1, "5", RECEIVED, True, True, dikirim=sent).dijawab == sent
    assert SuratPenolakan(1, "5", RECEIVED, True, False, dikirim=sent).dijawab is None
