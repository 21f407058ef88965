"""The records of an .xls, looked through before the reading library gets it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from sopapp.spreadsheet.limits import BARIS_TERAKHIR, BATAS_KOLOM
from sopapp.spreadsheet.ole import OleError, OleFile
from sopapp.spreadsheet.package import damaged
from sopapp.spreadsheet.sheet_facts import SheetFacts, too_many_rows

_FORMULA, _FILEPASS, _BOUNDSHEET, _SST, _STRING, _SUPBOOK = 0x06, 0x2F, 0x85, 0xFC, 0x207, 0x1AE
_BOOLERR, _MULRK, _DIMENSIONS = 0x205, 0xBD, 0x200
_CELLS = frozenset((0x203, 0x204, 0x27E, 0xFD, 0xD6, 0x06, 0x205))
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!",
    0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


class LockedXlsError(ValueError):
    """The workbook stream is encrypted."""


@dataclass(slots=True)
class XlsFacts:
    """Sheets in the order of the workbook; whether it takes values from other files."""

    sheets: list[SheetFacts] = field(default_factory=list)
    external: bool = False
    macros: bool = False


def scan_xls(data: bytes, nama: str) -> XlsFacts:
    """Look through an .xls. Raises DomainError (damaged, too large) or LockedXlsError."""
    try:
        container = OleFile(data)
        stream = container.read("Workbook") or container.read("Book")
        if not stream:
            raise damaged(nama)
        scan = _Scan(stream)
        scan.run()
    except (OleError, struct.error, IndexError) as error:
        raise damaged(nama) from error
    scan.facts.macros = "_VBA_PROJECT_CUR" in container.names or "VBA" in container.names
    return scan.facts


class _Scan:
    """One pass over the records."""

    def __init__(self, stream: bytes) -> None:
        self.facts = XlsFacts()
        self._stream = stream
        self._starts: dict[int, SheetFacts] = {}
        self._sheet: SheetFacts | None = None
        self._waiting: tuple[int, int] | None = None

    def run(self) -> None:
        """Walk to the end of the stream."""
        for at, kind, body in _records(self._stream):
            self._sheet = self._starts.get(at, self._sheet)
            if self._sheet is None:
                self._of_workbook(kind, body)
            elif kind == _DIMENSIONS:
                _check_dimensions(self._sheet.nama, body)
            elif kind in _CELLS:
                self._cell(self._sheet, kind, body)
            elif kind == _MULRK:
                row, first = struct.unpack_from("<HH", body)
                last = struct.unpack_from("<H", body, len(body) - 2)[0]
                self._sheet.content(row, max(first, last))
            elif kind == _STRING and self._waiting:
                self._sheet.text(*self._waiting, _unicode(body))
                self._waiting = None

    def _of_workbook(self, kind: int, body: bytes) -> None:
        if kind == _FILEPASS:
            raise LockedXlsError
        if kind == _SST and struct.unpack_from("<I", body, 4)[0] > len(self._stream):
            raise OleError("more texts than bytes")
        if kind == _SUPBOOK and len(body) > 4:
            self.facts.external = True
        if kind == _BOUNDSHEET:
            sheet = SheetFacts(_short_name(body[6:]))
            self.facts.sheets.append(sheet)
            self._starts[struct.unpack_from("<I", body)[0]] = sheet

    def _cell(self, sheet: SheetFacts, kind: int, body: bytes) -> None:
        row, column = struct.unpack_from("<HH", body)
        if kind == _FORMULA:
            self._formula(sheet, row, column, body[6:14])
            return
        sheet.content(row, column)
        if kind == _BOOLERR and body[7]:
            sheet.text(row, column, _ERRORS.get(body[6], "#N/A"))

    def _formula(self, sheet: SheetFacts, row: int, column: int, result: bytes) -> None:
        kind = result[0] if result[6:8] == b"\xff\xff" else -1
        sheet.formula(row, column, empty=kind == 3)
        if kind != 3:
            sheet.content(row, column)
        if kind == 0:
            self._waiting = (row, column)
        elif kind == 2:
            sheet.text(row, column, _ERRORS.get(result[2], "#N/A"))


def _check_dimensions(nama: str, body: bytes) -> None:
    """The extent a sheet claims: the library takes memory for it before it sees a cell."""
    first_row, last_row, first_column, last_column = struct.unpack_from(
        "<IIHH" if len(body) >= 12 else "<HHHH", body
    )
    if last_row > 65_536 or last_column > 256:
        raise OleError("extent")
    if (first_row > last_row or first_column > last_column) and last_row and last_column:
        raise OleError("extent")
    if (last_row - first_row) * (last_column - first_column) > BARIS_TERAKHIR * BATAS_KOLOM:
        raise too_many_rows(last_row, nama)


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    at, end = 0, len(stream) - 4
    unpack = struct.Struct("<HH").unpack_from
    while at <= end:
        kind, length = unpack(stream, at)
        yield at, kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _unicode(body: bytes) -> str:
    """A text with a two-byte length and a mark of its width (BIFF8)."""
    length = struct.unpack_from("<H", body)[0]
    if body[2] & 1:
        return body[3 : 3 + 2 * length].decode("utf-16-le", errors="replace")
    return body[3 : 3 + length].decode("latin-1")


def _short_name(body: bytes) -> str:
    length = body[0]
    if body[1] & 1:
        return body[2 : 2 + 2 * length].decode("utf-16-le", errors="replace")
    return body[2 : 2 + length].decode("latin-1")
