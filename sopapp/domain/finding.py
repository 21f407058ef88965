"""What typed words and stored words have to do with each other: folded, spelt anew, mistyped.

Accents, case and the zeros before a number do not matter; a word of before 1972 (oe, tj, dj,
sj, ch) is the same as today's. Never raises, whatever the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

MOST_WORDS = 8
"""Words of a search that are looked for; what follows them is left out."""
LONGEST = 200
"""Letters of a search that are looked at."""
EXACT, PREFIX, INITIALS, WITHIN, MODERN, TYPO, TYPO_BEGUN, TWO_TYPOS = 0, 1, 2, 3, 1, 6, 7, 9
"""How far a hit is from what was typed: the less the better. MODERN is added for a respelling."""
WITHIN_FROM = 3
"""Letters from which a piece inside a word counts, and with which a mistyped word may begin."""
TWO_FROM = 7
"""Letters from which a word may have two slips."""

_TOKEN = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_SIGNS = ("oe", "tj", "dj", "sj", "ch")
"""Old spelling is told by these; only beside one of them is nj ny and j y."""
_OLD = (
    ("oe", "u"), ("tj", "c"), ("sj", "sy"), ("nj", "ny"), ("ch", "kh"),
    ("dj", "\0"), ("j", "y"), ("\0", "j"),
)  # fmt: skip
_SMALL = frozenset(
    {"dan", "di", "ke", "dari", "yang", "atas", "atau", "untuk", "pada", "dengan", "oleh"}
)
_BEGUN_FROM = 5


def fold(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The folded words and numbers of a text, as often as they stand there."""
    return [_number(word) for word in _TOKEN.findall(fold(text))]


def sought_words(text: str) -> tuple[str, ...]:
    """The words of a search, each once."""
    return tuple(dict.fromkeys(words_of(text[:LONGEST])))[:MOST_WORDS]


def modern(word: str) -> str:
    """A folded word in today's spelling; itself when it is spelt so already."""
    if any(sign in word for sign in _SIGNS):
        for old, new in _OLD:
            word = word.replace(old, new)
    return word


def initials(words: list[str]) -> str:
    """The first letters of folded words, small words left out: `kpdik`."""
    return "".join(word[0] for word in words if word not in _SMALL)


def typo(sought: str, word: str) -> int:
    """How far a mistyped word is from `word`, or from its beginning; 0 when it is another word."""
    return one_typo(sought, word) or two_typos(sought, word)


def one_typo(sought: str, word: str) -> int:
    """As `typo`, for one letter too many, too few, another, or two swapped."""
    at, end = 0, min(len(sought), len(word))
    while at < end and sought[at] == word[at]:
        at += 1
    rest = sought[at + 1 :]
    tails = [(rest, at + 1), (sought[at:], at + 1), (rest, at)]
    if sought[at : at + 2] == word[at : at + 2][::-1]:
        tails.append((sought[at + 2 :], at + 2))
    ends = [start + len(tail) for tail, start in tails if word.startswith(tail, start)]
    if len(word) in ends and len(word) > WITHIN_FROM:
        return TYPO
    return TYPO_BEGUN if ends and len(sought) >= _BEGUN_FROM else 0


def two_typos(sought: str, word: str) -> int:
    """As `typo`, for two slips in a whole long word."""
    long = min(len(sought), len(word)) >= TWO_FROM
    return TWO_TYPOS if long and _fits(sought, word, 2) else 0


def swapped(word: str, at: int) -> str:
    """`word` with the letters before and after place `at` swapped."""
    return word[: at - 1] + word[at : at + 1] + word[at - 1 : at] + word[at + 1 :]


def letters_of(word: str) -> int:
    """Which letters a word has, as bits: one slip of the finger changes two at most."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def marks(text: str, sought: tuple[str, ...], *, loose: bool = True) -> list[tuple[int, int]]:
    """The pieces of `text` (start, end) that the sought words hit, in order, not overlapping.

    Beginnings are marked where the word itself is not there, typos (with `loose`) where neither is.
    """
    # A mark of width alone (half-width kana voicing) is a letter to Python and folds to nothing.
    told = ((m.start(), m.end(), fold(m.group())) for m in _TOKEN.finditer(text))
    tokens = [(start, end, _number(word)) for start, end, word in told if word]
    found: set[tuple[int, int]] = set()
    for word in sought:
        same = [token[:2] for token in tokens if token[2] == word]
        plain = same or [span for token in tokens for span in _plain(word, *token)]
        if not plain and loose:
            plain = [token[:2] for token in tokens if typo(word, token[2])]
        found.update(plain or _first_letters(word, tokens))
    return list(_joined(sorted(found)))


def _number(word: str) -> str:
    return (word.lstrip("0") or "0") if word[0] == "0" and word.isdigit() else word


def _fits(sought: str, word: str, slips: int) -> bool:
    """Whether so many slips make one word of the other."""
    at, end = 0, min(len(sought), len(word))
    while at < end and sought[at] == word[at]:
        at += 1
    sought, word = sought[at:], word[at:]
    if not sought or not word:
        return len(sought) + len(word) <= slips
    if not slips:
        return False
    return (
        _fits(sought[1:], word[1:], slips - 1)
        or _fits(sought[1:], word, slips - 1)
        or _fits(sought, word[1:], slips - 1)
        or (sought[:2] == word[1::-1] and _fits(sought[2:], word[2:], slips - 1))
    )


def _plain(sought: str, start: int, end: int, word: str) -> Iterator[tuple[int, int]]:
    """Where a word of the text has what is sought: at its beginning, else inside."""
    own = end - start
    for wanted, here in ((sought, word), (modern(sought), modern(word))):
        at = here.find(wanted)
        if at == 0 or (at > 0 and len(wanted) >= WITHIN_FROM):
            if here == wanted or len(here) != own:
                at, size = 0, own
            else:
                size = len(wanted)
            yield start + at, start + at + size
            return


def _first_letters(sought: str, tokens: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """The first letters that `sought` is put together of."""
    told = [token for token in tokens if token[2] not in _SMALL]
    at = "".join(token[2][0] for token in told).find(sought)
    if at < 0 or len(sought) < 2:
        return []
    return [(start, start + 1) for start, _end, _word in told[at : at + len(sought)]]


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last: tuple[int, int] | None = None
    for start, end in spans:
        if last is not None and start <= last[1]:
            last = last[0], max(last[1], end)
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last
