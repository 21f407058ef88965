"""Titles that say nearly the same, found fast among tens of thousands."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_BATAS = 0.8
"""Below this share of common words two titles are not pointed out."""

# Words that say nothing about which information is meant.
_FILLER = frozenset({
    "yang", "dan", "di", "ke", "dari", "untuk", "pada", "tentang", "atas", "oleh", "dengan",
    "serta", "atau", "dalam", "terkait", "mengenai", "para", "akan", "telah", "sudah",
    "sedang", "adalah", "secara", "terhadap", "bagi", "antara", "agar", "juga", "maupun",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_TYPO_FROM = 4
"""Letters; shorter words have to be the same."""
_TYPO_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Mirip:
    """A title near another: `tempat` says where it stands (daftar, berkas), `kemiripan` 0 to 1."""

    informasi: str
    unit_nama: str
    tempat: str
    kemiripan: float
    entri_id: int | None = None
    usulan_id: int | None = None


def kata_judul(judul: str) -> tuple[str, ...]:
    """The words that tell a title apart, sorted: without case, accents, signs and filler."""
    text = judul if judul.isascii() else _plain(judul)
    words = set(_WORD.findall(text.casefold()))
    return tuple(sorted((words - _FILLER) or words))


class IndeksJudul:
    """Many titles, asked which of them are near a given one."""

    def __init__(self, judul: Iterable[str] = ()) -> None:
        self._count = 0
        self._places: dict[tuple[str, ...], list[int]] = {}
        self._titles: list[tuple[str, ...]] = []
        self._sizes: list[int] = []
        self._holding: dict[str, list[int]] = defaultdict(list)
        self._with_number: set[int] = set()
        # A word under each form with one letter left out: two that differ by one letter meet.
        self._cut: dict[str, list[str]] = defaultdict(list)
        self._near: dict[str, tuple[str, ...]] = {}
        self._asked: dict[tuple[str, ...], list[tuple[float, int]]] = {}
        self.add(judul)

    def add(self, judul: Iterable[str]) -> None:
        """Take in more titles; their places follow those of the ones before."""
        self._near.clear()
        self._asked.clear()
        for title in judul:
            words = kata_judul(title)
            if words not in self._places:
                self._places[words] = []
                self._take(words)
            self._places[words].append(self._count)
            self._count += 1

    def _take(self, words: tuple[str, ...]) -> None:
        if not words:
            return
        number = len(self._titles)
        self._titles.append(words)
        self._sizes.append(_size(words))
        for word in words:
            if word not in self._holding:
                for short in _cuts(word):
                    self._cut[short].append(word)
            self._holding[word].append(number)
        if any(map(_numbered, words)):
            self._with_number.add(number)

    def mirip(self, judul: str, most: int = 50) -> list[tuple[int, float]]:
        """Places of titles near `judul` with how near (1: the same words), at most so many.

        The nearest come first.
        """
        words = kata_judul(judul)
        groups = self._asked.get(words)
        if groups is None:
            groups = self._asked[words] = self._groups(words)
        found: list[tuple[int, float]] = []
        for near, number in groups:
            places = self._places[self._titles[number]]
            found += [(place, near) for place in places[: most - len(found)]]
            if len(found) >= most:
                break
        return found

    def _groups(self, words: Sequence[str]) -> list[tuple[float, int]]:
        size = _size(words)
        near = [
            (self._nearness(words, size, number), number)
            for number in self._candidates(words, size)
        ]
        return sorted((e for e in near if e[0] >= _BATAS), key=lambda each: (-each[0], each[1]))

    def _candidates(self, words: Sequence[str], size: int) -> set[int]:
        """Titles that share one of the rarest words; without all of those none is near enough."""
        spread = {
            word: sum(len(self._holding[near]) for near in self._known(word)) for word in words
        }
        spare = size * (1 - _BATAS / (2 - _BATAS))
        numbers: set[int] = set()
        for word in sorted(words, key=spread.__getitem__):
            for near in self._known(word):
                numbers.update(self._holding[near])
            spare -= len(word)
            if spare < -1:  # a letter more: the word that is nearly the same may be longer
                break
        if own := [word for word in words if _numbered(word)]:
            # Of another year or number is not a repetition.
            same = {number for word in own for number in self._holding.get(word, ())}
            numbers = (numbers & same) | (numbers - self._with_number)
        return numbers

    def _known(self, word: str) -> tuple[str, ...]:
        """The indexed words that `word` may be, itself first."""
        known = self._near.get(word)
        if known is None:
            same = (word,) if word in self._holding else ()
            others = {near for short in _cuts(word) for near in self._cut.get(short, ())}
            typos = sorted(near for near in others if near != word and _one_apart(word, near))
            known = self._near[word] = (*same, *typos)
        return known

    def _nearness(self, words: Sequence[str], size: int, number: int) -> float:
        other = set(self._titles[number])
        common = 0.0
        missed = []
        for word in words:
            if word in other:
                common += 2 * len(word)
                other.discard(word)
            else:
                missed.append(word)
        for word in missed:
            near = next((each for each in self._known(word) if each in other), None)
            if near is not None:
                common += _TYPO_SHARE * (len(word) + len(near))
                other.discard(near)
        return common / (size + self._sizes[number])


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _size(words: Iterable[str]) -> int:
    return sum(map(len, words))


def _numbered(word: str) -> bool:
    return any(map(str.isdigit, word))


def _cuts(word: str) -> list[str]:
    """The word, and it with each letter left out; numbers have no typing errors to guess."""
    if len(word) < _TYPO_FROM or _numbered(word):
        return []
    return [word, *{word[:place] + word[place + 1 :] for place in range(len(word))}]


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter added, lost, changed or two swapped make `other` of `one`."""
    if len(one) == len(other):
        differ = [
            place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]
        ]
        if len(differ) == 2:
            first, second = differ
            swapped = one[first] == other[second] and one[second] == other[first]
            return second == first + 1 and swapped
        return len(differ) == 1
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(
        short == long[:place] + long[place + 1 :] for place in range(len(long))
    )
