"""The words that differ between two texts, as runs that a reader can follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Tanda(StrEnum):
    """How a run of words differs between two versions."""

    SAMA = "sama"
    HAPUS = "hapus"
    TAMBAH = "tambah"


@dataclass(frozen=True, slots=True)
class Potongan:
    """A run of words with its mark."""

    text: str
    tanda: Tanda = Tanda.SAMA


Runs = tuple[Potongan, ...]


@dataclass(frozen=True, slots=True)
class Beda:
    """Two texts against each other.

    The runs of `sebelum` (same, removed) joined are exactly the older text, those of
    `sesudah` (same, added) exactly the newer one. `gabung` has both in one line of reading,
    removed words before the added ones that stand for them.
    """

    sebelum: Runs
    sesudah: Runs
    gabung: Runs


# A word takes its inner marks along (undang-undang, 500.12/45, 27/2022); a comma does not
# make another word of it. Accents may follow their letter as a sign of their own.
_TOKEN = re.compile(
    r"(?P<gap>\s*)(?P<word>\w[\w\u0300-\u036f]*(?:[-/.:'’]+\w[\w\u0300-\u036f]*)*|[^\w\s])"
)
# Comparing costs words times words; beyond this, words found everywhere are left out of it.
_LARGE = 4_000_000
# Kept words that are fewer than this share of the longer text say nothing: it is another text.
_RELATED = 0.25


@dataclass(frozen=True, slots=True)
class _Block:
    """A stretch of both texts, as ranges of tokens; `same` when they agree."""

    same: bool
    a: tuple[int, int]
    b: tuple[int, int]


def beda_kata(sebelum: str, sesudah: str) -> Beda:
    """Compare two texts word by word.

    Words count, not the spaces between them, unless nothing but spaces differs. Kept words
    too few to help the reader go along with the change around them, so that a sentence that
    was written anew shows as a whole.
    """
    if sebelum == sesudah:
        same = _run(sebelum, Tanda.SAMA)
        return Beda(same, same, same)
    old, new = _Text(sebelum), _Text(sesudah)
    blocks = _blocks(old.words, new.words)
    if all(block.same for block in blocks):
        blocks = _blocks(old.whole, new.whole)
    if all(block.same for block in blocks):  # only the end or blank texts differ
        changed = (*_run(sebelum, Tanda.HAPUS), *_run(sesudah, Tanda.TAMBAH))
        return Beda(_run(sebelum, Tanda.HAPUS), _run(sesudah, Tanda.TAMBAH), changed)
    blocks = _readable(blocks, old.words, new.words)
    return Beda(
        _merged(_side(blocks, old, Tanda.HAPUS)),
        _merged(_side(blocks, new, Tanda.TAMBAH)),
        _merged(_both(blocks, old, new)),
    )


class _Text:
    """A text cut into words with the space before each; `end` is what follows the last."""

    __slots__ = ("end", "gaps", "words")

    def __init__(self, text: str) -> None:
        found = list(_TOKEN.finditer(text))
        self.gaps = [token["gap"] for token in found]
        self.words = [token["word"] for token in found]
        self.end = text[found[-1].end() :] if found else text

    @property
    def whole(self) -> list[str]:
        """The words with their spaces."""
        return [gap + word for gap, word in zip(self.gaps, self.words, strict=True)]

    def runs(self, span: tuple[int, int], tanda: Tanda) -> Iterator[Potongan]:
        """The words of a range; the space before the first is nobody's change."""
        start, stop = span
        if start == stop:
            return
        inner = "".join(self.whole[start:stop])
        gap = self.gaps[start]
        if gap:
            yield Potongan(gap)
        yield Potongan(inner[len(gap) :], tanda)


def _blocks(old: Sequence[str], new: Sequence[str]) -> list[_Block]:
    from difflib import SequenceMatcher

    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    large = len(inner_old) * len(inner_new) > _LARGE
    matcher = SequenceMatcher(None, inner_old, inner_new, autojunk=large)
    blocks = [_Block(True, (0, head), (0, head))] if head else []
    blocks += [
        _Block(tag == "equal", (a + head, a_end + head), (b + head, b_end + head))
        for tag, a, a_end, b, b_end in matcher.get_opcodes()
    ]
    if tail:
        last = (len(old) - tail, len(old)), (len(new) - tail, len(new))
        blocks.append(_Block(True, *last))
    return blocks


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many items both begin with."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _readable(blocks: list[_Block], old: Sequence[str], new: Sequence[str]) -> list[_Block]:
    """Let changes swallow the few kept words between them."""
    whole = [_Block(False, (0, len(old)), (0, len(new)))]
    if old and new:
        kept = sum(_weight(old, block.a) for block in blocks if block.same)
        if kept < _RELATED * max(_weight(old, (0, len(old))), _weight(new, (0, len(new)))):
            return whole
    result: list[_Block] = []
    for block in blocks:
        result.append(block)
        # Each swallowing makes the change before it larger, so look back as far as it goes.
        while len(result) >= 3 and _is_swallowed(result[-3:], old, new):
            first, _kept, last = result[-3:]
            joined = _Block(False, (first.a[0], last.a[1]), (first.b[0], last.b[1]))
            result[-3:] = [joined]
    return result


def _is_swallowed(three: Sequence[_Block], old: Sequence[str], new: Sequence[str]) -> bool:
    before, kept, after = three
    if before.same or not kept.same or after.same:
        return False
    weight = _weight(old, kept.a)
    return all(
        weight <= max(_weight(old, block.a), _weight(new, block.b)) for block in (before, after)
    )


def _weight(words: Sequence[str], span: tuple[int, int]) -> int:
    """How many real words a range has; punctuation weighs nothing."""
    return sum(word[0].isalnum() for word in words[span[0] : span[1]])


def _side(blocks: Iterable[_Block], text: _Text, changed: Tanda) -> Iterator[Potongan]:
    for block in blocks:
        span = block.a if changed is Tanda.HAPUS else block.b
        yield from text.runs(span, Tanda.SAMA if block.same else changed)
    yield Potongan(text.end)


def _both(blocks: Iterable[_Block], old: _Text, new: _Text) -> Iterator[Potongan]:
    for block in blocks:
        if block.same:
            yield from new.runs(block.b, Tanda.SAMA)
            continue
        yield from old.runs(block.a, Tanda.HAPUS)
        yield from new.runs(block.b, Tanda.TAMBAH)
    yield Potongan(new.end)


def _merged(runs: Iterable[Potongan]) -> Runs:
    """Join neighbours of one mark and drop empty runs."""
    result: list[Potongan] = []
    for run in runs:
        if not run.text:
            continue
        if result and result[-1].tanda is run.tanda:
            result[-1] = Potongan(result[-1].text + run.text, run.tanda)
        else:
            result.append(run)
    return tuple(result)


def _run(text: str, tanda: Tanda) -> Runs:
    return (Potongan(text, tanda),) if text else ()
