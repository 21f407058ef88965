r"""Bold and italics in typed text: `**tebal**`, `*miring*`, and `\*` for an asterisk.

The marks follow CommonMark: one that opens is followed by something other than a space and not
preceded by a letter or figure, one that closes is preceded by something other than a space and
not followed by a letter or figure. A mark without its partner is printed as it was typed, so
`2 * 3`, `a*b*c` and `Rp5.000*` stay what they are. Nothing else is markup.

Plain Python: builders, templates and the highlighter of an editor share it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sopapp.documents.text import parts_of, with_ending

# An escaped asterisk, or a run of asterisks: the only places where a mark can be.
_STARS = re.compile(r"\\\*|\*+")
_WORD = re.compile(r"\w")
_ITALIC, _BOLD = 1, 2
_ENDINGS = ".;:,!?"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face, without its marks."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    r"""Characters `start` to `end` of a text as typed, and how they are printed.

    `is_mark` says that they are marks (or the backslash of `\*`) and not printed at all.
    """

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    is_mark: bool = False


@dataclass(slots=True)
class _Stars:
    """A run of asterisks that still has some to pair: those from `start` to `end`."""

    start: int
    end: int

    @property
    def count(self) -> int:
        return self.end - self.start


def marked(text: str) -> tuple[Run, ...]:
    """Divide one part of a text (a paragraph, a point) into runs of one face each."""
    if "*" not in text:
        return (Run(text),) if text else ()
    runs: list[Run] = []
    for span in _spans(text):
        if span.is_mark:
            continue
        run = Run(text[span.start : span.end], span.bold, span.italic)
        if runs and (runs[-1].bold, runs[-1].italic) == (run.bold, run.italic):
            runs[-1] = Run(runs[-1].text + run.text, run.bold, run.italic)
        else:
            runs.append(run)
    return tuple(runs)


def plain(text: str) -> str:
    """The text of one part without its marks, as it is read aloud."""
    return "".join(run.text for run in marked(text)) if "*" in text else text


def literal(text: str) -> str:
    r"""The text with each asterisk as `\*`, to be set into a text that is marked up."""
    return text.replace("*", r"\*")


def spans(body: str) -> tuple[Span, ...]:
    """Every stretch of a whole body that is not plain text, in order, for an editor.

    Marks pair within one part of the body only: an empty line or a new point ends it.
    """
    if "*" not in body:
        return ()
    return tuple(
        Span(start + span.start, start + span.end, span.bold, span.italic, span.is_mark)
        for start, end in parts_of(body)
        for span in _spans(body[start:end])
        if span.bold or span.italic or span.is_mark
    )


def ended(text: str, mark: str, *, instead_of: str = "") -> str:
    """Set `mark` at the end of a text unless its last printed character is such a mark.

    Characters of `instead_of` give way at the end first, also before a closing mark.
    """
    text = text.rstrip()
    if instead_of:
        text = re.sub(rf"[\s{re.escape(instead_of)}]+(\**)$", r"\1", text)
    if not text.endswith("*"):
        return with_ending(text, mark)
    return text if plain(text)[-1] in _ENDINGS else text + mark


def _spans(text: str) -> Iterator[Span]:
    """Cover one part of a text from its beginning to its end."""
    # How many pairs begin (or, negative, end) at each place.
    bolds, italics = [0] * (len(text) + 1), [0] * (len(text) + 1)
    hidden: set[int] = set()
    for first, behind, strength in _pairs(text, hidden):
        changes = bolds if strength == _BOLD else italics
        changes[first] += 1
        changes[behind] -= 1
    start, state = 0, (False, False, 0 in hidden)
    bold = italic = 0
    for place in range(len(text)):
        bold += bolds[place]
        italic += italics[place]
        now = (bold > 0, italic > 0, place in hidden)
        if now != state and place > start:
            yield Span(start, place, *state)
            start = place
        state = now
    if text:
        yield Span(start, len(text), *state)


def _pairs(text: str, hidden: set[int]) -> Iterator[tuple[int, int, int]]:
    """Yield (first marked place, place behind the last, strength); fill `hidden` with marks."""
    open_stars: list[_Stars] = []
    for found in _STARS.finditer(text):
        if found.group().startswith("\\"):
            hidden.add(found.start())
            continue
        stars = _Stars(found.start(), found.end())
        before, after = (
            text[max(0, found.start() - 1) : found.start()],
            text[found.end() : found.end() + 1],
        )
        if before and not before.isspace() and not _WORD.match(after):
            while stars.count and open_stars:
                opener = open_stars[-1]
                strength = _BOLD if min(stars.count, opener.count) >= _BOLD else _ITALIC
                hidden.update(range(opener.end - strength, opener.end))
                hidden.update(range(stars.start, stars.start + strength))
                yield opener.end, stars.start, strength
                opener.end -= strength
                stars.start += strength
                if not opener.count:
                    open_stars.pop()
        if stars.count and after and not after.isspace() and not _WORD.match(before):
            open_stars.append(stars)
