"""A table from the clipboard, as Word, Excel or a browser put it there, written to a file.

It then goes the same way as any other file.
"""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path

from PySide6.QtCore import QMimeData

from sopapp.domain.errors import DomainError
from sopapp.saved_file import save_file

_Spans = tuple[int, int]
"""Columns and rows that a cell covers."""
_Down = dict[int, tuple[int, str]]
"""By column: rows that a cell from above still covers, and its words."""
_BREAKS = frozenset({"br", "p", "li", "div"})
_UNENDING = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^<>]*(?:>|(?=<)|\Z)", re.DOTALL)
"""Comments and declarations, also those that nobody ends."""
_STRAY = re.compile(r"<(?!/?[a-zA-Z][^<>]*>)")
"""The beginning of a tag that never ends."""
_NO_TABLE = (
    "Papan klip tidak berisi tabel. Salin tabelnya di Word atau Excel beserta baris judul kolom, "
    "lalu tempel lagi."
)


def write_clipboard_table(data: QMimeData, path: Path) -> None:
    """Write the table on the clipboard to `path` as CSV in UTF-8.

    Raises DomainError when there is no table of at least two columns and two rows,
    EnvironmentProblem when the disk refuses.
    """
    rows = _rows_of_html(data.html()) if data.hasHtml() else []
    if not _is_table(rows):
        rows = _rows_of_text(data.text())
    if not _is_table(rows):
        raise DomainError(_NO_TABLE)
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    save_file(path, text.getvalue().encode("utf-8-sig", "replace"))


def _is_table(rows: list[list[str]]) -> bool:
    return len(rows) > 1 and max(len(row) for row in rows) > 1


def _rows_of_text(text: str) -> list[list[str]]:
    if "\t" not in text:
        return []
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        # Excel puts cells of several lines in quotes, as CSV does.
        rows = list(csv.reader(io.StringIO(plain, newline=""), delimiter="\t"))
    except csv.Error:  # a quote that nobody closed
        rows = [line.split("\t") for line in plain.split("\n")]
    return [row for row in rows if any(cell.strip() for cell in row)]


def _rows_of_html(html: str) -> list[list[str]]:
    reader = _TableReader()
    # The parser looks for the end of each of them to the end of everything, which takes minutes.
    reader.feed(_STRAY.sub("&lt;", _UNENDING.sub(" ", html)))
    reader.close()
    return max(reader.tables, key=len, default=[])


class _TableReader(HTMLParser):
    """Collects the rows of every table; a cell over several columns leaves empty ones behind it.

    A cell over several rows is repeated, as each of those rows says it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self._rows: list[list[str]] = []
        self._around: list[tuple[list[list[str]], list[str] | None, _Spans, _Down]] = []
        self._cell: list[str] | None = None
        self._spans: _Spans = (1, 1)
        self._down: _Down = {}
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, row or cell, or break a line."""
        if tag in ("style", "script", "head"):
            self._hidden += 1
        elif tag == "table":
            self._around.append((self._rows, self._cell, self._spans, self._down))
            self._rows, self._cell, self._down = [], None, {}
            self.tables.append(self._rows)
        elif tag == "tr" and self.tables:
            self._end_cell()
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            self._end_cell()
            given = dict(attrs)
            self._spans = (_number(given.get("colspan")), _number(given.get("rowspan")))
            self._cell = []
        elif tag in _BREAKS and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if tag in ("style", "script", "head"):
            self._hidden = max(self._hidden - 1, 0)
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr" and self._rows:
            self._end_cell()
            self._fill_down(self._rows[-1])
        elif tag == "table" and self._around:
            self._end_table()

    def handle_data(self, data: str) -> None:
        """Words of a cell; line ends of the source are only spaces."""
        if self._cell is not None and not self._hidden:
            self._cell.append(" ".join(data.replace("\xa0", " ").split("\n")))

    def _end_table(self) -> None:
        """Back to the table around this one; for that one these are words of a cell."""
        self._end_cell()
        words = "\n".join(" ".join(row) for row in self._rows)
        self._rows, self._cell, self._spans, self._down = self._around.pop()
        if self._cell is not None:
            self._cell.append(f"\n{words}\n")

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
        text = "\n".join(line for line in lines if line)
        self._cell = None
        row = self._rows[-1]
        self._fill_down(row)
        wide, high = self._spans
        cells = [text, *[""] * (wide - 1)]
        if high > 1:
            start = len(row)
            self._down |= {start + n: (high - 1, cell) for n, cell in enumerate(cells)}
        row += cells

    def _fill_down(self, row: list[str]) -> None:
        """Put the cells that reach down from rows above where their turn has come."""
        while len(row) in self._down:
            at = len(row)
            left, text = self._down.pop(at)
            if left > 1:
                self._down[at] = (left - 1, text)
            row.append(text)


def _number(text: str | None) -> int:
    return min(int(text), 200) if text and text.isdigit() and int(text) > 0 else 1
