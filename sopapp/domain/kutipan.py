"""How a regulation is named in running text: where a name begins, its article, its plain form."""

from __future__ import annotations

import re

UU_KIP = "UU Nomor 14 Tahun 2008"
_TAHUN = r"(?:/|[,\s]*\b(?:Tahun|Thn\b\.?|Th\b\.?))\s*"
_NOMOR = r"(?:(?:Nomor|No|Nmr)\b\.?\s*)?"
_UU = r"(?:UU|Undang[\s-]*Undang)"
_KIP_NAME = (
    r"(?:\(?\s*(?:KIP|Keterbukaan\s+Informasi\s+Publik)\s*\)?(?:\s*\(\s*(?:UU\s*)?KIP\s*\))?)"
)
KIP = re.compile(
    rf"\b{_UU}\s*(?:(?:R\.?I\.?)\s*)?{_NOMOR}14\s*{_TAHUN}2008\b"
    rf"(?:\s*(?:tentang\s+)?{_KIP_NAME})?|\b{_UU}\s*{_KIP_NAME}",
    re.IGNORECASE,
)
"""UU 14/2008 under any of its names."""

_HEADS = (
    r"UUD|UU|Undang[\s-]*Undang|Perppu|Perpu|KUHP|KUHAP|KUH\s?Perdata|Staatsblad|PP|Perpres|"
    r"Keppres|Inpres|Per(?:men|da|gub|bup|wal|ki|ka|ban|dirjen|ma|mk)\w*|"
    r"Kep(?:men|gub|bup|wal)\w*|Peraturan|Keputusan|Surat\s+Edaran|Instruksi|Ketetapan"
)
HEAD = re.compile(rf"\b(?:{_HEADS})\b", re.IGNORECASE)
"""The word that a regulation's name begins with."""
PASAL = re.compile(r"\b(?:Pasal|Psl\b\.?|Ps\b\.?)(?=\s*\d)", re.IGNORECASE)
"""The word before the number of an article."""
_NUMBERED = re.compile(
    rf"\b({_HEADS})\s*(?:R\.?I\.?\s+)?{_NOMOR}(\d{{1,3}})\s*{_TAHUN}((?:1[89]|20)\d\d)\b",
    re.IGNORECASE,
)
_ARTICLE_FIRST = re.compile(
    rf"(?P<pasal>Pasal\s*\d.*?)[\s,]+(?P<law>(?:{_HEADS})\b.*)", re.I | re.S
)
_LAW_FIRST = re.compile(rf"(?P<law>(?:{_HEADS})\b.*?)[\s,]+(?P<pasal>Pasal\s*\d.*)", re.I | re.S)


_FULL_NAMES = {
    "UU": "Undang-Undang",
    "Perppu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "PP": "Peraturan Pemerintah",
    "Perpres": "Peraturan Presiden",
}
_SHORT = re.compile(rf"\b({'|'.join(_FULL_NAMES)})(?= Nomor \d)")


def in_full(text: str) -> str:
    """The names in `text` without abbreviations: `UU Nomor 27` becomes `Undang-Undang Nomor 27`."""
    return _SHORT.sub(lambda found: _FULL_NAMES[found[1]], text)


def plain_form(text: str) -> str:
    """The names in `text` as letters write them: `UU 27/2022` becomes `UU Nomor 27 Tahun 2022`.

    Words around them stay.
    """
    return PASAL.sub("Pasal", _NUMBERED.sub(_spelled, text)).strip(" ,")


def split_article(text: str) -> tuple[str, str]:
    """The article and the law of one citation, whichever comes first; either may be ""."""
    text = plain_form(text)
    for pattern in (_ARTICLE_FIRST, _LAW_FIRST):
        found = pattern.fullmatch(text)
        if found:
            return found["pasal"].strip(" ,"), found["law"].strip(" ,")
    if PASAL.match(text) and not HEAD.search(text):
        return text, ""
    return "", text


def _spelled(found: re.Match[str]) -> str:
    head = "UU" if found[1].casefold().startswith("undang") else found[1]
    return f"{head} Nomor {found[2]} Tahun {found[3]}"
