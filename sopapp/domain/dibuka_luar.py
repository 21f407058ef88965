"""Files of others that are opened by another program: their name there, and whether to ask first.

Attachments are never run by this program; handed to the system, some of them would be.
"""

from __future__ import annotations

from pathlib import PurePath

from sopapp.domain.nama_file import nama_aman

_TENANG = frozenset(
    {
        ".pdf", ".png", ".jpg", ".jpeg", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".csv",
        ".tsv", ".txt", ".rtf",
    }
)  # fmt: skip
"""Suffixes of what programs only show; everything else may run, so the user is asked."""

_MIRIP_PROGRAM = (b"MZ", b"\x7fELF", b"#!", b"L\0\0\0\x01\x14\x02\0", b"\xca\xfe\xba\xbe")
_HALAMAN = (b"<html", b"<!doctype html", b"<script", b"<hta:", b"<svg", b"<?xml")
_MAKRO = (b"vbaProject.bin", "VBA".encode("utf-16-le") + b"\0")
_AKHIRAN = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}
_AWAL = 512


def nama_salinan(nama: str, tipe: str) -> str:
    """The name of a copy that is opened outside; what it is by its content decides the suffix."""
    asal = PurePath(nama_aman(nama))
    return nama_aman(asal.stem, _AKHIRAN.get(tipe, asal.suffix))


def dapat_menjalankan(nama: str, isi: bytes) -> bool:
    """Whether a file may do something when it is opened: a program, a page, macros, or unknown."""
    if PurePath(nama_aman(nama)).suffix.lower() not in _TENANG:
        return True
    awal = isi[:_AWAL].lstrip(b"\xef\xbb\xbf \t\r\n")
    if awal.startswith(_MIRIP_PROGRAM) or awal.lower().startswith(_HALAMAN):
        return True
    return any(tanda in isi for tanda in _MAKRO)
