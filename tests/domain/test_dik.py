"""What an entry says, how long it is closed, and how that is said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.dik import (
    HURUF_PASAL_17,
    DasarPengecualian,
    IsiDik,
    JangkaWaktu,
    JenisJangka,
    JenisUsulan,
    Perubahan,
    Putusan,
)
from sopapp.persistence.isi import isi_from_json, isi_to_json

LENGTH, DAY, EVENT = JenisJangka.DURASI, JenisJangka.TANGGAL, JenisJangka.PERISTIWA


@pytest.mark.parametrize(
    ("jangka", "words"),
    [
        (JangkaWaktu(LENGTH, bulan=5), "5 bulan"),
        (JangkaWaktu(LENGTH, bulan=24), "2 tahun"),
        (JangkaWaktu(LENGTH, bulan=30), "2 tahun 6 bulan"),
        (JangkaWaktu(LENGTH), ""),
        (JangkaWaktu(LENGTH, bulan=0), ""),
        (JangkaWaktu(LENGTH, bulan=-3), ""),
        (JangkaWaktu(DAY, sampai=date(2027, 1, 5)), "sampai dengan 5 Januari 2027"),
        (JangkaWaktu(DAY), ""),
        (JangkaWaktu(EVENT, peristiwa="sampai putusan inkrah"), "sampai putusan inkrah"),
    ],
)
def test_the_words_of_a_period(jangka: JangkaWaktu, words: str) -> None:
    assert jangka.teks() == words


@pytest.mark.parametrize(
    ("jangka", "end"),
    [
        (JangkaWaktu(LENGTH, bulan=1), date(2026, 2, 28)),
        (JangkaWaktu(LENGTH, bulan=11), date(2026, 12, 31)),
        (JangkaWaktu(LENGTH, bulan=12), date(2027, 1, 31)),
        (JangkaWaktu(LENGTH, bulan=25), date(2028, 2, 29)),
        (JangkaWaktu(LENGTH, bulan=120_000), None),
        (JangkaWaktu(LENGTH, bulan=-3), None),
        (JangkaWaktu(DAY, sampai=date(2027, 1, 5)), date(2027, 1, 5)),
        (JangkaWaktu(EVENT, peristiwa="putusan"), None),
    ],
)
def test_the_end_of_a_period_set_on_31_january(jangka: JangkaWaktu, end: date | None) -> None:
    assert jangka.berakhir(date(2026, 1, 31)) == end


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(1, 1200))
def test_a_period_ends_that_many_months_later(day: date, months: int) -> None:
    end = JangkaWaktu(LENGTH, bulan=months).berakhir(day)
    assert end is not None
    assert (end.year - day.year) * 12 + end.month - day.month == months
    assert end.day <= day.day


def test_a_ground_is_cited_with_its_law() -> None:
    assert DasarPengecualian("h", 2).teks() == "Pasal 17 huruf h angka 2 UU Nomor 14 Tahun 2008"
    assert DasarPengecualian("j", None, "Pasal 1 UU Nomor 27 Tahun 2022").teks() == (
        "Pasal 17 huruf j UU Nomor 14 Tahun 2008 jo. Pasal 1 UU Nomor 27 Tahun 2022"
    )


def test_pasal_17_has_the_letters_a_to_j() -> None:
    assert "".join(HURUF_PASAL_17) == "abcdefghij"


def test_every_word_that_is_shown_has_one() -> None:
    for kind in (JenisUsulan, Putusan, Perubahan):
        labels = [member.label for member in kind]
        assert all(labels)
        assert len(set(labels)) == len(labels)
    assert [p for p in Putusan if not p.final] == [Putusan.DIKEMBALIKAN]


TEXT = st.text(max_size=20)
PERIODS = st.one_of(
    st.none(),
    st.builds(
        JangkaWaktu,
        st.sampled_from(JenisJangka),
        st.none() | st.integers(0, 999),
        st.none() | st.dates(),
        TEXT,
    ),
)
GROUNDS = st.lists(
    st.builds(DasarPengecualian, TEXT, st.none() | st.integers(0, 9), TEXT), max_size=3
).map(tuple)


@given(st.builds(IsiDik, TEXT, GROUNDS, TEXT, TEXT, PERIODS, TEXT))
def test_content_is_stored_as_it_is(isi: IsiDik) -> None:
    assert isi_from_json(isi_to_json(isi)) == isi
