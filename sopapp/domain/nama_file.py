"""Names for files that lie well on every disk, a Windows one above all."""

from __future__ import annotations

import re
import unicodedata

TERPANJANG = 120
"""Characters of a name with its suffix; also that many bytes twice over in UTF-8."""

_BYTE = 240
_DILARANG = re.compile(r'[<>:"/\\|?*]+')
_SPASI = re.compile(r"\s+")
# Windows opens the device whatever the suffix: "CON.pdf" is the console.
_PERANGKAT = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)\s*(?:\.|$)",
    re.IGNORECASE,
)
_TAK_TERLIHAT = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"})


def nama_aman(kata: str, akhiran: str = "", kosong: str = "berkas") -> str:
    """A file name made of `kata`, ending in `akhiran` (`.pdf`); `kosong` when nothing is left.

    No signs that a system forbids or that hide (a turned direction would make `exe.pdf` of
    `fdp.exe`), no device, no dot or space at the ends, TERPANJANG characters at most.
    """
    pokok = _bersih(_DILARANG.sub("-", _polos(kata)))
    ekor = _polos(akhiran)
    ekor = _DILARANG.sub("-", ekor).replace(" ", "")[:20].rstrip(".-")
    pokok = pokok[: TERPANJANG - len(ekor)]
    while len((pokok + ekor).encode()) > _BYTE:
        pokok = pokok[:-1]
    pokok = _bersih(pokok) or kosong
    if _PERANGKAT.match(pokok + ekor):
        pokok = f"_{pokok}"[: TERPANJANG - len(ekor)]
    return pokok + ekor


def nama_asal(nama: str) -> str:
    """The name that a file came with, for a record: on one line and without what hides."""
    polos = _polos(nama).strip()
    if len(polos) <= TERPANJANG:
        return polos or "file"
    pokok, titik, akhiran = polos.rpartition(".")
    if not titik or len(akhiran) > 10:
        return polos[:TERPANJANG]
    return f"{pokok[: TERPANJANG - len(akhiran) - 1]}.{akhiran}"


def _polos(teks: str) -> str:
    teks = unicodedata.normalize("NFC", _SPASI.sub(" ", teks))
    if teks.isascii() and teks.isprintable():
        return teks
    return "".join(c for c in teks if unicodedata.category(c) not in _TAK_TERLIHAT)


def _bersih(pokok: str) -> str:
    return _SPASI.sub(" ", pokok).strip(" .-")
