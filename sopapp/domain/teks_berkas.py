"""Typed text made fit for a file that another program reads (workbook, page, JSON, CSV)."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
# XML 1.0 and HTML hold no control characters, half surrogates or noncharacters; the marks that
# turn the direction of what follows would reach beyond the text they were typed in.
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
    "|"
    + "|".join(chr(plane * 0x10000 + 0xFFFE + last) for plane in range(1, 17) for last in (0, 1))
)


def teks_berkas(text: str) -> str:
    """`text` with plain line feeds, without characters that a file cannot hold.

    What is visible stays as typed: letters of any script, emoji, tabs and spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", text))
