"""The full-text index of the register (FTS5), filled with each version and rebuilt at need."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sopapp.domain.temuan import Temuan, temuan
from sopapp.persistence.isi import isi_from_json

_PARTS = (
    "Informasi",
    "Dasar hukum",
    "Bila dibuka",
    "Bila ditutup",
    "Jangka waktu",
    "Bentuk",
    "Unit kerja",
    "Catatan internal",
    "Keputusan",
)
_INSERT = (
    "INSERT INTO dik_cari (rowid, informasi, dasar, dibuka, ditutup, jangka, bentuk, unit, "
    "catatan, keputusan) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SOURCE = """
SELECT v.id, v.isi, u.nama, e.catatan, t.nomor FROM dik_versi v
JOIN unit_kerja u ON u.id = v.unit_id JOIN dik_entri e ON e.id = v.entri_id
JOIN terbitan t ON t.id = v.terbitan_id
WHERE v.perubahan <> 'cabut'
"""
_STRANGE = (
    "DELETE FROM dik_cari WHERE rowid NOT IN (SELECT id FROM dik_versi WHERE perubahan <> 'cabut')"
)
_LACKING = (
    "SELECT id FROM dik_versi "
    "WHERE perubahan <> 'cabut' AND id NOT IN (SELECT id FROM dik_cari_docsize)"
)
# Another program's window may have added some of them since they were found lacking.
_STILL_LACKING = """
AND v.id IN (SELECT value FROM json_each(?))
AND v.id NOT IN (SELECT id FROM dik_cari_docsize)
"""
_TOGETHER = 250
"""Versions taken in together: some ten milliseconds."""
# The words of a row lie in FTS5's own table, c6 being `unit`; two units may swap names.
_MISNAMED = """
SELECT c.id FROM dik_cari_content c
JOIN dik_versi v ON v.id = c.id JOIN unit_kerja u ON u.id = v.unit_id
WHERE c.c6 <> u.nama
"""


def index_versions(database: Any, terbitan_id: int) -> None:
    """Add the entries that one version set; call inside a write."""
    _add(database, database.execute_sql(_SOURCE + " AND v.terbitan_id = ?", (terbitan_id,)))


def index_note(database: Any, entri_id: int, catatan: str) -> None:
    """Bring the note of an entry up to date; call inside a write."""
    database.execute_sql(
        "UPDATE dik_cari SET catatan = ? WHERE rowid IN "
        "(SELECT id FROM dik_versi WHERE entri_id = ? AND perubahan <> 'cabut')",
        (catatan, entri_id),
    )


def mend(database: Any) -> Iterator[None]:
    """Bring an index in step with the versions and the units' names; pauses between parts.

    Each part is a transaction of its own; what is left undone is done the next time.
    """
    if not _is_whole(database):
        with database.atomic("IMMEDIATE"):
            database.execute_sql(_STRANGE)
        lacking = [row[0] for row in database.execute_sql(_LACKING).fetchall()]
        for first in range(0, len(lacking), _TOGETHER):
            if first:
                yield
            part = json.dumps(lacking[first : first + _TOGETHER])
            with database.atomic("IMMEDIATE"):
                _add(database, database.execute_sql(_SOURCE + _STILL_LACKING, (part,)))
    misnamed = database.execute_sql(_MISNAMED).fetchall()
    for first in range(0, len(misnamed), _TOGETHER):
        yield
        with database.atomic("IMMEDIATE"):
            database.connection().executemany(
                "UPDATE dik_cari SET unit = (SELECT u.nama FROM unit_kerja u "
                "JOIN dik_versi v ON v.unit_id = u.id WHERE v.id = ?1) WHERE rowid = ?1",
                misnamed[first : first + _TOGETHER],
            )


def _is_whole(database: Any) -> bool:
    """Whether the index holds every version."""
    (held,) = database.execute_sql("SELECT count(*) FROM dik_cari_docsize").fetchone()
    (there,) = database.execute_sql(
        "SELECT count(*) FROM dik_versi WHERE perubahan <> 'cabut'"
    ).fetchone()
    return bool(held == there)


def find(database: Any, text: str) -> frozenset[int] | None:
    """The versions whose text holds every word of `text` as the beginning of a word.

    None when `text` has no word to look for. Any text may be given.
    """
    question = _question(text)
    if question is None:
        return None
    rows = database.execute_sql("SELECT rowid FROM dik_cari WHERE dik_cari MATCH ?", (question,))
    return frozenset(row[0] for row in rows)


def hits(database: Any, text: str, versi_ids: Sequence[int]) -> dict[int, Temuan]:
    """The first part that holds a hit, for each of a few versions.

    Looked for in the words themselves: FTS5's own snippets walk every hit of the register.
    """
    if not versi_ids:
        return {}
    marks = ", ".join("?" * len(versi_ids))
    rows = database.execute_sql(
        f"SELECT rowid, * FROM dik_cari WHERE rowid IN ({marks})",
        tuple(versi_ids),
    )
    found = {}
    for versi_id, *texts in rows:
        hit = temuan(text, zip(_PARTS, texts, strict=True))
        if hit is not None:
            found[versi_id] = hit
    return found


def _question(text: str) -> str | None:
    """An FTS5 question that means just these words; quotes make every character harmless."""
    # Half of a surrogate pair, as a cut-off clipboard may hold, fits no UTF-8.
    plain = text.encode("utf-8", "ignore").decode("utf-8").replace("\x00", " ")
    words = [word for word in plain.split() if any(map(str.isalnum, word))]
    if not words:
        return None
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    return " AND ".join(f"{word} *" for word in quoted)


def _add(database: Any, rows: Iterable[tuple[int, str, str, str, str]]) -> None:
    connection = database.connection()
    connection.executemany(_INSERT, (_document(*row) for row in rows))


def _document(
    versi_id: int, isi_text: str, unit: str, catatan: str, keputusan: str
) -> tuple[Any, ...]:
    isi = isi_from_json(isi_text)
    return (
        versi_id,
        isi.judul(),
        "\n".join(dasar.teks() for dasar in isi.dasar),
        isi.konsekuensi_dibuka,
        isi.manfaat_ditutup,
        isi.jangka.teks() if isi.jangka else "",
        isi.bentuk,
        unit,
        catatan,
        keputusan,
    )
