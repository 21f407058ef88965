"""Files for the tests, each made by the program named in its function."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import openpyxl
import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

HEADS = ("No", "Informasi", "Dasar hukum", "Konsekuensi bila dibuka", "Manfaat bila ditutup",
         "Jangka waktu")  # fmt: skip
ENTRIES = (
    (1, "Identitas pelapor pengaduan", "h", "pelapor diintimidasi", "pelapor aman", "5 tahun"),
    (2, "Hasil uji laboratorium", "b", "merugikan pelanggan", "rahasia terjaga", "2 tahun"),
    (3, "Kata sandi sistem informasi", "j", "sistem diretas", "sistem aman", "selama dipakai"),
)
TABLE = (HEADS, *ENTRIES)
TITLES = tuple(entry[1] for entry in ENTRIES)

Rows = Iterable[Sequence[object]]
Merge = tuple[int, int, int, int]


def by_xlsxwriter(
    path: Path, rows: Rows = TABLE, merges: Mapping[Merge, object] | None = None, name: str = "S"
) -> Path:
    """One sheet; `merges` maps (top, left, bottom, right) to what stands in it."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet(name)
    for index, row in enumerate(rows):
        sheet.write_row(index, 0, row)
    for (top, left, bottom, right), text in (merges or {}).items():
        sheet.merge_range(top, left, bottom, right, text)
    book.close()
    return path


def with_sheets(path: Path, sheets: Mapping[str, Rows], hidden: Sequence[str] = ()) -> Path:
    """Several sheets, by XlsxWriter."""
    book = xlsxwriter.Workbook(path)
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for index, row in enumerate(rows):
            sheet.write_row(index, 0, row)
        if name in hidden:
            sheet.hide()
    book.close()
    return path


def by_openpyxl(
    path: Path, rows: Rows = TABLE, merges: Mapping[Merge, object] | None = None
) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    for (top, left, bottom, right), text in (merges or {}).items():
        sheet.cell(top + 1, left + 1, text)
        sheet.merge_cells(
            start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
        )
    book.save(path)
    return path


def by_xlwt(path: Path, rows: Rows = TABLE, merges: Mapping[Merge, object] | None = None) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    for index, row in enumerate(rows):
        for column, value in enumerate(row):
            if value not in (None, ""):
                sheet.write(index, column, value)
    for (top, left, bottom, right), text in (merges or {}).items():
        sheet.write_merge(top, bottom, left, right, text)
    book.save(str(path))
    return path


def by_odfpy(path: Path, rows: Rows = TABLE, merges: Mapping[Merge, object] | None = None) -> Path:
    """Merges must lie within the rows given, which then leave their cells blank."""
    starts = {
        (top, left): (bottom, right, text)
        for (top, left, bottom, right), text in (merges or {}).items()
    }
    document = OpenDocumentSpreadsheet()
    table = Table(name="S")
    for index, row in enumerate(rows):
        line = TableRow()
        for column, value in enumerate(row):
            line.addElement(_odf_cell(index, column, value, starts))
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(str(path))
    return path


def _odf_cell(
    row: int, column: int, value: object, starts: Mapping[tuple[int, int], tuple[int, int, object]]
) -> TableCell | CoveredTableCell:
    for (top, left), (bottom, right, text) in starts.items():
        if (row, column) == (top, left):
            cell = TableCell(
                valuetype="string",
                numberrowsspanned=bottom - top + 1,
                numbercolumnsspanned=right - left + 1,
            )
            cell.addElement(P(text=str(text)))
            return cell
        if top <= row <= bottom and left <= column <= right:
            return CoveredTableCell()
    if value in (None, ""):
        return TableCell()
    if isinstance(value, (int, float)):
        return TableCell(valuetype="float", value=str(value))
    cell = TableCell(valuetype="string")
    for line in str(value).split("\n"):
        cell.addElement(P(text=line))
    return cell


def by_hand_csv(
    path: Path, rows: Rows = TABLE, delimiter: str = ";", encoding: str = "utf-8-sig"
) -> Path:
    text = "\r\n".join(delimiter.join(str(value) for value in row) for row in rows)
    path.write_bytes(text.encode(encoding))
    return path


MAKERS: dict[str, Callable[..., Path]] = {
    "xlsxwriter.xlsx": by_xlsxwriter,
    "openpyxl.xlsx": by_openpyxl,
    "xlwt.xls": by_xlwt,
    "odfpy.ods": by_odfpy,
    "tangan.csv": by_hand_csv,
}


def changed_part(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Rewrite one part of a zip in place."""
    with zipfile.ZipFile(path) as source:
        parts = {info.filename: source.read(info) for info in source.infolist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return path


def ole_with(names: Sequence[str]) -> bytes:
    """A small OLE container whose streams are empty, as Excel locks an .xlsx into one."""
    entries = [("Root Entry", 5), *((name, 2) for name in names)]
    directory = b""
    for name, kind in entries:
        wide = name.encode("utf-16-le")
        directory += wide.ljust(64, b"\0") + struct.pack("<HBB", len(wide) + 2, kind, 1)
        directory += b"\xff" * 12 + bytes(36) + struct.pack("<IQ", 0xFFFFFFFE, 0)
    directory = directory.ljust(-(-len(directory) // 512) * 512, b"\0")
    sectors = len(directory) // 512
    fat = [0xFFFFFFFD, *range(2, sectors + 1), 0xFFFFFFFE]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    header += b"\xff" * 108 * 4
    table = b"".join(struct.pack("<I", number) for number in fat).ljust(512, b"\xff")
    return header + table + directory
