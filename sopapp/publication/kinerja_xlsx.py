"""The yearly report as a workbook: numbers to go on with, and charts that follow them.

Four sheets: what was measured of stages and of units, each with charts; every berkas; every
return. Texts can never run as formulas.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, NamedTuple

from sopapp.domain.kinerja import Kinerja, KinerjaUnit, Rekap
from sopapp.domain.kinerja_tabel import SELURUH
from sopapp.domain.laporan import Laporan
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
from sopapp.publication.kinerja_grafik import days_chart, on_time_chart

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

TAHAP, UNIT, BERKAS, KEMBALI = "Tahap", "Unit kerja", "Berkas", "Pengembalian"
_LINE = 13.5
_EARLIEST = date(1900, 3, 1)
"""The first day that every spreadsheet counts alike."""

_MEASURES = (
    ("Standar (hari kerja)", 12), ("Rata-rata (hari kerja)", 12), ("Terlama (hari kerja)", 12),
    ("Selesai tepat waktu", 12), ("Selesai terlambat", 12), ("Bagian tepat waktu", 12),
    ("Masih berjalan", 12), ("Berjalan, lewat standar", 14), ("Tidak dapat dinilai", 12),
)  # fmt: skip


class _Standard(NamedTuple):
    """A standard as the number to go on with, shown as a span where SOP versions differ."""

    least: int
    most: int


_Cell = str | float | int | date | _Standard | None


def write_kinerja(kinerja: Kinerja, report: Laporan, instansi: str) -> bytes:
    """Return the workbook. Raises DomainError when a text is longer than a cell can hold."""
    from xlsxwriter.workbook import Workbook

    buffer = io.BytesIO()
    book = Workbook(buffer, workbook_options())
    book.set_properties(
        {
            "title": report.judul[:255],
            "author": instansi[:255],
            "comments": report.keterangan[:255],
            "created": datetime.combine(kinerja.per_tanggal, time()),  # same year, same bytes
        }
    )
    sheet = _Sheets(book, report, instansi)
    _stages(sheet, kinerja)
    _units(sheet, kinerja)
    _each(sheet, kinerja)
    _returns(sheet, kinerja)
    book.close()
    return buffer.getvalue()


class _Sheets:
    """Writes one sheet after the other: heading, head, rows, and how it prints."""

    def __init__(self, book: Workbook, report: Laporan, instansi: str) -> None:
        self.book, self.report, self._instansi = book, report, instansi
        plain: dict[str, Any] = FONT | {"valign": "top"}
        cell = plain | {"text_wrap": True, "border": 1, "border_color": "#9AA5B1"}
        self._cell = cell
        self._spans: dict[int, Format] = {}
        self._office: Format = book.add_format(plain | {"bold": True})
        self._title = book.add_format(plain | {"bold": True, "font_size": 14})
        self._note = book.add_format(plain)
        self._head = book.add_format(
            cell | {"bold": True, "bg_color": "#E3ECF4", "align": "center", "valign": "vcenter"}
        )
        self._text = book.add_format(cell)
        # As if typed with an apostrophe: stays text also after somebody edits the cell.
        self._quoted = book.add_format(cell | {"quote_prefix": True})
        self._number = book.add_format(cell | {"num_format": "0.0##"})
        self._whole = book.add_format(cell | {"num_format": "0"})
        self._share = book.add_format(cell | {"num_format": "0%"})
        self._day = book.add_format(cell | {"num_format": "dd/mm/yyyy", "align": "center"})

    def write(
        self,
        name: str,
        columns: Sequence[tuple[str, float]],
        rows: Sequence[Sequence[_Cell]],
        empty: str,
    ) -> tuple[Worksheet, int]:
        """Write a sheet; gives it and the number of its head's row."""
        sheet = self.book.add_worksheet(name)
        for place, (_title, width) in enumerate(columns):
            sheet.set_column(place, place, width)
        head = self._heading(sheet, name)
        for place, (title, _width) in enumerate(columns):
            sheet.write_string(head, place, title, self._head)
        sheet.set_row(head, 3 * _LINE + 3)
        for number, row in enumerate(rows, start=1):
            self._row(sheet, head + number, row, columns, number)
        if not rows:
            sheet.write_string(head + 1, 0, empty, self._note)
        if name == TAHAP:
            self._notes(sheet, head + max(len(rows), 1) + 2)
        self._page(sheet, head)
        return sheet, head

    def _heading(self, sheet: Worksheet, name: str) -> int:
        lines = (
            (self._instansi, self._office),
            (f"{self.report.judul}: {name}", self._title),
            (self.report.keterangan, self._note),
        )
        row = 0
        for text, kind in lines:
            if text:
                sheet.write_string(row, 0, fit_cell(text, "judul"), kind)
                row += 1
        return row + 1

    def _row(
        self,
        sheet: Worksheet,
        at: int,
        row: Sequence[_Cell],
        columns: Sequence[tuple[str, float]],
        number: int,
    ) -> None:
        lines = 1
        for place, (value, (title, width)) in enumerate(zip(row, columns, strict=True)):
            if isinstance(value, str):
                text = fit_cell(value, f"“{title}”, baris {number}")
                lines = max(lines, lines_needed(text, width))
                sheet.write_string(at, place, text, self._quoted if risky(text) else self._text)
            elif isinstance(value, date):
                self._write_day(sheet, at, place, value)
            elif value is None:
                sheet.write_blank(at, place, None, self._text)
            elif isinstance(value, _Standard):
                sheet.write_number(at, place, value.most, self._span(value))
            else:
                sheet.write_number(at, place, value, self._kind(title, value))
        sheet.set_row(at, min(lines * _LINE + 3, HIGHEST_ROW))

    def _span(self, standard: _Standard) -> Format:
        least, most = standard
        if least == most:
            return self._whole
        if least not in self._spans:
            shown = {"num_format": f'"{least}–"0'}
            self._spans[least] = self.book.add_format(self._cell | shown)
        return self._spans[least]

    def _kind(self, title: str, value: float) -> Format:
        if title.startswith("Bagian"):
            return self._share
        return self._whole if isinstance(value, int) else self._number

    def _write_day(self, sheet: Worksheet, at: int, place: int, day: date) -> None:
        if day < _EARLIEST:
            sheet.write_string(at, place, day.isoformat(), self._text)
        else:
            sheet.write_datetime(at, place, datetime.combine(day, time()), self._day)

    def _notes(self, sheet: Worksheet, at: int) -> None:
        for place, text in enumerate(self.report.catatan):
            sheet.write_string(at + place, 0, text, self._note)

    def _page(self, sheet: Worksheet, head: int) -> None:
        sheet.freeze_panes(head + 1, 1)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(paper_code("A4"))
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(head)
        sheet.set_selection(head + 1, 0, head + 1, 0)
        sheet.set_footer(f"&L&8{footer_text(self.report.judul, 120)}&R&8Halaman &P dari &N")


def _measures(standar: tuple[int, int], rekap: Rekap, share: float | None) -> list[_Cell]:
    mean = None if rekap.rata is None else round(rekap.rata, 3)
    return [
        _Standard(*standar) if standar[1] else None,
        mean,
        rekap.terlama,
        rekap.tepat,
        rekap.terlambat,
        share,
        rekap.berjalan,
        rekap.lewat,
        rekap.tak_dinilai,
    ]


def _stages(sheets: _Sheets, kinerja: Kinerja) -> None:
    columns = (("Tahap", 26), *_MEASURES, ("Dikembalikan", 13))
    rows: list[list[_Cell]] = [
        [
            f"{stage.nomor}. {stage.nama}",
            *_measures(stage.standar, stage.rekap, stage.rekap.bagian_tepat),
            stage.kembali,
        ]
        for stage in kinerja.tahap
    ]
    if kinerja.berkas:
        whole = _measures(kinerja.standar, kinerja.seluruh, kinerja.seluruh.bagian_tepat)
        rows.append([SELURUH, *whole, len(kinerja.kembali)])
    sheet, head = sheets.write(TAHAP, columns, rows, "Belum ada berkas pada tahun ini.")
    if rows:
        below = head + len(rows) + len(sheets.report.catatan) + 4
        days_chart(sheets.book, sheet, TAHAP, head, len(rows), (below, 0))
        on_time_chart(sheets.book, sheet, TAHAP, head, len(rows), (below, 5))


def _units(sheets: _Sheets, kinerja: Kinerja) -> None:
    columns = (
        ("Unit kerja", 44), *_MEASURES, ("Ditutup tanpa jawaban", 12), ("Diingatkan", 12),
        ("Usulan dikembalikan", 13),
    )  # fmt: skip
    rows = [_unit_row(unit) for unit in kinerja.unit]
    empty = "Belum ada unit kerja yang diminta pada tahun ini."
    sheet, head = sheets.write(UNIT, columns, rows, empty)
    if rows:
        days_chart(sheets.book, sheet, UNIT, head, len(rows), (head + len(rows) + 3, 0))


def _unit_row(unit: KinerjaUnit) -> list[_Cell]:
    measures = _measures(unit.standar, unit.rekap, unit.bagian_tepat)
    return [unit.nama, *measures, unit.tidak_menjawab, unit.diingatkan, unit.dikembalikan]


def _each(sheets: _Sheets, kinerja: Kinerja) -> None:
    columns = (
        ("Berkas", 52), ("Mulai", 13), ("Selesai", 13), ("Tahap sekarang", 12),
        ("Hari kerja", 12), ("Standar", 12), ("Keadaan", 32), ("Dikembalikan", 13),
    )  # fmt: skip
    rows: list[list[_Cell]] = [
        [
            one.judul, one.mulai, one.selesai, one.tahap, one.ukuran.hari, one.ukuran.standar,
            one.ukuran.keadaan.label, one.kembali,
        ]
        for one in kinerja.berkas
    ]  # fmt: skip
    sheet, head = sheets.write(BERKAS, columns, rows, "Belum ada berkas pada tahun ini.")
    if rows:
        sheet.autofilter(head, 0, head + len(rows), len(columns) - 1)


def _returns(sheets: _Sheets, kinerja: Kinerja) -> None:
    columns = (
        ("Tanggal", 13), ("Berkas", 52), ("Dari tahap", 12), ("Ke tahap", 12), ("Alasan", 60),
    )  # fmt: skip
    rows: list[list[_Cell]] = [
        [one.tanggal, one.judul, one.dari, one.ke, one.alasan] for one in kinerja.kembali
    ]
    empty = "Tidak ada berkas yang dikembalikan pada tahun ini."
    sheet, head = sheets.write(KEMBALI, columns, rows, empty)
    if rows:
        sheet.autofilter(head, 0, head + len(rows), len(columns) - 1)
