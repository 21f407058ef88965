"""Parts that several letters have in common, each text with the name of its place."""

from __future__ import annotations

from collections.abc import Iterator

from sopapp.documents.content import Hadir
from sopapp.documents.list_content import BarisDaftar
from sopapp.documents.paper_parts import Kop, Signer


def peserta(hadir: tuple[Hadir, ...]) -> Iterator[tuple[str, str]]:
    """The lines of an attendance list."""
    for number, one in enumerate(hadir, start=1):
        yield f"Nama peserta {number}", one.nama
        yield f"Jabatan peserta {number}", one.jabatan


def kop(own: Kop) -> Iterator[tuple[str, str]]:
    """The texts of a kop."""
    yield "Kop, pemerintah", own.pemerintah
    yield "Kop, instansi", own.instansi
    yield from numbered("Kop, alamat", own.alamat)


def signer(own: Signer, place: str = "Penanda tangan") -> Iterator[tuple[str, str]]:
    """The texts of a signature block, called `place`."""
    yield from numbered(f"{place}, jabatan", own.jabatan)
    yield f"{place}, nama", own.nama
    yield f"{place}, pangkat", own.pangkat or ""
    yield f"{place}, NIP", own.nip or ""


def daftar(rows: tuple[BarisDaftar, ...]) -> Iterator[tuple[str, str]]:
    """The rows of the DIK."""
    for number, baris in enumerate(rows, start=1):
        yield f"Informasi, daftar baris {number}", baris.informasi
        for text in baris.dasar_hukum:
            yield f"Dasar hukum, daftar baris {number}", text
        yield f"Konsekuensi dibuka, daftar baris {number}", baris.dibuka
        yield f"Konsekuensi ditutup, daftar baris {number}", baris.ditutup
        yield f"Jangka waktu, daftar baris {number}", baris.jangka_waktu
        yield f"Unit kerja, daftar baris {number}", baris.unit_kerja


def numbered(place: str, texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Texts of one kind; numbered when there are several."""
    if len(texts) == 1:
        yield place, texts[0]
        return
    for number, text in enumerate(texts, start=1):
        yield f"{place} {number}", text


def lines(place: str, text: str) -> Iterator[tuple[str, str]]:
    """A body, line by line."""
    for number, line in enumerate(text.split("\n"), start=1):
        yield f"{place}, baris {number}", line


def pairs(place: str, own: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """Labels and values; a value's place is its label."""
    for number, (label, value) in enumerate(own, start=1):
        yield f"{place}, label {number}", label
        yield f"{place}, {label}", value
