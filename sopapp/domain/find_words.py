"""The words of one field of many records, and which records hold what a typed word may mean.

Sets of records are numbers whose bits are the records, so that thousands are joined at once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator

from sopapp.domain.finding import (
    EXACT,
    INITIALS,
    MODERN,
    PREFIX,
    TWO_FROM,
    WITHIN,
    WITHIN_FROM,
    initials,
    letters_of,
    modern,
    one_typo,
    swapped,
    two_typos,
)

Records = int | list[int]
"""The records that hold a word; most words are numbers, which one record holds."""

_RUN = 4000
_OFTEN = 48
"""Records from which the set of a word is kept."""
_LAST = "\U0010ffff"
_SLIPS = 2
"""Letters of a mistyped word that its word may lack: one each slip."""


class FindWords:
    """Filled record by record, then asked; what is added later is found from `settle` on."""

    def __init__(self) -> None:
        self._held: dict[str, Records] = {}
        self._initials: dict[str, Records] = {}
        self._pairs: dict[str, Records] = {}
        self._respelt: dict[str, str] = {}
        self._sorted: list[str] = []
        self._joined, self._starts = "", [0]
        self._short, self._short_starts = "", [0]
        self._shorts: list[str] = []
        self._kept: dict[str, int] = {}
        self._size = 0

    def add(self, record: int, words: list[str], *, short: bool) -> None:
        """Take the folded words of a record in; `short` also their first letters."""
        before = ""
        for word in words:
            if not _put(self._held, word, record):
                new = modern(word)
                if new != word:
                    self._respelt[word] = new
            if before and word[0].isdecimal():
                _put(self._pairs, f"{before} {word}", record)
            before = word
        if short and len(words) > 1:
            _put(self._initials, initials(words), record)
        self._size = record + 1

    def settle(self) -> Iterator[None]:
        """Make ready for questions, in turns of a few milliseconds."""
        for word, new in self._respelt.items():
            self._held[new] = sorted(
                {*_records(self._held.get(new, [])), *_records(self._held[word])}
            )
        self._kept.clear()
        words, runs = list(self._held), []
        for first in range(0, len(words), _RUN):
            runs += sorted(words[first : first + _RUN])
            yield
        self._sorted = sorted(runs)  # runs that are sorted are only put together
        yield
        self._joined, self._starts = _join(self._sorted)
        yield
        self._shorts = sorted(self._initials)
        self._short, self._short_starts = _join(self._shorts)
        yield

    def plain(self, word: str) -> dict[int, int]:
        """The records that hold `word` as a word, a beginning, initials or a piece of one.

        By how far they are from it; what is nearer is among what is farther too.
        """
        found = self._spelt(word)
        new = modern(word)
        if new != word:
            for far, bits in self._spelt(new).items():
                found[far + MODERN] = found.get(far + MODERN, 0) | bits
        return found

    def side_by_side(self, word: str, number: str) -> int:
        """The records in which `number` stands right after `word`: "Bidang 3", "12/021"."""
        return _bits((self._pairs.get(f"{word} {number}", []),), self._size)

    def mistyped(self, word: str) -> dict[int, int]:
        """The records that hold a word which may have been meant; two slips for want of one."""
        if len(word) < WITHIN_FROM or not word.isalpha():
            return {}
        near = self._near(word, self._one_slip(word), one_typo)
        if not near and len(word) >= TWO_FROM:
            near = self._near(word, self._two_slips(word), two_typos)
        return {far: self._union(words) for far, words in near.items()}

    def _near(
        self, word: str, candidates: Iterable[str], judge: Callable[[str, str], int]
    ) -> dict[int, list[str]]:
        near: dict[int, list[str]] = {}
        for each in candidates:
            if far := judge(word, each):
                near.setdefault(far, []).append(each)
        return near

    def _one_slip(self, word: str) -> set[str]:
        """The words that share a half with `word`: one slip leaves the other as it is."""
        half = len(word) // 2
        found = set(self._begun(word[:half]))
        found.update(self._at(word[half:], half - 1, half + 1))
        # Two letters swapped across the middle harm both halves.
        found.update(self._begun(swapped(word, half)))
        return found

    def _two_slips(self, word: str) -> set[str]:
        """The words that share a third with `word` and are about as long."""
        third = len(word) // 3
        found = set(self._begun(word[:third]))
        for start, end in ((third, 2 * third), (2 * third, len(word))):
            found.update(self._at(word[start:end], start - 2, start + 2))
        own, length = letters_of(word), len(word)
        return {
            each
            for each in found
            if abs(len(each) - length) <= _SLIPS and (own & ~letters_of(each)).bit_count() <= _SLIPS
        }

    def _begun(self, piece: str) -> list[str]:
        """The words that begin so."""
        first = bisect_left(self._sorted, piece)
        return self._sorted[first : bisect_right(self._sorted, piece + _LAST)]

    def _at(self, piece: str, first: int, last: int) -> Iterator[str]:
        """The words that have `piece` at one of these places."""
        joined, starts, words = self._joined, self._starts, self._sorted
        at = joined.find(piece)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            if first <= at - starts[number] <= last:
                yield words[number]
            at = joined.find(piece, at + 1)

    def _spelt(self, word: str) -> dict[int, int]:
        found: dict[int, int] = {}
        if word in self._held:
            found[EXACT] = self._union((word,))
        begun = self._begun(word)
        if begun:
            found[PREFIX] = self._union(begun)
        if len(word) > 1 and self._shorts and word.isalnum():
            held = _holding(word, self._short, self._shorts, self._short_starts)
            if len(word) < WITHIN_FROM:
                held = [each for each in held if each.startswith(word)]
            if held:
                found[INITIALS] = _bits((self._initials[each] for each in held), self._size)
        if len(word) >= WITHIN_FROM:
            inside = _holding(word, self._joined, self._sorted, self._starts)
            if len(inside) > len(begun):
                found[WITHIN] = self._union(inside)
        return found

    def _union(self, words: Iterable[str]) -> int:
        bits = 0
        few: list[Records] = []
        for word in words:
            records = self._held[word]
            if isinstance(records, int) or len(records) < _OFTEN:
                few.append(records)
                continue
            if word not in self._kept:
                self._kept[word] = _bits((records,), self._size)
            bits |= self._kept[word]
        return bits | _bits(few, self._size) if few else bits


def _put(held: dict[str, Records], word: str, record: int) -> bool:
    """Note that a record holds `word`; whether one did before."""
    known = held.get(word)
    if known is None:
        held[word] = record
    elif isinstance(known, int):
        held[word] = [known, record]
    else:
        known.append(record)
    return known is not None


def _records(records: Records) -> Iterable[int]:
    return (records,) if isinstance(records, int) else records


def _bits(many: Iterable[Records], size: int) -> int:
    """The set of all these records."""
    made = bytearray(size // 8 + 1)
    for records in many:
        if isinstance(records, int):
            made[records >> 3] |= 1 << (records & 7)
            continue
        for record in records:
            made[record >> 3] |= 1 << (record & 7)
    return int.from_bytes(made, "little")


def _join(words: list[str]) -> tuple[str, list[int]]:
    """All words in one text, and where each begins."""
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    return "\n".join(words), starts


def _holding(piece: str, joined: str, words: list[str], starts: list[int]) -> list[str]:
    """The words that hold `piece`."""
    held = []
    at = joined.find(piece)
    while at >= 0:
        number = bisect_right(starts, at) - 1
        held.append(words[number])
        if number + 1 == len(words):
            break
        at = joined.find(piece, starts[number + 1])
    return held
