"""Whatever a person types comes out on paper or is refused by name; nothing else happens."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopapp.documents.build import build
from sopapp.documents.content import Letter
from sopapp.documents.list_content import BarisDaftar
from sopapp.documents.rich_text import plain
from sopapp.documents.text import clean, parse_body
from sopapp.domain.errors import DomainError
from tests.documents.reading import MM, page_texts, squeezed, words
from tests.documents.samples import KEPUTUSAN, NOTA_DINAS, SIGNER

# Strokes through a letter: they are drawn, but PDFium reads the letter alone.
_STROKES = "\u0334\u0335\u0336\u0337\u0338"
TYPED = st.text(
    st.one_of(
        st.sampled_from("abcdeXYZ <>&\"'/\\{}%\n\t -;.1*"),
        st.characters(codec="latin-1"),
        st.characters(
            max_codepoint=0x24FF,
            categories=["L", "N", "P", "S", "M"],
            exclude_characters=_STROKES,
        ),
    ),
    max_size=120,
)


def assert_printed_or_refused(letter: Letter, *typed: str) -> None:
    try:
        pdf = build(letter)
    except DomainError as refusal:
        assert "U+" in str(refusal)  # noqa: PT017  (a refusal is one of two good outcomes)
        return
    printed = squeezed("".join(page_texts(pdf)))
    for text in typed:
        for word in clean(text).split():
            assert squeezed(word) in printed


def as_read(body: str) -> list[str]:
    """The parts of a body as they are printed, without the marks of bold and italics."""
    return [f"{block.marker} {plain(block.text)}" for block in parse_body(body)]


@settings(max_examples=25, deadline=None)
@given(TYPED, TYPED, TYPED)
def test_nota_dinas(hal, dari, body):
    letter = replace(
        NOTA_DINAS, hal=hal, dari=dari, body=body, signer=replace(SIGNER, nama=dari or "x")
    )
    assert_printed_or_refused(letter, hal, dari, *as_read(body))


@settings(max_examples=25, deadline=None)
@given(TYPED, TYPED, TYPED)
def test_keputusan(one, two, three):
    letter = replace(
        KEPUTUSAN,
        menimbang=(one, two),
        diktum=(three,),
        daftar=(BarisDaftar(one, (two, three), three, one, two, three),),
    )
    # In the list as typed, in the decisions as marked up.
    read = (plain(clean(one)), plain(clean(two)), *as_read(three))
    assert_printed_or_refused(letter, one, two, three, *read)


@pytest.mark.parametrize("word", ["https://contoh.go.id/" + "a-b/c" * 60, "W" * 200, "⌀x" * 100])
def test_words_without_a_break_stay_inside_the_margins(word):
    rows = (BarisDaftar(word, (word, word), word, word, word, word),)
    letter = replace(KEPUTUSAN, menimbang=(word, word), diktum=(word,), daftar=rows)
    for pdf in (build(letter), build(replace(NOTA_DINAS, hal=word, body=f"{word}\n\n1. {word}"))):
        for page in words(pdf):
            landscape = any(found["text"] == "Dibuka" for found in page)
            right = (297 if landscape else 210) - 20
            assert max(found["x1"] for found in page) <= right * MM + 0.5


def test_extremes_do_not_stop_the_build():
    for text in ("W" * 1200, "kata " * 1200, "https://contoh.go.id/" + "a-b/c" * 80, "", " \n "):
        rows = (BarisDaftar(text, (text, text), text, text, text, text),)
        letter = replace(
            KEPUTUSAN, pejabat=text[:300], tentang=text[:300], menimbang=(text,), mengingat=(text,),
            diktum=(text,), kota=text[:300], tembusan=(text,), judul_daftar=text[:300], daftar=rows,
        )  # fmt: skip
        assert build(letter).startswith(b"%PDF")
        letter = replace(
            NOTA_DINAS, yth=(text, text), dari=text, hal=text, nomor=text[:300], body=text,
            signer=replace(SIGNER, nama=text[:300], jabatan=(text[:600],)),
        )  # fmt: skip
        assert build(letter).startswith(b"%PDF")
