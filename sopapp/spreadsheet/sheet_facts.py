"""What the reading library does not tell of a sheet: extent, formulas, error cells, merges."""

from __future__ import annotations

from dataclasses import dataclass, field

from sopapp.domain.errors import DomainError
from sopapp.domain.ribuan import ribuan
from sopapp.spreadsheet.limits import (
    BARIS_TERAKHIR,
    BATAS_BARIS,
    BATAS_KOLOM,
)

_ERRORS_KEPT = 5_000


@dataclass(slots=True)
class SheetFacts:
    """Collected while a sheet is scanned; rows and columns count from 0.

    `merged` holds (first row, first column, last row, last column).
    """

    nama: str = ""
    last_row: int = -1
    last_column: int = -1
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formulas: int = 0
    first_formula: tuple[int, int] | None = None
    empty_formulas: int = 0
    first_empty: tuple[int, int] | None = None
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    """Cells whose text the library loses: errors such as `#REF!`."""

    def content(self, row: int, column: int) -> None:
        """A cell that holds something. Raises DomainError beyond the limits."""
        if row > self.last_row:
            if row >= BARIS_TERAKHIR:
                raise too_many_rows(row + 1, self.nama)
            self.last_row = row
        if column > self.last_column:
            if column >= BATAS_KOLOM:
                raise too_many_columns(column + 1, self.nama)
            self.last_column = column

    def formula(self, row: int, column: int, *, empty: bool) -> None:
        """A cell with a formula; `empty` when no result was stored with it."""
        self.formulas += 1
        self.first_formula = self.first_formula or (row, column)
        if empty:
            self.empty_formulas += 1
            self.first_empty = self.first_empty or (row, column)

    def text(self, row: int, column: int, text: str) -> None:
        """A cell whose text the library loses."""
        if len(self.texts) < _ERRORS_KEPT:
            self.texts[row, column] = text


def too_many_rows(row: int, lembar: str = "") -> DomainError:
    """More rows than are taken; `row` is the highest number met."""
    where = f"Lembar “{lembar}”" if lembar else "File ini"
    return DomainError(
        f"{where} berisi sampai baris {ribuan(row)} atau lebih; yang dapat diimpor paling banyak "
        f"{ribuan(BATAS_BARIS)} baris. Hapus baris di bawah daftar atau bagi menjadi beberapa "
        "file, lalu impor lagi."
    )


def too_many_columns(column: int, lembar: str = "") -> DomainError:
    """More columns than are taken."""
    where = f"Lembar “{lembar}”" if lembar else "File ini"
    return DomainError(
        f"{where} berisi sampai kolom ke-{ribuan(column)}; yang dapat diimpor paling banyak "
        f"{BATAS_KOLOM} kolom. Hapus kolom di kanan daftar, lalu impor lagi."
    )


def column_letter(column: int) -> str:
    """The letters a spreadsheet shows for a column counted from 0: `A`, `Z`, `AA`."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """`C5` for row 4, column 2 counted from 0."""
    return f"{column_letter(column)}{row + 1}"
