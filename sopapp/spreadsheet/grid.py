"""All sheets of a file as texts where the spreadsheet shows them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sopapp.domain.errors import DomainError
from sopapp.domain.progress import Progress, no_progress
from sopapp.spreadsheet.cell_text import row_texts
from sopapp.spreadsheet.csv_text import read_csv
from sopapp.spreadsheet.file_check import CheckedFile, JenisFile, check_file, locked
from sopapp.spreadsheet.limits import BARIS_TERAKHIR, BATAS_KOLOM, BATAS_LEMBAR
from sopapp.spreadsheet.ods_scan import scan_ods
from sopapp.spreadsheet.package import damaged
from sopapp.spreadsheet.sheet_facts import (
    SheetFacts,
    cell_name,
    too_many_columns,
    too_many_rows,
)
from sopapp.spreadsheet.xls_scan import LockedXlsError, scan_xls
from sopapp.spreadsheet.xlsx_scan import scan_sheet, sheet_parts

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_STEP = 250
"""Rows between two calls of the progress."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `rows[row][column]`, both from 0, all rows equally wide.

    A cell merged over rows has its text in each of them (in its first column);
    `merged` holds (first row, first column, last row, last column) of every merge.
    """

    nama: str
    rows: tuple[list[str], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    visible: bool = True
    keterangan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A file that was read; `keterangan` are remarks on the file as a whole."""

    nama_file: str
    sheets: tuple[Sheet, ...]
    keterangan: tuple[str, ...] = ()


def read_grid(path: Path, progress: Progress = no_progress) -> Grid:
    """Read every sheet. Raises DomainError when the file is not fit to be read."""
    checked = check_file(path)
    if checked.jenis is JenisFile.TEKS:
        return _from_text(checked, progress)
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    known = _known(checked)
    sheets = []
    with _library(checked.nama):
        book = _open(checked)
        listed = book.sheets_metadata
    if len(listed) > BATAS_LEMBAR:
        raise DomainError(
            f"File “{checked.nama}” berisi {len(listed)} lembar; paling banyak {BATAS_LEMBAR}. "
            "Pindahkan lembar yang berisi daftar ke file sendiri, lalu impor lagi."
        )
    for index, metadata in enumerate(listed):
        if metadata.typ != SheetTypeEnum.WorkSheet:
            continue
        with _library(checked.nama):
            source = book.get_sheet_by_index(index)
            merged = source.merged_cell_ranges or ()
        facts = known.sheet(index, metadata.name)
        facts.merged = facts.merged or [(*first, *last) for first, last in merged]
        visible = metadata.visible == SheetVisibleEnum.Visible
        sheets.append(_sheet(source, facts, progress, visible=visible))
    return Grid(checked.nama, tuple(sheets), known.keterangan)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the scans found: facts by place (.xls, .ods) or by name (.xlsx, only odd sheets)."""

    by_place: tuple[SheetFacts, ...] = ()
    by_name: dict[str, SheetFacts] = field(default_factory=dict)
    keterangan: tuple[str, ...] = ()

    def sheet(self, index: int, nama: str) -> SheetFacts:
        """The facts of a sheet, blank ones when there was nothing to note."""
        if index < len(self.by_place):
            return self.by_place[index]
        return self.by_name.get(nama) or SheetFacts(nama)


_LINKS = (
    "File ini mengambil nilai dari file lain; tautannya tidak dibuka, nilai yang tersimpan dipakai."
)
_MACROS = "File ini berisi makro; makro tidak dijalankan."


def _known(checked: CheckedFile) -> _Known:
    if checked.jenis is JenisFile.XLS:
        try:
            xls = scan_xls(checked.data, checked.nama)
        except LockedXlsError as error:
            raise locked(checked.nama) from error
        return _Known(tuple(xls.sheets), {}, _remarks(external=xls.external, macros=xls.macros))
    package = checked.package
    if package is None:
        return _Known()
    if checked.jenis is JenisFile.ODS:
        pieces = package.again("content.xml")
        macros = any(name.startswith("Basic/") for name in package.names)
        return _Known(
            tuple(scan_ods(pieces, checked.nama)), {}, _remarks(external=False, macros=macros)
        )
    odd = checked.look.odd if checked.look else set()
    parts = sheet_parts(package, checked.nama) if odd else {}
    scanned = {
        part: scan_sheet(package.again(part), checked.nama, nama)
        for nama, part in parts.items()
        if part in odd
    }
    for part in odd - set(scanned):
        # A sheet the workbook does not list, or one under another path, is measured as well.
        scan_sheet(package.again(part), checked.nama, "")
    return _Known(
        (),
        {nama: scanned[part] for nama, part in parts.items() if part in scanned},
        _remarks(
            external=any(name.startswith("xl/externalLinks/") for name in package.names),
            macros=any(name.endswith("vbaProject.bin") for name in package.names),
        ),
    )


def _remarks(*, external: bool, macros: bool) -> tuple[str, ...]:
    return ((_LINKS,) if external else ()) + ((_MACROS,) if macros else ())


def _open(checked: CheckedFile) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(io.BytesIO(checked.data))


@contextmanager
def _library(nama: str) -> Iterator[None]:
    """What the library raises on a damaged file, told to the user."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise locked(nama) from error
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        raise damaged(nama) from error
    except BaseException as error:
        # A panic in the library's Rust code comes as PanicException, which is no Exception.
        if type(error).__name__ == "PanicException":
            raise damaged(nama) from error
        raise


def _sheet(source: CalamineSheet, facts: SheetFacts, progress: Progress, *, visible: bool) -> Sheet:
    start, end = source.start, source.end
    if start is None or end is None:
        return Sheet(source.name, (), (), visible, _formula_remarks(facts))
    if end[0] >= BARIS_TERAKHIR:
        raise too_many_rows(end[0] + 1, source.name)
    if end[1] >= BATAS_KOLOM:
        raise too_many_columns(end[1] + 1, source.name)
    width, height = end[1] + 1, end[0] + 1
    lead = [""] * start[1]
    rows: list[list[str]] = []
    for values in source.iter_rows():
        rows.append(lead + row_texts(values))
        if len(rows) % _STEP == 0:
            progress(len(rows), height)
    progress(height, height)
    for (row, column), text in facts.texts.items():
        if row < len(rows) and column < width:
            rows[row][column] = text
    merged = tuple(facts.merged)
    _fill_down(rows, merged)
    return Sheet(source.name, tuple(rows), merged, visible, _formula_remarks(facts))


def _fill_down(rows: list[list[str]], merged: tuple[tuple[int, int, int, int], ...]) -> None:
    """A cell merged over rows says its text in each of them."""
    for top, left, bottom, _right in merged:
        if bottom <= top or top >= len(rows) or left >= len(rows[top]):
            continue
        text = rows[top][left]
        if not text:
            continue
        for row in rows[top + 1 : bottom + 1]:
            row[left] = row[left] or text


def _formula_remarks(facts: SheetFacts) -> tuple[str, ...]:
    remarks = []
    if facts.first_formula:
        more = f" dan {facts.formulas - 1} sel lain" if facts.formulas > 1 else ""
        remarks.append(
            f"Sel {cell_name(*facts.first_formula)}{more} berisi rumus; "
            "nilainya yang tersimpan dipakai."
        )
    if facts.first_empty:
        more = f" dan {facts.empty_formulas - 1} sel lain" if facts.empty_formulas > 1 else ""
        remarks.append(
            f"Rumus di sel {cell_name(*facts.first_empty)}{more} tidak menyimpan nilai sehingga "
            "terbaca kosong. Buka filenya di Excel, simpan, lalu impor lagi."
        )
    return tuple(remarks)


def _from_text(checked: CheckedFile, progress: Progress) -> Grid:
    raw, keterangan = read_csv(checked.data, checked.nama)
    width = max(map(len, raw), default=0)
    rows = []
    for values in raw:
        rows.append(row_texts(values + [""] * (width - len(values))))
        if len(rows) % _STEP == 0:
            progress(len(rows), len(raw))
    progress(len(raw), len(raw))
    return Grid(checked.nama, (Sheet(Path(checked.nama).stem, tuple(rows)),), tuple(keterangan))
