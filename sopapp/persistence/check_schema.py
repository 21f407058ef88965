"""Compares the make of a data file with what the steps make: tables, indexes, triggers.

A trigger that keeps riwayat, prints or signed letters and is missing or changed tells that
somebody opened a way to change them, even when every row still fits.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from sopapp.persistence.steps import STEPS

_GUARDS = {
    "riwayat_tetap": "riwayat terhadap perubahan",
    "riwayat_kekal": "riwayat terhadap penghapusan",
    "cetakan_tetap": "cetakan surat terhadap perubahan",
    "cetakan_kekal": "cetakan surat terhadap penghapusan",
    "surat_beku": "surat yang ditandatangani terhadap perubahan",
}
_KINDS = {"table": "Tabel", "index": "Indeks", "view": "Tampilan", "trigger": "Pemicu"}
_UNSEEN = re.compile(r"[\s\"`\[\]]+")  # SQLite quotes and spaces differ between its versions


def schema_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """What of the file's make is not as this program makes it, one sentence each."""
    present, wanted = _make(connection), _wanted()
    for (kind, name), sql in wanted.items():
        found = present.get((kind, name))
        if found == sql:
            continue
        what = "hilang" if found is None else "diubah"
        if name in _GUARDS:
            yield (
                f"Pengaman {_GUARDS[name]} ({name}) {what}; isinya mungkin pernah diubah dari "
                "luar program."
            )
        else:
            yield f"{_KINDS[kind]} “{name}” {what}: susunan basis data bukan buatan program ini."
    for kind, name in present.keys() - wanted.keys():
        yield f"{_KINDS[kind]} “{name}” bukan buatan program ini."


def _wanted() -> dict[tuple[str, str], str]:
    with closing(sqlite3.connect(":memory:")) as fresh:
        for step in STEPS:
            for statement in step.SQL:
                fresh.execute(statement)
            after = getattr(step, "after", None)
            if after is not None:
                after(fresh)
        return _make(fresh)


def _make(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """What there is by kind and name; what SQLite makes for itself is left out."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema "
        "WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY type, name"
    )
    return {(kind, name): _UNSEEN.sub("", sql or "").casefold() for kind, name, sql in rows}
