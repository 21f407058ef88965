"""Points in typed text, and lists typed one item per line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.berkas.points import items_of, marker_of, text_of, toggled_points


@pytest.mark.parametrize(
    ("line", "following"),
    [("1. x", "2. "), ("9) x", "10) "), ("a. ", "b. "), ("  - x", "  - "), ("z. x", None),
     ("999. x", None)],
)  # fmt: skip
def test_the_next_point(line, following):
    assert marker_of(line).following() == following


@pytest.mark.parametrize("line", ["", "satu", "1.5 kg", "a.n. Kepala", "10.", "-x", "ab. x"])
def test_no_point(line):
    assert marker_of(line) is None


def test_lines_become_points_and_lines_again():
    lines = ["satu", "", "dua"]
    points = toggled_points(lines, "1")
    assert points == ["1. satu", "", "2. dua"]
    assert toggled_points(points, "a") == ["a. satu", "", "b. dua"]
    assert toggled_points(points, "1") == lines


def test_points_count_on_from_the_line_above():
    assert toggled_points(["tiga"], "1", "2. dua") == ["3. tiga"]
    assert toggled_points(["x"], "a", "2. dua") == ["a. x"]


def test_points_below_a_diktum_belong_to_it():
    text = "Menetapkan tim:\na. ketua\nb. anggota\nBerlaku sejak ditetapkan."
    items = ("Menetapkan tim:\na. ketua\nb. anggota", "Berlaku sejak ditetapkan.")
    assert items_of(text, sub_points=True) == items
    assert text_of(items, sub_points=True) == text
    assert len(items_of(text, sub_points=False)) == 4


def test_a_list_that_is_numbered_all_through_is_a_list_of_items():
    assert items_of("1. satu\n2. dua", sub_points=True) == ("1. satu", "2. dua")


def test_an_empty_line_ends_an_item():
    assert items_of("Tim:\n\n1. ketua", sub_points=True) == ("Tim:", "1. ketua")


_LINES = st.sampled_from(["satu", "1. satu", "- dua", "a. tiga", "**empat**", "a.n. lima"])
_ITEMS = st.lists(st.lists(_LINES, min_size=1, max_size=3).map("\n".join), max_size=4).map(tuple)


@given(items=_ITEMS, sub_points=st.booleans())
def test_a_list_comes_back_as_it_was_shown(items, sub_points):
    assert items_of(text_of(items, sub_points=sub_points), sub_points=sub_points) == items
