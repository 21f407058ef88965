"""The number of an official: in print, and when it looks wrong."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.nip import nip_digits, nip_printed, nip_problem, nomor_induk
from sopapp.domain.pejabat import Kepegawaian, PejabatInput

PNS, PPPK, LAIN = Kepegawaian.PNS, Kepegawaian.PPPK, Kepegawaian.LAIN


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("198609262015051001", "19860926 201505 1 001"),
        ("1986.0926 201505 1 001", "19860926 201505 1 001"),
        (" 123 ", "123"),
        ("", ""),
    ],
)
def test_a_nip_in_print(typed: str, printed: str) -> None:
    assert nip_printed(typed) == printed


@pytest.mark.parametrize(
    ("kepegawaian", "typed", "printed"),
    [
        (PNS, "198609262015051001", "19860926 201505 1 001"),
        (PPPK, "199001012023211012", "NI PPPK 19900101 202321 1 012"),
        (PPPK, "", ""),
        (LAIN, "198609262015051001", ""),
    ],
)
def test_the_number_below_a_name(kepegawaian: Kepegawaian, typed: str, printed: str) -> None:
    data = PejabatInput(
        "Nama", "Kepala", None, date(2026, 1, 1), nip=typed, kepegawaian=kepegawaian
    )
    assert nomor_induk(data) == printed


@pytest.mark.parametrize(
    ("nip", "kepegawaian", "words"),
    [
        ("", PNS, None),
        ("  ", LAIN, None),
        ("19860926 201505 1 001", PNS, None),
        ("19860926.201505.2.001", PNS, None),
        ("199001012023211012", PPPK, None),
        ("199001012023211012", PNS, "pilih PPPK"),
        ("19860926 201505 1 001", PPPK, "pilih PNS"),
        ("19860926 201505 1 001", LAIN, "tidak dicetak"),
        ("19860926201505100", PNS, "17 angka"),
        ("1986092620150510011", PPPK, "19 angka"),
        ("19860926201505100A", PNS, "hanya berisi angka"),
        ("١٩٨٦٠٩٢٦٢٠١٥٠٥١٠٠١", PNS, "hanya berisi angka"),
        ("198613262015051001", PNS, "tanggal lahir"),
        ("198602302015051001", PNS, "tanggal lahir"),
        ("199013012023211012", PPPK, "tanggal lahir"),
        ("198609262015131001", PNS, "bulan pengangkatan"),
        ("198609262015001001", PNS, "bulan pengangkatan"),
        ("198609262015053001", PNS, "jenis kelamin"),
        ("199001012023210012", PPPK, "jenis kelamin"),
        ("198609262003081001", PNS, "pengangkatan tahun 2003"),
        ("198609262003091001", PNS, None),
        ("199001012006211012", PPPK, "pengangkatan tahun 2006"),
    ],
)
def test_a_nip_that_looks_wrong(nip: str, kepegawaian: Kepegawaian, words: str | None) -> None:
    said = nip_problem(nip, kepegawaian)
    assert said is None if words is None else words in (said or "")


@given(
    born=st.dates(date(1940, 1, 1), date(2005, 12, 31)),
    age=st.integers(18, 58),
    month=st.integers(1, 12),
    sex=st.sampled_from("12"),
    serial=st.integers(0, 999),
    gaps=st.lists(st.sampled_from(["", " ", "."]), min_size=18, max_size=18),
)
def test_every_well_formed_nip_passes_however_it_is_spaced(
    born: date, age: int, month: int, sex: str, serial: int, gaps: list[str]
) -> None:
    digits = f"{born:%Y%m%d}{born.year + age}{month:02}{sex}{serial:03}"
    typed = "".join(digit + gap for digit, gap in zip(digits, gaps, strict=True))
    assert nip_problem(typed) is None
    assert nip_digits(nip_printed(typed)) == digits


@given(st.text(max_size=24), st.sampled_from(Kepegawaian))
def test_any_text_is_judged_and_printed_without_failing(
    text: str, kepegawaian: Kepegawaian
) -> None:
    nip_problem(text, kepegawaian)
    nip_printed(text)
