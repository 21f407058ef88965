"""Long words break where a reader expects it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.breakable import breakable


def parts(text: str) -> list[str]:
    return breakable(text).split("\u200b")


def test_a_path_breaks_after_its_marks_and_not_in_a_name():
    found = parts("/home/nama.pengguna/Dokumen/cadangan")
    assert found == ["/home/", "nama.", "pengguna/", "Dokumen/", "cadangan"]
    assert parts(r"C:\\Users\\ani\\Documents\\data-dik")[-3:] == ["Documents\\\\", "data-", "dik"]


def test_short_words_stay_whole():
    assert parts("Jalan Raya/Gang, a.n. Kepala Dinas") == ["Jalan Raya/Gang, a.n. Kepala Dinas"]


def test_a_word_without_marks_breaks_all_the_same():
    assert [len(part) for part in parts("a" * 50)] == [24, 24, 2]


@given(st.text(alphabet="ab/.- \\", max_size=120))
def test_no_part_is_too_long_and_no_letter_is_lost(text):
    assert "".join(parts(text)) == text
    assert all(len(word) <= 24 for part in parts(text) for word in part.split())
