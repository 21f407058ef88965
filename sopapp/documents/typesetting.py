"""Paragraphs in the letter's own type, made straight from typed text.

The text never passes ReportLab's markup parser: it becomes fragments with a font each, so
`&` and `<b>` are letters like any other, a fallback font is one more fragment, and a long
table costs no parsing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from sopapp.documents.content import FontFamily
from sopapp.documents.fonts import font_name, runs, text_width
from sopapp.documents.text import clean, keep_spaces

# Single spacing of a word processor for these two families.
LEADING = 1.15
Align = Literal[0, 1, 4]
LEFT: Final = 0
CENTER: Final = 1
JUSTIFY: Final = 4


@dataclass(frozen=True, slots=True)
class Type:
    """How a paragraph is set: family, size and indents in points.

    `hang` is the indent of all lines (a marker stands in it); `first` adds to the first line.
    """

    family: FontFamily
    size: float
    bold: bool = False
    align: Align = LEFT
    hang: float = 0.0
    first: float = 0.0
    before: float = 0.0
    leading: float = LEADING
    underline: bool = False
    strike: bool = False

    @property
    def line(self) -> float:
        """Distance between base lines, points."""
        return self.size * self.leading

    def but(self, **changes: object) -> Type:
        """Return the same type with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def width(self, text: str) -> float:
        """Width of one line of typed text, points."""
        return text_width(keep_spaces(clean(text)).replace("\n", " "), self.family, self.size,
                          bold=self.bold)  # fmt: skip


@functools.lru_cache(maxsize=256)
def _style(kind: Type, *, hyphens: bool) -> ParagraphStyle:
    name = font_name(kind.family, bold=kind.bold)
    return ParagraphStyle(
        "letter",
        fontName=name,
        bulletFontName=name,
        fontSize=kind.size,
        bulletFontSize=kind.size,
        leading=kind.line,
        alignment=kind.align,
        leftIndent=kind.hang,
        firstLineIndent=kind.first,
        bulletIndent=0,
        spaceBefore=kind.before,
        splitLongWords=1,
        # May a line end at a typed hyphen (undang-undang)?
        embeddedHyphenation=int(hyphens),
        allowWidows=0,
        allowOrphans=0,
    )


def paragraph(text: str, kind: Type, *, marker: str = "", column: float = 0.0) -> Paragraph:
    """Return a paragraph of typed text; line breaks stay, spaces stay, nothing is markup.

    `marker` (plain letters, such as `a.`) stands in the hanging indent of the first line.
    `column` is the width of the column, points: where it is known, lines may end at the
    hyphens that were typed.
    """
    text = keep_spaces(clean(text))
    if column > 0:
        text = _with_breaks(text, kind, column - kind.hang)
    hyphens = "-" in text and column > 0 and _is_safe(text, kind, column - kind.hang)
    style = _style(kind, hyphens=hyphens)
    return Paragraph("", style, bulletText=marker or None, frags=list(_fragments(text, kind)))


def mixed(parts: Sequence[tuple[str, Type]], kind: Type, column: float) -> Paragraph:
    """Return a paragraph whose runs have types of their own (bold, underlined, struck).

    `kind` sets size, leading and indents, and must not be narrower than any run's type where
    lines may end at hyphens. `column` as for `paragraph`.
    """
    width = column - kind.hang
    texts = [(_with_breaks(keep_spaces(clean(text)), own, width), own) for text, own in parts]
    whole = "".join(text for text, _own in texts)
    hyphens = "-" in whole and _is_safe(whole, kind, width)
    fragments = [part for text, own in texts for part in _fragments(text, own)]
    return Paragraph("", _style(kind, hyphens=hyphens), frags=fragments)


def _with_breaks(text: str, kind: Type, width: float) -> str:
    """End a line behind a slash inside a word that is wider than a line."""
    if "/" not in text:
        return text
    wide = {word for word in text.split() if "/" in word and kind.width(word) > width}
    for word in wide:
        text = text.replace(word, "\n".join(_packed(re.split(r"(?<=/)(?=\w)", word), kind, width)))
    return text


def _packed(parts: Sequence[str], kind: Type, width: float) -> list[str]:
    """Join the parts of a word to as few lines as hold them."""
    lines: list[str] = []
    for part in parts:
        if lines and kind.width(lines[-1] + part) <= width:
            lines[-1] += part
        else:
            lines.append(part)
    return lines


def _is_safe(text: str, kind: Type, width: float) -> bool:
    """Tell whether lines may end at hyphens without harm.

    ReportLab divides a word at one hyphen only and lets the rest run over the edge; text with
    a hyphened word wider than a line is broken at spaces and, where needed, inside the word.
    """
    return all(kind.width(word) <= width for word in text.split() if "-" in word)


def _fragments(text: str, kind: Type) -> Iterator[ParaFrag]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield _fragment("", kind.family, kind, lineBreak=True)
        for family, part in runs(line, kind.family):
            yield _fragment(part, family, kind)


def _fragment(text: str, family: FontFamily, kind: Type, **extra: object) -> ParaFrag:
    return ParaFrag(
        fontName=font_name(family, bold=kind.bold),
        fontSize=kind.size,
        bold=int(kind.bold),
        italic=0,
        textColor=black,
        rise=0,
        greek=0,
        link=[],
        us_lines=_rules(kind),
        text=text,
        **extra,
    )


# ReportLab's own form of a rule: number, kind, colour, width, offset, rise, repeats, gap; empty
# and None take its defaults, which scale with the font size. Neighbours with one number would
# become one rule.
_Rule = tuple[int, str, None, str, str, int, int, str]
_UNDERLINE: _Rule = (0, "underline", None, "", "-0.125*F", 0, 1, "1")
_STRIKE: _Rule = (1, "strike", None, "", "0.3*F", 0, 1, "1")


def _rules(kind: Type) -> list[_Rule]:
    return [_UNDERLINE] * kind.underline + [_STRIKE] * kind.strike


def balanced(text: str, kind: Type, width: float, *, most: int = 99) -> list[str]:
    """Divide a heading into the fewest lines within `width`, of about equal length.

    At most `most` lines; when that does not fit, the lines are wider than `width`.
    """
    words = clean(text).split()
    lines = _greedy(words, kind, width)
    count = min(len(lines), most)
    if count < 2:
        return [" ".join(words)]
    # The narrowest column that still needs no more lines gives the most even ones.
    low, high = max(kind.width(word) for word in words), kind.width(" ".join(words))
    while high - low > 1:
        middle = (low + high) / 2
        if len(_greedy(words, kind, middle)) <= count:
            high = middle
        else:
            low = middle
    return _greedy(words, kind, high)


def _greedy(words: list[str], kind: Type, width: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and kind.width(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
