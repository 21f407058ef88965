"""Terms that meet: two holders on one day, days without anybody."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.masa_jabatan import day_range, gap_after, gap_before, overlap_problem
from sopapp.domain.pejabat import PejabatInput, StatusPejabat
from sopapp.domain.sop import LaneCode

ATASAN = LaneCode.ATASAN_PPID_PEMBANTU
START = date(2027, 1, 1)


def term(
    nama: str,
    start: date,
    end: date | None = None,
    peran: LaneCode | None = ATASAN,
    **more: object,
) -> PejabatInput:
    return PejabatInput(nama, f"Jabatan {nama}", peran, start, end, **more)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2027, 3, 1), date(2027, 3, 5), "1–5 Maret 2027"),
        (date(2027, 3, 1), date(2027, 3, 1), "1 Maret 2027"),
        (date(2027, 2, 28), date(2027, 3, 5), "28 Februari–5 Maret 2027"),
        (date(2026, 12, 30), date(2027, 1, 5), "30 Desember 2026–5 Januari 2027"),
        (date(2027, 3, 1), date.max, "sejak 1 Maret 2027"),
    ],
)
def test_days_in_words(start: date, end: date, words: str) -> None:
    assert day_range(start, end) == words


class TestOverlap:
    old = term("Lama", date(2020, 1, 1), date(2027, 3, 5))

    def test_two_holders_on_one_day(self) -> None:
        said = overlap_problem(term("Baru", date(2027, 3, 1)), [self.old])
        assert said is not None
        assert "Dua pejabat definitif" in said
        assert "Lama juga memegang peran ini pada 1–5 Maret 2027" in said
        assert said.endswith("ditandatangani Baru.")

    def test_two_without_an_end(self) -> None:
        said = overlap_problem(term("Baru", START), [term("Lama", date(2020, 1, 1))])
        assert "sejak 1 Januari 2027" in (said or "")

    def test_a_change_from_one_day_to_the_next_is_as_it_should_be(self) -> None:
        assert overlap_problem(term("Baru", date(2027, 3, 6)), [self.old]) is None
        assert overlap_problem(term("Baru", date(2027, 3, 5)), [self.old]) is not None

    def test_a_plt_beside_the_holder_is_as_it_should_be_two_plt_are_not(self) -> None:
        plt = term("Plt", date(2027, 2, 1), status=StatusPejabat.PLT)
        assert overlap_problem(plt, [self.old]) is None
        said = overlap_problem(term("Plh", START, status=StatusPejabat.PLH), [plt])
        assert "Dua pejabat Plt. atau Plh." in (said or "")

    def test_a_mandate_beside_the_holder_says_who_signs(self) -> None:
        mandate = term("Wakil", date(2027, 2, 1), date(2027, 2, 9), atas_nama="Kepala")
        said = overlap_problem(mandate, [self.old])
        assert said == (
            "Lama juga memegang peran ini pada 1–9 Februari 2027. "
            "Surat pada masa itu ditandatangani Wakil."
        )
        other = term("Lain", date(2027, 2, 9), atas_nama="Kepala")
        assert "Dua pejabat menandatangani a.n." in (overlap_problem(other, [mandate]) or "")

    def test_other_roles_and_those_that_many_hold_do_not_count(self) -> None:
        here = term("Baru", START, peran=LaneCode.PPID_PEMBANTU)
        assert overlap_problem(here, [self.old]) is None
        for peran in (LaneCode.UNIT_KERJA, LaneCode.ADMIN_PPID, None):
            other = term("B", START, None, peran)
            assert overlap_problem(term("A", START, peran=peran), [other]) is None

    def test_of_two_from_one_day_nobody_is_said_to_sign(self) -> None:
        said = overlap_problem(term("Baru", START), [term("Lama", START)])
        assert "ditandatangani" not in (said or "ditandatangani")


class TestGap:
    def test_days_before_a_term_without_anybody(self) -> None:
        old = term("Lama", date(2020, 1, 1), date(2027, 2, 28))
        said = gap_before(term("Baru", date(2027, 3, 6)), [old])
        assert said == "Tidak ada penanda tangan untuk peran ini pada 1–5 Maret 2027."
        assert gap_before(term("Baru", date(2027, 3, 1)), [old]) is None

    def test_the_first_of_all_has_no_gap_before_him(self) -> None:
        assert gap_before(term("Baru", START), []) is None
        assert gap_before(term("Baru", START), [term("Nanti", date(2028, 1, 1))]) is None

    def test_a_plt_fills_the_gap(self) -> None:
        old = term("Lama", date(2020, 1, 1), date(2027, 2, 28))
        plt = term("Plt", date(2027, 3, 1), date(2027, 3, 5), status=StatusPejabat.PLT)
        assert gap_before(term("Baru", date(2027, 3, 6)), [old, plt]) is None
        assert gap_after(old, [plt, term("Baru", date(2027, 3, 6))]) is None

    def test_days_after_a_term_without_anybody(self) -> None:
        ending = term("Lama", date(2020, 1, 1), date(2027, 2, 28))
        nobody = "Mulai 1 Maret 2027 belum ada penanda tangan untuk peran ini."
        assert gap_after(ending, []) == nobody
        assert gap_after(ending, [term("Lampau", date(2010, 1, 1), date(2019, 1, 1))]) == nobody
        said = gap_after(ending, [term("Baru", date(2027, 3, 2))])
        assert said == "Tidak ada penanda tangan untuk peran ini pada 1 Maret 2027."

    def test_who_stays_leaves_no_gap_and_other_roles_do_not_fill_one(self) -> None:
        assert gap_after(term("Tetap", START), []) is None
        ending = term("Lama", date(2020, 1, 1), date(2027, 2, 28))
        other = term("Lain", date(2020, 1, 1), peran=LaneCode.PPID_PEMBANTU)
        assert gap_after(ending, [other]) is not None
        assert gap_after(term("Unit", START, START, LaneCode.UNIT_KERJA), []) is None


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), min_size=1, max_size=5),
    st.integers(0, 60),
    st.integers(0, 20),
)
def test_a_gap_is_told_when_the_day_beside_a_term_has_nobody(
    spans: list[tuple[int, int]], begin: int, length: int
) -> None:
    others = [
        term(f"P{n}", START + timedelta(begin), START + timedelta(begin + length))
        for n, (begin, length) in enumerate(spans)
    ]
    mine = term("Saya", START + timedelta(begin), START + timedelta(begin + length))

    def held(day: date) -> bool:
        return any(o.berlaku_dari <= day <= (o.berlaku_sampai or day) for o in others)

    anybody_before = any(o.berlaku_dari < mine.berlaku_dari for o in others)
    before = anybody_before and not held(mine.berlaku_dari - timedelta(1))
    assert (gap_before(mine, others) is not None) is before
    after = not held(START + timedelta(begin + length + 1))
    assert (gap_after(mine, others) is not None) is after
