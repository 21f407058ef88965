"""What looks wrong about an official, field by field."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from sopapp.domain.pejabat import Kepegawaian, PejabatInput, StatusPejabat
from sopapp.domain.peringatan_pejabat import peringatan
from sopapp.domain.sop import LaneCode

GOOD = PejabatInput(
    "Dra. Nama Contoh, M.Si.",
    "Kepala Dinas",
    LaneCode.ATASAN_PPID_PEMBANTU,
    date(2026, 1, 1),
    nip="198609262015052001",
    pangkat="Pembina",
    golongan="IV/a",
)


def said(data: PejabatInput, *others: PejabatInput) -> list[tuple[str, str]]:
    return [(each.field, each.teks) for each in peringatan(data, others)]


def test_nothing_is_wrong_with_a_good_one() -> None:
    assert said(GOOD) == []


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"nip": "123"}, "nip", "18 angka"),
        ({"pangkat": "Pembina (IV/a)"}, "pangkat", "“IV/a”"),
        ({"kepegawaian": Kepegawaian.PPPK, "nip": ""}, "pangkat", "PPPK tidak mempunyai pangkat"),
        ({"kepegawaian": Kepegawaian.LAIN, "nip": ""}, "pangkat", "bukan ASN"),
        ({"jabatan": "Plt. Kepala Dinas"}, "jabatan", "“Kepala Dinas” saja"),
        ({"berlaku_sampai": date(2026, 6, 30)}, "berlaku_sampai", "Mulai 1 Juli 2026"),
    ],
)
def test_each_thing_is_told_at_its_field(
    changed: dict[str, object], field: str, words: str
) -> None:
    ((where, teks),) = said(dataclasses.replace(GOOD, **changed))
    assert where == field
    assert words in teks


def test_a_status_typed_with_the_jabatan_is_no_matter_when_it_is_the_status() -> None:
    plt = dataclasses.replace(GOOD, jabatan="Plt. Kepala", status=StatusPejabat.PLT)
    assert said(plt) == []


def test_terms_are_told_at_their_beginning() -> None:
    other = dataclasses.replace(GOOD, nama="Lain", nip="", berlaku_sampai=date(2026, 3, 1))
    ((field, teks),) = said(GOOD, other)
    assert field == "berlaku_dari"
    assert "Lain juga memegang peran ini" in teks
    earlier = dataclasses.replace(
        other, berlaku_dari=date(2020, 1, 1), berlaku_sampai=date(2025, 12, 1)
    )
    ((field, teks),) = said(GOOD, earlier)
    assert (field, "2–31 Desember 2025" in teks) == ("berlaku_dari", True)


def test_one_nip_is_one_person_however_the_titles_are_written() -> None:
    former = dataclasses.replace(
        GOOD,
        nama="NAMA CONTOH",
        nip="19860926 201505 2 001",
        berlaku_dari=date(2020, 1, 1),
        berlaku_sampai=date(2025, 12, 31),
    )
    assert said(GOOD, former) == []
    ((field, teks),) = said(GOOD, dataclasses.replace(former, nama="Orang Lain, S.H."))
    assert field == "nip"
    assert "Orang Lain, S.H." in teks
    assert said(dataclasses.replace(GOOD, nip=""), dataclasses.replace(former, nip="")) == []
