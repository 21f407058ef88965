"""Setting and taking away the marks for bold and italics in typed text; no Qt.

What the marks mean is said once, in sopapp.documents.rich_text. Here a text is taken apart
into its printed characters with their faces, changed, and written again with marks; a change
that the marks cannot say (a bold letter inside a word) is made for whole words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sopapp.documents.rich_text import spans
from sopapp.documents.text import parts_of

_WORD = re.compile(r"\w")
_BOLD, _ITALIC = "**", "*"


class Letter(NamedTuple):
    """One printed character, its faces and its place in the typed text."""

    char: str
    bold: bool = False
    italic: bool = False
    at: int = 0
    escaped: bool = False


class Changed(NamedTuple):
    """A part of a text after a change, and where the selection is in it."""

    text: str
    start: int
    end: int


def parts(text: str, *, by_line: bool) -> Iterator[tuple[int, int]]:
    """Places of the parts inside which marks pair: those of a body, or of each line alone."""
    if not by_line:
        yield from parts_of(text)
        return
    place = 0
    for line in text.split("\n"):
        for start, end in parts_of(line):
            yield place + start, place + end
        place += len(line) + 1


def toggled(part: str, start: int, end: int, *, bold: bool) -> Changed:
    """Make the characters from `start` to `end` bold (or italic), or plain when all are so.

    Spaces at the ends are left out and a part of a word becomes the whole word. Where marks
    cannot say it, the text comes back as it was.
    """
    letters = list(_printed(part))
    chosen = [i for i, each in enumerate(letters) if start <= each.at < end]
    while chosen and letters[chosen[0]].char.isspace():
        chosen.pop(0)
    while chosen and letters[chosen[-1]].char.isspace():
        chosen.pop()
    if not chosen:
        return Changed(part, start, end)
    first, last = _whole_words(letters, chosen[0], chosen[-1])
    name = "bold" if bold else "italic"
    inside = letters[first : last + 1]
    give = not all(getattr(each, name) for each in inside if not each.char.isspace())
    letters[first : last + 1] = [_faced(each, name, give) for each in inside]
    written = _checked(letters)
    if written is None:
        return Changed(part, start, end)
    text, places = written
    return Changed(text, places[first], places[last] + 1)


class Pair(NamedTuple):
    """Where two marks and what is between them begin, and what is to stand there."""

    start: int
    text: str


def spaced_pair(text: str, at: int, mark: str) -> Pair | None:
    """The marks around `at` with the spaces at their edges put outside, where they pair.

    None when no second mark stands at `at`, or its first one not before it on the line.
    """
    first = text.rfind(mark, text.rfind("\n", 0, at) + 1, at)
    inside = text[first + len(mark) : at]
    behind = text[at : at + len(mark) + 1]
    lone = first >= 0 and "*" not in inside and text[max(first - 1, 0) : first] != "*"
    if not lone or not behind.startswith(mark) or behind == mark + "*":
        return None
    words = inside.strip()
    if not words:
        return Pair(first, inside)
    return Pair(first, inside.replace(words, f"{mark}{words}{mark}", 1))


def has_face(part: str, start: int, end: int, *, bold: bool) -> bool:
    """Whether all that is printed from `start` to `end` (or around it) is bold (or italic)."""
    seen = [
        each.bold if bold else each.italic
        for each in _printed(part)
        if (start <= each.at < end or start == end == each.at) and not each.char.isspace()
    ]
    return bool(seen) and all(seen)


def typed(runs: Iterable[tuple[str, bool, bool]]) -> str:
    """One line of (text, bold, italic) as a person would type it; asterisks stay asterisks."""
    runs = list(runs)
    whole = "".join(text for text, _bold, _italic in runs)
    if "*" not in whole and not any(bold or italic for _text, bold, italic in runs):
        return whole
    letters = [Letter(char, bold, italic) for text, bold, italic in runs for char in text]
    letters = _by_words(letters)
    written = _checked(letters) or _checked([Letter(each.char) for each in letters])
    return written[0] if written else whole


def _printed(part: str) -> Iterator[Letter]:
    """Yield the characters that are printed, with their faces."""
    marks, bold, italic = set[int](), set[int](), set[int]()
    for span in spans(part):
        places = range(span.start, span.end)
        if span.is_mark:
            marks.update(places)
        if span.bold:
            bold.update(places)
        if span.italic:
            italic.update(places)
    for at, char in enumerate(part):
        if at not in marks:
            escaped = char == "*" and at - 1 in marks and part[at - 1] == "\\"
            yield Letter(char, at in bold, at in italic, at, escaped)


def _whole_words(letters: Sequence[Letter], first: int, last: int) -> tuple[int, int]:
    def inside(left: int) -> bool:
        return bool(_WORD.match(letters[left].char) and _WORD.match(letters[left + 1].char))

    while first > 0 and inside(first - 1):
        first -= 1
    while last + 1 < len(letters) and inside(last):
        last += 1
    return first, last


def _by_words(letters: Sequence[Letter]) -> list[Letter]:
    """A word has a face when all of it has."""
    made: list[Letter] = []
    text = "".join(each.char for each in letters)
    for found in re.finditer(r"\w+|\W", text):
        word = letters[found.start() : found.end()]
        bold, italic = all(each.bold for each in word), all(each.italic for each in word)
        made += [each._replace(bold=bold, italic=italic) for each in word]
    return made


def _checked(letters: list[Letter]) -> tuple[str, list[int]] | None:
    """Write the letters with marks; None when they would not be read so again."""
    letters = _without_spaces(letters)
    for escape in (False, True):
        text, places = _written(letters, escape=escape)
        read = list(_printed(text))
        if _looks(read) == _looks(letters):
            return text, places
    return None


def _looks(letters: Iterable[Letter]) -> list[tuple[str, bool, bool]]:
    # Space looks the same in every face.
    return [(each.char, not each.char.isspace() and each.bold,
             not each.char.isspace() and each.italic) for each in letters]  # fmt: skip


def _faced(letter: Letter, name: str, on: bool) -> Letter:
    return letter._replace(bold=on) if name == "bold" else letter._replace(italic=on)


def _without_spaces(letters: list[Letter]) -> list[Letter]:
    """Let a space have a face only between two characters that have it."""
    made = list(letters)
    for name in ("bold", "italic"):
        for order in (range(len(made)), range(len(made) - 1, -1, -1)):
            before = False
            for i in order:
                if made[i].char.isspace() and not before:
                    made[i] = _faced(made[i], name, False)
                before = getattr(made[i], name)
    return made


def _written(letters: Sequence[Letter], *, escape: bool) -> tuple[str, list[int]]:
    """Write the letters with marks, and tell where each one stands."""
    out: list[str] = []
    places: list[int] = []
    length = 0
    is_open: list[str] = []

    def put(text: str) -> None:
        nonlocal length
        out.append(text)
        length += len(text)

    for each in letters:
        wanted = [mark for mark, on in ((_BOLD, each.bold), (_ITALIC, each.italic)) if on]
        while any(mark not in wanted for mark in is_open):
            put(is_open.pop())
        if not each.char.isspace():
            for mark in wanted:
                if mark not in is_open:
                    is_open.append(mark)
                    put(mark)
        if each.char == "*" and (each.escaped or escape):
            put("\\")
        places.append(length)
        put(each.char)
    while is_open:
        put(is_open.pop())
    return "".join(out), places
