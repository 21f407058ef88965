"""Tells from how it is written whether a text names an Undang-Undang or a lower regulation."""

from __future__ import annotations

import re
from enum import StrEnum


class Tingkat(StrEnum):
    """The rank of what is named, as far as the words tell."""

    UNDANG_UNDANG = "undang_undang"
    DI_BAWAH = "di_bawah"
    TIDAK_DIKENAL = "tidak_dikenal"


_UU = re.compile(
    r"\b(?:UU|Undang[\s-]*Undang|Perppu|Perpu|KUHP|KUHAP|KUHPerdata|KUH\s?Perdata|Staatsblad)\b",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"\b(?:PP|Perpres|Keppres|Inpres|Per(?:men|gub|bup|wal|dirjen|kap|da(?:sus|si)?\b|ki\b|"
    r"ka\b|ban\b)\w*|"
    r"Kep(?:men|gub|bup|wal)\w*|SE|Surat\s+Edaran|Instruksi|Keputusan|Ketetapan|"
    r"Peraturan\s+\w+)\b",
    re.IGNORECASE,
)
# By its number, however it is written, or by its name; the number of the next law is not its own.
_KIP = re.compile(
    r"\b(?:UU|Undang[\s-]*Undang)(?:(?!\bUU|Undang|\d).){0,40}?\b14\s*(?:/|Tahun|Th\.?)\s*2008\b|"
    r"\b(?:UU|Undang[\s-]*Undang)\s*(?:tentang\s+)?(?:KIP|Keterbukaan\s+Informasi\s+Publik)\b",
    re.IGNORECASE | re.DOTALL,
)


# A regulation "tentang Pelaksanaan Undang-Undang ..." names one without being one; nor is a bill.
_CARRIES_OUT = re.compile(
    r"\b(?:pelaksana\w*\s+(?:\w+\s+){0,3}?|rancangan\s+)(?:UU|Undang[\s-]*Undang)\b",
    re.IGNORECASE,
)


def tingkat(text: str) -> Tingkat:
    """The rank of the regulation that `text` names; an Undang-Undang among others counts."""
    # "Peraturan Pemerintah Pengganti Undang-Undang" ranks with an Undang-Undang (UU 12/2011).
    if _UU.search(_CARRIES_OUT.sub(" ", text)):
        return Tingkat.UNDANG_UNDANG
    if _LOWER.search(text):
        return Tingkat.DI_BAWAH
    return Tingkat.TIDAK_DIKENAL


def only_kip(text: str) -> bool:
    """Whether `text` names no Undang-Undang besides UU 14/2008 itself."""
    return bool(_KIP.search(text)) and tingkat(_KIP.sub(" ", text)) is not Tingkat.UNDANG_UNDANG
