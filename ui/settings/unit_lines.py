"""Units from lines of text, as they come from a sheet or are typed in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sopapp.domain.saran_unit import saran_kode, saran_pimpinan
from sopapp.services.unit_kerja import UnitKerjaInput

_PARTS = 3
_HEADS = {
    "kode": "kode", "kode unit": "kode", "kode unit kerja": "kode",
    "nama": "nama", "nama unit": "nama", "nama unit kerja": "nama", "unit kerja": "nama",
    "unit": "nama", "bidang": "nama",
    "pimpinan": "pimpinan", "jabatan pimpinan": "pimpinan", "jabatan": "pimpinan",
    "no": "", "no.": "", "nomor": "",
}  # fmt: skip
"""What the heads of columns are called, and the part that stands below them ("" for none)."""
_ORDER = ("kode", "nama", "pimpinan")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9._/-]{0,11}")
_NUMBER = re.compile(r"\d{1,3}[.)]?")
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}[.)]|[-•*])\s+")
"""What a list in a letter has before each line."""


def read_unit_lines(
    text: str, taken: Iterable[str] = ()
) -> tuple[tuple[UnitKerjaInput, ...], tuple[str, ...]]:
    """Units and problems of `text`: kode, nama, pimpinan per line, divided by tab or `;`.

    A name alone is enough: code and head are then suggested; of two parts the first is the
    code when it is a short word in capitals. `taken` are the codes in use. Heads of columns in
    the first line say what stands below them; blank lines are passed over. Each problem names
    its line.
    """
    lines, headed = _lines(text)
    seen = {kode.casefold(): "yang sudah tersimpan" for kode in taken}
    written = {parts[0].casefold() for _number, parts in lines if _has_code(parts) and parts[0]}
    units: list[UnitKerjaInput] = []
    problems: list[str] = []
    for number, given in lines:
        parts = _completed(given, {*seen, *written}, headed=headed)
        problem = _problem(parts, seen)
        if problem:
            problems.append(f"Baris {number}: {problem}")
            continue
        kode, nama, pimpinan = parts
        units.append(UnitKerjaInput(kode, nama, pimpinan))
        seen[kode.casefold()] = f"pada baris {number}"
    return tuple(units), tuple(problems)


def lines_of_rows(rows: Iterable[Sequence[str]]) -> str:
    """Rows of a sheet as lines to be read; empty columns and running numbers are left out."""
    filled = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        return ""
    width = max(map(len, filled))
    table = [[*row, *[""] * (width - len(row))] for row in filled]
    heads = [n for n, row in enumerate(table) if _HEADS.keys() & {*map(str.casefold, row)}]
    body = table[heads[0] if heads else 0 :]
    kept = [
        column
        for column in range(width)
        if any(row[column] for row in body)
        and not all(_NUMBER.fullmatch(row[column]) or not row[column] for row in body[1:] or body)
    ]
    lines = []
    for row in body:
        cells = [" ".join(row[column].split()) for column in kept]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > 1 and not cells[0] and not heads:
            cells = cells[1:]  # a list without codes for some
        lines.append("\t".join(cells))
    return "\n".join(lines)


def _lines(text: str) -> tuple[list[tuple[int, list[str]]], bool]:
    """Each line with its number, and whether heads said what is what."""
    found: list[tuple[int, list[str]]] = []
    columns: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        divider = "\t" if "\t" in line else ";"
        bare = _NUMBERED.sub("", line) if divider not in line else line
        parts = [part.strip() for part in bare.split(divider)]
        while len(parts) > _PARTS and not parts[-1]:
            parts.pop()
        while len(parts) > 1 and divider == "\t" and not parts[-1]:
            parts.pop()
        if not found and not columns and parts[0].casefold() in _HEADS:
            columns = [_HEADS.get(part.casefold(), "") for part in parts]
            continue
        if "nama" in columns:
            below = dict(zip(columns, [*parts, *[""] * len(columns)], strict=False))
            parts = [below.get(part, "") for part in _ORDER]
        found.append((number, parts))
    return found, "nama" in columns


def _has_code(parts: Sequence[str]) -> bool:
    return len(parts) >= _PARTS or (len(parts) == 2 and _CODE.fullmatch(parts[0]) is not None)


def _completed(parts: list[str], taken: Iterable[str], *, headed: bool) -> list[str]:
    """Three parts out of fewer; under heads a cell that is blank is filled in too."""
    if len(parts) > _PARTS or (len(parts) == _PARTS and not headed):
        return parts
    if len(parts) == _PARTS:
        kode, nama, pimpinan = parts
    elif _has_code(parts):
        (kode, nama), pimpinan = parts, ""
    else:
        kode, nama, pimpinan = "", parts[0], parts[1] if len(parts) > 1 else ""
    return [kode or saran_kode(nama, tuple(taken)), nama, pimpinan or saran_pimpinan(nama)]


def _problem(parts: list[str], seen: dict[str, str]) -> str:
    if len(parts) != _PARTS:
        return (
            "paling banyak tiga bagian (kode, nama, pimpinan) yang dipisahkan tab atau titik koma; "
            f"ada {len(parts)}."
        )
    for part, name in zip(parts, ("kode", "nama", "pimpinan"), strict=True):
        if not part:
            return f"{name} kosong."
    place = seen.get(parts[0].casefold())
    return f"kode {parts[0]} sama dengan unit {place}." if place else ""
