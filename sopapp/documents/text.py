"""Typed text made ready for print, and the body of a letter divided into its parts.

What a person types is printed as typed. What has no visible form of its own is handled
here, once, so that nothing visible can vanish later:

* letters with accents are composed (NFC), never replaced by look-alikes (no NFKC: it would
  turn `10⁵` into `105`);
* every kind of line end is a line break; a tab is four spaces; runs of spaces are kept;
* soft hyphens, zero-width and direction marks and control characters are dropped: they are
  invisible on screen too and come along when text is pasted;
* the two bullets that Word keeps in its private area become real bullets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sopapp.domain.tanggal import BULAN

NBSP = "\N{NO-BREAK SPACE}"
_TAB = " " * 4
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_WORD_BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪"})
_SPACE_RUN = re.compile(r" {2,}")
# The space between a figure and the word that it belongs to. Not `Nomor 4846`: citations of laws
# are full of it, and a long unit leaves too much room in the line before.
_FIGURE = re.compile(
    r"\b(?:Pasal|ayat|huruf|angka|butir|nomor urut|Tahun(?= \d{4}))"
    r" (?=\(?(?:\d{1,4}|[a-z])\)?(?![\w/]|[.,-]\w))"
    r"|(?<![\w/.,-])\d{1,4} "
    rf"(?=(?:{'|'.join(BULAN)}|hari|minggu|bulan|tahun(?! \d{{4}}))\b|(?-i:\([a-z]))",
    re.IGNORECASE,
)
# Signs of Arabic and Syriac that count as format characters and yet are visible.
_VISIBLE_FORMAT = range(0x0600, 0x0900)
_INVISIBLE_MARKS = frozenset({0x034F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)})
_DEEPEST = 2
_POINT = re.compile(r"\s*(?P<marker>\d{1,3}[.)]|[a-z][.)]|[-•–])[ \t\u00a0]+(?P<text>\S.*)")


def clean(text: str) -> str:
    """Return the text as it is drawn; see the module's docstring for what changes."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    text = text.replace("\t", _TAB).translate(_WORD_BULLETS)
    if text.isprintable():
        return text
    return "".join(char for char in text if char == "\n" or not _is_invisible(char))


def _is_invisible(char: str) -> bool:
    category = unicodedata.category(char)
    code = ord(char)
    if category == "Cf":
        return code not in _VISIBLE_FORMAT
    return category == "Cc" or code in _INVISIBLE_MARKS


def one_line(text: str) -> str:
    """Put the text on one line, for places that have only one (PDF title, headings)."""
    return " ".join(clean(text).split("\n")).strip()


def keep_spaces(text: str) -> str:
    """Make runs of spaces no-break spaces, so that they do not shrink to one."""
    return _SPACE_RUN.sub(lambda run: NBSP * (len(run.group()) - 1) + " ", text)


def keep_figures(text: str) -> str:
    """Let no line end between a figure and its word: `Pasal 17`, `23 Oktober`, `5 (lima)`."""
    return _FIGURE.sub(lambda found: found.group()[:-1] + NBSP, text)


def unbroken(text: str) -> str:
    """Text that keeps every space and stays on one line, such as a number with room in it."""
    return one_line(text).replace(" ", NBSP)


def with_ending(text: str, mark: str) -> str:
    """Set `mark` at the end of the text, unless it ends with a mark already."""
    text = text.rstrip()
    return text if not text or text[-1] in ".;:,!?" else text + mark


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a body: a paragraph (empty `marker`) or a point at `level` 0 to 2.

    `text` holds a line break for each one typed inside the part.
    """

    text: str
    marker: str = ""
    level: int = 0


def parse_body(body: str) -> tuple[Block, ...]:
    """Divide a body into paragraphs and points.

    An empty line ends a part. A line that begins with `1. `, `a. ` or `- ` begins a point.
    Points whose marker is of a kind that is new in their run are one level deeper than the one
    before (1., a., -), two at most; a paragraph ends the run.
    """
    parts: list[tuple[str, list[str]]] = []
    is_open = False
    for line in clean(body).split("\n"):
        if not line.strip():
            is_open = False
        elif point := _POINT.fullmatch(line):
            parts.append((point["marker"], [point["text"].strip()]))
            is_open = True
        elif is_open:
            parts[-1][1].append(line.strip())
        else:
            parts.append(("", [line.strip()]))
            is_open = True
    return _with_levels(parts)


def parts_of(body: str) -> Iterator[tuple[int, int]]:
    """Places (start, end) of the parts of a body as typed, without the markers of points.

    They are the parts of `parse_body` as long as lines end as an editor ends them, with LF.
    """
    start, end, place = -1, 0, 0
    for line in body.split("\n"):
        point = _POINT.fullmatch(line)
        if start >= 0 and (point or not line.strip()):
            yield start, end
            start = -1
        if start < 0 and line.strip():
            start = place + (point.start("text") if point else 0)
        end = place + len(line)
        place = end + 1
    if start >= 0:
        yield start, end


def _with_levels(parts: list[tuple[str, list[str]]]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    kinds: list[str] = []  # those of the point before and of the points that it belongs to
    for marker, lines in parts:
        if not marker:
            kinds.clear()
            blocks.append(Block("\n".join(lines)))
            continue
        kind = _kind(marker)
        level = kinds.index(kind) if kind in kinds else min(len(kinds), _DEEPEST)
        kinds[level:] = [kind]
        blocks.append(Block("\n".join(lines), marker, level))
    return tuple(blocks)


def _kind(marker: str) -> str:
    """Tell the sort of marker: numbers, letters, dashes with their closing mark."""
    return re.sub(r"[a-z]", "a", re.sub(r"\d+", "1", marker))
