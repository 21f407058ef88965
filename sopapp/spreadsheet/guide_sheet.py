"""The sheet Petunjuk: steps, what belongs in each column, the letters of Pasal 17."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sopapp.domain.formulir_unit import KOLOM_FORMULIR, FormulirUnit
from sopapp.domain.sel_lembar import FONT, HIGHEST_ROW, fit_cell, lines_needed, paper_code
from sopapp.spreadsheet import form_words as words

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (25.0, 48.0, 33.0)
_WIDE = _WIDTHS[1] + _WIDTHS[2]
_LINE = 14.0


def write_petunjuk(book: Workbook, sheet: Worksheet, form: FormulirUnit) -> None:
    """Fill the sheet."""
    guide = _GuideSheet(book, sheet)
    guide.title(f"Petunjuk mengisi: {words.judul(form)[:1].lower()}{words.judul(form)[1:]}")
    guide.heading("Cara mengisi")
    for number, text in enumerate(words.langkah(form), start=1):
        guide.wide(f"Langkah {number}", text)
    guide.heading("Isi tiap kolom")
    guide.row(("Kolom", "Diisi dengan", "Contoh"), head=True)
    for kolom in KOLOM_FORMULIR:
        told = words.PENJELASAN[kolom]
        guide.row((kolom.label, told.isi, told.contoh))
    guide.heading("Huruf Pasal 17 UU Nomor 14 Tahun 2008")
    guide.wide("Huruf", "Bunyi", head=True)
    for huruf in form.huruf:
        guide.wide(huruf.kode, huruf.teks)
    if form.catatan_huruf:
        guide.wide("Catatan", form.catatan_huruf)
    guide.heading("Pengembalian")
    guide.wide("Kepada siapa, kapan", words.pengembalian(form))
    guide.finish(form.kertas)


class _GuideSheet:
    """The sheet while it is written, downwards."""

    def __init__(self, book: Workbook, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._row = 0
        font: dict[str, Any] = FONT | {"text_wrap": True, "valign": "top"}
        cell = font | {"border": 1, "border_color": "#9AA5B1"}
        self._title = book.add_format(font | {"bold": True, "font_size": 14})
        self._heading = book.add_format(font | {"bold": True, "font_size": 12, "valign": "bottom"})
        self._head = book.add_format(cell | {"bold": True, "bg_color": "#DCE8F3"})
        self._name = book.add_format(cell | {"bold": True})
        self._cell = book.add_format(cell)
        for place, width in enumerate(_WIDTHS):
            sheet.set_column(place, place, width)

    def title(self, text: str) -> None:
        """The first line."""
        self._merged(text, self._title, 20.0 * lines_needed(text, sum(_WIDTHS) / 1.4))

    def heading(self, text: str) -> None:
        """The head of a part."""
        self._merged(text, self._heading, 28.0)

    def wide(self, name: str, text: str, *, head: bool = False) -> None:
        """A line of two cells, the second over two columns."""
        kind = self._head if head else self._cell
        text = fit_cell(text, "lembar Petunjuk")
        self._sheet.write_string(self._row, 0, name, self._head if head else self._name)
        self._sheet.merge_range(self._row, 1, self._row, 2, "", kind)
        self._sheet.write_string(self._row, 1, text, kind)
        self._next(lines_needed(text, _WIDE) * _LINE + 3)

    def row(self, texts: tuple[str, str, str], *, head: bool = False) -> None:
        """A line of three cells."""
        kinds = (self._head,) * 3 if head else (self._name, self._cell, self._cell)
        for place, (text, kind) in enumerate(zip(texts, kinds, strict=True)):
            self._sheet.write_string(self._row, place, text, kind)
        lines = max(lines_needed(text, width) for text, width in zip(texts, _WIDTHS, strict=True))
        self._next(lines * _LINE + 3)

    def finish(self, kertas: str) -> None:
        """Page and lock."""
        sheet = self._sheet
        sheet.hide_gridlines(2)
        sheet.set_portrait()
        sheet.set_paper(paper_code(kertas))
        sheet.set_margins(left=0.6, right=0.5, top=0.6, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&8Petunjuk&R&8Halaman &P dari &N")
        sheet.protect("", {"format_columns": True, "format_rows": True})

    def _merged(self, text: str, kind: Format, height: float) -> None:
        self._sheet.merge_range(self._row, 0, self._row, len(_WIDTHS) - 1, "", kind)
        self._sheet.write_string(self._row, 0, fit_cell(text, "lembar Petunjuk"), kind)
        self._next(height)

    def _next(self, height: float) -> None:
        self._sheet.set_row(self._row, min(height, HIGHEST_ROW))
        self._row += 1
