"""Grounds as many hands write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.dasar_tertulis import read_dasar, write_huruf, write_undang_undang
from sopapp.domain.dik import DasarPengecualian
from sopapp.domain.impor import Kolom

D = DasarPengecualian
PDP = "UU Nomor 27 Tahun 2022"
UU8 = "UU Nomor 8 Tahun 1999"


@pytest.mark.parametrize(
    ("huruf", "undang_undang", "grounds"),
    [
        ("h", "", [D("h")]),
        ("H.2", "", [D("h", 2)]),
        ("h angka 2", "", [D("h", 2)]),
        ("h2", "", [D("h", 2)]),
        ("h angka dua", "", [D("h", 2)]),
        ("17h", "", [D("h")]),
        ("Ps. 17 hrf h agk 2", "", [D("h", 2)]),
        ("Pasal 17 UU KIP huruf h angka 3", "", [D("h", 3)]),
        (
            "Pasal 17 huruf h angka 2 UU Nomor 14 Tahun 2008 jo. Pasal 4 UU 27/2022",
            "",
            [D("h", 2, PDP, "Pasal 4")],
        ),
        ("h; j: UU 27/2022 PDP", "", [D("h"), D("j", None, f"{PDP} PDP")]),
        ("h; j", "UU 27/2022", [D("h"), D("j", None, PDP)]),
        ("h.2; j", f"j: Pasal 4 {PDP}", [D("h", 2), D("j", None, PDP, "Pasal 4")]),
        ("j; j", f"j: {UU8}\nj: {PDP}", [D("j", None, UU8), D("j", None, PDP)]),
        ("a, b dan j", "", [D("a"), D("b"), D("j")]),
        ("a/b", "", [D("a"), D("b")]),
        ("a.\nb.", "", [D("a"), D("b")]),
        ("h angka 2 dan 3", "", [D("h", 2), D("h", 3)]),
        (
            "b; UU 28/2014, UU 31/2000",
            "",
            [D("b", None, "UU Nomor 28 Tahun 2014, UU Nomor 31 Tahun 2000")],
        ),
        ("huruf a UU KIP dan UU 8/1999", "", [D("a", None, UU8)]),
        ("j", "UU 8/1999 Pasal 5 huruf a, b", [D("j", None, UU8, "Pasal 5 huruf a, b")]),
        (
            "j",
            "Pasal 6 huruf a, b dan c UU 8/1999",
            [D("j", None, UU8, "Pasal 6 huruf a, b dan c")],
        ),
        (
            "j",
            "UU 11/2008 ITE dan perubahannya",
            [D("j", None, "UU Nomor 11 Tahun 2008 ITE dan perubahannya")],
        ),
        (
            "huruf j",
            "Undang-Undang No. 27 Th 2022 tentang Pelindungan Data Pribadi, Pasal 4 ayat (2)",
            [D("j", None, f"{PDP} tentang Pelindungan Data Pribadi", "Pasal 4 ayat (2)")],
        ),
        ("huruf h dan j; UU Nomor 27\nTahun 2022", "", [D("h"), D("j", None, PDP)]),
        ("", "Pasal 17 huruf h UU KIP jo. UU 27/2022", [D("h", None, PDP)]),
        ("b; Perpres 16/2018", "", [D("b", None, "Perpres Nomor 16 Tahun 2018")]),
        ("Pasal 17 huruf a angka 1 dan 2 UU KIP", "", [D("a", 1), D("a", 2)]),
        ("Pasal 17 huruf a angka 1, 2, dan 3 UU KIP", "", [D("a", 1), D("a", 2), D("a", 3)]),
        ("Pasal 17 huruf h angka 1 s.d. 3 UU KIP", "", [D("h", 1), D("h", 2), D("h", 3)]),
        ("h.1-2", "", [D("h", 1), D("h", 2)]),
        ("h poin 1 dan poin 2 UU 14/2008; UU 8/1999", "", [D("h", 1), D("h", 2, UU8)]),
        ("h, j (UU 27/2022)", "", [D("h"), D("j", None, PDP)]),
        (
            "Pasal 17 huruf h UU KIP\nPasal 17 huruf j UU KIP jo UU 27/2022",
            "",
            [D("h"), D("j", None, PDP)],
        ),
        ("UU KIP\nPasal 17 huruf h", "", [D("h")]),
        ("Pasal 17 huruf h\nUU Keterbukaan Informasi Publik\nUU 8/1999", "", [D("h", None, UU8)]),
        ("h (rahasia pribadi)", "", [D("h")]),
        ("h. rahasia pribadi", "", [D("h")]),
        ("", "", []),
        ("-", "-", []),
    ],
)
def test_what_people_write(
    huruf: str, undang_undang: str, grounds: list[DasarPengecualian]
) -> None:
    assert read_dasar(huruf, undang_undang) == (tuple(grounds), ())


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        (
            "a. Pasal 17 huruf b UU Nomor 14 Tahun 2008\nb. UU 30/2000 tentang Rahasia Dagang",
            [D("b", None, "UU Nomor 30 Tahun 2000 tentang Rahasia Dagang")],
        ),
        ("a. Pasal 17 huruf b UU KIP b. UU 8/1999", [D("b", None, UU8)]),
        ("1. UU 14/2008 Pasal 17 huruf h\n2. UU 27/2022", [D("h", None, PDP)]),
        ("• Pasal 17 huruf h\n• Pasal 17 huruf j jo. UU 27/2022", [D("h"), D("j", None, PDP)]),
        ("c. Pasal 17 huruf h", [D("h")]),
    ],
)
def test_the_letters_of_a_list_are_no_grounds(text: str, grounds: list[DasarPengecualian]) -> None:
    assert read_dasar(text) == (tuple(grounds), ())
    assert read_dasar("", text) == (tuple(grounds), ())


@pytest.mark.parametrize(
    ("huruf", "undang_undang", "kolom", "told", "hint"),
    [
        ("rahasia pribadi", "", Kolom.HURUF, "tidak dikenal", "tulis “h”"),
        ("a. rahasia pribadi", "", Kolom.HURUF, "tidak dikenal", "tulis “h”"),
        ("x y", "", Kolom.HURUF, "tidak dikenal", "misalnya"),
        ("a-c", "", Kolom.HURUF, "tidak dikenal", "misalnya"),
        ("k", "", Kolom.HURUF, "Huruf “k” tidak ada", "a sampai j"),
        ("Pasal 17 huruf a ayat 7", "", Kolom.HURUF, "tidak dikenal", "misalnya"),
        (
            "Pasal 17 huruf j UU KIP dan rahasia jabatan",
            "",
            Kolom.HURUF,
            "UU Nomor 14 Tahun 2008 dan rahasia jabatan” tidak dikenal",
            "tulis “h”",
        ),
        ("a. UU 8/1999\nb. UU 30/2000", "", Kolom.HURUF, "tanpa huruf", "Tulis hurufnya"),
        ("h; b", "UU 27/2022", Kolom.UNDANG_UNDANG, "huruf yang mana", f"“b: {PDP}”"),
        ("h", "j: UU 27/2022", Kolom.UNDANG_UNDANG, "tidak di kolom dasar", "Tambahkan “j”"),
        ("j", "Pasal 4", Kolom.UNDANG_UNDANG, "belum menyebut", "Pasal 4 UU"),
    ],
)
def test_what_is_unclear_is_told_and_not_guessed(
    huruf: str, undang_undang: str, kolom: Kolom, told: str, hint: str
) -> None:
    found, problems = read_dasar(huruf, undang_undang)

    assert [problem.kolom for problem in problems] == [kolom]
    assert told in problems[0].text
    assert hint in problems[0].saran
    assert all(each.huruf in huruf.replace("rahasia pribadi", "") for each in found)


def test_the_form_names_the_ground_of_a_law_only_among_several() -> None:
    one = (D("j", None, PDP, "Pasal 4"),)
    two = (D("h", 2), *one)

    assert (write_huruf(one), write_undang_undang(one)) == ("j", f"Pasal 4 {PDP}")
    assert (write_huruf(two), write_undang_undang(two)) == ("h.2; j", f"j: Pasal 4 {PDP}")


LAWS = st.builds(
    "UU Nomor {} Tahun {}{}".format,
    st.integers(1, 199).filter(lambda number: number != 14),
    st.integers(1945, 2026),
    st.sampled_from(["", " tentang Statistik", " tentang Pelindungan Data Pribadi"]),
)
ARTICLES = st.sampled_from(["", "Pasal 4", "Pasal 36 ayat (2)", "Pasal 5 huruf a dan huruf b"])


@st.composite
def grounds(draw: st.DrawFn) -> tuple[DasarPengecualian, ...]:
    letters = draw(st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=4, unique=True))
    found = []
    for letter in letters:
        law = draw(st.just("") | LAWS)
        pasal = draw(ARTICLES) if law else ""
        found.append(D(letter, draw(st.none() | st.integers(1, 9)), law, pasal))
    return tuple(found)


@given(grounds())
def test_what_the_form_writes_is_read_again(dasar: tuple[DasarPengecualian, ...]) -> None:
    assert read_dasar(write_huruf(dasar), write_undang_undang(dasar)) == (dasar, ())


PIECES = st.sampled_from(
    ["a", "h.2", "j", "Pasal 17", "huruf", "UU KIP", "UU 27/2022", "Pasal 4", "jo.", ";", ",",
     "dan", "\n", "a.", "1.", "(", ")", ":", "/", "angka", "2", "tentang", "\ue017", "–", "", "٣",
     "²"]
)  # fmt: skip


@given(st.text(max_size=40) | st.lists(PIECES, max_size=12).map(" ".join), st.text(max_size=20))
def test_any_text_is_read_and_no_letter_comes_from_nowhere(huruf: str, law: str) -> None:
    found, problems = read_dasar(huruf, law)

    assert all(each.huruf in "abcdefghij" for each in found)
    assert all(problem.text and problem.saran for problem in problems)
