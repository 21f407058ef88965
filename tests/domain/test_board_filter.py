"""Which cards a filter of the board leaves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.board_filter import Batas, BoardFilter, years
from tests.ui.board.boards import board, busy_board, card, crowd


def left(wanted: BoardFilter, of_unit: frozenset[int] | None = None) -> set[int]:
    return {each.berkas_id for each in wanted.narrow(busy_board(), of_unit).cards}


@pytest.mark.parametrize(
    ("kata", "found"),
    [
        ("metrologi", {2}),
        ("TAHUN 2023", {5}),
        ("2023 tahun", {5}),
        ("unit kerja menjawab", {1}),
        ("admin ppid 2022", {6}),
        ("memvalidasi", {3}),
        ("tidak ada yang begini", set()),
        ("   ", {1, 2, 3, 4, 5, 6}),
    ],
)
def test_every_word_is_in_title_holder_or_activity(kata, found):
    assert left(BoardFilter(kata)) == found


@pytest.mark.parametrize(
    ("batas", "days"),
    [
        (Batas.TERLAMBAT, {-9, -1}),
        (Batas.HARI_INI, {0}),
        (Batas.DEKAT, {0, 1, 5}),
    ],
)
def test_the_due_date_is_late_today_or_soon(batas, days):
    some = board(*(card(n, 1, 0, days_left=left) for n, left in enumerate((-9, -1, 0, 1, 5, 6))))
    assert {each.days_left for each in BoardFilter(batas=batas).narrow(some).cards} == days


def test_year_and_unit_narrow_too():
    assert left(BoardFilter(tahun=2023)) == {3}
    assert left(BoardFilter(unit=9), frozenset({1, 4, 99})) == {1, 4}
    assert left(BoardFilter(tahun=2021, unit=9), frozenset({1, 4})) == {1}


def test_nothing_asked_leaves_the_very_same_board():
    whole = busy_board()
    assert BoardFilter().narrow(whole) is whole
    assert BoardFilter().empty
    assert not BoardFilter(tahun=2026).empty


def test_years_are_told_newest_first_once_each():
    assert years(board(card(1, 1, 0), card(4, 1, 0), card(11, 2, 0))) == (2024, 2021)


@given(
    kata=st.sampled_from(["", "nomor 1", "dik admin", "x"]),
    tahun=st.none() | st.integers(2019, 2031),
    batas=st.none() | st.sampled_from(Batas),
    of_unit=st.none() | st.frozensets(st.integers(1, 60)),
)
def test_a_filter_only_takes_away_and_keeps_the_order(kata, tahun, batas, of_unit):
    whole = crowd(60)
    unit = None if of_unit is None else 1
    shown = BoardFilter(kata, unit, tahun, batas).narrow(whole, of_unit)
    kept = set(shown.cards)
    assert shown.cards == tuple(each for each in whole.cards if each in kept)
    assert shown.sop is whole.sop
