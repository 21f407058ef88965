"""Pangkat and golongan: told apart however they were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.pangkat import PANGKAT, golongan_of, pangkat_problem, split_pangkat


@pytest.mark.parametrize(
    ("typed", "apart"),
    [
        ("Pembina Tingkat I", ("Pembina Tingkat I", "")),
        ("Pembina Tingkat I (IV/b)", ("Pembina Tingkat I", "IV/b")),
        ("Pembina Tk. I, IV/b", ("Pembina Tk. I", "IV/b")),
        ("Pembina Tk.I/IV.b", ("Pembina Tk.I", "IV/b")),
        ("Pembina Tk. I / IV b", ("Pembina Tk. I", "IV/b")),
        ("Pembina/IVa", ("Pembina", "IV/a")),
        ("Pembina - IV / A", ("Pembina", "IV/a")),
        ("Pembina Utama Muda iv/c", ("Pembina Utama Muda", "IV/c")),
        ("Penata Muda, Gol. III/a", ("Penata Muda", "III/a")),
        ("Penata (Golongan Ruang III/c)", ("Penata", "III/c")),
        ("Penata Tk. I [Gol/Ruang: III d]", ("Penata Tk. I", "III/d")),
        ("IV/b Pembina Tingkat I", ("Pembina Tingkat I", "IV/b")),
        ("IV/b", ("", "IV/b")),
        ("Kolonel", ("Kolonel", "")),
        ("Penata Tingkat I a", ("Penata Tingkat I a", "")),
        ("IX", ("IX", "")),
        ("", ("", "")),
    ],
)
def test_a_golongan_is_taken_from_a_pangkat(typed: str, apart: tuple[str, str]) -> None:
    assert split_pangkat(typed) == apart


@given(
    golongan=st.sampled_from(sorted(PANGKAT)),
    form=st.sampled_from(["{p} ({g})", "{p}, {g}", "{p} / {g}", "{p}/{g}", "{p} {g}", "{g} {p}"]),
)
def test_every_pangkat_comes_apart_from_its_golongan(golongan: str, form: str) -> None:
    pangkat = PANGKAT[golongan]
    assert split_pangkat(form.format(p=pangkat, g=golongan)) == (pangkat, golongan)
    assert split_pangkat(pangkat) == (pangkat, "")
    assert golongan_of(pangkat) == golongan
    assert golongan_of(pangkat.replace("Tingkat ", "Tk. ")) == golongan


@given(st.text(max_size=40))
def test_taking_apart_twice_changes_nothing_more_where_nothing_was_found(text: str) -> None:
    bare, golongan = split_pangkat(text)
    if not golongan:
        assert bare == text.strip()


@pytest.mark.parametrize(
    ("pangkat", "golongan", "words"),
    [
        ("Pembina Tingkat I", "IV/b", None),
        ("Pembina Tingkat I", "IV / b", None),
        ("Pembina Tingkat I", "", None),
        ("Kolonel", "IV/b", None),
        ("", "IV/b", None),
        ("Pembina Tk. I, IV/b", "", "pangkat “Pembina Tk. I” dan golongan “IV/b”"),
        ("IV/b", "", "golongan “IV/b”"),
        ("Pembina Tk. I", "IV/a", "lazimnya golongan IV/b"),
    ],
)
def test_a_pangkat_that_looks_wrong(pangkat: str, golongan: str, words: str | None) -> None:
    said = pangkat_problem(pangkat, golongan)
    assert said is None if words is None else words in (said or "")
