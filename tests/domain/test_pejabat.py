"""How an official is printed, and when a NIP looks wrong."""

from __future__ import annotations

from datetime import date

import pytest

from sopapp.domain.pejabat import (
    Pejabat,
    PejabatInput,
    StatusPejabat,
    jabatan_lines,
    nip_printed,
    nip_problem,
)
from sopapp.domain.sop import LaneCode


def official(**changed: object) -> PejabatInput:
    values = {
        "nama": "Nama, S.E.",
        "jabatan": "Kepala Dinas",
        "peran": LaneCode.ATASAN_PPID_PEMBANTU,
        "berlaku_dari": date(2026, 1, 1),
    }
    return PejabatInput(**(values | changed))


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({}, "KEPALA DINAS"),
        ({"status": StatusPejabat.PLT}, "Plt. KEPALA DINAS"),
        ({"status": StatusPejabat.PLH}, "Plh. KEPALA DINAS"),
        ({"selaku": "PPID Pembantu"}, "KEPALA DINAS SELAKU PPID PEMBANTU"),
    ],
)
def test_the_jabatan_in_a_signature_block(changed: dict[str, object], line: str) -> None:
    assert jabatan_lines(official(**changed)) == (line,)


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_both_ends_of_a_term_belong_to_it(day: date, there: bool) -> None:
    assert Pejabat(1, official(berlaku_sampai=date(2026, 6, 30))).in_office(day) is there


def test_a_term_may_have_no_end() -> None:
    assert Pejabat(1, official()).in_office(date.max)


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
    ("nip", "words"),
    [
        ("", None),
        ("  ", None),
        ("19860926 201505 1 001", None),
        ("198609262025211001", None),  # NI PPPK
        ("19860926201505100", "17 angka"),
        ("19860926201505100A", "hanya berisi angka"),
        ("198613262015051001", "tanggal lahir"),
        ("198609262015131001", "bulan pengangkatan"),
        ("198609262015053001", "jenis kelamin"),
    ],
)
def test_a_nip_that_looks_wrong(nip: str, words: str | None) -> None:
    said = nip_problem(nip)
    assert said is None if words is None else words in said
