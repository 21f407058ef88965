"""Marks for bold and italics, made and taken away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopapp.documents.rich_text import Run, marked, plain
from ui.berkas.rich_marks import has_face, parts, toggled, typed

_TEXTS = st.text(st.sampled_from("ab *.\\("), min_size=1, max_size=14).map(str.strip).filter(bool)


@pytest.mark.parametrize(
    ("text", "chosen", "bold", "made"),
    [
        ("satu dua tiga", "dua", True, "satu **dua** tiga"),
        ("satu dua tiga", "dua", False, "satu *dua* tiga"),
        ("satu dua tiga", " dua ", True, "satu **dua** tiga"),
        ("satu dua tiga", "tu du", True, "**satu dua** tiga"),
        ("satu **dua** tiga", "dua", True, "satu dua tiga"),
        ("satu **dua** tiga", "**dua**", True, "satu dua tiga"),
        ("satu **dua tiga** x", "tiga", True, "satu **dua** tiga x"),
        ("satu **dua** tiga", "dua", False, "satu ***dua*** tiga"),
        ("**satu** dua", "**satu** dua", True, "**satu dua**"),
        ("2 * 3 dua", "dua", True, "2 * 3 **dua**"),
        (r"\*x\* dua", "dua", True, r"\*x\* **dua**"),
    ],
)  # fmt: skip
def test_a_selection_is_marked_and_unmarked(text, chosen, bold, made):
    start = text.index(chosen)
    assert toggled(text, start, start + len(chosen), bold=bold).text == made


def test_the_selection_stays_on_the_same_words():
    changed = toggled("satu dua", 5, 8, bold=True)
    assert changed.text[changed.start : changed.end] == "dua"


@given(text=_TEXTS, start=st.integers(0, 14), length=st.integers(1, 14), bold=st.booleans())
def test_no_word_is_ever_lost_and_a_second_time_undoes(text, start, length, bold):
    changed = toggled(text, start, start + length, bold=bold)
    assert plain(changed.text) == plain(text)
    if changed.text == text:
        return
    gave = has_face(changed.text, changed.start, changed.end, bold=bold)
    again = toggled(changed.text, changed.start, changed.end, bold=bold)
    assert plain(again.text) == plain(text)
    if again.text != changed.text and plain(text)[:1]:
        seen = has_face(again.text, again.start, again.end, bold=bold)
        assert seen is not gave


@given(runs=st.lists(st.tuples(_TEXTS, st.booleans(), st.booleans()), min_size=1, max_size=4))
def test_pasted_runs_keep_every_character(runs):
    assert plain(typed(runs)) == "".join(text for text, _bold, _italic in runs)


def test_pasted_faces_are_those_of_whole_words():
    assert marked(typed([("S", True, False), ("tandar ", False, False), ("baku", True, True)])) == (
        Run("Standar "), Run("baku", bold=True, italic=True),
    )  # fmt: skip


def test_marks_pair_inside_an_item_of_a_list_only():
    text = "a *b\nc* d"
    assert list(parts(text, by_line=True)) == [(0, 4), (5, 9)]
    assert list(parts(text, by_line=False)) == [(0, 9)]
