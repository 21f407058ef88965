"""Page numbers as people write them: "1-3, 5"."""

from __future__ import annotations

import re

from sopapp.domain.errors import DomainError

_PART = re.compile(r"(\d{1,6})?\s*(?:([-–])\s*(\d{1,6})?)?")


def page_range(text: str, count: int) -> frozenset[int]:
    """The pages (from 1) that `text` names among `count`; "3-" runs to the end.

    Raises DomainError, field `halaman`, for what is no range or names no page that exists.
    """
    pages: set[int] = set()
    for part in re.split(r"[,;]", text):
        if part.strip():
            pages.update(_part(part.strip(), count))
    if not pages:
        raise DomainError("Isi halaman yang dicetak, misalnya 1-3, 5.", field="halaman")
    return frozenset(pages)


def _part(text: str, count: int) -> range:
    match = _PART.fullmatch(text)
    if match is None or not (match[1] or match[3]):
        raise DomainError(f"“{text}” bukan nomor halaman. Contoh: 1-3, 5.", field="halaman")
    first = int(match[1] or 1)
    last = int(match[3] or (count if match[2] else first))
    if not 1 <= first <= last <= count:
        raise DomainError(
            f"Halaman {text} tidak ada: yang dicetak berhalaman 1 sampai {count}.",
            field="halaman",
        )
    return range(first, last + 1)
