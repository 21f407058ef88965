"""Holds the letters against riwayat: their numbers, their dates, and the papers kept of them.

Riwayat is chained, the letters are not: what a service wrote of them there is what they have to
say still. Told of a letter: a number or a date that no service gave, a number that was given and
is gone, a paper that is another than the one that was printed or signed.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Set
from datetime import date
from typing import Any, NamedTuple

from sopapp.domain.tanggal import tanggal

_KINDS = {
    "keputusan": "Keputusan",
    "berita_acara": "Berita Acara",
    "penolakan": "surat penolakan",
    "lain": "surat di luar program",
}
_GIVES = frozenset({"surat.nomor", "agenda.catat", "agenda.ubah", "keputusan.tanda_tangan"})
"""Acts after which a letter has the number that they tell."""

_KEEPS = frozenset({"surat.batal", "surat.ganti", "agenda.batal"})
"""Acts that tell a number as it was and leave it in the book, as void."""

_PAPERS = """
SELECT a.nama, a.sha256 FROM attachment a
WHERE a.id IN (SELECT attachment_id FROM cetakan UNION SELECT attachment_id FROM cetakan_uji
               UNION SELECT attachment_id FROM daftar_terbit
               UNION SELECT attachment_id FROM bundel)
ORDER BY a.id
"""
_SIGNS = ".tanda_tangan"
_SIGNATURES = """
SELECT aksi, ringkasan, sebelum, sesudah FROM riwayat
WHERE aksi IN ('surat.tanda_tangan', 'keputusan.tanda_tangan',
               'surat.batal_catat', 'keputusan.batal_catat')
ORDER BY id
"""
_NAMED = re.compile(r"Nomor (.+?) tanggal (\d+ \w+ \d+)")
"""How a sentence of riwayat names a letter: its number and its day in words."""

_SIGNED = """
SELECT s.id, s.jenis, s.nomor, s.tanggal, s.berkas_id, s.ditandatangani,
       (SELECT group_concat(a.sha256) FROM cetakan c JOIN attachment a ON a.id = c.attachment_id
        WHERE c.surat_id = s.id)
FROM surat s WHERE s.nomor IS NOT NULL AND s.jenis <> 'lain' ORDER BY s.id
"""


class _Letter(NamedTuple):
    """A line of the number book."""

    id: int
    jenis: str
    nomor: str
    tanggal: str
    berkas_id: int | None

    def __str__(self) -> str:
        return f"{_KINDS.get(self.jenis, 'Nota Dinas')} “{self.nomor}” (catatan {self.id})"


class _Told:
    """What riwayat says of numbers."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.by_berkas: set[tuple[int | None, str]] = set()
        self.days: dict[str, set[str]] = {}
        self.given: dict[tuple[str, str], int] = {}
        """Number and year of what a letter has to have now: the row of riwayat that gave it."""
        for row in connection.execute(
            "SELECT id, aksi, berkas_id, sebelum, sesudah FROM riwayat "
            "WHERE instr(sebelum, '\"nomor\"') OR instr(sesudah, '\"nomor\"') ORDER BY id"
        ):
            self._read(*row)

    def _read(self, number: int, aksi: str, berkas_id: int | None, before: str, after: str) -> None:
        was, now = _snapshot(before), _snapshot(after)
        if aksi not in _KEEPS:
            for nomor in _numbers(was):
                self.given.pop((nomor, _day(was)[:4]), None)
        for nomor in _numbers(now):
            self.by_berkas.add((berkas_id, nomor))
            if day := _day(now):
                self.days.setdefault(nomor, set()).add(day)
                if aksi in _GIVES:
                    self.given[nomor, day[:4]] = number


def letter_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """What letters say that riwayat does not, and the other way round; one sentence each."""
    letters = [
        _Letter(*row)
        for row in connection.execute(
            "SELECT id, jenis, nomor, tanggal, berkas_id FROM surat "
            "WHERE nomor IS NOT NULL ORDER BY id"
        )
    ]
    told = _Told(connection)
    odd: set[int] = set()
    moved: set[str] = set()
    for letter in letters:
        # Letters of several berkas that were numbered together belong to none of them there.
        if told.by_berkas.isdisjoint({(letter.berkas_id, letter.nomor), (None, letter.nomor)}):
            odd.add(letter.id)
            yield f"Nomor {letter} tidak ada dalam riwayat."
        elif (days := told.days.get(letter.nomor)) and letter.tanggal not in days:
            odd.add(letter.id)
            moved.add(letter.nomor)
            yield (
                f"Tanggal {letter} tertulis {letter.tanggal}, padahal menurut riwayat "
                f"{', '.join(sorted(days))}; pernah diubah dari luar program."
            )
    present = {(letter.nomor, letter.tanggal[:4]) for letter in letters}
    for (nomor, year), number in told.given.items():
        if (nomor, year) not in present and nomor not in moved:
            yield (
                f"Nomor “{nomor}” tahun {year}, yang diberikan menurut riwayat nomor {number}, "
                "tidak ada lagi; suratnya dihapus atau diberi nomor lain dari luar program."
            )
    yield from _papers(connection)
    yield from _signatures(connection, odd)


def _papers(connection: sqlite3.Connection) -> Iterator[str]:
    """The checksum of each kept paper is in riwayat, which that of one put in its place is not."""
    known: set[str] = set()
    for (text,) in connection.execute(
        "SELECT sesudah FROM riwayat WHERE instr(sesudah, '\"sha256\"')"
    ):
        if isinstance(found := _snapshot(text).get("sha256"), str):
            known.add(found)
    for name, sha256 in connection.execute(_PAPERS).fetchall():
        if known and sha256 not in known:
            yield (
                f"File “{name}” tidak tercatat dalam riwayat; mungkin filenya diganti, atau "
                "riwayatnya dihapus, dari luar program."
            )


def _signatures(connection: sqlite3.Connection, odd: Set[int]) -> Iterator[str]:
    """A letter is signed when riwayat says so last, and has the paper that was signed.

    Not asked of the letters `odd`, which riwayat does not know by their number and day.
    """
    signed: dict[tuple[str, str], str | None] = {}  # its checksum, None when taken back
    for aksi, said, before, after in connection.execute(_SIGNATURES):
        signs = aksi.endswith(_SIGNS)
        told = _snapshot(after if signs else before)
        if nomor := next(_numbers(told), ""):  # of a Keputusan
            key = nomor, _in_words(_day(told))
        elif named := _NAMED.search(said):
            key = named.group(1), named.group(2)
        else:
            continue
        signed[key] = str(told.get("sha256")) if signs else None
    if not signed:
        return
    for *values, is_signed, papers in connection.execute(_SIGNED):
        letter = _Letter(*values)
        if letter.id in odd:
            continue
        wanted = signed.get((letter.nomor, _in_words(letter.tanggal)))
        if bool(is_signed) != (wanted is not None):
            here, there = ("", "tidak ") if is_signed else ("tidak ", "")
            yield (
                f"Tanda tangan {letter} {here}tercatat, padahal menurut riwayat {there}"
                "ditandatangani; pernah diubah dari luar program."
            )
        elif wanted is not None and wanted not in (papers or ""):
            yield (
                f"Arsip {letter} bukan cetakan yang ditandatangani menurut riwayat; mungkin "
                "diganti dari luar program."
            )


def _in_words(day: str) -> str:
    try:
        return tanggal(date.fromisoformat(day))
    except ValueError:  # told as a day that riwayat does not know
        return ""


def _snapshot(text: str | None) -> Mapping[str, Any]:
    """What riwayat holds of a record; nothing of a text that cannot be read."""
    try:
        found = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _numbers(snapshot: Mapping[str, Any]) -> Iterator[str]:
    found = snapshot.get("nomor")
    for each in found if isinstance(found, list) else [found]:
        if isinstance(each, str) and each:
            yield each


def _day(snapshot: Mapping[str, Any]) -> str:
    found = snapshot.get("tanggal")
    return found if isinstance(found, str) else ""
