"""What is wrong with the words of a template, as sentences beside the editor."""

from __future__ import annotations

import difflib
import string
from collections.abc import Iterator, Sequence

from sopapp.domain.ribuan import ribuan

_LONGEST = 20_000
"""Letters in one text: far beyond any paper, below what would stop the program."""


def wrong_lines(text: str, fields: Sequence[str]) -> Iterator[str]:
    """What is wrong with a text, with its line where there are several."""
    lines = text.strip().splitlines()
    if len(text) > _LONGEST:
        yield f"Teks melebihi {ribuan(_LONGEST)} huruf. Ringkaskan."
        return
    for number, line in enumerate(lines, start=1):
        for message in wrong(line, fields):
            yield f"Baris {number}: {message}" if len(lines) > 1 else message


def wrong(text: str, fields: Sequence[str], when: str = "") -> Iterator[str]:
    """What is wrong with one line or item, as sentences."""
    if len(text) > _LONGEST:
        yield f"teks melebihi {ribuan(_LONGEST)} huruf. Ringkaskan."
        return
    if when and when not in fields:
        yield f"syarat “{when}” bukan isian yang dikenal{_meant(when, fields)}"
    try:
        named = [
            (name, f"{name}{'!' + conversion if conversion else ''}{':' + spec if spec else ''}")
            for _literal, name, spec, conversion in string.Formatter().parse(text)
            if name is not None
        ]
    except ValueError:
        yield "kurung kurawal tidak berpasangan. Tulis {{ atau }} untuk kurung kurawal biasa."
        return
    for name, typed in named:
        if name not in fields or typed != name:
            yield f"isian {{{typed}}} tidak dikenal{_meant(name, fields)}"


def _meant(name: str, fields: Sequence[str]) -> str:
    close = difflib.get_close_matches(name.strip().casefold(), fields, n=1, cutoff=0.6)
    return f"; mungkin {{{close[0]}}}?" if close else "."
