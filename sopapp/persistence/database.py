"""The SQLite file: opened with the settings that keep records, written one call at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import peewee

from sopapp.domain.errors import DamagedDataError, DomainError, EnvironmentProblem
from sopapp.persistence.migrate import migrate
from sopapp.persistence.tables import MODELS

PRAGMAS = {
    "foreign_keys": 1,
    "synchronous": "full",  # an issued number must survive a power cut
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "recursive_triggers": 1,  # else REPLACE passes by the trigger that keeps riwayat
}


class _Cursor(sqlite3.Cursor):
    """Says what is wrong with disk or file in our words also when it shows in a later row."""

    path = Path()

    def fetchone(self) -> Any:
        """The next row, None at the end; what peewee reads with."""
        try:
            return super().fetchone()
        except sqlite3.DatabaseError as error:
            _raise_in_words(error, self.path)

    def fetchall(self) -> Any:
        """All rows that are left."""
        with database_errors(self.path):
            return super().fetchall()

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlite3.DatabaseError as error:
            _raise_in_words(error, self.path)


class _Database(peewee.SqliteDatabase):  # type: ignore[misc]  # peewee has no types
    """Says what is wrong with disk or file in our words, also while reading."""

    def execute_sql(self, *args: Any, **kwargs: Any) -> Any:
        with database_errors(Path(self.database)):
            try:
                return super().execute_sql(*args, **kwargs)
            except UnicodeEncodeError as error:
                # The services' door says which field; this is the wall behind it.
                raise DomainError(_BROKEN_TEXT) from error
            except OverflowError as error:
                raise DomainError(_HUGE_NUMBER) from error

    def cursor(self, named_cursor: str | None = None) -> Any:  # noqa: ARG002 - peewee's
        """A cursor that tells of the file this one is open on."""
        cursor = self.connection().cursor(_Cursor)
        cursor.path = Path(self.database)
        return cursor

    def rollback(self) -> None:
        # A full disk ends the transaction; a second ROLLBACK would fail and hide why.
        if self.connection().in_transaction:
            super().rollback()


def open_database(
    path: Path,
    *,
    suspicious: bool = False,
    before_migration: Callable[[], None] | None = None,
) -> peewee.SqliteDatabase:
    """Open (or make) the data file, bring its schema up to date and bind the tables to it.

    `suspicious` looks it over first: the last run did not end well. `before_migration` is
    called before the schema of a file with records is changed. Raises DamagedDataError,
    EnvironmentProblem when the file cannot be read or written, NewerDataError when a newer
    program wrote it.
    """
    database = _Database(path, pragmas=PRAGMAS)
    with database_errors(path):
        database.connect()
        try:
            if suspicious:
                _quick_check(database.connection(), path)
            migrate(database.connection(), path, before=before_migration)
            # Kept in the file itself, so only after it proved to be ours.
            database.pragma("journal_mode", "wal")
        except BaseException:
            database.close()
            raise
    database.bind(MODELS, bind_refs=False, bind_backrefs=False)
    return database


def _quick_check(connection: sqlite3.Connection, path: Path) -> None:
    said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise DamagedDataError(f"{_DAMAGED}\nFile: {path}\nKeterangan: {said}")


def close_database(database: peewee.SqliteDatabase) -> None:
    """Let SQLite refresh its statistics, then close."""
    if not database.is_closed():
        database.execute_sql("PRAGMA optimize")
        database.close()


_BROKEN_TEXT = (
    "Teks memuat tanda rusak yang tidak dapat disimpan; biasanya terbawa saat menempel. "
    "Ketik ulang teks itu."
)
_HUGE_NUMBER = "Bilangan itu terlalu besar untuk disimpan. Periksa angkanya."
_ODD = (
    "Isi sebuah catatan di file data tidak terbaca; mungkin diubah oleh program lain. Periksa "
    "data di Pengaturan, tab Cadangan, atau pulihkan dari cadangan."
)
_DAMAGED = "File data rusak. Jangan dihapus; pulihkan dari cadangan terakhir."
_REMEDIES = (
    (
        ("malformed json",),
        _ODD,
    ),
    (
        ("disk is full",),
        "Ruang disk penuh. Kosongkan sebagian disk, lalu ulangi; tidak ada yang tersimpan separuh.",
    ),
    (
        ("readonly", "read-only"),
        "File data hanya dapat dibaca. Periksa hak akses folder data.",
    ),
    (
        ("locked", "busy"),
        "File data sedang dipakai program lain. Tutup program itu, lalu ulangi.",
    ),
    (
        ("malformed", "not a database", "corrupt", "could not decode"),
        _DAMAGED,
    ),
    (
        ("unable to open", "disk i/o"),
        "File data tidak dapat dibuka. Periksa folder data dan disk.",
    ),
)


@contextmanager
def database_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says about disk, lock and damage into sentences with a remedy."""
    try:
        yield
    except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
        _raise_in_words(error, path)


def _raise_in_words(error: Exception, path: Path) -> NoReturn:
    """Raise the sentence for what SQLite says; `error` itself where it is not disk or file."""
    said = str(error).lower()
    for signs, remedy in _REMEDIES:
        if any(sign in said for sign in signs):
            kind = DamagedDataError if remedy == _DAMAGED else EnvironmentProblem
            raise kind(f"{remedy}\nFile: {path}") from error
    raise error
