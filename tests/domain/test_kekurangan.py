"""What an entry lacks to be excluded: each rule, whether it refuses, and where it stands."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.dik import (
    ANGKA_TERTINGGI,
    HURUF_PASAL_17,
    DasarPengecualian,
    IsiDik,
    JangkaWaktu,
    JenisJangka,
)
from sopapp.domain.kekurangan import kekurangan, must_mend

LENGTH, DAY, EVENT = JenisJangka.DURASI, JenisJangka.TANGGAL, JenisJangka.PERISTIWA
WHOLE = IsiDik(
    informasi="Data pemohon",
    dasar=(DasarPengecualian("h", 2),),
    konsekuensi_dibuka="Mengungkap rahasia pribadi pemohon.",
    manfaat_ditutup="Melindungi rahasia pribadi pemohon.",
    jangka=JangkaWaktu(LENGTH, bulan=24),
    bentuk="Dokumen",
)
PDP = "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi"


def of_ground(huruf: str, angka: int | None = None, law: str = "", pasal: str = "") -> IsiDik:
    return dataclasses.replace(WHOLE, dasar=(DasarPengecualian(huruf, angka, law, pasal),))


def test_whole_content_lacks_nothing() -> None:
    assert kekurangan(WHOLE) == ()


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"informasi": " "}, "informasi", "belum disebut"),
        ({"dasar": ()}, "dasar", "Pilih huruf Pasal 17"),
        ({"dasar": (DasarPengecualian("k"),)}, "dasar", "“k” tidak ada"),
        ({"dasar": (DasarPengecualian("k", 3),)}, "dasar", "“k” tidak ada"),
        ({"dasar": (DasarPengecualian("j", None, " "),)}, "dasar", "Undang-Undang lain"),
        ({"konsekuensi_dibuka": ""}, "konsekuensi_dibuka", "Konsekuensi bila dibuka belum"),
        ({"manfaat_ditutup": "\n"}, "manfaat_ditutup", "Manfaat bila ditutup belum"),
        ({"jangka": None}, "jangka", "belum diisi"),
        ({"jangka": JangkaWaktu(LENGTH, bulan=0)}, "jangka", "belum diisi"),
        ({"jangka": JangkaWaktu(LENGTH, bulan=-1)}, "jangka", "belum diisi"),
        ({"jangka": JangkaWaktu(DAY)}, "jangka", "belum diisi"),
        ({"jangka": JangkaWaktu(EVENT, peristiwa=" ")}, "jangka", "belum diisi"),
    ],
)
def test_what_is_lacking(changed: dict[str, object], field: str, words: str) -> None:
    isi = dataclasses.replace(WHOLE, **changed)
    (lack,) = kekurangan(isi)

    assert (lack.field, lack.warning) == (field, False)
    assert words in lack.text
    assert must_mend(isi) == (lack,)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"konsekuensi_dibuka": "Rahasia."}, "konsekuensi_dibuka"),
        ({"manfaat_ditutup": "Rahasia."}, "manfaat_ditutup"),
        ({"bentuk": ""}, "bentuk"),
        (
            {"dasar": (DasarPengecualian("a"),), "jangka": JangkaWaktu(LENGTH, bulan=361)},
            "jangka",
        ),
        ({"dasar": (DasarPengecualian("h", 6),)}, "dasar"),
        ({"dasar": (DasarPengecualian("b", 1),)}, "dasar"),
        ({"dasar": (DasarPengecualian("h", 0),)}, "dasar"),
    ],
)
def test_what_only_warns(changed: dict[str, object], field: str) -> None:
    isi = dataclasses.replace(WHOLE, **changed)
    (lack,) = kekurangan(isi)

    assert (lack.field, lack.warning) == (field, True)
    assert must_mend(isi) == ()


@pytest.mark.parametrize(
    "jangka",
    [JangkaWaktu(LENGTH, bulan=360), JangkaWaktu(DAY, sampai=date(2030, 1, 1))],
)
def test_thirty_years_are_enough_for_the_first_letter(jangka: JangkaWaktu) -> None:
    isi = dataclasses.replace(WHOLE, dasar=(DasarPengecualian("a", 1),), jangka=jangka)
    assert kekurangan(isi) == ()


@pytest.mark.parametrize("huruf", [letter for letter in HURUF_PASAL_17 if letter not in "aj"])
def test_no_period_is_invented_for_the_other_letters(huruf: str) -> None:
    isi = dataclasses.replace(of_ground(huruf), jangka=JangkaWaktu(LENGTH, bulan=1200))
    assert kekurangan(isi) == ()


@pytest.mark.parametrize(
    ("law", "pasal"),
    [
        ("", ""),
        ("", "Pasal 4"),
        ("Peraturan Presiden Nomor 95 Tahun 2018", "Pasal 3"),
        ("Perpres 95/2018", ""),
        ("Peraturan Gubernur Nomor 3 Tahun 2021", "Pasal 1"),
        ("Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik", "Pasal 17"),
        ("UU 14/2008", ""),
    ],
)
def test_letter_j_without_another_law_is_refused(law: str, pasal: str) -> None:
    (lack,) = kekurangan(of_ground("j", None, law, pasal))

    assert not lack.warning
    assert "Undang-Undang" in lack.text
    assert lack.sumber == "UU 14/2008 Pasal 17 huruf j"


def test_letter_j_with_a_law_and_its_article_lacks_nothing() -> None:
    assert kekurangan(of_ground("j", None, PDP, "Pasal 4 ayat (2)")) == ()
    assert kekurangan(of_ground("j", None, f"Pasal 4 {PDP}")) == ()


@pytest.mark.parametrize(
    ("law", "pasal", "words"),
    [(PDP, "", "Pasal dari"), ("Aturan rahasia kantor", "Pasal 2", "Pastikan")],
)
def test_letter_j_that_cannot_be_told_only_warns(law: str, pasal: str, words: str) -> None:
    (lack,) = kekurangan(of_ground("j", None, law, pasal))

    assert lack.warning
    assert words in lack.text


def test_a_lower_regulation_may_stand_beside_another_letter() -> None:
    assert kekurangan(of_ground("h", 2, "Peraturan Pemerintah Nomor 40 Tahun 2019")) == ()


@pytest.mark.parametrize("huruf", HURUF_PASAL_17)
def test_the_sub_grounds_that_are_known_pass(huruf: str) -> None:
    for angka in (None, *range(1, ANGKA_TERTINGGI.get(huruf, 0) + 1)):
        assert kekurangan(of_ground(huruf, angka, PDP, "Pasal 4")) == ()


TEXT = st.text(max_size=12)
CONTENTS = st.builds(
    IsiDik,
    TEXT,
    st.lists(
        st.builds(
            DasarPengecualian,
            st.sampled_from([*HURUF_PASAL_17, "k", ""]),
            st.none() | st.integers(-1, 12),
            st.sampled_from(["", PDP, "Perpres 1/2020", "UU KIP", "entah"]),
            st.sampled_from(["", "Pasal 4"]),
        ),
        max_size=3,
    ).map(tuple),
    TEXT,
    TEXT,
    st.none()
    | st.builds(
        JangkaWaktu,
        st.sampled_from(JenisJangka),
        st.none() | st.integers(-1, 999),
        st.none() | st.dates(),
        TEXT,
    ),
    TEXT,
)


@given(CONTENTS)
def test_every_rule_names_its_source_and_its_field(isi: IsiDik) -> None:
    fields = {field.name for field in dataclasses.fields(IsiDik)}
    for lack in kekurangan(isi):
        assert lack.sumber.startswith(("UU 14/2008", "PP 61/2010", "Perki 1/2021"))
        assert lack.field in fields
        assert lack.text.endswith((".", ")."))


def test_a_law_without_a_letter_asks_for_the_letter() -> None:
    (lack,) = must_mend(of_ground("", law=PDP, pasal="Pasal 4"))
    assert (lack.field, lack.text) == ("dasar", f"Pilih huruf Pasal 17 untuk “Pasal 4 {PDP}”.")
