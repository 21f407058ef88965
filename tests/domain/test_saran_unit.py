"""Codes and heads that are suggested for a unit's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.saran_unit import saran_kode, saran_pimpinan


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("Sekretariat", "SEKR"),
        ("Bidang Perdagangan Dalam Negeri", "PDN"),
        ("Bidang Standardisasi dan Perlindungan Konsumen", "SPK"),
        ("UPTD Balai Latihan", "UPTDBL"),
        ("Bidang", "BIDA"),
        ("PTSP", "PTSP"),
        ("", ""),
        ("---", ""),
    ],
)
def test_a_code_of_initials(nama: str, kode: str) -> None:
    assert saran_kode(nama) == kode


def test_a_code_that_is_taken_gets_a_number() -> None:
    assert saran_kode("Bidang Arsip Daerah", ("ad", "AD2")) == "AD3"


@pytest.mark.parametrize(
    ("nama", "pimpinan"),
    [
        ("Bidang Arsip", "Kepala Bidang Arsip"),
        ("Sekretariat", "Sekretaris"),
        ("Sekretariat Daerah", "Sekretaris Daerah"),
        ("Kelompok Jabatan Fungsional", "Koordinator Kelompok Jabatan Fungsional"),
        ("  UPTD   Uji ", "Kepala UPTD Uji"),
        ("Kepala Bidang Arsip", "Kepala Bidang Arsip"),
        ("", ""),
    ],
)
def test_the_head_of_a_unit(nama: str, pimpinan: str) -> None:
    assert saran_pimpinan(nama) == pimpinan


@given(st.text(max_size=60), st.lists(st.text(max_size=6), max_size=5))
def test_any_name_gets_a_code_that_is_free(nama: str, taken: list[str]) -> None:
    kode = saran_kode(nama, taken)
    assert kode == "" or kode.casefold() not in {each.casefold() for each in taken}
    assert kode == "" or saran_pimpinan(nama)
