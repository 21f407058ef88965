from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import pdfplumber
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sopapp.documents.build import build
from sopapp.documents.paper_parts import F4, FontFamily, PageSetup
from sopapp.documents.rich_text import Run, ended, literal, marked, plain, spans
from tests.documents.reading import MM, page_texts, squeezed, words
from tests.documents.samples import KEPUTUSAN, LAMPIRAN_TEKS, NOTA_DINAS

TYPED = st.text(alphabet="ab *\\.\n(", max_size=30)


def faces(pdf: bytes) -> dict[str, str]:
    """The face of each word, without the tag of its subset."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return {
            word["text"]: word["fontname"].split("+")[1]
            for page in document.pages
            for word in page.extract_words(extra_attrs=["fontname"])
        }


@pytest.mark.parametrize(
    ("typed", "runs"),
    [
        ("a **b** c", (Run("a "), Run("b", bold=True), Run(" c"))),
        ("*a b*, c", (Run("a b", italic=True), Run(", c"))),
        ("***a*** b", (Run("a", bold=True, italic=True), Run(" b"))),
        ("**a *b* c**", (Run("a ", True), Run("b", True, True), Run(" c", True))),
        ("(*a*)", (Run("("), Run("a", italic=True), Run(")"))),
        ("*a\nb*", (Run("a\nb", italic=True),)),
        (r"\*a\* *b*", (Run("*a* "), Run("b", italic=True))),
        (r"*a\* b*", (Run("a* b", italic=True),)),
    ],
)
def test_pairs_of_marks_are_faces(typed, runs):
    assert marked(typed) == runs


@pytest.mark.parametrize(
    "typed",
    ["2 * 3 * 4", "a*b*c", "un**dang**", "**dang**un", "Rp5.000* dan 6*", "**tebal", "*", "****",
     "* butir*", "*a *", "a_*b*_c"],
)  # fmt: skip
def test_what_is_no_pair_is_printed_as_typed(typed):
    assert marked(typed) == (Run(typed),)


@given(TYPED)
def test_only_asterisks_and_their_escapes_ever_go(text):
    assert plain(text).replace("*", "").replace("\\", "") == text.replace("*", "").replace("\\", "")
    assert "".join(run.text for run in marked(text)) == plain(text)


@given(TYPED)
def test_a_literal_text_reads_as_it_was(text):
    assert plain(literal(text)) == text


@given(st.text(alphabet="ab1.- *\\\n", max_size=40))
def test_the_spans_of_a_body_are_in_order_and_show_the_faces_of_its_parts(body):
    found = spans(body)
    assert all(a.end <= b.start for a, b in pairwise(found))
    hidden = [body[span.start : span.end] for span in found if span.is_mark]
    assert set("".join(hidden)) <= {"*", "\\"}
    for span in found:
        if span.bold and not span.is_mark:
            assert "**" in hidden or "***" in "".join(hidden)


def test_marks_do_not_pair_across_points_and_empty_lines():
    assert spans("*a\n\nb*") == ()
    assert spans("1. *a\n2. b*") == ()
    [opening, text, closing] = spans("x\n1. *ab*")
    assert (opening.start, text.start, text.end, closing.end) == (5, 6, 8, 9)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("**a;**", "**a;**"),
        ("**a**", "**a**;"),
        ("a", "a;"),
        ("harga*", "harga*;"),
        ("*a.*", "*a.*"),
    ],
)
def test_an_ending_looks_behind_the_marks(typed, printed):
    assert ended(typed, ";") == printed


def test_the_full_stop_of_the_last_basis_replaces_a_marked_semicolon():
    assert ended("**a;**", ".", instead_of=";") == "**a**."
    assert ended("a; ", ".", instead_of=";") == "a."


@pytest.mark.parametrize(
    ("font", "stem"), [(FontFamily.ARIAL, "LiberationSans"), (FontFamily.BOOKMAN, "DikaBonum")]
)
def test_a_body_is_set_in_the_real_faces_of_its_family(font, stem):
    body = "biasa **tebal** *miring* ***keduanya*** 2 * 3\n\n1. butir **penting**"
    found = faces(build(replace(NOTA_DINAS, page=PageSetup(font=font), body=body)))
    assert found["biasa"] in (stem, f"{stem}-Regular")
    assert found["tebal"] == found["penting"] == f"{stem}-Bold"
    assert found["miring"] == f"{stem}-Italic"
    assert found["keduanya"] == f"{stem}-BoldItalic"
    assert "*" in found


def test_every_text_of_a_keputusan_may_be_marked_and_its_heads_are_literal():
    letter = replace(
        KEPUTUSAN,
        menimbang=("bahwa *menimbang*",),
        mengingat=("Dasar", "**mengingat;**"),
        memperhatikan=("*memperhatikan*",),
        diktum=("*diktum*\na. **anak**",),
        lampiran_lain=(replace(LAMPIRAN_TEKS, isi="**lampiran** *isi*"),),
        tentang="Daftar *tetap*",
        tembusan=("Arsip *biasa*",),
    )
    found = faces(build(letter))
    for word in ("menimbang", "memperhatikan", "diktum", "isi"):
        assert next(face for text, face in found.items() if text.startswith(word)) == (
            "DikaBonum-Italic"
        )
    for word in ("mengingat", "anak", "lampiran"):
        assert found.get(word, found.get(f"{word}.")) == "DikaBonum-Bold", word
    assert {"*TETAP*", "*biasa*."} <= found.keys()


@pytest.mark.parametrize("font", [FontFamily.ARIAL, FontFamily.BOOKMAN])
def test_marked_text_breaks_across_pages_and_keeps_its_faces_and_margins(font):
    body = "\n\n".join(
        f"kata{n} **tebal{n} " + "undang-undang " * 90 + f"tamat{n}**" for n in range(8)
    )
    letter = replace(NOTA_DINAS, page=PageSetup(paper=F4, font=font), body=body)
    pdf = build(letter)
    found = faces(pdf)
    for number in range(8):
        assert found[f"tebal{number}"].endswith("Bold")
        assert found[f"tamat{number}"].endswith("Bold")
        assert not found[f"kata{number}"].endswith("Bold")
    pages = words(pdf)
    assert len(pages) > 2
    for page in pages:
        body_words = [word for word in page if word["top"] > 15 * MM]
        assert max(word["x1"] for word in body_words) <= (215 - 20) * MM + 0.5
        assert max(word["bottom"] for word in body_words) <= (330 - 25) * MM + 0.5


PLAIN = ["undang-undang", "kata", "dan/atau", "10-20", "perundang-undangan"]
WORDS = st.one_of(
    st.lists(st.sampled_from([*PLAIN, "**tebal**", "*miring-miring*"]), min_size=1, max_size=400),
    st.lists(st.sampled_from([*PLAIN, "baris\nbaru"]), min_size=1, max_size=400),
    st.lists(st.sampled_from(PLAIN), min_size=1, max_size=400),
)


@settings(max_examples=25, deadline=None)
@given(WORDS, st.integers(0, 45))
@example(["undang-undang"] * 4 + ["*miring-miring*"], 19)
def test_no_letter_is_lost_or_doubled_where_a_line_or_page_ends(typed, lines):
    body = "baris\n" * lines + "\nmulai " + " ".join(typed) + " tamat"
    texts = page_texts(build(replace(NOTA_DINAS, body=body)))
    printed = texts[0] + "".join(text.split("\n", 1)[1] for text in texts[1:])
    assert squeezed(plain("mulai " + " ".join(typed) + " tamat")) in squeezed(printed)


@pytest.mark.parametrize("word", ["https://contoh.go.id/" + "a-b/c" * 60, "W" * 200, "⌀x" * 100])
def test_marked_words_without_a_break_stay_inside_the_margins(word):
    body = f"**{word}** *{word}*\n\n1. a **{word}**"
    letter = replace(KEPUTUSAN, menimbang=(f"**{word}**", f"*{word}*"), diktum=(f"**{word}**",))
    for pdf in (build(replace(NOTA_DINAS, body=body)), build(replace(letter, daftar=()))):
        for page in words(pdf):
            wide = any(found["text"] == "Dibuka" for found in page)
            right = (297 if wide else 210) - 20
            # PDFium rounds the width of a letter, which adds up in a word of a whole line.
            assert max(found["x1"] for found in page) <= right * MM + 1
