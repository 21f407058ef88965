"""Texts, numbers, days and file names that nobody types on purpose and everybody pastes once."""

from __future__ import annotations

from datetime import date
from random import Random

CHARACTERS = (
    "\x00",
    "\x07",
    "\x0b",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\r",
    "\r\n",
    "\n",
    "\t",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\u200e",
    "\u202e",
    "\u2066",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\ufffe",
    "\uffff",
    "\ud800",
    "\udfff",
    "\ude00",
    "\U0001f600",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\U0010ffff",
    "e\u0301\u0301\u0301",
    "\u0645\u0631\u062d\u0628\u0627",
    "\u4e2d\u6587",
    "ﷺ",
)
"""Alone and in the midst of words."""

PIECES = (
    "<b>tebal",
    "</para>",
    "<para>",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "<script>alert(1)</script>",
    "<img src='file:///etc/passwd'/>",
    "<a href='javascript:1'>x</a>",
    "]]>",
    "<!--",
    "**",
    "*",
    "**tebal *miring** lagi*",
    "{tenggat}",
    "{",
    "}",
    "{}",
    "{0.__class__}",
    "%s%n%x",
    "{{",
    "${x}",
    "'; DROP TABLE berkas; --",
    '"',
    "\\",
    "\\x00",
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+62",
    "-1",
    "@SUM(1)",
    "1. satu\n  a. dua\n    - tiga",
    "- \n- \n-",
    "NULL",
    "nan",
    "1e999",
    "true",
    "[]",
    '{"a": 1}',
    "..",
    "../../etc/passwd",
    "C:\\Windows",
    "CON",
    "NUL",
    "LPT1.txt",
    "nama.",
    "nama ",
    ".",
    "500.12/007/UJI/XI/2026",
    "2026-02-30",
    "UU Nomor 14 Tahun 2008 Pasal 17 huruf h angka 99999",
)
"""What means something to a reader of markup, patterns, sheets, tables or paths."""

NAMES = (
    "..",
    "../../luar",
    "C:\\Windows\\x",
    "CON",
    "nul.pdf",
    "LPT1",
    "COM1.xlsx",
    "titik...",
    "spasi   ",
    "a" * 300,
    "ж" * 120,
    "lap\u202efdp.exe",
    "satu\x07dua",
    "\U0001f600",
    "-rf",
    "~",
    "aux.tar.gz",
    "a:b",
    "a|b?c*d",
    "Nama",
    "nama",
    "NAMA",
    "…",
    ".tersembunyi",
    "%2e%2e",
    "surat;rm",
    "\u200b",
    "e\u0301",
    "Ünïcode",
    "x.pdf.exe",
    "\ud800",
    "a/b",
    "PRN.",
    "CLOCK$",
    "CONIN$",
)
"""Words that a file might be named by."""

WHOLE = (
    0,
    1,
    -1,
    2,
    5,
    13,
    99,
    366,
    2026,
    10_000,
    2**31,
    -(2**31),
    2**63 - 1,
    2**63,
    -(2**63) - 1,
    10**30,
)
FRACTIONS = (
    0.0,
    -1.0,
    0.1,
    5.0,
    20.0,
    297.0,
    1e6,
    1e308,
    -1e308,
    float("nan"),
    float("inf"),
    float("-inf"),
    1e-300,
)
DAYS = (
    date.min,
    date(1, 12, 31),
    date(1899, 12, 31),
    date(1970, 1, 1),
    date(2010, 1, 1),
    date(2024, 2, 29),
    date(2026, 11, 22),
    date(2026, 11, 23),
    date(2026, 12, 31),
    date(2027, 6, 1),
    date(2199, 12, 31),
    date(2200, 1, 1),
    date(9999, 12, 31),
)

MEGABYTE = 1_000_000


def bad_text(rng: Random) -> str:
    """A text of a kind that has broken programs."""
    kind = rng.randrange(12)
    if kind == 0:
        return rng.choice(("", " ", "\n\n", "\t", "\u00a0", "\u200b"))
    if kind == 1:
        return rng.choice(CHARACTERS)
    if kind == 2:
        return "Nama " + rng.choice(CHARACTERS) + " sesudahnya"
    if kind == 3:
        return rng.choice(PIECES)
    if kind == 4:
        return " ".join(rng.choice(PIECES) for _ in range(rng.randrange(2, 9)))
    if kind == 5:
        return "".join(chr(rng.randrange(0x110000)) for _ in range(rng.randrange(1, 40)))
    if kind == 6:
        return "".join(chr(rng.randrange(0x20)) for _ in range(rng.randrange(1, 20)))
    if kind == 7:
        return "a" * rng.choice((255, 256, 301, 1001, 5001, 50_001))
    if kind == 8:
        return "kata panjang sekali " * rng.choice((20, 300, 5_000))
    if kind == 9:
        return "baris\n" * rng.choice((3, 200, 2_000))
    if kind == 10 and rng.random() < 0.15:
        return rng.choice(("x", "kata ", "<b>", "*", "\n", "1. a\n", "\U0001f600")) * MEGABYTE
    return rng.choice(NAMES)


def tame_text(rng: Random) -> str:
    """A text that anybody might type."""
    return f"{rng.choice(('Data', 'Kontrak', 'Bidang', 'Nama', 'Surat'))} {rng.randrange(10_000)}"
