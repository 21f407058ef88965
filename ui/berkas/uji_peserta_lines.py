"""Participants from lines of text, as they come from a sheet or are typed in a row."""

from __future__ import annotations

import re

from sopapp.domain.uji import Peserta

_HEADS = {"no", "no.", "nomor", "nama", "nama lengkap", "nama peserta", "peserta"}
_NUMBER = re.compile(r"\d+[.)]?")
# A part after a comma that belongs to the name: "S.Sos.", "M.Si", "SE", "Ph.D".
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,5}\.\s?)+[A-Za-z]{0,5}\.?|[A-Z]{2,4}")


def read_peserta_lines(text: str) -> tuple[Peserta, ...]:
    """One participant per line: nama and jabatan, divided by a tab, `;` or a comma.

    Degrees after a comma stay with the name. A first line of column heads, a leading number
    and blank lines are passed over.
    """
    found: list[Peserta] = []
    for line in text.splitlines():
        parts = _parts(line)
        if not parts or (not found and parts[0].casefold() in _HEADS):
            continue
        found.append(Peserta(parts[0], parts[1] if len(parts) > 1 else ""))
    return tuple(found)


def _parts(line: str) -> list[str]:
    """Name and jabatan of one line."""
    if "\t" in line or ";" in line:
        cells = re.split(r"[\t;]", line)
        parts = [" ".join(cell.split()) for cell in cells]
        parts = [part for part in parts if part]
        if len(parts) > 1 and _NUMBER.fullmatch(parts[0]):
            parts = parts[1:]
        return parts
    cells = [" ".join(cell.split()) for cell in line.split(",")]
    cells[0] = re.sub(r"^\d+[.)]\s*", "", cells[0])
    own = 1
    while own < len(cells) and _DEGREE.fullmatch(cells[own]):
        own += 1
    name, post = ", ".join(cells[:own]).strip(", "), ", ".join(cells[own:]).strip(", ")
    return [part for part in (name, post) if part]
