"""Finds records by a few typed words, the nearest first, in a fraction of a frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopapp.domain.find_words import FindWords
from sopapp.domain.finding import words_of


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the records: `far` is added to how far its hits are; `short` finds initials."""

    far: int = 0
    short: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: sets of records as bits, by how far they are, the nearest first."""

    levels: tuple[tuple[int, int], ...] = ()

    @property
    def count(self) -> int:
        """How many records were found."""
        return sum(bits.bit_count() for _far, bits in self.levels)

    @property
    def nearest(self) -> int | None:
        """How far the nearest is; None when nothing was found."""
        return self.levels[0][0] if self.levels else None

    def first(self, most: int) -> list[int]:
        """The first `most` records: by how far they are, then in their own order."""
        records: list[int] = []
        for _far, bits in self.levels:
            places = format(bits, "b")[::-1]  # quicker than taking bit by bit off a long number
            at = places.find("1")
            while at >= 0 and len(records) < most:
                records.append(at)
                at = places.find("1", at + 1)
            if len(records) >= most:
                break
        return records


NOTHING = Found()


class FindIndex:
    """Records are numbered as they are added; of equally near ones the first added comes first."""

    def __init__(self, *fields: Field) -> None:
        self._fields = fields
        self._words = tuple(FindWords() for _field in fields)
        self._size = 0
        self._plain: dict[tuple[str, tuple[int, ...]], dict[int, int]] = {}
        self._typos: dict[tuple[str, tuple[int, ...]], dict[int, int]] = {}

    def __len__(self) -> int:
        return self._size

    def add(self, *texts: str) -> int:
        """Take a record in, a text for each field; its number."""
        record = self._size
        for field, words, text in zip(self._fields, self._words, texts, strict=True):
            if text:
                words.add(record, words_of(text), short=field.short)
        self._size += 1
        return record

    def settle(self) -> Iterator[None]:
        """Make what was added ready to be found, in turns of a few milliseconds."""
        for words in self._words:
            yield from words.settle()
        self.forget()

    def forget(self) -> None:
        """Forget what words were asked before."""
        self._plain.clear()
        self._typos.clear()

    def find(
        self, sought: Sequence[str], *, loose: bool = False, fields: tuple[int, ...] | None = None
    ) -> Found:
        """The records that hold every word of `sought` (folded, see `sought_words`).

        `loose` also takes words that may have been mistyped; `fields` looks only in these.
        """
        if not sought or not self._size:
            return NOTHING
        where = fields if fields is not None else tuple(range(len(self._fields)))
        levels: Mapping[int, int] = {0: (1 << self._size) - 1}
        for word in sought:
            near = self._near(word, where, loose=loose)
            levels = _both(levels, near)
            if not levels:
                return NOTHING
        for word, number in pairwise(sought):
            if number[0].isdecimal():
                levels = self._nearer(levels, word, number, where)
        return Found(tuple(sorted(levels.items())))

    def _nearer(
        self, levels: Mapping[int, int], word: str, number: str, where: tuple[int, ...]
    ) -> dict[int, int]:
        """What has a number right after its word, as typed, comes before what has both apart."""
        beside = 0
        for field in where:
            beside |= self._words[field].side_by_side(word, number)
        nearer: dict[int, int] = {}
        for far, bits in levels.items():
            for level, part in ((far - _SIDE_BY_SIDE, bits & beside), (far, bits & ~beside)):
                if part:
                    nearer[level] = nearer.get(level, 0) | part
        return nearer

    def _near(self, word: str, where: tuple[int, ...], *, loose: bool) -> Mapping[int, int]:
        """The records that a word may mean, each once, by how far they are from it."""
        known = self._typos if loose else self._plain
        key = (word, where)
        if key not in known:
            if len(known) > _KEPT:
                known.clear()
            found: dict[int, int] = {}
            for number in where:
                words, more = self._words[number], self._fields[number].far
                told = list(words.plain(word).items())
                if loose:
                    told += words.mistyped(word).items()
                for far, bits in told:
                    found[far + more] = found.get(far + more, 0) | bits
            known[key] = _apart(found)
        return known[key]


_SIDE_BY_SIDE = 4
_KEPT = 64
"""Words whose records are kept; a search typed letter by letter asks the same ones again."""


def _apart(found: Mapping[int, int]) -> dict[int, int]:
    """Each record only where it is nearest."""
    seen, apart = 0, {}
    for far in sorted(found):
        new = found[far] & ~seen
        if new:
            apart[far] = new
            seen |= new
    return apart


def _both(levels: Mapping[int, int], near: Mapping[int, int]) -> dict[int, int]:
    """The records that are in both, as far as both together."""
    both: dict[int, int] = {}
    for far, bits in levels.items():
        for more, others in near.items():
            if common := bits & others:
                both[far + more] = both.get(far + more, 0) | common
    return both
