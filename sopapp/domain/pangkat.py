"""Ranks and grades of civil servants; a signature block has the pangkat without its golongan."""

from __future__ import annotations

import re

PANGKAT = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}
"""Golongan -> pangkat; only offered, any other text may be typed."""

# "(IV/b)", ", IV/b", "/IV.b", "- Gol. Ruang IV/b"; behind a mere space only with a stroke, so
# that the I of "Tingkat I" is never taken.
_RUANG = r"(?P<{0}>I{{1,3}}|IV)\s*{2}\s*(?P<{1}>[a-e])"
_WORD = r"(?:gol(?:ongan)?\b\.?\s*(?:[/,]?\s*ruang\b\.?\s*)?|ruang\b\.?\s*)?:?\s*"
_BEHIND = re.compile(
    rf"\s*(?:[(\[]\s*{_WORD}{_RUANG.format('r1', 'h1', '[/.]?')}\s*[)\]]"
    rf"|[,/–—-]\s*{_WORD}{_RUANG.format('r2', 'h2', '[/.]?')}"
    rf"|\s{_WORD}{_RUANG.format('r3', 'h3', '[/.]')})\s*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"^\s*[(\[]?{_WORD}{_RUANG.format('r1', 'h1', '/')}\s*[)\]]?(?:\s*[-–—,]\s*|\s+|$)",
    re.IGNORECASE,
)


def golongan_of(pangkat: str) -> str:
    """The golongan of a pangkat ("Tk." for "Tingkat" too), or empty text."""
    wanted = _comparable(pangkat)
    return next((gol for gol, name in PANGKAT.items() if name.casefold() == wanted), "")


def split_pangkat(typed: str) -> tuple[str, str]:
    """`Pembina Tk. I, IV/b` as ("Pembina Tk. I", "IV/b"); text without a golongan with ""."""
    text = typed.strip()
    for pattern in (_BEHIND, _BEFORE):
        found = pattern.search(text)
        if found is not None:
            groups = {key: value for key, value in found.groupdict().items() if value}
            roman = next(value for key, value in groups.items() if key.startswith("r"))
            letter = next(value for key, value in groups.items() if key.startswith("h"))
            bare = (text[: found.start()] + text[found.end() :]).strip(" ,;-–—/")
            return bare, f"{roman.upper()}/{letter.lower()}"
    return text, ""


def pangkat_problem(pangkat: str, golongan: str) -> str | None:
    """A sentence when the pangkat of a PNS looks wrong; it warns and never refuses."""
    bare, inside = split_pangkat(pangkat)
    if inside:
        what = f"pangkat “{bare}” dan golongan “{inside}”" if bare else f"golongan “{inside}”"
        return f"Golongan tidak dicetak pada blok tanda tangan. Tulis terpisah: {what}."
    usual = golongan_of(bare)
    if usual and golongan and golongan.replace(" ", "").casefold() != usual.casefold():
        return f"Pangkat {bare} lazimnya golongan {usual}, bukan {golongan}."
    return None


def _comparable(pangkat: str) -> str:
    text = re.sub(r"\btk\b\.?\s*", "tingkat ", pangkat.casefold())
    text = re.sub(r"\btingkat\s*1$", "tingkat i", text.strip())
    return " ".join(text.split())
