"""The content.xml of an .ods, scanned cell by cell before the reading library gets it.

A few bytes can repeat a cell a milliard times in this format, so every sheet is measured first;
merges, formulas and error cells, which the library does not tell, come along with it.
"""

from __future__ import annotations

from collections.abc import Iterable

from sopapp.domain.errors import DomainError
from sopapp.spreadsheet.limits import BATAS_TEKS
from sopapp.spreadsheet.sheet_facts import SheetFacts
from sopapp.spreadsheet.xml_pass import run_scan

_CELLS = ("table:table-cell", "table:covered-table-cell")
_FAR_BELOW = 1 << 40
"""Far beyond any sheet, and still a number that adds quickly."""


def scan_ods(pieces: Iterable[bytes], nama_file: str) -> list[SheetFacts]:
    """The sheets in order. Raises DomainError when one is damaged or too large."""
    scan = _OdsScan(nama_file)
    run_scan(scan, pieces, nama_file)
    return scan.sheets


class _OdsScan:
    """Handlers of one pass over all sheets."""

    def __init__(self, nama_file: str) -> None:
        self.sheets: list[SheetFacts] = []
        self._nama_file = nama_file
        self._row = self._column = 0
        self._row_repeat = self._repeat = 1
        self._cell: dict[str, str] | None = None
        self._text: list[str] = []
        self._total = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        if tag in _CELLS:
            self._cell = attributes
            self._text = []
            self._repeat = _count(attributes, "table:number-columns-repeated")
        elif tag == "table:table-row":
            self._row_repeat = _count(attributes, "table:number-rows-repeated")
            self._column = 0
        elif tag == "table:table":
            self.sheets.append(SheetFacts(attributes.get("table:name", "")))
            self._row = 0

    def characters(self, text: str) -> None:
        """Text between tags; only that of a cell is kept."""
        if self._cell is not None:
            self._text.append(text)

    def end(self, tag: str) -> None:
        """An element closes."""
        if tag in _CELLS and self._cell is not None:
            if self.sheets:
                self._close_cell(self._cell)
            self._column += self._repeat
            self._cell = None
        elif tag == "table:table-row":
            self._row += self._row_repeat

    def _close_cell(self, cell: dict[str, str]) -> None:
        facts, row, column = self.sheets[-1], self._row, self._column
        text = "".join(self._text)
        if text or "office:value-type" in cell:
            facts.content(row + self._row_repeat - 1, column + self._repeat - 1)
            self._total += len(text) * self._repeat * self._row_repeat
            if self._total > BATAS_TEKS:
                raise DomainError(
                    f"Teks di dalam file “{self._nama_file}” terlalu banyak untuk sebuah daftar. "
                    "Hapus lembar dan kolom yang tidak diperlukan, lalu impor lagi."
                )
        if "table:formula" in cell:
            facts.formula(row, column, empty=not text and "office:value" not in cell)
        if cell.get("calcext:value-type") == "error" or text.startswith(("#", "Err:")):
            facts.text(row, column, text)
        down = _count(cell, "table:number-rows-spanned")
        right = _count(cell, "table:number-columns-spanned")
        if down > 1 or right > 1:
            facts.merged.append((row, column, row + down - 1, column + right - 1))


def _count(attributes: dict[str, str], name: str) -> int:
    number = int(attributes.get(name, "1"))
    return min(max(number, 1), _FAR_BELOW)
