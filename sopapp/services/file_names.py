"""Names for the files that the program writes or packs."""

from __future__ import annotations

import re
from textwrap import shorten

from sopapp.domain.nama_file import nama_aman

_UNSAFE = re.compile(r"[^\w.\-]+")
_LONGEST = 90


def file_name(title: str, suffix: str) -> str:
    """A name that every system takes, with the suffix (`.pdf`); a long one ends with a word."""
    short = shorten(title, _LONGEST, placeholder="") or title[:_LONGEST]
    stem = _UNSAFE.sub("-", short).strip("-.")
    return nama_aman(stem, _UNSAFE.sub("-", suffix))


def free_place(place: str, taken: set[str]) -> str:
    """`place` (`folder/name.pdf`), or with a number where it is taken; it is taken then.

    Names differ by more than case: on Windows those would be one.
    """
    folder, slash, name = place.rpartition("/")
    stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
    free, number = place, 2
    while free.casefold() in taken:
        free = f"{folder}{slash}{stem}-{number}{dot}{suffix}"
        number += 1
    taken.add(free.casefold())
    return free
