"""The cells of an entry as the form writes them; the import knows them again by the same words."""

from __future__ import annotations

import re
import unicodedata

from sopapp.domain.dasar_tertulis import write_huruf, write_undang_undang
from sopapp.domain.dik import EntriDik, IsiDik
from sopapp.domain.impor import Kolom
from sopapp.domain.teks_berkas import teks_berkas

_KODE = re.compile(r"\s*DIK\s*[-–—_. ]?\s*0*([1-9]\d{0,17})\s*", re.IGNORECASE)
# How a workbook spells a control character; text that only looks so comes back without it.
_SPELLED = re.compile(r"_x00(?:[01][0-9A-Fa-f]|5[Ff])_")
# Marks that nobody sees and that other programs add or drop.
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")


def kode(entri_id: int) -> str:
    """The code that names an entry in a sheet."""
    return f"DIK-{entri_id}"


def entri_id_of(text: str) -> int | None:
    """The entry that a code names, None when it is no code."""
    found = _KODE.fullmatch(text)
    return int(found[1]) if found else None


def nilai_isi(isi: IsiDik) -> dict[Kolom, str]:
    """The cells that hold the content of an entry."""
    return {
        Kolom.INFORMASI: isi.informasi,
        Kolom.BAGIAN: isi.bagian,
        Kolom.HURUF: write_huruf(isi.dasar),
        Kolom.UNDANG_UNDANG: write_undang_undang(isi.dasar),
        Kolom.DIBUKA: isi.konsekuensi_dibuka,
        Kolom.DITUTUP: isi.manfaat_ditutup,
        Kolom.JANGKA: isi.jangka.teks() if isi.jangka else "",
        Kolom.BENTUK: isi.bentuk,
    }


def nilai_formulir(entri: EntriDik) -> dict[Kolom, str]:
    """All cells of a present entry; what the unit proposes is left for it to write."""
    return {
        Kolom.KODE: kode(entri.id),
        Kolom.USULAN: "",
        Kolom.UNIT: entri.unit_nama,
        **nilai_isi(entri.isi),
    }


def setara(text: str) -> str:
    """`text` without what a spreadsheet may change: for comparing cells, not for storing."""
    if text.isascii() and text.isprintable() and "  " not in text and "_x00" not in text:
        return text.strip()
    if "_x00" in text:
        text = _SPELLED.sub(lambda found: chr(int(found[0][2:6], 16)), text)
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", teks_berkas(text))).split())
