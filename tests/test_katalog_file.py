"""The bundled catalogue, and slips in it told with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopapp.domain.dik import ANGKA_TERTINGGI, HURUF_PASAL_17
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.domain.katalog import catatan_kutipan, kunci_kutipan
from sopapp.domain.peraturan import Tingkat, tingkat
from sopapp.katalog_file import (
    load_pasal_17,
    load_undang_undang,
    parse_pasal_17,
    parse_undang_undang,
)
from sopapp.paths import RESOURCES

FOLDER = RESOURCES / "katalog"
PASAL_17 = (FOLDER / "pasal_17.toml").read_text(encoding="utf-8")
TWICE = """
kutipan = "UU  PDP."
singkatan = "A"
[[undang_undang]]
kutipan = "uu pdp"
singkatan = "B"
"""
UNDANG_UNDANG = (FOLDER / "undang_undang.toml").read_text(encoding="utf-8")


def test_pasal_17_has_ten_letters_and_the_known_sub_grounds() -> None:
    found = load_pasal_17(FOLDER)

    assert [letter.huruf for letter in found.huruf] == list(HURUF_PASAL_17)
    assert {
        letter.huruf: len(letter.butir) for letter in found.huruf if letter.butir
    } == ANGKA_TERTINGGI
    for letter in found.huruf:
        assert [point.angka for point in letter.butir] == list(range(1, len(letter.butir) + 1))
        assert all(not point.teks.endswith((";", ".", "dan/atau")) for point in letter.butir)


def test_words_that_nobody_compared_with_the_statute_are_not_called_verified() -> None:
    found = load_pasal_17(FOLDER)
    assert not found.terverifikasi
    assert "14 Tahun 2008" in found.sumber


def test_the_bundled_laws_are_laws_with_number_year_and_title() -> None:
    laws = load_undang_undang(FOLDER)

    assert len(laws) >= 15
    for law in laws:
        assert law.bawaan
        assert law.kutipan.startswith("Undang-Undang Nomor ")
        assert " tentang " in law.kutipan
        assert tingkat(law.kutipan) is Tingkat.UNDANG_UNDANG
        assert catatan_kutipan(law.kutipan) == ""
        assert law.singkatan.startswith("UU ")
    keys = [kunci_kutipan(law.kutipan) for law in laws]
    assert len(set(keys)) == len(keys)
    assert len({law.singkatan for law in laws}) == len(laws)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('huruf = "b"', 'huruf = "k"', "huruf 2, huruf: harus b, bukan"),
        ('huruf = "b"', 'hurup = "b"', "mungkin maksudnya huruf"),
        ('  "sistem persandian negara",\n', "", "huruf 3, butir: harus tepat 7 butir, bukan 6"),
        ("terverifikasi = false", 'terverifikasi = "tidak"', "terverifikasi: harus true atau"),
        ("terverifikasi = false\n", "", "terverifikasi: harus true atau false"),
        ('  "rencana awal investasi asing",', "  7,", "butir ke-5: harus teks"),
        ('[[huruf]]\nhuruf = "j"', '[huruf_j]\nhuruf = "j"', "harus tepat 10 huruf, bukan 9"),
        ("sumber = ", "sumber ", "baris 5"),
    ],
)
def test_a_slip_in_pasal_17_is_told_with_its_place(old: str, new: str, told: str) -> None:
    assert old in PASAL_17
    with pytest.raises(DomainError) as caught:
        parse_pasal_17(PASAL_17.replace(old, new), "pasal_17.toml")

    assert "pasal_17.toml" in str(caught.value)
    assert told in str(caught.value)


def test_a_letter_without_numbers_gets_none() -> None:
    wrong = PASAL_17.replace('huruf = "d"\n', 'huruf = "d"\nbutir = ["satu"]\n')
    with pytest.raises(DomainError, match="tidak ada untuk huruf ini"):
        parse_pasal_17(wrong, "x.toml")


@pytest.mark.parametrize(
    ("addition", "told"),
    [
        ('kutipan = "Undang-Undang Nomor 1 Tahun 2000"', "singkatan: belum ada"),
        ('kutipan = ""\nsingkatan = "X"', "kutipan: tidak boleh kosong"),
        (
            TWICE,
            "sudah disebut",
        ),
        ('kutipan = "A"\nsingkatan = "B"\ntahun = 2000', "tahun: kunci ini tidak dikenal"),
    ],
)
def test_a_slip_in_the_laws_is_told_with_its_place(addition: str, told: str) -> None:
    text = f"{UNDANG_UNDANG}\n[[undang_undang]]\n{addition}\n"
    with pytest.raises(DomainError, match=told):
        parse_undang_undang(text, "undang_undang.toml")


def test_a_missing_or_unreadable_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="Pasang ulang"):
        load_pasal_17(tmp_path)
    (tmp_path / "undang_undang.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(EnvironmentProblem, match="tidak dapat dibaca"):
        load_undang_undang(tmp_path)
