"""The XML of an .xlsx, looked through before the reading library gets it.

A quick look with searches in bytes costs little and is enough for a plain sheet; only what it
finds odd (formulas, error cells, cells far out or without an address) is scanned cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from sopapp.domain.errors import DomainError
from sopapp.spreadsheet.limits import BATAS_TEKS
from sopapp.spreadsheet.package import OVERLAP, Package, damaged
from sopapp.spreadsheet.sheet_facts import SheetFacts
from sopapp.spreadsheet.xml_pass import run_scan

_FAR = re.compile(
    # Columns from HA, rows from 21.000 (BARIS_TERAKHIR), in a cell that is not closed at once.
    rb'<c r="(?:[A-Z]{3}|[H-Z][A-Z]|[A-Z]*(?:\d{6}|[3-9]\d{4}|2[1-9]\d{3}))[A-Z0-9]*"'
    rb"[^>]*(?<!/)>"
)
_NO_ADDRESS = re.compile(rb'<c(?! r="[A-Z]{1,3}[1-9])[ >/\t\r\n]')
_HINTS = (b"<f", b'"e"', b"='", b":row", b":c")
"""In every mark there is one of these, which are found much faster."""

_MARKS = re.compile(rb"<f[ >/]| t=\"e\"|<[\w.-]+:(?:c|row)[ >/\t\r\n]|[ \t\r\n][rt] ?= ?'")
"""A formula, an error, a prefix before the names, single quotes."""

_NOT_NEAR = re.compile(rb'<c(?! r="[A-G]?[A-Z](?:1?\d{1,4}|20\d{3})")[ >/\t\r\n]')
"""A cell that is not plainly within the limits; whether it is then looked at more closely."""

_SHARED = re.compile(rb't="s"[^>]*><v>(\d+)')
_ADDRESS = re.compile(r"([A-Z]{1,7})([0-9]{1,10})")


class QuickLook:
    """Collects, piece by piece, which parts need a closer scan."""

    def __init__(self) -> None:
        self.odd: set[str] = set()
        self._sst = ""
        self._longest = 0
        self._shared = 0
        self._parts: set[str] = set()

    def __call__(self, part: str, piece: bytes) -> None:
        """One piece of one part."""
        if part == self._sst or b"<sst" in piece[:2048]:
            self._sst = part
            self._longest = max(self._longest, *map(len, piece.split(b"<si")))
            return
        shared = piece.count(b't="s"')
        if shared:
            self._shared += shared
            self._parts.add(part)
        if part in self.odd or part.endswith((".rels", "styles.xml")):
            return
        # A tag cut off at the end is shown whole with the next piece, unless it is oddly long.
        end, cut = piece.rfind(b">") + 1, piece.rfind(b"<")
        if (
            (cut >= end and len(piece) - cut >= OVERLAP)
            or (any(hint in piece for hint in _HINTS) and _MARKS.search(piece))
            or (
                _NOT_NEAR.search(piece, 0, end)
                and (_NO_ADDRESS.search(piece, 0, end) or _FAR.search(piece, 0, end))
            )
        ):
            self.odd.add(part)

    def check_texts(self, package: Package, nama: str) -> None:
        """Refuse a workbook whose cells repeat long texts until the memory is full."""
        if self._longest * self._shared <= BATAS_TEKS:
            return
        lengths = [len(item) for item in package.read(self._sst).split(b"<si")[1:]]
        total = 0
        for part in self._parts:
            for piece in package.again(part):
                total += sum(
                    lengths[index]
                    for index in map(int, _SHARED.findall(piece))
                    if index < len(lengths)
                )
            if total > BATAS_TEKS:
                raise DomainError(
                    f"Teks di dalam file “{nama}” terlalu banyak untuk sebuah daftar. "
                    "Hapus lembar dan kolom yang tidak diperlukan, lalu impor lagi."
                )


def sheet_parts(package: Package, nama: str) -> dict[str, str]:
    """Sheet name -> its part. Raises DomainError when the workbook is damaged."""
    try:
        book = ET.fromstring(package.read("xl/workbook.xml"))
        relations = ET.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    except (ET.ParseError, LookupError, ValueError) as error:
        raise damaged(nama) from error
    targets = {node.get("Id", ""): node.get("Target", "") for node in relations}
    found = {}
    for node in book.iter():
        if node.tag.rpartition("}")[2] != "sheet":
            continue
        identity = next((v for k, v in node.attrib.items() if k.endswith("}id")), "")
        target = targets.get(identity, "").lstrip("/")
        found[node.get("name", "")] = target if target.startswith("xl/") else f"xl/{target}"
    return found


def scan_sheet(pieces: Iterable[bytes], nama_file: str, nama: str) -> SheetFacts:
    """One sheet cell by cell. Raises DomainError when it is damaged or too large."""
    scan = _CellScan(nama)
    run_scan(scan, pieces, nama_file)
    return scan.facts


class _CellScan:
    """Handlers of one pass; positions as the reading library counts them."""

    def __init__(self, nama: str) -> None:
        self.facts = SheetFacts(nama)
        self._row = -1
        self._column = -1
        self._kind = ""
        self._formula = False
        self._filled = False
        self._value: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        name = tag.rpartition(":")[2]
        if name == "c":
            self._cell(attributes)
        elif name == "row":
            number = attributes.get("r")
            self._row = int(number) - 1 if number else self._row + 1
            self._column = -1
        elif name == "f":
            self._formula = True
        elif name == "v":
            self._value = []
        elif name == "is":
            self._filled = True

    def _cell(self, attributes: dict[str, str]) -> None:
        address = _ADDRESS.fullmatch(attributes.get("r", "").upper())
        if address:
            column = 0
            for letter in address[1]:
                column = column * 26 + ord(letter) - 64
            self._row, self._column = int(address[2]) - 1, column - 1
        else:
            self._column += 1
        self._kind = attributes.get("t", "")
        self._formula = self._filled = False
        self._value = None

    def characters(self, text: str) -> None:
        """Text between tags; only that of a value is kept."""
        if self._value is not None:
            self._value.append(text)

    def end(self, tag: str) -> None:
        """An element closes."""
        name = tag.rpartition(":")[2]
        if name == "v" and self._value is not None:
            text = "".join(self._value)
            self._value = None
            self._filled = True
            if self._kind == "e":
                self.facts.text(self._row, self._column, text)
            if self._formula and not text.strip():
                self._filled = False
        elif name == "c":
            if self._filled:
                self.facts.content(self._row, self._column)
            if self._formula:
                self.facts.formula(self._row, self._column, empty=not self._filled)
            self._formula = self._filled = False
