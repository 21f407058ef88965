"""Where a search hit in an entry, by the rules of the index: beginnings of words, no accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_BEFORE, _AFTER = 60, 120
"""Characters shown around the first hit."""


@dataclass(frozen=True, slots=True)
class Temuan:
    """The first hit in an entry: the part it is in, and its words with the hits marked."""

    kolom: str
    potongan: tuple[tuple[str, bool], ...]

    def teks(self) -> str:
        """The words without marks."""
        return "".join(text for text, _hit in self.potongan)


def kata_dicari(text: str) -> tuple[str, ...]:
    """The words of a search, folded."""
    return tuple(_folded(word) for word in _WORD.findall(text))


def letak(words: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Where words of `text` begin with one of the folded `words`: start and end of the beginning.

    The end is that of the typed part as long as folding keeps the length, else of the word.
    """
    wanted = tuple(words)
    for match in _WORD.finditer(text):
        folded = _folded(match.group())
        found = max((len(word) for word in wanted if folded.startswith(word)), default=0)
        if found:
            same = len(folded) == len(match.group())
            yield match.start(), match.start() + found if same else match.end()


def temuan(sought: str, parts: Iterable[tuple[str, str]]) -> Temuan | None:
    """The first of `parts` (name, text) that holds a hit, cut around it; None without one."""
    words = kata_dicari(sought)
    for name, text in parts:
        places = list(letak(words, text))
        if places:
            return Temuan(name, tuple(_cut(text, places)))
    return None


def _cut(text: str, places: list[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    first = min(_word_start(text, places[0][0] - _BEFORE), places[0][0])
    last = min(len(text), places[0][1] + _AFTER)
    at = first
    lead = "…" if first else ""
    for start, end in places:
        if end > last:
            break
        if lead or at < start:
            yield lead + " ".join(text[at:start].splitlines()), False
            lead = ""
        yield text[start:end], True
        at = end
    rest = " ".join(text[at:last].splitlines()) + ("…" if last < len(text) else "")
    if rest:
        yield rest, False


def _word_start(text: str, at: int) -> int:
    if at <= 0:
        return 0
    space = text.find(" ", at)
    return space + 1 if space >= 0 else at


def _folded(word: str) -> str:
    if word.isascii():  # most words are, and a screen has hundreds
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
