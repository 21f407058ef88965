"""Paragraphs in the letter's own type, made straight from typed text.

The text never passes ReportLab's markup parser: it becomes fragments with a font each, so
`&` and `<b>` are letters like any other, a fallback font is one more fragment, and a long
table costs no parsing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from sopapp.documents.fonts import font_name, runs, text_width
from sopapp.documents.fragments import FragmentParagraph
from sopapp.documents.justified import JustifiedParagraph
from sopapp.documents.paper_parts import FontFamily
from sopapp.documents.rich_text import marked
from sopapp.documents.text import clean, keep_figures, keep_spaces

# Single spacing of a word processor for these two families.
LEADING = 1.15
# A column of at least so many ems is one of text, not a cell of a table.
_ROOMY = 18
Align = Literal[0, 1, 2, 4]
LEFT: Final = 0
CENTER: Final = 1
RIGHT: Final = 2
JUSTIFY: Final = 4


@dataclass(frozen=True, slots=True)
class Type:
    """How a paragraph is set: family, size and indents in points.

    `hang` is the indent of all lines (a marker stands in it); `first` adds to the first line.
    """

    family: FontFamily
    size: float
    bold: bool = False
    italic: bool = False
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

    def marker_width(self, markers: Iterable[str]) -> float:
        """Room that the widest of some markers needs in the hanging indent, points.

        With less of it ReportLab would push the first line, and that one alone, to the right.
        """
        return max((self.width(marker) for marker in markers), default=0.0) + self.size * 0.6

    def width(self, text: str) -> float:
        """Width of one line of typed text, points."""
        return text_width(keep_spaces(clean(text)).replace("\n", " "), self.family, self.size,
                          bold=self.bold, italic=self.italic)  # fmt: skip


def _font(kind: Type) -> str:
    return font_name(kind.family, bold=kind.bold, italic=kind.italic)


@functools.lru_cache(maxsize=256)
def _style(kind: Type, name: str, *, hyphens: bool) -> ParagraphStyle:
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
    hyphens that were typed, and in a wide one not between a figure and its word.
    """
    text = keep_spaces(clean(text))
    if column > 0:
        text = _with_breaks(text, kind, column - kind.hang)
    hyphens = "-" in text and column > 0 and _is_safe(text, kind, column - kind.hang)
    style = _style(kind, _font(kind), hyphens=hyphens)
    return _made(list(_fragments(text, kind)), style, marker)


def _made(fragments: list[ParaFrag], style: ParagraphStyle, marker: str) -> Paragraph:
    kind = FragmentParagraph if len(fragments) > 1 else JustifiedParagraph
    return kind("", style, bulletText=marker or None, frags=fragments)


def rich(text: str, kind: Type, *, marker: str = "", column: float = 0.0) -> Paragraph:
    """Return a paragraph as `paragraph` does, with the bold and italics that `text` marks."""
    if "*" not in text:
        return paragraph(text, kind, marker=marker, column=column)
    parts = [
        (run.text, kind.but(bold=kind.bold or run.bold, italic=kind.italic or run.italic))
        for run in marked(clean(text))
    ]
    return mixed(parts, kind, column, marker=marker)


def mixed(
    parts: Sequence[tuple[str, Type]], kind: Type, column: float, *, marker: str = ""
) -> Paragraph:
    """Return a paragraph whose runs have types of their own (bold, underlined, struck).

    `kind` sets size, leading and indents; `column` and `marker` as for `paragraph`.
    """
    width = column - kind.hang
    texts = [(keep_spaces(clean(text)), own) for text, own in parts]
    hyphens = False
    if column > 0:
        texts = [(_with_breaks(text, own, width), own) for text, own in texts]
        whole = "".join(text for text, _own in texts)
        hyphens = "-" in whole and all(_is_safe(whole, own, width) for own in {kind, *_own(texts)})
    fragments = [part for text, own in texts for part in _fragments(text, own)]
    style = _style(kind, _font(kind), hyphens=hyphens)
    return _made(fragments, style, marker)


def _own(texts: Sequence[tuple[str, Type]]) -> Iterator[Type]:
    return (own for _text, own in texts)


def _with_breaks(text: str, kind: Type, width: float) -> str:
    """End a line behind a slash inside a word that is wider than a line, but not at a figure.

    In a narrow column of a table the figures are left alone: it would grow by many lines.
    """
    if width >= _ROOMY * kind.size:
        text = keep_figures(text)
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
        fontName=font_name(family, bold=kind.bold, italic=kind.italic),
        fontSize=kind.size,
        bold=int(kind.bold),
        italic=int(kind.italic),
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
    return balanced_words(clean(text).split(), kind, width, most=most)


def balanced_words(words: Sequence[str], kind: Type, width: float, *, most: int = 99) -> list[str]:
    """Divide as `balanced` does, only between the `words` given, which may hold spaces."""
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


def without_lone_word(text: str, kind: Type, width: float) -> str:
    """Return a text set flush left whose last line holds more than one word.

    A year that alone begins a line takes the word before it along; typed line breaks and
    runs of spaces stay as they are.
    """
    words = text.split(" ")
    if not all(words) or "\n" in text or kind.width(text) <= width:
        return text
    lines = _greedy(words, kind, width)
    if len(lines) < 2 or " " in lines[-1] or lines[-2].count(" ") < 2:
        return text
    before, last = lines[-2].rsplit(" ", 1)
    better = [*lines[:-2], before, f"{last} {lines[-1]}"]
    return "\n".join(better) if all(kind.width(line) <= width for line in better) else text


def _greedy(words: Sequence[str], kind: Type, width: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and kind.width(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
