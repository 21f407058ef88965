"""The public list as a workbook: texts only, so nothing in it can run or call a page."""

from __future__ import annotations

import io
from datetime import datetime, time
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from sopapp.domain.daftar_terbuka import NIHIL, DaftarTerbuka
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

SHEET = "Daftar"
# Head and width in characters.
_COLUMNS = (
    ("No.", 5),
    ("Informasi", 34),
    ("Dasar Hukum", 34),
    ("Konsekuensi Bila Dibuka", 32),
    ("Konsekuensi Bila Ditutup", 32),
    ("Jangka Waktu", 20),
    ("Unit Kerja", 22),
)
_LAST = len(_COLUMNS) - 1
_LINE = 13.5
"""Height of a line in points."""


def write_xlsx(value: DaftarTerbuka, progress: Progress = no_progress) -> bytes:
    """Return the workbook. Raises DomainError when a text is longer than a cell can hold."""
    from xlsxwriter.workbook import Workbook

    buffer = io.BytesIO()
    book = Workbook(buffer, workbook_options())
    book.set_properties(
        {
            "title": value.judul[:255],
            "author": value.instansi[:255],
            "subject": value.keputusan[:255],
            "comments": f"{value.keadaan} {value.sumber}"[:255],
            "created": datetime.combine(value.ditulis, time()),  # same list, same bytes
        }
    )
    _Sheet(book, value).write(progress)
    book.close()
    return buffer.getvalue()


class _Sheet:
    """The one sheet while it is written, row by row."""

    def __init__(self, book: Workbook, value: DaftarTerbuka) -> None:
        self._sheet: Worksheet = book.add_worksheet(SHEET)
        self._value = value
        self._row = 0
        plain: dict[str, Any] = FONT | {"valign": "top"}
        cell = plain | {"text_wrap": True, "border": 1, "border_color": "#9AA5B1"}
        self._office: Format = book.add_format(plain | {"text_wrap": True, "bold": True})
        self._title = book.add_format(
            plain | {"text_wrap": True, "bold": True, "font_size": 14, "valign": "vcenter"}
        )
        self._note = book.add_format(plain | {"text_wrap": True})
        self._head = book.add_format(
            cell | {"bold": True, "bg_color": "#E3ECF4", "align": "center", "valign": "vcenter"}
        )
        self._number = book.add_format(cell | {"align": "center"})
        self._cell = book.add_format(cell)
        # As if typed with an apostrophe: stays text also after somebody edits the cell.
        self._quoted = book.add_format(cell | {"quote_prefix": True})

    def write(self, progress: Progress) -> None:
        """Write everything."""
        value = self._value
        for place, (_head, width) in enumerate(_COLUMNS):
            self._sheet.set_column(place, place, width)
        self._across(value.instansi, self._office)
        self._across(value.judul, self._title, size=1.4)
        self._across(f"Berdasarkan {value.keputusan}.", self._note)
        self._across(value.keadaan, self._note)
        self._row += 1
        head = self._row
        for place, (name, _width) in enumerate(_COLUMNS):
            self._sheet.write_string(head, place, name, self._head)
        self._sheet.set_row(head, 2 * _LINE)
        self._row += 1
        self._entries(progress)
        self._sheet.autofilter(head, 0, max(self._row - 1, head + 1), _LAST)
        self._row += 1
        for text in (*value.catatan, value.sumber, value.waktu_tulis):
            self._across(text, self._note)
        self._page(head)

    def _entries(self, progress: Progress) -> None:
        for number, baris in enumerate(counted(self._value.baris, progress), start=1):
            self._sheet.write_number(self._row, 0, number, self._number)
            texts = (
                baris.informasi,
                _grounds(baris.dasar_hukum),
                baris.dibuka,
                baris.ditutup,
                baris.jangka_waktu,
                baris.unit_kerja,
            )
            for place, text in enumerate(texts, start=1):
                where = f"“{_COLUMNS[place][0]}”, baris {number} daftar"
                self._text(place, fit_cell(text, where))
            # Not every program finds the height by itself.
            lines = max(
                lines_needed(text, width)
                for text, (_head, width) in zip(texts, _COLUMNS[1:], strict=True)
            )
            self._sheet.set_row(self._row, min(lines * _LINE + 3, HIGHEST_ROW))
            self._row += 1
        if not self._value.baris:
            for place in range(len(_COLUMNS)):
                self._text(place, NIHIL if place == 1 else "")
            self._row += 1

    def _text(self, place: int, text: str) -> None:
        if not text:
            self._sheet.write_blank(self._row, place, None, self._cell)
            return
        kind = self._quoted if risky(text) else self._cell
        self._sheet.write_string(self._row, place, text, kind)

    def _across(self, text: str, kind: Format, *, size: float = 1.0) -> None:
        width = sum(width for _head, width in _COLUMNS)
        # A merged row does not grow by itself.
        lines = lines_needed(text, width / size)
        self._sheet.set_row(self._row, lines * _LINE * size)
        self._sheet.merge_range(self._row, 0, self._row, _LAST, "", kind)
        self._sheet.write_string(self._row, 0, fit_cell(text, "judul atau catatan"), kind)
        self._row += 1

    def _page(self, head: int) -> None:
        self._sheet.freeze_panes(head + 1, 2)
        self._sheet.hide_gridlines(2)
        self._sheet.set_landscape()
        self._sheet.set_paper(paper_code("A4"))
        self._sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(head)
        self._sheet.print_area(0, 0, self._row - 1, _LAST)
        told = footer_text(self._value.keputusan, 120)
        self._sheet.set_footer(f"&L&8{told}&R&8Halaman &P dari &N")


def _grounds(texts: tuple[str, ...]) -> str:
    """One line a ground, `a.`, `b.` before them as in the Lampiran when there are several."""
    if len(texts) < 2:
        return "".join(texts)
    if len(texts) > len(ascii_lowercase):
        return "\n".join(texts)
    return "\n".join(f"{mark}. {text}" for mark, text in zip(ascii_lowercase, texts, strict=False))
