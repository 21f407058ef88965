from __future__ import annotations

import string
from dataclasses import replace

import pytest

from sopapp.documents.build import build
from sopapp.documents.fonts import FONT_FOLDER, missing_glyphs, runs, text_width, undrawable
from sopapp.documents.list_content import BarisDaftar
from sopapp.documents.paper_parts import FontFamily
from sopapp.domain.errors import DomainError
from tests.documents.reading import embedded_fonts, page_texts
from tests.documents.samples import DAFTAR_PUBLIK, KEPUTUSAN, NOTA_DINAS

# Widths of Helvetica/Arial and ITC Bookman, 1/1000 em: what "metric-compatible" promises.
ARIAL_WIDTHS = {" ": 278, "A": 667, "M": 833, "a": 556, "i": 222, "w": 722, "5": 556, "@": 1015}
BOOKMAN_WIDTHS = {" ": 320, "A": 680, "M": 920, "a": 580, "i": 300, "w": 780, "5": 620, "@": 820}


@pytest.mark.parametrize(
    ("family", "widths"),
    [(FontFamily.ARIAL, ARIAL_WIDTHS), (FontFamily.BOOKMAN, BOOKMAN_WIDTHS)],
)
def test_letters_are_as_wide_as_in_the_font_they_stand_for(family, widths):
    for char, width in widths.items():
        assert text_width(char, family, 1000) == pytest.approx(width, abs=1)


@pytest.mark.parametrize("family", list(FontFamily))
def test_ordinary_indonesian_text_needs_no_other_font(family):
    assert missing_glyphs(string.printable + "éèüñ“”‘’–—…•½²°§©€", family) == ()


def test_a_character_of_the_other_family_is_drawn_from_it():
    assert missing_glyphs("x ⌀", FontFamily.ARIAL) == ("⌀",)
    assert undrawable("x ⌀ α") == ()
    assert runs("x⌀y", FontFamily.ARIAL) == [
        (FontFamily.ARIAL, "x"),
        (FontFamily.BOOKMAN, "⌀"),
        (FontFamily.ARIAL, "y"),
    ]


def test_a_form_that_reads_the_same_stands_in_but_a_power_does_not():
    assert runs("ＡＢ", FontFamily.ARIAL) == [(FontFamily.ARIAL, "AB")]
    assert undrawable("❶①") == ("❶", "①")


@pytest.mark.parametrize("char", ["✓", "😀", "字", "\ue000", "ש", "م", "\ud800"])
def test_what_cannot_be_drawn_is_named(char):
    assert undrawable(f"a{char}b") == (char,)


@pytest.mark.parametrize(
    ("letter", "place"),
    [
        (replace(NOTA_DINAS, hal="Hal ✓"), "Hal"),
        (replace(NOTA_DINAS, body="satu\n\n1. dua ✓"), "Isi, baris 3"),
        (replace(NOTA_DINAS, kop=replace(NOTA_DINAS.kop, instansi="✓")), "Kop, instansi"),
        (replace(KEPUTUSAN, mengingat=("a", "b ✓")), "Mengingat 2"),
        (
            replace(
                KEPUTUSAN,
                daftar=(*KEPUTUSAN.daftar[:2], BarisDaftar("✓", (), "", "", "", "")),
            ),
            "Informasi, daftar baris 3",
        ),
        (replace(DAFTAR_PUBLIK, judul="✓"), "Judul"),
    ],
)
def test_a_letter_with_an_unprintable_character_is_refused_with_its_place(letter, place):
    with pytest.raises(DomainError) as refusal:
        build(letter)
    assert "✓" in str(refusal.value)
    assert "U+2713" in str(refusal.value)
    assert f"pada {place} " in str(refusal.value)


def test_a_fallback_character_is_in_the_printed_text():
    pdf = build(replace(NOTA_DINAS, hal="Ukuran ⌀ 5 ※"))
    assert "Ukuran ⌀ 5 ※" in page_texts(pdf)[0]
    assert any("DikaBonum" in name for name in embedded_fonts(pdf))


@pytest.mark.parametrize(
    "letter", [NOTA_DINAS, KEPUTUSAN, DAFTAR_PUBLIK], ids=lambda x: type(x).__name__
)
def test_every_font_is_embedded(letter):
    fonts = embedded_fonts(build(letter))
    assert fonts
    assert all(fonts.values()), fonts
    assert not any("Helvetica" in name or "Times" in name for name in fonts)


def test_each_family_is_shipped_with_its_licence():
    assert "SIL OPEN FONT LICENSE" in (FONT_FOLDER / "OFL.txt").read_text(encoding="utf-8")
    gust = (FONT_FOLDER / "GUST-FONT-LICENSE.txt").read_text(encoding="utf-8")
    assert "GUST Font License" in gust
    assert len(list(FONT_FOLDER.glob("*.ttf"))) == 8
