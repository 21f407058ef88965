"""A .csv or .txt: which encoding, which delimiter, and its rows."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from sopapp.domain.errors import DomainError
from sopapp.spreadsheet.limits import BARIS_TERAKHIR, BATAS_KOLOM
from sopapp.spreadsheet.sheet_facts import too_many_columns, too_many_rows

_DELIMITERS = ";\t,|"
_SAMPLE_ROWS = 200
_SAMPLE_CHARACTERS = 1 << 18


def read_csv(data: bytes, nama: str) -> tuple[list[list[str]], list[str]]:
    """Rows of raw cell texts, and remarks. Raises DomainError when it cannot be split."""
    text = decode(data)
    delimiter, text = _delimiter(text)
    try:
        return _rows(text, delimiter, strict=True), []
    except csv.Error as error:
        if "end of data" in str(error):
            raise DomainError(
                f'Di file “{nama}” ada tanda kutip pembuka (") tanpa penutup sehingga batas '
                "selnya tidak jelas. Buka di Excel, simpan sebagai .xlsx, lalu impor lagi."
            ) from error
    try:
        rows = _rows(text, delimiter, strict=False)
    except csv.Error as error:
        raise DomainError(
            f"File “{nama}” tidak terbaca sebagai tabel. Buka di Excel, simpan sebagai .xlsx, "
            "lalu impor lagi."
        ) from error
    return rows, [
        "Tanda kutip di file ini tidak rapi; periksa apakah isi selnya terbaca seperti di Excel."
    ]


def decode(data: bytes) -> str:
    """The text: UTF-16 or UTF-8 by mark or by sense, else the Windows code page."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    head = data[:4096]
    half = len(head) // 2
    if half and head[1::2].count(0) > half * 0.4:
        return data.decode("utf-16-le", errors="replace")
    if half and head[0::2].count(0) > half * 0.4:
        return data.decode("utf-16-be", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(text: str) -> tuple[str, str]:
    """The delimiter, and the text without the `sep=` line Excel understands."""
    first, _, rest = text.partition("\n")
    said = first.strip().lower()
    if said.startswith("sep=") and len(said) <= 5:
        # A tab is stripped away with the line end.
        return (said[4:] or "\t"), rest
    sample = text[:_SAMPLE_CHARACTERS]
    return max(_DELIMITERS, key=lambda each: _fit(sample, each)), text


def _fit(sample: str, delimiter: str) -> int:
    """How regular a table the delimiter makes: rows of one width times their columns."""
    widths: Counter[int] = Counter()
    try:
        for row in islice(_reader(sample, delimiter, strict=False), _SAMPLE_ROWS):
            if len(row) > 1:
                widths[len(row)] += 1
    except csv.Error:
        return 0
    return max(((width - 1) * count for width, count in widths.items()), default=0)


def _rows(text: str, delimiter: str, *, strict: bool) -> list[list[str]]:
    rows = []
    last = 0
    for row in _reader(text, delimiter, strict=strict):
        if len(row) > BATAS_KOLOM and any(row[BATAS_KOLOM:]):
            raise too_many_columns(len(row))
        rows.append(row[:BATAS_KOLOM])
        if any(row):
            last = len(rows)
            if last > BARIS_TERAKHIR:
                raise too_many_rows(last)
    return rows[:last]


def _reader(text: str, delimiter: str, *, strict: bool) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
