"""Any small table as a workbook: texts only, so nothing in it can run or call a page."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from sopapp.domain.progress import Progress, counted, no_progress
from sopapp.domain.sel_lembar import (
    FONT,
    HIGHEST_ROW,
    fit_cell,
    footer_text,
    lines_needed,
    paper_code,
    workbook_options,
)
from sopapp.publication.harmless import risky

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LINE = 13.5
"""Height of a line in points."""


@dataclass(frozen=True, slots=True)
class TabelExcel:
    """A table with its heading; `kolom` are heads with widths in characters.

    `ditulis` is the local day it was made; the same table of one day gives the same bytes.
    """

    lembar: str
    instansi: str
    judul: str
    keterangan: str
    kolom: tuple[tuple[str, float], ...]
    baris: tuple[tuple[str, ...], ...]
    ditulis: date | None = None


def write_table(table: TabelExcel, progress: Progress = no_progress) -> bytes:
    """Return the workbook. Raises DomainError when a text is longer than a cell can hold."""
    from xlsxwriter.workbook import Workbook

    buffer = io.BytesIO()
    book = Workbook(buffer, workbook_options())
    properties: dict[str, Any] = {
        "title": table.judul[:255],
        "author": table.instansi[:255],
        "comments": table.keterangan[:255],
    }
    if table.ditulis is not None:
        properties["created"] = datetime.combine(table.ditulis, time())
    book.set_properties(properties)
    _Sheet(book, table).write(progress)
    book.close()
    return buffer.getvalue()


class _Sheet:
    """The one sheet while it is written, row by row."""

    def __init__(self, book: Workbook, table: TabelExcel) -> None:
        self._book, self._table = book, table
        self._sheet: Worksheet = book.add_worksheet(table.lembar)
        self._row = 0
        self._plain: dict[str, Any] = FONT | {"valign": "top"}
        cell = self._plain | {"text_wrap": True, "border": 1, "border_color": "#9AA5B1"}
        self._text: Format = book.add_format(cell)
        # As if typed with an apostrophe: stays text also after somebody edits the cell.
        self._quoted = book.add_format(cell | {"quote_prefix": True})
        self._head = book.add_format(
            cell | {"bold": True, "bg_color": "#E3ECF4", "align": "center", "valign": "vcenter"}
        )

    def write(self, progress: Progress) -> None:
        """Write everything."""
        table = self._table
        for line, look in (
            (table.instansi, {"bold": True}),
            (table.judul, {"bold": True, "font_size": 14}),
            (table.keterangan, {}),
        ):
            if line:
                kind = self._book.add_format(self._plain | look)
                self._sheet.write_string(self._row, 0, fit_cell(line, "judul"), kind)
                if "font_size" in look:
                    self._sheet.set_row(self._row, 1.5 * _LINE)
                self._row += 1
        self._row += 1
        head = self._row
        for place, (title, width) in enumerate(table.kolom):
            self._sheet.set_column(place, place, width)
            self._sheet.write_string(head, place, title, self._head)
        self._row += 1
        for number, cells in enumerate(counted(table.baris, progress), start=1):
            self._line(number, cells)
        self._page(head)

    def _line(self, number: int, cells: tuple[str, ...]) -> None:
        lines = 1
        for place, ((title, width), content) in enumerate(
            zip(self._table.kolom, cells, strict=True)
        ):
            fitted = fit_cell(content, f"“{title}”, baris {number}")
            lines = max(lines, lines_needed(fitted, width))
            if fitted:
                kind = self._quoted if risky(fitted) else self._text
                self._sheet.write_string(self._row, place, fitted, kind)
            else:
                self._sheet.write_blank(self._row, place, None, self._text)
        # Not every program finds the height by itself.
        self._sheet.set_row(self._row, min(lines * _LINE + 3, HIGHEST_ROW))
        self._row += 1

    def _page(self, head: int) -> None:
        last = len(self._table.kolom) - 1
        self._sheet.autofilter(head, 0, max(self._row - 1, head + 1), last)
        self._sheet.freeze_panes(head + 1, 0)
        self._sheet.hide_gridlines(2)
        self._sheet.set_landscape()
        self._sheet.set_paper(paper_code("A4"))
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(head)
        told = footer_text(self._table.keterangan, 120)
        self._sheet.set_footer(f"&L&8{told}&R&8Halaman &P dari &N")
