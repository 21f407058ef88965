"""How an official is printed, and who of several signs."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from sopapp.domain.pejabat import (
    Kepegawaian,
    Pejabat,
    PejabatInput,
    StatusPejabat,
    bare_jabatan,
    deciding_jabatan,
    jabatan_lines,
    pangkat_printed,
    peringatan_mandat,
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
    ("changed", "lines"),
    [
        ({}, ("KEPALA DINAS",)),
        ({"status": StatusPejabat.PLT}, ("Plt. KEPALA DINAS",)),
        ({"status": StatusPejabat.PLH}, ("Plh. KEPALA DINAS",)),
        ({"selaku": "PPID Pembantu"}, ("KEPALA DINAS SELAKU PPID PEMBANTU",)),
        (
            {"jabatan": "Sekretaris", "atas_nama": "Kepala Dinas"},
            ("a.n. KEPALA DINAS", "SEKRETARIS"),
        ),
        (
            {"jabatan": "Kepala Bidang", "atas_nama": "Kepala Dinas", "melalui": "Sekretaris"},
            ("a.n. KEPALA DINAS", "SEKRETARIS", "u.b.", "KEPALA BIDANG"),
        ),
        (
            {"jabatan": "Sekretaris", "atas_nama": "Kepala Dinas", "status": StatusPejabat.PLT},
            ("a.n. KEPALA DINAS", "Plt. SEKRETARIS"),
        ),
        (
            {"jabatan": "Sekretaris", "atas_nama": "plt. Kepala Dinas", "selaku": "PPID Pembantu"},
            ("a.n. Plt. KEPALA DINAS", "SEKRETARIS SELAKU PPID PEMBANTU"),
        ),
        # Typed twice: in the jabatan and as the status.
        ({"jabatan": "PLT. Kepala Dinas", "status": StatusPejabat.PLT}, ("Plt. KEPALA DINAS",)),
        ({"jabatan": "Plh Kepala Dinas"}, ("Plh. KEPALA DINAS",)),
    ],
)
def test_the_jabatan_in_a_signature_block(
    changed: dict[str, object], lines: tuple[str, ...]
) -> None:
    assert jabatan_lines(official(**changed)) == lines


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("Plt. Kepala Dinas", "Kepala Dinas"),
        ("PLH Sekretaris", "Sekretaris"),
        ("Pjs. Kepala", "Kepala"),
        ("Pj.Kepala", "Kepala"),
        ("Pltu", "Pltu"),
        ("Kepala Plt. Bidang", "Kepala Plt. Bidang"),
        ("", ""),
    ],
)
def test_a_jabatan_without_the_status_typed_before_it(typed: str, bare: str) -> None:
    assert bare_jabatan(typed) == bare


@pytest.mark.parametrize(
    ("kepegawaian", "typed", "printed"),
    [
        (Kepegawaian.PNS, "Pembina Tingkat I", "Pembina Tingkat I"),
        (Kepegawaian.PNS, "Pembina Tingkat I (IV/b)", "Pembina Tingkat I"),
        (Kepegawaian.PNS, "IV/b", None),
        (Kepegawaian.PNS, "", None),
        (Kepegawaian.PPPK, "Pembina", None),
        (Kepegawaian.LAIN, "Pembina", None),
    ],
)
def test_only_a_pns_has_a_pangkat_in_print(
    kepegawaian: Kepegawaian, typed: str, printed: str | None
) -> None:
    assert pangkat_printed(official(pangkat=typed, kepegawaian=kepegawaian)) == printed


def test_who_signs_for_another_decides_in_his_name_and_needs_a_mandate() -> None:
    himself = official()
    assert deciding_jabatan(himself) == "Kepala Dinas"
    assert peringatan_mandat(himself) is None

    for_another = official(jabatan="Sekretaris", atas_nama="Kepala Dinas Uji")
    assert deciding_jabatan(for_another) == "Kepala Dinas Uji"
    said = peringatan_mandat(for_another)
    assert said is not None
    assert "mandat tertulis" in said
    assert "Kepala Dinas Uji" in said


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


def test_of_several_a_stand_in_goes_first_then_the_later_term_then_the_later_entry() -> None:
    holder = Pejabat(1, official(berlaku_dari=date(2026, 5, 1)))
    mandate = official(jabatan="Sekretaris", atas_nama="Kepala Dinas")
    former = Pejabat(2, mandate)
    later = Pejabat(3, dataclasses.replace(mandate, berlaku_dari=date(2026, 8, 1)))
    stand_in = Pejabat(4, official(status=StatusPejabat.PLH))
    again = Pejabat(5, official(berlaku_dari=date(2026, 5, 1)))
    # Plt. of his own post, not of the one in whose name he signs.
    acting = Pejabat(6, dataclasses.replace(mandate, status=StatusPejabat.PLT))

    ranked = sorted(
        (holder, former, later, stand_in, again, acting), key=lambda each: each.precedence
    )
    assert [each.id for each in ranked] == [2, 6, 1, 5, 3, 4]
