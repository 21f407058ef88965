"""Where a search hit, marked by the rules of the index."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sopapp.domain.temuan import kata_dicari, letak, temuan


def marked(sought: str, text: str) -> list[str]:
    return [text[start:end] for start, end in letak(kata_dicari(sought), text)]


def test_the_beginning_of_a_word_is_a_hit() -> None:
    assert marked("peng", "Hasil pengawasan dan penguji") == ["peng", "peng"]


def test_the_middle_of_a_word_is_none() -> None:
    assert marked("awas", "Hasil pengawasan") == []


def test_case_and_accents_do_not_matter() -> None:
    assert marked("RESUME", "résumé") == ["résumé"]


def test_every_word_that_was_typed_is_marked() -> None:
    assert marked("data pela", "Data pribadi pelapor") == ["Data", "pela"]


def test_the_first_part_with_a_hit_is_told() -> None:
    found = temuan("bidang", [("Informasi", "Rencana"), ("Unit kerja", "Bidang Industri")])

    assert found is not None
    assert (found.kolom, found.teks()) == ("Unit kerja", "Bidang Industri")
    assert [text for text, hit in found.potongan if hit] == ["Bidang"]


def test_without_a_hit_there_is_nothing() -> None:
    assert temuan("xyz", [("Informasi", "Rencana")]) is None
    assert temuan("", [("Informasi", "Rencana")]) is None


def test_a_long_text_is_cut_around_the_hit() -> None:
    found = temuan("jarum", [("Informasi", "kata " * 100 + "jarum " + "kata " * 100)])

    assert found is not None
    assert found.teks().startswith("…kata")
    assert found.teks().endswith("…")
    assert len(found.teks()) < 250


@given(st.text(max_size=300), st.text(min_size=1, max_size=12))
def test_any_text_can_be_looked_through(text: str, sought: str) -> None:
    found = temuan(sought, [("Informasi", text)])

    assert found is None or any(hit for _words, hit in found.potongan)
