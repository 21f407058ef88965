from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.documents.text import (
    Block,
    clean,
    keep_figures,
    keep_spaces,
    parse_body,
    parts_of,
    unbroken,
    with_ending,
)


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("a\r\nb\rc\u2028d\vE", "a\nb\nc\nd\nE"),
        ("satu\tdua", "satu    dua"),
        ("e\u0301", "é"),
        ("10⁵ m² ½", "10⁵ m² ½"),
        ("infor\u00admasi\u200b \u202adaftar\u202c\x00\x1b", "informasi daftar"),
        ("\uf0b7 butir", "• butir"),
    ],
)
def test_invisible_characters_go_and_visible_ones_stay(typed, drawn):
    assert clean(typed) == drawn


@given(st.text(st.characters(exclude_categories=["Co"])))
def test_no_letter_digit_or_sign_is_ever_dropped(text):
    def visible(s):
        composed = unicodedata.normalize("NFC", s)
        return [c for c in composed if unicodedata.category(c)[0] in "LNPS"]

    assert visible(clean(text)) == visible(text)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


def test_runs_of_spaces_and_room_in_a_number_are_kept():
    assert len(keep_spaces("a    b")) == 6
    assert keep_spaces("a    b").split(" ") == ["a\u00a0\u00a0\u00a0", "b"]
    assert unbroken("500/   /X 2026") == "500/\u00a0\u00a0\u00a0/X\u00a02026"


@pytest.mark.parametrize(
    "kept",
    [
        "menurut Pasal~17 huruf~j Undang-Undang Nomor 14 Tahun~2008",
        "tanggal 23~Oktober 2026, 30~(tiga puluh) hari kerja",
        "Pasal~4 ayat~(2), angka~3, nomor urut~25 (Hasil uji)",
        "TAHUN~2026 selama 2~tahun 6~bulan",
        "Nomor 91/KEP/HK/2019 dan Nomor 500.12/7 atas 25 informasi",
        "tahun yang 1.5 hari dan rapat 08.30 hari ini",
    ],
)
def test_a_figure_stays_with_its_word_but_a_long_number_may_stand_alone(kept):
    assert keep_figures(kept.replace("~", " ")).replace("\u00a0", "~") == kept


@pytest.mark.parametrize(
    ("text", "ended"), [("bahwa x", "bahwa x;"), ("bahwa x; ", "bahwa x;"), ("x.", "x."), ("", "")]
)
def test_an_ending_is_added_only_where_there_is_none(text, ended):
    assert with_ending(text, ";") == ended


def test_a_body_is_divided_into_paragraphs_and_nested_points():
    body = """Pembuka
baris kedua

1. satu
a. anak
lanjutan
b. anak
2) bukan jenis yang sama
c. lagi
10. sepuluh

Penutup.
- butir"""
    assert parse_body(body) == (
        Block("Pembuka\nbaris kedua"),
        Block("satu", "1.", 0),
        Block("anak\nlanjutan", "a.", 1),
        Block("anak", "b.", 1),
        Block("bukan jenis yang sama", "2)", 2),
        Block("lagi", "c.", 1),
        Block("sepuluh", "10.", 0),
        Block("Penutup."),
        Block("butir", "-", 0),
    )


@pytest.mark.parametrize("line", ["a.n. Kepala Dinas", "2026. Tahun", "-5 derajat", "di. sana"])
def test_what_only_looks_like_a_point_stays_a_paragraph(line):
    assert parse_body(line) == (Block(line),)


@given(st.text(alphabet="ab1.-) \n\t"))
def test_dividing_a_body_loses_nothing(body):
    blocks = parse_body(body)
    assert "".join("".join((b.marker + b.text).split()) for b in blocks) == "".join(body.split())


@given(st.text(alphabet="ab1.-) \n\t"))
def test_the_places_of_the_parts_are_those_of_its_blocks(body):
    found = [" ".join(body[start:end].split()) for start, end in parts_of(body)]
    assert found == [" ".join(block.text.split()) for block in parse_body(body)]
