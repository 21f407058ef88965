"""The sheet Usulan: title, present entries filled in, empty rows for new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sopapp.domain.dik import HURUF_PASAL_17
from sopapp.domain.formulir import kode
from sopapp.domain.formulir_unit import (
    JUDUL_CATATAN,
    KOLOM_FORMULIR,
    BarisFormulir,
    FormulirUnit,
)
from sopapp.domain.impor import Kolom
from sopapp.domain.progress import Progress, counted
from sopapp.domain.sel_lembar import (
    FONT,
    HIGHEST_ROW,
    fit_cell,
    footer_text,
    lines_needed,
    paper_code,
)
from sopapp.spreadsheet import form_words as words

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

BARIS_KOSONG = 30
"""Rows for new entries."""

_WIDTH = {
    Kolom.KODE: 9.0,
    Kolom.USULAN: 13.0,
    Kolom.INFORMASI: 30.0,
    Kolom.BAGIAN: 19.0,
    Kolom.HURUF: 13.0,
    Kolom.UNDANG_UNDANG: 24.0,
    Kolom.DIBUKA: 28.0,
    Kolom.DITUTUP: 28.0,
    Kolom.JANGKA: 18.0,
    Kolom.BENTUK: 14.0,
}
_NUMBER_WIDTH, _NOTE_WIDTH = 5.0, 21.0
_FIRST = 1
"""Place of the first of KOLOM_FORMULIR; the number stands before it, the note after."""
_NOTE = _FIRST + len(KOLOM_FORMULIR)
_FROZEN = _FIRST + KOLOM_FORMULIR.index(Kolom.INFORMASI) + 1
_LINE = 13.5
_LOCKED = frozenset({Kolom.KODE})
_GREY, _AMBER, _BLUE = "#EEF1F4", "#FFF1CC", "#DCE8F3"


def write_usulan(
    book: Workbook, sheet: Worksheet, form: FormulirUnit, laws: str, progress: Progress
) -> None:
    """Fill the sheet; `laws` is where the list of laws stands ("" = none)."""
    _UsulanSheet(book, sheet, form).write(laws, progress)


class _UsulanSheet:
    """The sheet while it is written."""

    def __init__(self, book: Workbook, sheet: Worksheet, form: FormulirUnit) -> None:
        self._sheet = sheet
        self._form = form
        font: dict[str, Any] = dict(FONT)
        cell = font | {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#9AA5B1"}
        self._office: Format = book.add_format(font | {"bold": True})
        self._title = book.add_format(font | {"bold": True, "font_size": 14})
        self._line = book.add_format(font | {"valign": "top"})
        self._head = book.add_format(
            cell | {"bold": True, "bg_color": _BLUE, "align": "center", "valign": "vcenter"}
        )
        self._grey = book.add_format(cell | {"bg_color": _GREY})
        self._number = book.add_format(cell | {"bg_color": _GREY, "align": "center"})
        self._amber = book.add_format(cell | {"bg_color": _AMBER})
        # Text for good: what is typed stays as typed, also `1/2` and `=`.
        self._input = book.add_format(cell | {"locked": False, "num_format": "@"})

    def write(self, laws: str, progress: Progress) -> None:
        """Write everything."""
        form = self._form
        self._columns()
        head = self._titles()
        self._heads(head)
        row = head + 1
        for number, baris in enumerate(counted(form.baris, progress), start=1):
            self._entry(row, number, baris)
            row += 1
        new = row
        for number in range(len(form.baris) + 1, len(form.baris) + 1 + BARIS_KOSONG):
            self._empty(row, number)
            row += 1
        if form.baris:
            self._choice(head + 1, new - 1, words.PILIHAN_LAMA, words.USULAN_LAIN)
        self._choice(new, row - 1, words.PILIHAN_BARU, words.USULAN_BARU_LAIN)
        self._helps(head + 1, row - 1, laws)
        self._sheet.autofilter(head, 0, row - 1, _NOTE)
        self._page(head, row - 1)
        self._lock()

    def _columns(self) -> None:
        self._sheet.set_column(0, 0, _NUMBER_WIDTH)
        for place, kolom in enumerate(KOLOM_FORMULIR, start=_FIRST):
            self._sheet.set_column(place, place, _WIDTH[kolom])
        self._sheet.set_column(_NOTE, _NOTE, _NOTE_WIDTH)

    def _titles(self) -> int:
        """Write the lines above the table; gives the row of the heads."""
        form = self._form
        lines = (
            (form.instansi, self._office, 15.0),
            (words.judul(form), self._title, 21.0),
            (f"Unit kerja: {form.unit_nama} ({form.unit_kode})", self._office, 15.0),
            (f"Berkas: {form.berkas}", self._line, 15.0),
            (words.ringkas(form), self._line, 21.0),
        )
        for row, (text, kind, height) in enumerate(lines):
            self._sheet.set_row(row, height)
            line = " ".join(fit_cell(text, "judul formulir").split())
            self._sheet.write_string(row, 0, line, kind)
        # An empty row keeps the table's heads apart from the title, also for programs.
        self._sheet.set_row(len(lines), 5.0)
        return len(lines) + 1

    def _heads(self, row: int) -> None:
        self._sheet.set_row(row, 3 * _LINE)
        self._sheet.write_string(row, 0, "No.", self._head)
        heads = [(kolom.label, words.PENJELASAN[kolom]) for kolom in KOLOM_FORMULIR]
        heads.append((JUDUL_CATATAN, words.CATATAN))
        for place, (label, told) in enumerate(heads, start=_FIRST):
            self._sheet.write_string(row, place, label, self._head)
            note = f"{told.isi}\n\nContoh: {told.contoh}" if told.contoh else told.isi
            height = 20 + 16 * lines_needed(note, 40)
            self._sheet.write_comment(
                row, place, note,
                {"x_scale": 1, "width": 290, "height": height, "font_name": "Arial",
                 "font_size": 9, "color": "#FFFFE1"},
            )  # fmt: skip

    def _entry(self, row: int, number: int, baris: BarisFormulir) -> None:
        self._sheet.write_number(row, 0, number, self._number)
        lines = lines_needed(baris.catatan, _NOTE_WIDTH)
        for place, kolom in enumerate(KOLOM_FORMULIR, start=_FIRST):
            text = baris.sel.get(kolom, "")
            if kolom is Kolom.KODE:
                text = kode(baris.entri_id)
            text = fit_cell(text, f"“{kolom.label}” dari {kode(baris.entri_id)}")
            self._cell(row, place, text, self._grey if kolom in _LOCKED else self._input)
            lines = max(lines, lines_needed(text, _WIDTH[kolom]))
        note = fit_cell(baris.catatan, f"“{JUDUL_CATATAN}”")
        self._cell(row, _NOTE, note, self._amber if note else self._grey)
        self._sheet.set_row(row, min(lines * _LINE + 3, HIGHEST_ROW))

    def _empty(self, row: int, number: int) -> None:
        self._sheet.write_number(row, 0, number, self._number)
        for place, kolom in enumerate(KOLOM_FORMULIR, start=_FIRST):
            self._cell(row, place, "", self._grey if kolom in _LOCKED else self._input)
        self._cell(row, _NOTE, "", self._grey)

    def _cell(self, row: int, place: int, text: str, kind: Format) -> None:
        if text:
            self._sheet.write_string(row, place, text, kind)
        else:
            self._sheet.write_blank(row, place, None, kind)

    # Drop-downs and locks

    def _choice(self, first: int, last: int, values: tuple[str, ...], other: str) -> None:
        place = _FIRST + KOLOM_FORMULIR.index(Kolom.USULAN)
        self._sheet.data_validation(
            first, place, last, place,
            {
                "validate": "list", "source": list(values), "input_title": Kolom.USULAN.label,
                "input_message": other, "error_type": "warning",
                "error_title": "Usulan tidak dikenal", "error_message": other,
            },
        )  # fmt: skip

    def _helps(self, first: int, last: int, laws: str) -> None:
        """Lists to pick from that take other text too, and a word on periods."""
        helps: tuple[tuple[Kolom, str, Any], ...] = (
            (Kolom.HURUF, words.HURUF_BOLEH, list(HURUF_PASAL_17)),
            (Kolom.UNDANG_UNDANG, words.UNDANG_UNDANG_BOLEH, laws),
            (Kolom.JANGKA, words.JANGKA_BOLEH, None),
        )
        for kolom, told, source in helps:
            place = _FIRST + KOLOM_FORMULIR.index(kolom)
            rule: dict[str, Any] = {"validate": "list", "source": source, "show_error": False}
            if not source:
                rule = {"validate": "any"}
            rule |= {"input_title": kolom.label[:32], "input_message": told}
            self._sheet.data_validation(first, place, last, place, rule)

    def _lock(self) -> None:
        # Without a password: it keeps from slips, not from people.
        self._sheet.protect(
            "",
            {
                "format_columns": True,
                "format_rows": True,
                "insert_rows": True,
                "sort": True,
                "autofilter": True,
            },
        )

    def _page(self, head: int, last: int) -> None:
        sheet = self._sheet
        sheet.freeze_panes(head + 1, _FROZEN)
        sheet.set_selection(head + 1, _FIRST + 1, head + 1, _FIRST + 1)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(paper_code(self._form.kertas))
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(head)
        sheet.print_area(0, 0, last, _NOTE)
        unit = footer_text(f"{self._form.unit_nama} ({self._form.unit_kode})", 120)
        sheet.set_footer(f"&L&8{unit}&R&8Halaman &P dari &N")
