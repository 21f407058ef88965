"""What a cell can hold, and how high its row must be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.errors import DomainError
from sopapp.domain.sel_lembar import fit_cell, footer_text, lines_needed
from sopapp.domain.teks_berkas import teks_berkas


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("pendek", 10, 1),
        ("satu\ndua\n\ntiga", 10, 4),
        ("Laporan Hasil Pemeriksaan/Pengawasan Inspektorat yang belum final", 30, 3),
        ("HURUF BESAR SEMUA LEBIH LEBAR", 30, 2),
        ("a" * 100, 20, 5),
    ],
)
def test_lines_as_a_spreadsheet_breaks_them(text: str, width: float, lines: int) -> None:
    assert lines_needed(text, width) == lines


@given(st.text(), st.floats(5, 80))
def test_a_wider_column_never_needs_more(text: str, width: float) -> None:
    assert 1 <= lines_needed(text, width * 2) <= lines_needed(text, width)


@given(st.text())
def test_what_a_file_holds_stays_as_it_is(text: str) -> None:
    fit = teks_berkas(text)
    assert teks_berkas(fit) == fit
    assert fit.encode("utf-8").decode("utf-8") == fit
    assert not set(fit) & set("\x00\x0b\x85\u2028\u202e\ufffe")


def test_visible_text_is_left_alone() -> None:
    text = "Ünïcode 😀 عربي\tkolom\nbaris  dua"
    assert teks_berkas(text) == text


def test_a_cell_takes_as_much_as_excel_does() -> None:
    assert fit_cell("a" * 32_767, "sini") == "a" * 32_767
    with pytest.raises(DomainError, match="pada sini"):
        fit_cell("a" * 32_768, "sini")


def test_a_footer_has_no_codes_in_it() -> None:
    assert footer_text("Standardisasi & Mutu\nSatu", 40) == "Standardisasi && Mutu Satu"
    assert footer_text("x" * 50, 10) == "x" * 9 + "…"
