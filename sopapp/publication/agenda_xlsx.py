"""The Buku Agenda as a workbook: dates as dates, everything else texts that cannot run."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from sopapp.domain.agenda import AgendaRow, BukuAgendaLengkap
from sopapp.domain.progress import Progress, no_progress
from sopapp.domain.sel_lembar import (
    FONT,
    HIGHEST_ROW,
    fit_cell,
    footer_text,
    lines_needed,
    paper_code,
    workbook_options,
)
from sopapp.domain.tanggal import tanggal
from sopapp.publication.harmless import risky

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet


SHEET, SISIPAN = "Buku agenda", "Nomor sisipan"
_EARLIEST = date(1900, 3, 1)
"""The first day that every spreadsheet counts alike."""

# Head and width in characters.
_COLUMNS = (
    ("No. Urut", 9),
    ("Nomor Surat", 30),
    ("Tanggal Surat", 13),
    ("Tanggal Kirim", 13),
    ("Tujuan", 34),
    ("Isi Ringkas/Perihal", 44),
    ("Kode Klasifikasi", 13),
    ("Lampiran", 16),
    ("Penanda Tangan", 26),
    ("Keterangan", 34),
    ("Jenis", 24),
    ("Deret", 16),
    ("Keadaan", 15),
    ("Pindaian", 10),
)
_LAST = len(_COLUMNS) - 1
_DATES = (2, 3)
_LINE = 13.5
_EMPTY = "Belum ada surat."


def write_agenda(book: BukuAgendaLengkap, progress: Progress = no_progress) -> bytes:
    """Return the workbook; `progress` hears of (rows written, all rows).

    Raises DomainError when a text is longer than a cell can hold.
    """
    from xlsxwriter.workbook import Workbook

    buffer = io.BytesIO()
    workbook = Workbook(buffer, workbook_options())
    workbook.set_properties(
        {
            "title": book.judul[:255],
            "author": book.instansi[:255],
            "comments": book.keterangan[:255],
            "created": datetime.combine(book.tanggal_cetak, time()),  # same book, same bytes
        }
    )
    formats = _Formats(workbook)
    total = len(book.baris) + len(book.sisipan)
    _Sheet(workbook, formats, SHEET, book).write(book.baris, 0, total, progress)
    if book.sisipan:
        _Sheet(workbook, formats, SISIPAN, book).write(
            book.sisipan, len(book.baris), total, progress
        )
    workbook.close()
    return buffer.getvalue()


class _Formats:
    """How cells look; a void line is struck through."""

    def __init__(self, workbook: Workbook) -> None:
        plain: dict[str, Any] = FONT | {"valign": "top"}
        cell = plain | {"text_wrap": True, "border": 1, "border_color": "#9AA5B1"}
        void = {"font_strikeout": True, "font_color": "#6B7280"}
        day = {"num_format": "dd/mm/yyyy", "align": "center"}
        quoted = {"quote_prefix": True}  # stays text also after somebody edits the cell
        self.office: Format = workbook.add_format(plain | {"bold": True})
        self.title = workbook.add_format(plain | {"bold": True, "font_size": 14})
        self.note = workbook.add_format(plain)
        self.head = workbook.add_format(
            cell | {"bold": True, "bg_color": "#E3ECF4", "align": "center", "valign": "vcenter"}
        )
        self._text = {
            (is_void, is_quoted): workbook.add_format(
                cell | (void if is_void else {}) | (quoted if is_quoted else {})
            )
            for is_void in (False, True)
            for is_quoted in (False, True)
        }
        self._day = {
            is_void: workbook.add_format(cell | day | (void if is_void else {}))
            for is_void in (False, True)
        }
        self._number = {
            is_void: workbook.add_format(cell | {"align": "center"} | (void if is_void else {}))
            for is_void in (False, True)
        }

    def text(self, text: str, *, void: bool) -> Format:
        """For a text, safe from being taken for a formula."""
        return self._text[void, risky(text)]

    def day(self, *, void: bool) -> Format:
        """For a date."""
        return self._day[void]

    def number(self, *, void: bool) -> Format:
        """For a running number: at the right it would run into the letter's number."""
        return self._number[void]


class _Sheet:
    """One sheet while it is written, row by row."""

    def __init__(
        self, workbook: Workbook, formats: _Formats, name: str, book: BukuAgendaLengkap
    ) -> None:
        self._sheet: Worksheet = workbook.add_worksheet(name)
        self._formats = formats
        self._book = book
        self._name = name
        self._row = 0

    def write(self, rows: Sequence[AgendaRow], before: int, total: int, progress: Progress) -> None:
        """Write everything; `before` rows stand on earlier sheets."""
        for place, (_head, width) in enumerate(_COLUMNS):
            self._sheet.set_column(place, place, width)
        self._heading()
        head = self._row
        for place, (name, _width) in enumerate(_COLUMNS):
            self._sheet.write_string(head, place, name, self._formats.head)
        self._sheet.set_row(head, 2 * _LINE)
        self._row += 1
        for number, row in enumerate(rows, start=1):
            self._line(row, number)
            progress(before + number, total)
        if not rows:
            self._sheet.write_string(self._row, 1, _EMPTY, self._formats.text(_EMPTY, void=False))
            self._row += 1
        self._sheet.autofilter(head, 0, max(self._row - 1, head + 1), _LAST)
        self._page(head)

    def _heading(self) -> None:
        book, formats = self._book, self._formats
        gaps = "; ".join(map(str, book.rumpang))
        lines = (
            (book.instansi, formats.office),
            (book.judul if self._name == SHEET else f"{book.judul}: {SISIPAN}", formats.title),
            (book.keterangan, formats.note),
            (f"Nomor yang belum dipakai: {gaps}." if gaps and self._name == SHEET else "",
             formats.note),
            (f"Dicetak tanggal {tanggal(book.tanggal_cetak)}.", formats.note),
        )  # fmt: skip
        for text, kind in lines:
            if text:
                self._sheet.write_string(self._row, 0, fit_cell(text, "judul"), kind)
                if kind is formats.title:  # not every program finds the height by itself
                    self._sheet.set_row(self._row, 1.5 * _LINE)
                self._row += 1
        self._row += 1

    def _line(self, row: AgendaRow, number: int) -> None:
        void = bool(row.batal)
        texts = (
            row.no_urut, row.nomor, "", "", row.tujuan, row.perihal, row.klasifikasi, row.lampiran,
            row.penanda_tangan, row.keterangan, row.jenis.panjang, row.deret, row.keadaan,
            "Ada" if row.dipindai else "Belum",
        )  # fmt: skip
        for place, text in enumerate(texts):
            if place in _DATES:
                self._day(place, row.tanggal if place == _DATES[0] else row.dikirim, void=void)
            else:
                where = f"“{_COLUMNS[place][0]}”, baris {number}"
                self._text(place, fit_cell(text, where), void=void and place != _REASON)
        lines = max(
            lines_needed(text, width) for text, (_head, width) in zip(texts, _COLUMNS, strict=True)
        )
        self._sheet.set_row(self._row, min(lines * _LINE + 3, HIGHEST_ROW))
        self._row += 1

    def _text(self, place: int, text: str, *, void: bool) -> None:
        kind = self._formats.text(text, void=void)
        if place == 0:
            kind = self._formats.number(void=void)
        if not text:
            self._sheet.write_blank(self._row, place, None, kind)
        elif place == 0 and text.isdecimal():
            self._sheet.write_number(self._row, place, int(text), kind)
        else:
            self._sheet.write_string(self._row, place, text, kind)

    def _day(self, place: int, day: date | None, *, void: bool) -> None:
        kind = self._formats.day(void=void)
        if day is None:
            self._sheet.write_blank(self._row, place, None, kind)
        elif day < _EARLIEST:
            self._sheet.write_string(self._row, place, tanggal(day), kind)
        else:
            self._sheet.write_datetime(self._row, place, datetime.combine(day, time()), kind)

    def _page(self, head: int) -> None:
        self._sheet.freeze_panes(head + 1, 2)
        self._sheet.hide_gridlines(2)
        self._sheet.set_landscape()
        self._sheet.set_paper(paper_code("A4"))
        self._sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(head)
        self._sheet.print_area(0, 0, self._row - 1, _REASON)  # the columns of the printed book
        self._sheet.set_footer(f"&L&8{footer_text(self._book.judul, 120)}&R&8Halaman &P dari &N")


_REASON = 9
"""The column that says why a line is void, so it is not struck through."""
