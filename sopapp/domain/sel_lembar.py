"""What a cell of a workbook can hold, and how many lines it takes."""

from __future__ import annotations

import math

from sopapp.domain.errors import DomainError
from sopapp.domain.teks_berkas import teks_berkas

LONGEST_CELL = 32_767
"""Most UTF-16 units in a cell of .xlsx (Excel specifications and limits)."""

_PAPER_CODES = {"A4": 9, "F4": 14, "Folio": 14}
"""Codes of the format: 14 is Folio, 8.5 x 13 inch, the nearest to 215 x 330 mm."""

HIGHEST_ROW = 400.0
"""Points; a row cannot be higher than 409."""

FONT = {"font_name": "Arial", "font_size": 10, "font_scheme": "none"}
"""Widths count in digits of this font, which every PC has or has a twin of."""

_NARROW = 0.92
_RICH = ("<r>", "</r>")


def paper_code(kertas: str) -> int:
    """The format's code of a paper; that of A4 for a size of the office's own, which has none."""
    return _PAPER_CODES.get(kertas, _PAPER_CODES["A4"])


def fit_cell(text: str, where: str) -> str:
    """`text` as a cell can hold it; `where` names the cell in the error.

    Raises DomainError when it is too long: cut-off words would not be the words set.
    """
    fit = teks_berkas(text)
    if len(fit) * 2 > LONGEST_CELL and len(fit.encode("utf-16-le")) // 2 > LONGEST_CELL:
        msg = (
            f"Teks pada {where} terlalu panjang untuk satu sel Excel (paling banyak "
            "32.767 huruf). Ringkas teks itu, lalu ulangi."
        )
        raise DomainError(msg)
    # The writer takes such a text for markup of its own; a space at the end keeps it a text.
    if fit.startswith(_RICH[0]) and fit.endswith(_RICH[1]):
        return f"{fit} "
    return fit


def footer_text(text: str, longest: int) -> str:
    """`text` for a page footer: short, one line, its `&` not read as a code."""
    line = " ".join(teks_berkas(text).split())
    short = line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
    return short.replace("&", "&&")


def lines_needed(text: str, width: float) -> int:
    """Lines that `text` takes in a column of `width` characters, broken between words."""
    return sum(_lines(line, width) for line in text.split("\n"))


def _lines(line: str, width: float) -> int:
    if _length(line) <= width:
        return 1
    lines, used = 1, 0.0
    for word in line.split():
        length = _length(word)
        if used and used + _NARROW + length > width:
            lines, used = lines + 1, 0.0
        used += length + (_NARROW if used else 0.0)
        if used > width:  # a word that is broken itself
            more = math.ceil(used / width) - 1
            lines, used = lines + more, used - more * width
    return lines


def _length(text: str) -> float:
    """Widths count in digits: small letters are narrower, capitals wider."""
    capitals = 0 if text.islower() else sum(map(str.isupper, text))
    return (len(text) + 0.4 * capitals) * _NARROW


def workbook_options() -> dict[str, object]:
    """How XlsxWriter makes a workbook in memory; it keeps and changes what it is given."""
    return {"in_memory": True, "default_format_properties": dict(FONT)}
