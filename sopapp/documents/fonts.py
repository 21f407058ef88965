"""The fonts: where they are, which characters they have, how ReportLab gets them.

Two bundled families and, where they are installed, the PC's own two (`pc_fonts`), each embedded
in every file that uses it. What can be printed is what the bundled ones can print, so that a
letter is not refused on one PC and taken on another. A character that the letter's own
family lacks is drawn from the other one; a character that neither has cannot be printed,
and the caller is told so before anything is drawn. ReportLab by itself writes an empty
glyph without a word.
"""

from __future__ import annotations

import functools
import struct
import threading
import unicodedata
from pathlib import Path
from typing import Any

from sopapp.documents import pc_fonts
from sopapp.documents.paper_parts import FontFamily
from sopapp.documents.text import clean
from sopapp.domain.errors import DomainError, EnvironmentProblem

FONT_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"

# Letters are drawn in worker threads; a font registered twice would come out in two halves.
_REGISTERING = threading.Lock()

# Family -> stem of its file names. Both have four faces with the same characters in each.
_STEMS = {FontFamily.ARIAL: "LiberationSans", FontFamily.BOOKMAN: "DikaBonum"}
# Where a character that a family lacks is looked for, in this order. The first of a family of
# the PC is also the one that stands in for it.
_OTHERS = {
    FontFamily.ARIAL: (FontFamily.BOOKMAN,),
    FontFamily.BOOKMAN: (FontFamily.ARIAL,),
    FontFamily.ARIAL_PC: (FontFamily.ARIAL, FontFamily.BOOKMAN),
    FontFamily.BOOKMAN_PC: (FontFamily.BOOKMAN, FontFamily.ARIAL),
}
_FACES = ("Regular", "Bold", "Italic", "BoldItalic")
# Hebrew, Arabic, Syriac and their marks; the rest of such scripts goes by its own property.
_RIGHT_TO_LEFT = range(0x0590, 0x0900)
# Decompositions that read the same as the character itself ("ﬁ", full-width letters, the
# spaces of various widths); superscripts, fractions and the like do not and stay refused.
_SAME_READING = ("<wide>", "<narrow>", "<compat>", "<noBreak>")


def installed(family: FontFamily) -> bool:
    """Whether letters in `family` are printed in it and not in the bundled one like it."""
    return pc_fonts.installed(family)


def look_again() -> None:
    """Forget what is known of the PC's own fonts, so that those installed meanwhile count."""
    pc_fonts.look_again()
    for known in (drawn_family, font_name, _covered):
        known.cache_clear()


@functools.cache
def drawn_family(family: FontFamily) -> FontFamily:
    """The family that is drawn for `family`: the bundled one where the PC lacks its own."""
    if family in _STEMS:
        return family
    return family if _pc_names(family) else _OTHERS[family][0]


def _pc_names(family: FontFamily) -> tuple[str, ...]:
    """Names of the four faces of a family of the PC, registered; empty when there are none."""
    found = pc_fonts.faces(family)
    if not found:
        return ()
    names = []
    for path in (found.regular, found.bold, found.italic, found.bold_italic):
        try:
            names.append(_register(str(path), path))
        except EnvironmentProblem:
            return ()  # a file that only looked whole
    return tuple(names)


@functools.cache
def font_name(family: FontFamily, *, bold: bool = False, italic: bool = False) -> str:
    """Name of the face in ReportLab, registering it on first use.

    Raises EnvironmentProblem when a bundled font file is missing or damaged.
    """
    family, face = drawn_family(family), bold + 2 * italic
    if family not in _STEMS:
        return _pc_names(family)[face]
    name = f"{_STEMS[family]}-{_FACES[face]}"
    return _register(name, FONT_FOLDER / f"{name}.ttf")


def _register(name: str, path: Path) -> str:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    try:
        with _REGISTERING:
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, str(path)))
    except (TTFError, OSError, struct.error) as error:
        message = f"File huruf {path} tidak dapat dibaca. Pasang ulang program ini."
        raise EnvironmentProblem(message) from error
    return name


@functools.cache
def _covered(family: FontFamily) -> frozenset[str]:
    """Every character that each face of the family has and that ReportLab can set.

    Private-use characters mean nothing outside their own font, and scripts that run from
    right to left would come out backwards: neither counts.
    """
    from reportlab.pdfbase import pdfmetrics

    family = drawn_family(family)
    names = [font_name(family)] if family in _STEMS else _pc_names(family)
    faces: list[Any] = [pdfmetrics.getFont(name) for name in names]  # the stubs know no TrueType
    codes = set.intersection(
        *({code for code, glyph in font.face.charToGlyph.items() if glyph} for font in faces)
    )
    return frozenset(
        char
        for char in map(chr, codes)
        if unicodedata.category(char) not in ("Co", "Cc")
        and ord(char) not in _RIGHT_TO_LEFT
        and unicodedata.bidirectional(char) not in ("R", "AL", "AN")
    )


def missing_glyphs(text: str, family: FontFamily) -> tuple[str, ...]:
    """Characters of `text` that `family` itself lacks, in order, each once."""
    covered = _covered(family)
    return tuple(dict.fromkeys(c for c in clean(text) if c != "\n" and c not in covered))


def undrawable(text: str) -> tuple[str, ...]:
    """Characters of `text` that no bundled family can draw, in order, each once."""
    return tuple(c for c in missing_glyphs(text, FontFamily.ARIAL) if not _substitute(c))


def _substitute(char: str) -> str:
    """Return what shows a character that Arial lacks: itself, a same reading, or nothing."""
    if char in _covered(FontFamily.BOOKMAN):
        return char
    if unicodedata.decomposition(char).startswith(_SAME_READING):
        plain = unicodedata.normalize("NFKC", char)
        drawable = _covered(FontFamily.ARIAL)
        if plain.strip() and all(c in drawable for c in plain):
            return plain
        if plain == " ":
            return plain
    return ""


def runs(text: str, family: FontFamily) -> list[tuple[FontFamily, str]]:
    """Divide cleaned `text` without line breaks into stretches of one family each.

    Raises DomainError for a character of `undrawable(text)`; `places` refuses those with
    their place before anything is drawn.
    """
    if _covered(family).issuperset(text):
        return [(family, text)]
    found: list[tuple[FontFamily, str]] = []
    for char in text:
        own, drawn = _drawn(char, family)
        if found and found[-1][0] is own:
            found[-1] = (own, found[-1][1] + drawn)
        else:
            found.append((own, drawn))
    return found


def _drawn(char: str, family: FontFamily) -> tuple[FontFamily, str]:
    """Family and text that show `char` in a letter set in `family`."""
    if char in _covered(family):
        return family, char
    for other in _OTHERS[family]:
        if char in _covered(other):
            return other, char
    if drawn := _substitute(char):
        return FontFamily.ARIAL, drawn
    message = f"Huruf U+{ord(char):04X} tidak ada dalam huruf yang tersedia."
    raise DomainError(message)


def text_width(
    text: str, family: FontFamily, size: float, *, bold: bool = False, italic: bool = False
) -> float:
    """Width of one line in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return sum(
        stringWidth(part, font_name(own, bold=bold, italic=italic), size)
        for own, part in runs(text, family)
    )
