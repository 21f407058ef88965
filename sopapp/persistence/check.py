"""Looks a data folder over without changing it: records, stored files, riwayat."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sopapp.domain.errors import DomainError, NewerDataError
from sopapp.persistence.check_files import file_problems
from sopapp.persistence.check_letters import letter_problems
from sopapp.persistence.check_riwayat import Anchor, riwayat_problems
from sopapp.persistence.check_schema import schema_problems
from sopapp.persistence.file_address import file_address
from sopapp.persistence.files import FileStore
from sopapp.persistence.migrate import MARK
from sopapp.persistence.steps import STEPS

_JSON_COLUMNS = (
    ("setting", "nilai"),
    ("instansi", "alamat"),
    ("surat", "isi"),
    ("usulan", "isi"),
    ("dik_versi", "isi"),
    ("uji", "isi_usulan"),
    ("uji", "isi"),
    ("koreksi", "sebelum"),
    ("koreksi", "sesudah"),
    ("templat", "isi"),
    ("riwayat", "sebelum"),
    ("riwayat", "sesudah"),
)
_OPEN = """
SELECT b.judul, count(DISTINCT r.id), count(t.id)
FROM berkas b
LEFT JOIN stage_run r ON r.berkas_id = b.id AND r.selesai IS NULL
LEFT JOIN step_run t ON t.stage_run_id = r.id AND t.selesai IS NULL
GROUP BY b.id
HAVING count(DISTINCT r.id) <> count(t.id) OR NOT EXISTS
    (SELECT 1 FROM stage_run WHERE berkas_id = b.id)
"""


def check_data(
    database: Path, attachments: Path, anchors: Iterable[Anchor] = ()
) -> tuple[str, ...]:
    """What is wrong with a data file and its stored files, one sentence each.

    `anchors` is what backups know of riwayat; without it a riwayat whose end was cut off
    cleanly, or that was chained anew as a whole, does not show. Empty when all is well. Raises
    DomainError when there is no data file, NewerDataError for a newer program's.
    """
    if not database.is_file():
        raise DomainError(f"Tidak ada data program di folder {database.parent}.")
    # Without a log beside it nobody writes the file, and a read-only disk can hold it too.
    has_log = database.with_name(f"{database.name}-wal").exists()
    mode = "mode=ro" if has_log else "mode=ro&immutable=1"
    address = f"{file_address(database)}?{mode}"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > len(STEPS):
                msg = f"Data {database} dibuat oleh versi program yang lebih baru; tidak diperiksa."
                raise NewerDataError(msg)
            damage = tuple(_damage(connection))
            if damage:  # what such a file says about the rest is worth nothing
                return damage
            if version < len(STEPS):
                return (f"Skema data masih versi {version}; buka dahulu dengan program.",)
            # Text that is none is a change like any other: its row has to be named.
            connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
            made = (*_foreign(connection), *schema_problems(connection))
            if any(each.startswith("Tabel") and "hilang" in each for each in made):
                return made  # nothing can be asked of records that are not there
            return (
                *made,
                *_orphans(connection),
                *_broken_json(connection),
                *_open_steps(connection),
                *file_problems(connection, FileStore(attachments)),
                *riwayat_problems(connection, anchors),
                *letter_problems(connection),
            )
    except sqlite3.DatabaseError as error:
        return (f"File data rusak atau tidak terbaca: {database} ({error}).",)


def _damage(connection: sqlite3.Connection) -> Iterator[str]:
    for (said,) in connection.execute("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield f"Basis data rusak: {said}."


def _foreign(connection: sqlite3.Connection) -> Iterator[str]:
    if connection.execute("PRAGMA application_id").fetchone()[0] != MARK:
        yield "Tanda pengenal file data diubah dari luar program; program tidak akan membukanya."


def _orphans(connection: sqlite3.Connection) -> Iterator[str]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"Catatan {table} nomor {row} menunjuk {parent} yang tidak ada."


def _broken_json(connection: sqlite3.Connection) -> Iterator[str]:
    for table, column in _JSON_COLUMNS:
        for number, text in connection.execute(
            f"SELECT rowid, {column} FROM {table} WHERE {column} IS NOT NULL"
            if table != "setting"
            else "SELECT kunci, nilai FROM setting"
        ):
            try:
                json.loads(text)
            except (ValueError, RecursionError):
                yield f"Isi {table} ({column}) pada catatan {number} tidak terbaca."


def _open_steps(connection: sqlite3.Connection) -> Iterator[str]:
    for judul, runs, steps in connection.execute(_OPEN):
        yield f"Posisi berkas “{judul}” tidak jelas ({runs} tahap dan {steps} langkah terbuka)."
