"""Which words over a column mean which column: heads as offices write them, as data."""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import lru_cache

from sopapp.domain.impor import Kolom

DASAR = "dasar"
"""A column of legal grounds, letter and law together: HURUF when no other column is that."""

Arti = Kolom | str
"""What a head means: a column, or DASAR."""

_ALIASES: dict[Arti, tuple[str, ...]] = {
    Kolom.KODE: ("kode", "kode entri", "kode dik", "kode informasi", "id", "id entri"),
    Kolom.USULAN: ("usulan", "jenis usulan", "usul", "usulan unit kerja", "status usulan",
                   "usulan perubahan", "jenis perubahan", "tindakan"),
    Kolom.UNIT: ("unit kerja", "unit", "unit penguasa informasi", "penguasa informasi",
                 "unit kerja penguasa informasi", "unit pemilik informasi", "unit pengolah",
                 "unit kerja pemilik informasi", "penanggung jawab", "bidang", "opd", "skpd",
                 "perangkat daerah", "satuan kerja", "pejabat unit yang menguasai informasi",
                 "penanggung jawab informasi", "penanggung jawab pembuatan informasi",
                 "unit penanggung jawab", "badan publik", "bidang unit kerja", "unit bidang"),
    Kolom.INFORMASI: ("informasi", "jenis informasi", "nama informasi", "judul informasi",
                      "informasi yang dikecualikan", "informasi publik yang dikecualikan",
                      "informasi dikecualikan", "uraian informasi", "isi informasi",
                      "konten informasi", "ringkasan isi informasi", "ringkasan informasi",
                      "jenis informasi yang dikecualikan", "jenis informasi publik",
                      "judul dokumen", "nama dokumen", "informasi publik", "dokumen",
                      "jenis dokumen", "uraian", "daftar informasi", "nama informasi publik",
                      "daftar informasi yang dikecualikan", "informasi dokumen",
                      "jenis informasi dokumen"),
    Kolom.BAGIAN: ("bagian yang dikecualikan", "bagian", "bagian informasi yang dikecualikan",
                   "bagian informasi", "bagian yang ditutup", "bagian dikecualikan"),
    Kolom.HURUF: ("dasar huruf pasal 17 uu kip", "huruf pasal 17", "huruf", "pasal 17",
                  "huruf pasal 17 uu kip", "pasal 17 uu kip", "dasar pasal 17",
                  "dasar huruf pasal 17", "pasal 17 huruf", "pasal 17 uu 14 2008",
                  "alasan pasal 17"),
    Kolom.UNDANG_UNDANG: ("undang undang lain dan pasalnya", "undang undang lain", "uu lain",
                          "undang undang", "dasar hukum lain", "peraturan lain",
                          "undang undang dan pasal", "uu lain dan pasalnya",
                          "undang undang terkait", "peraturan terkait",
                          "peraturan perundang undangan lain"),
    DASAR: ("dasar hukum pengecualian informasi", "dasar hukum", "dasar pengecualian",
            "dasar hukum pengecualian", "dasar", "landasan hukum", "ketentuan hukum",
            "dasar hukum pengecualian informasi publik", "peraturan perundang undangan"),
    Kolom.DIBUKA: ("konsekuensi bila dibuka", "dibuka", "bila dibuka", "jika dibuka",
                   "apabila dibuka", "konsekuensi dibuka", "konsekuensi jika dibuka",
                   "konsekuensi apabila dibuka", "akibat bila dibuka", "akibat jika dibuka",
                   "konsekuensi", "akibat", "alasan pengecualian", "akibat dibuka",
                   "bahaya bila dibuka",
                   "akibat informasi dibuka", "kerugian bila dibuka", "risiko bila dibuka"),
    Kolom.DITUTUP: ("manfaat bila ditutup", "ditutup", "bila ditutup", "jika ditutup",
                    "apabila ditutup", "konsekuensi ditutup", "manfaat ditutup", "manfaat",
                    "konsekuensi bila ditutup", "konsekuensi jika ditutup", "bila tertutup",
                    "konsekuensi apabila ditutup", "kepentingan yang dilindungi",
                    "manfaat jika ditutup", "manfaat apabila ditutup"),
    Kolom.JANGKA: ("jangka waktu", "jangka waktu pengecualian", "masa pengecualian", "jangka",
                   "jangka waktu pengecualian informasi", "lama pengecualian", "batas waktu",
                   "jangka waktu dikecualikan", "masa berlaku", "jangka waktu penutupan",
                   "masa berlaku pengecualian", "waktu pengecualian", "berlaku sampai"),
    Kolom.BENTUK: ("bentuk dokumen", "bentuk", "bentuk informasi", "bentuk informasi tersedia",
                   "format", "bentuk informasi yang tersedia", "media", "format dokumen",
                   "bentuk dokumen informasi", "media penyimpanan", "hardcopy softcopy"),
}  # fmt: skip

_RULES: tuple[tuple[Arti, tuple[str, ...], tuple[str, ...]], ...] = (
    # (meaning, words that must all be there, words that must not)
    (Kolom.BAGIAN, ("bagian", "dikecualikan"), ()),
    (Kolom.DIBUKA, ("dibuka",), ("ditutup", "tertutup", "kembali")),
    (Kolom.DITUTUP, ("ditutup",), ("dibuka",)),
    (Kolom.JANGKA, ("jangka", "waktu"), ("retensi", "simpan", "penyimpanan", "arsip")),
    (Kolom.JANGKA, ("masa", "pengecualian"), ()),
    (Kolom.UNDANG_UNDANG, ("undang", "lain"), ()),
    (Kolom.UNDANG_UNDANG, ("uu", "lain"), ()),
    (Kolom.HURUF, ("pasal", "17"), ()),
    (DASAR, ("dasar", "hukum"), ()),
    (DASAR, ("dasar", "pengecualian"), ()),
    (Kolom.BENTUK, ("bentuk",), ("badan",)),
    (Kolom.UNIT, ("unit",), ()),
    (Kolom.UNIT, ("penguasa",), ()),
    (Kolom.UNIT, ("perangkat", "daerah"), ()),
    (Kolom.INFORMASI, ("informasi", "dikecualikan"), ("tanggal", "nomor", "alasan")),
    (Kolom.INFORMASI, ("judul",), ()),
    (Kolom.INFORMASI, ("jenis", "informasi"), ()),
    (Kolom.INFORMASI, ("nama", "informasi"), ()),
    (Kolom.INFORMASI, ("uraian", "informasi"), ()),
)

_NUMBER_HEADS = frozenset(("no", "nomor", "no urut", "nomor urut", "nr", "urut", "num"))
_LONGEST = 80
_MOST_WORDS = 9
_NEAR = 0.84
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_BY_WORDS = {alias: arti for arti, aliases in _ALIASES.items() for alias in aliases}


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """Lower case words with single spaces, without accents, signs and what is in brackets."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    bare = _NO_WORD.sub(" ", _IN_BRACKETS.sub(" ", plain)).strip()
    return bare or _NO_WORD.sub(" ", plain).strip()


def is_for_reading(text: str) -> bool:
    """Whether a column of the program's own form is only there to be read by the unit."""
    return normal(text) == "catatan ppid"


def is_number_head(text: str) -> bool:
    """Whether a column only counts the rows ("No.")."""
    return normal(text) in _NUMBER_HEADS


@lru_cache(maxsize=4096)
def meaning(text: str, *, near: bool) -> tuple[Arti, float] | None:
    """What a head means and how surely (0..1); with `near` also when it is misspelt."""
    if not text or len(text) > _LONGEST * 2:
        return None
    words = normal(text)
    if not words or len(words) > _LONGEST:
        return None
    exact = _BY_WORDS.get(words)
    if exact is not None:
        return exact, 1.0
    by_rule = _by_rule(words)
    if by_rule is not None:
        return by_rule, 0.7
    if near and len(words) >= 4 and words not in _NUMBER_HEADS:
        close = difflib.get_close_matches(words, _BY_WORDS, n=1, cutoff=_NEAR)
        if close:
            return _BY_WORDS[close[0]], 0.8
    return None


def _by_rule(words: str) -> Arti | None:
    parts = frozenset(words.split())
    if len(parts) > _MOST_WORDS:
        return None
    for arti, needed, forbidden in _RULES:
        if parts.issuperset(needed) and parts.isdisjoint(forbidden):
            return arti
    return None
