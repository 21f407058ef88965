"""What a cell shows, as text: numbers, dates and yes/no in Indonesian, spaces tidied."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sopapp.domain.tanggal import tanggal

CellValue = str | int | float | bool | date | datetime | time | timedelta | None
"""What the reading library gives for a cell; "" or None for an empty one."""

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile(r"[^\S\n]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_MANY_BREAKS = re.compile(r"\n{3,}")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLAIN = str


def row_texts(values: Sequence[CellValue]) -> list[str]:
    """The cells of a row; a row of tidy texts costs one look at all of them together."""
    try:
        joined = "|".join(values)  # type: ignore[arg-type]  # a TypeError says it holds more
        texts: list[str] = list(values)  # type: ignore[arg-type]
    except TypeError:
        texts = [value if type(value) is _PLAIN else _shown(value) for value in values]
        joined = "|".join(texts)
    if _tidy(joined) and "| " not in joined and " |" not in joined:
        if joined[:1] == " " or joined[-1:] == " ":
            return [text.strip() for text in texts]
        return texts
    return [clean(text) if text else "" for text in texts]


def _tidy(text: str) -> bool:
    return (
        text.isprintable()
        and "  " not in text
        and "_x" not in text
        and (text.isascii() or unicodedata.is_normalized("NFC", text))
    )


def clean(text: str) -> str:
    """Tidied text: no unseen characters, single spaces, line breaks kept."""
    if _tidy(text):
        return text.strip()
    if "_x" in text:
        text = _ESCAPED.sub(_unescape, text)
    text = _UNSEEN.sub("", _BREAKS.sub("\n", text))
    text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", text))
    text = _MANY_BREAKS.sub("\n\n", text)
    return unicodedata.normalize("NFC", text).strip()


def _unescape(found: re.Match[str]) -> str:
    """`_x000D_` in a workbook is a character that XML cannot hold; other codes stay text."""
    code = int(found[1], 16)
    return chr(code) if code < 0x20 or code == 0x5F else found[0]


def _shown(value: CellValue) -> str:
    """A value that is no text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _number(value)
    return _moment(value) if not isinstance(value, str) else value


def _number(value: float) -> str:
    """No ".0", a comma before decimals, and none of the noise of binary fractions."""
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.15g}"
    return text if "e" in text or "n" in text else text.replace(".", ",")


def _moment(value: date | datetime | time | timedelta) -> str:
    if isinstance(value, datetime):
        if (value.hour, value.minute, value.second) == (0, 0, 0):
            return tanggal(value.date())
        return f"{tanggal(value.date())} {value:%H.%M}"
    if isinstance(value, date):
        return tanggal(value)
    if isinstance(value, time):
        return f"{value:%H.%M}"
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60}.{minutes % 60:02}"
