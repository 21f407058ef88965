"""Where the head of the table is, and which column holds what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopapp.domain.errors import DomainError
from sopapp.domain.impor import Kolom
from sopapp.spreadsheet.grid import Grid, Sheet
from sopapp.spreadsheet.head_words import DASAR, Arti, is_for_reading, is_number_head, meaning
from sopapp.spreadsheet.sheet_facts import column_letter

_SEARCHED = 200
"""Rows in which a head is looked for."""

_HEAD_ROWS = 3
"""Rows a head may span."""

_CANDIDATES = 5
_NEAR_ROWS = 40


@dataclass(frozen=True, slots=True)
class Head:
    """A head that was found: rows `first` to `last` (from 0), the place of each column.

    `seen` holds the words over each column that has any.
    """

    first: int
    last: int
    kolom: dict[Kolom, int]
    score: float
    seen: dict[int, str]
    keterangan: tuple[str, ...] = ()


def find_head(sheet: Sheet) -> Head | None:
    """The best head of a sheet, None when nothing in it looks like one."""
    rows = sheet.rows[:_SEARCHED]
    filled = [index for index, row in enumerate(rows) if any(row)]
    rough = {index: head.score for index in filled if (head := _best_at(sheet, index, near=False))}
    chosen = sorted(rough, key=lambda index: -rough[index])[:_CANDIDATES]
    if not any(rough[index] >= 2 for index in chosen):
        chosen += filled[:_NEAR_ROWS]
    heads = [head for index in sorted(set(chosen)) if (head := _best_at(sheet, index, near=True))]
    # A head with the one column that must be there goes before a fuller one without it.
    return max(
        heads,
        key=lambda head: (Kolom.INFORMASI in head.kolom, head.score, head.first - head.last),
        default=None,
    )


def choose(grid: Grid) -> tuple[Sheet, Head, tuple[str, ...]]:
    """The sheet that holds the table, its head and remarks.

    Raises DomainError naming the heads that were seen when none has what is needed.
    """
    found = [(sheet, head) for sheet in grid.sheets if (head := find_head(sheet))]
    fit = [(sheet, head) for sheet, head in found if _is_table(head)]
    if not fit:
        raise _no_head(grid, [pair for pair in found if len(pair[1].kolom) > 1])
    fit = [pair for pair in fit if len(pair[1].kolom) > 1] or fit
    shown = [pair for pair in fit if pair[0].visible] or fit
    sheet, head = max(shown, key=lambda pair: _rows_below(*pair))
    remarks = list(head.keterangan)
    others = [each.nama for each, _ in shown if each is not sheet]
    if others:
        names = ", ".join(f"“{name}”" for name in others)
        remarks.insert(
            0,
            f"Lembar “{sheet.nama}” dipakai karena barisnya paling banyak; "
            f"lembar {names} juga berisi tabel dan tidak dibaca.",
        )
    if not sheet.visible:
        remarks.insert(0, f"Lembar “{sheet.nama}” yang dibaca tersembunyi di dalam file.")
    return sheet, head, tuple(remarks)


def _is_table(head: Head) -> bool:
    return Kolom.INFORMASI in head.kolom and (
        len(head.kolom) > 1 or (len(head.seen) == 1 and head.score == 1)
    )


def _rows_below(sheet: Sheet, head: Head) -> int:
    column = head.kolom[Kolom.INFORMASI]
    return sum(1 for row in sheet.rows[head.last + 1 :] if row[column])


def _no_head(grid: Grid, found: list[tuple[Sheet, Head]]) -> DomainError:
    expected = "Informasi, Dasar hukum, Konsekuensi bila dibuka, Manfaat bila ditutup, Jangka waktu"
    if not any(sheet.rows for sheet in grid.sheets):
        return DomainError(f"File “{grid.nama_file}” tidak berisi tulisan apa pun di selnya.")
    if not found:
        return DomainError(
            f"Di file “{grid.nama_file}” tidak ditemukan baris judul tabel. "
            f"Baris judul harus memuat kolom “Informasi”, biasanya: {expected}."
        )
    sheet, head = max(found, key=lambda pair: pair[1].score)
    seen = ", ".join(f"“{_short(text)}”" for text in list(head.seen.values())[:12])
    return DomainError(
        f"Kolom “Informasi” tidak ditemukan di lembar “{sheet.nama}” (baris {head.first + 1}). "
        f"Judul kolom yang terbaca: {seen}. Judul yang diharapkan: {expected}. "
        "Perbaiki judul kolomnya di Excel, lalu impor lagi."
    )


def _best_at(sheet: Sheet, index: int, *, near: bool) -> Head | None:
    """The best head that starts in a row; a second row counts only when it tells more."""
    best: Head | None = None
    for height in range(1, _HEAD_ROWS + 1):
        if index + height > len(sheet.rows) or not any(sheet.rows[index + height - 1]):
            break
        head = _head(sheet, index, height, near=near)
        if head and (best is None or len(head.kolom) > len(best.kolom)):
            best = head
    return best


def _head(sheet: Sheet, index: int, height: int, *, near: bool) -> Head | None:
    columns = _heads_over(sheet, index, height)
    found: dict[Arti, tuple[float, int]] = {}
    doubled: list[int] = []
    for column, (own, whole) in columns.items():
        meant = meaning(own, near=near) or meaning(whole, near=near)
        if meant is None or is_number_head(own):
            continue
        arti, score = meant
        if arti in found and score <= found[arti][0]:
            doubled.append(column)
            continue
        if arti in found:
            doubled.append(found[arti][1])
        found[arti] = score, column
    if not found:
        return None
    total = sum(score for score, _ in found.values())
    places = {arti: column for arti, (_, column) in found.items()}
    kolom = _without_dasar(places)
    seen = {column: whole for column, (_, whole) in columns.items()}
    remarks = _remarks(seen, kolom, doubled)
    return Head(index, index + height - 1, kolom, total, seen, remarks)


def _without_dasar(places: dict[Arti, int]) -> dict[Kolom, int]:
    """Legal grounds go to the letter, or beside a letter column to the other law."""
    kolom = {arti: column for arti, column in places.items() if isinstance(arti, Kolom)}
    if DASAR in places:
        for free in (Kolom.HURUF, Kolom.UNDANG_UNDANG):
            if free not in kolom:
                kolom[free] = places[DASAR]
                break
    return dict(sorted(kolom.items(), key=lambda pair: pair[1]))


def _remarks(
    seen: dict[int, str], kolom: dict[Kolom, int], doubled: Sequence[int]
) -> tuple[str, ...]:
    used = set(kolom.values())
    remarks = []
    for column, text in seen.items():
        if column in used or text.isdigit() or is_number_head(text) or is_for_reading(text):
            continue
        why = "judulnya sama artinya dengan kolom lain" if column in doubled else "tidak dikenal"
        remarks.append(f"Kolom {column_letter(column)} “{_short(text)}” tidak dibaca: {why}.")
    return tuple(remarks)


def _heads_over(sheet: Sheet, index: int, height: int) -> dict[int, tuple[str, str]]:
    """Column -> (words right over it, those words after the group heads above them)."""
    rows = [list(row) for row in sheet.rows[index : index + height]]
    for top, left, bottom, right in sheet.merged:
        for row in range(max(top, index), min(bottom, index + height - 1) + 1):
            text = sheet.rows[row][left] if left < len(sheet.rows[row]) else ""
            for column in range(left, min(right + 1, len(rows[row - index]))):
                rows[row - index][column] = text
    if not any(
        right > left and index <= top < index + height for top, left, _, right in sheet.merged
    ):
        for upper, lower in pairwise(rows):
            _spread(upper, lower)
    found = {}
    for column in range(len(rows[0])):
        parts = list(dict.fromkeys(row[column] for row in rows if row[column]))
        if parts:
            found[column] = parts[-1], " ".join(parts)
    return found


def _spread(upper: list[str], lower: list[str]) -> None:
    """A group head whose merge was lost stands over the heads to its right as well."""
    for column in range(1, len(upper)):
        over, under = upper[column - 1], lower[column - 1]
        if not upper[column] and lower[column] and over and under and under != over:
            upper[column] = upper[column - 1]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"
