"""Periods as many hands write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.dik import JangkaWaktu, JenisJangka
from sopapp.domain.jangka_tertulis import TERLAMA, read_jangka

END = JangkaWaktu(JenisJangka.TANGGAL, sampai=date(2030, 12, 31))


def months(number: int) -> JangkaWaktu:
    return JangkaWaktu(JenisJangka.DURASI, bulan=number)


def event(words: str) -> JangkaWaktu:
    return JangkaWaktu(JenisJangka.PERISTIWA, peristiwa=words)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20 Tahun", months(240)),
        ("5 (lima) tahun", months(60)),
        ("lima (5) tahun", months(60)),
        ("setahun", months(12)),
        ("2 thn 6 bln", months(30)),
        ("2 tahun dan 6 bulan", months(30)),
        ("2,5 tahun", months(30)),
        ("18 bulan", months(18)),
        ("selama 5 tahun", months(60)),
        ("5 tahun sejak ditetapkan", months(60)),
        ("31 Desember 2030", END),
        ("31/12/2030", END),
        ("31-12-2030", END),
        ("2030-12-31", END),
        ("2030-12-31 00:00:00", END),
        ("s.d. 31 Des 2030", END),
        ("s/d 31 December 2030", END),
        ("31-Dec-2030", END),
        ("sampai dengan 31 Desember 2030", END),
        ("Selasa, 31 Desember 2030", END),
    ],
)
def test_durations_and_dates(text: str, value: JangkaWaktu) -> None:
    assert read_jangka(text) == (value, ())


@pytest.mark.parametrize(
    "text",
    [
        "sampai ada persetujuan tertulis",
        "sampai pengawasan selesai, paling lama 1 tahun",
        "permanen",
        "5 tahun sejak dokumen dibuat",
        "selama masih rahasia dagang",
        "sampai 31 Desember 2030 atau sampai kontrak selesai",
    ],
)
def test_an_event_stays_as_it_was_written(text: str) -> None:
    assert read_jangka(f"  {text}\n") == (event(text), ())


@pytest.mark.parametrize("text", ["", "-", " – ", "."])
def test_an_empty_cell(text: str) -> None:
    assert read_jangka(text) == (None, ())


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("31 Februari 2030", "28 Februari 2030"),
        ("12/31/2030", "31 Desember 2030"),
        ("31/12/30", "31 Desember 2030"),
        ("32/01/2030", "31 Januari 2030"),
        ("0/0/2030", "misalnya"),
        ("Desember 2030", "31 Desember 2030"),
        ("2030", "31 Desember 2030"),
        ("s.d. tahun 2030", "31 Desember 2030"),
        ("47848", "31 Desember 2030"),
        ("2026 - 2030", "saja: “31 Desember 2030”"),
        ("1 Januari 2026 s.d. 31 Desember 2030", "saja: “31 Desember 2030”"),
        ("1-" * 3000 + "1", "misalnya"),
        ("20", "5 tahun"),
        ("5 tahum", "5 tahun"),
        ("0 tahun", "5 tahun"),
        ("1.000 tahun", "5 tahun"),
        ("30 hari", "tanggal terakhirnya"),
        ("?", "5 tahun"),
    ],
)
def test_what_cannot_be_a_period_is_told_with_a_way_out(text: str, hint: str) -> None:
    value, problems = read_jangka(text)

    assert value is None
    assert len(problems) == 1
    assert hint in problems[0].saran


@given(
    st.builds(months, st.integers(1, TERLAMA))
    | st.builds(
        JangkaWaktu,
        st.just(JenisJangka.TANGGAL),
        sampai=st.dates(date(1900, 1, 1), date(9999, 12, 31)),
    )
)
def test_what_is_printed_is_read_again(value: JangkaWaktu) -> None:
    assert read_jangka(value.teks()) == (value, ())


PIECES = st.sampled_from(
    ["5", "31", "2030", "tahun", "bulan", "Desember", "/", "-", "sampai", "(lima)", "s.d.", "12",
     "hari", ",", ".", "٣", "²", "9999", "00:00"]
)  # fmt: skip


@given(st.text(max_size=40) | st.lists(PIECES, max_size=8).map(" ".join))
def test_any_text_is_understood_once_or_told(text: str) -> None:
    value, problems = read_jangka(text)

    assert value is None or not problems
    assert all(problem.text and problem.saran for problem in problems)
    if value is not None:
        assert read_jangka(value.teks()) == (value, ())
