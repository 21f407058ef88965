"""Units from lines of text, as they come from a sheet or are typed in a row."""

from __future__ import annotations

from collections.abc import Iterable

from sopapp.services.unit_kerja import UnitKerjaInput

_PARTS = 3
_HEADS = {"kode", "kode unit", "no", "no."}


def read_unit_lines(
    text: str, taken: Iterable[str] = ()
) -> tuple[tuple[UnitKerjaInput, ...], tuple[str, ...]]:
    """Units and problems of `text`: kode, nama, pimpinan per line, divided by tab or `;`.

    `taken` are the codes in use. A first line of column heads and blank lines are passed
    over. Each problem names its line.
    """
    units: list[UnitKerjaInput] = []
    problems: list[str] = []
    seen = {kode.casefold(): "yang sudah tersimpan" for kode in taken}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        divider = "\t" if "\t" in line else ";"
        parts = [part.strip() for part in line.split(divider)]
        while len(parts) > _PARTS and not parts[-1]:
            parts.pop()
        if number == 1 and parts[0].casefold() in _HEADS:
            continue
        problem = _problem(parts, seen)
        if problem:
            problems.append(f"Baris {number}: {problem}")
            continue
        units.append(UnitKerjaInput(*parts))
        seen[parts[0].casefold()] = f"pada baris {number}"
    return tuple(units), tuple(problems)


def _problem(parts: list[str], seen: dict[str, str]) -> str:
    if len(parts) != _PARTS:
        return (
            "perlu tiga bagian (kode, nama, pimpinan) yang dipisahkan tab atau titik koma; "
            f"ada {len(parts)}."
        )
    for part, name in zip(parts, ("kode", "nama", "pimpinan"), strict=True):
        if not part:
            return f"{name} kosong."
    place = seen.get(parts[0].casefold())
    return f"kode {parts[0]} sama dengan unit {place}." if place else ""
