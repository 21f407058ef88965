"""Dates as people type them."""

from __future__ import annotations

import re
from datetime import date

from sopapp.domain.tanggal import BULAN

_SHORTEST_MONTH = 3  # letters: "Jan"
_OLD_SPELLINGS = {"pebruari": 2, "agt": 8, "nopember": 11}
_IN_WORDS = re.compile(r"(\d{1,2})[\s./-]*([a-z]+)\.?[\s./-]*(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*([-/.]|\s)\s*(\d{1,2})\s*\2\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def typed_date(text: str) -> date | None:
    """The date that `text` names, whole; None when it names none.

    Understood: `5 Januari 2027`, `5 jan 2027`, `5-1-2027`, `5/1/2027`, `5.1.2027`, `2027-01-05`.
    The year has four digits: the century is never guessed.
    """
    words = text.strip().lower()
    if found := _IN_WORDS.fullmatch(words):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    elif found := _DAY_FIRST.fullmatch(words):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
    elif found := _YEAR_FIRST.fullmatch(words):
        year, month, day = (int(part) for part in found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:  # 31 February, month 13, a word that is no month
        return None


def _month(word: str) -> int:
    """The number of a month's name or its beginning; 0 when there is none."""
    if len(word) < _SHORTEST_MONTH:
        return 0
    for number, name in enumerate(BULAN, 1):
        if name.lower().startswith(word):
            return number
    return next((n for name, n in _OLD_SPELLINGS.items() if name.startswith(word)), 0)
