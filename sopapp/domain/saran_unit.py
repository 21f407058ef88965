"""What a unit's code and head are likely called, made of its name; the office may change both."""

from __future__ import annotations

import re
from collections.abc import Collection

_SMALL = frozenset({"dan", "serta", "atau", "di", "pada", "untuk", "dari", "dengan"})
_KINDS = frozenset(
    {"bidang", "bagian", "subbagian", "subbag", "seksi", "subbidang", "unit", "kelompok", "cabang"}
)
_ABBREVIATION = re.compile(r"[A-Z]{2,}[0-9]*")
_ONE_WORD = 4
"""Letters of a code that is made of one word."""
_HEADED = re.compile(r"(kepala|sekretaris|koordinator|ketua|direktur|inspektur)\b", re.IGNORECASE)


def saran_kode(nama: str, taken: Collection[str] = ()) -> str:
    """A short code of the name's initials, other than those `taken` (compared without case)."""
    words: list[str] = re.findall(r"[^\W_]+", nama)
    telling = [word for word in words if word.casefold() not in _SMALL]
    own = [word for word in telling if word.casefold() not in _KINDS] or telling
    if not own:
        return ""
    if len(own) == 1:
        code = own[0] if _ABBREVIATION.fullmatch(own[0]) else own[0][:_ONE_WORD]
    else:
        code = "".join(word if _ABBREVIATION.fullmatch(word) else word[0] for word in own)
    code = code.upper()
    known = {each.casefold() for each in taken}
    place, made = 1, code
    while made.casefold() in known:
        place += 1
        made = f"{code}{place}"
    return made


def saran_pimpinan(nama: str) -> str:
    """How a letter addresses the head of the unit."""
    nama = " ".join(nama.split())
    if not nama or _HEADED.match(nama):
        return nama
    first, _, rest = nama.partition(" ")
    if first.casefold() == "sekretariat":
        return f"Sekretaris {rest}".strip()
    if nama.casefold() == "kelompok jabatan fungsional":
        return f"Koordinator {nama}"
    return f"Kepala {nama}"
