"""The SQLite file: opened with the settings that keep records, written one call at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from sopapp.domain.errors import DamagedDataError, DomainError, EnvironmentProblem
from sopapp.persistence.migrate import migrate

if TYPE_CHECKING:
    import peewee

PRAGMAS = {
    "foreign_keys": 1,
    "synchronous": "full",  # an issued number must survive a power cut
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "recursive_triggers": 1,  # else REPLACE passes by the trigger that keeps riwayat
}
_PATIENCE = 5.0  # seconds that a statement waits for another program's lock


class _Cursor(sqlite3.Cursor):
    """Says what is wrong with disk or file in our words also when it shows in a later row."""

    path = Path()

    def fetchone(self) -> Any:
        """The next row, None at the end; what peewee reads with."""
        try:
            return super().fetchone()
        except sqlite3.DatabaseError as error:
            raise_in_words(error, self.path)

    def fetchall(self) -> Any:
        """All rows that are left."""
        with database_errors(self.path):
            return super().fetchall()

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlite3.DatabaseError as error:
            raise_in_words(error, self.path)


class Database:
    """The open file as plain SQL; the tables of peewee are loaded with their first use.

    Belongs to the thread that opened it. Every fault of disk or file is said in our words.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._orm: peewee.SqliteDatabase | None = None

    def connect(self) -> None:
        """Open the file."""
        connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        try:
            for name, value in PRAGMAS.items():
                connection.execute(f"PRAGMA {name} = {value}")
        except BaseException:
            connection.close()
            raise
        self._connection = connection

    def connection(self) -> sqlite3.Connection:
        """The connection. Raises RuntimeError once the file was closed: who asks then is a bug."""
        if self._connection is None:
            raise RuntimeError(f"The data file is closed, and something still asks it: {self.path}")
        return self._connection

    def cursor(self) -> sqlite3.Cursor:
        """A cursor that tells of the file this one is open on."""
        cursor = self.connection().cursor(_Cursor)
        cursor.path = self.path
        return cursor

    def execute_sql(self, sql: str, params: Sequence[Any] | None = None) -> Any:
        """Run one statement."""
        with database_errors(self.path), refused_values():
            return self.cursor().execute(sql, params or ())

    def atomic(self, kind: str) -> Any:
        """A transaction that peewee's own savepoints stand in."""
        return self.orm.atomic(kind)

    @property
    def orm(self) -> peewee.SqliteDatabase:
        """The file as peewee's tables know it."""
        if self._orm is None:
            from sopapp.persistence.orm import Orm  # a third of a start, and no page needs it

            self._orm = Orm(self)
        return self._orm

    def is_closed(self) -> bool:
        """Whether it was closed."""
        return self._connection is None

    def close(self) -> None:
        """Close the file. Raises what SQLite says of a transaction that is open."""
        if self._orm is not None:
            self._orm.close()
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class _Opened:
    """The file opened last: peewee ties a table to one file for the whole program."""

    database: Database | None = None
    bind: Callable[[Database], None] | None = None


def bind_tables(bind: Callable[[Database], None]) -> None:
    """Call `bind` with the file that is open, if one is, and with each that is opened later."""
    _Opened.bind = bind
    if _Opened.database is not None:
        bind(_Opened.database)


def open_database(
    path: Path,
    *,
    suspicious: bool = False,
    before_migration: Callable[[], None] | None = None,
) -> Database:
    """Open (or make) the data file and bring its schema up to date; the tables speak of it then.

    `suspicious` looks it over first: the last run did not end well. `before_migration` is
    called before the schema of a file with records is changed. Raises DamagedDataError,
    EnvironmentProblem when the file cannot be read or written, NewerDataError when a newer
    program wrote it.
    """
    database = Database(path)
    with database_errors(path):
        database.connect()
        try:
            if suspicious:
                _quick_check(database.connection(), path)
            migrate(database.connection(), path, before=before_migration)
            # Kept in the file itself, so only after it proved to be ours.
            database.execute_sql("PRAGMA journal_mode = wal").fetchone()
        except BaseException:
            database.close()
            raise
    _Opened.database = database
    if _Opened.bind is not None:
        _Opened.bind(database)
    return database


def _quick_check(connection: sqlite3.Connection, path: Path) -> None:
    said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise DamagedDataError(f"{_DAMAGED}\nFile: {path}\nKeterangan: {said}")


def close_database(database: Database) -> None:
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
    except sqlite3.DatabaseError as error:
        raise_in_words(error, path)


@contextmanager
def refused_values() -> Iterator[None]:
    """Say in our words that a value cannot be stored.

    The services' door says which field it is in; this is the wall behind it.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise DomainError(_BROKEN_TEXT) from error
    except OverflowError as error:
        raise DomainError(_HUGE_NUMBER) from error


def raise_in_words(error: Exception, path: Path) -> NoReturn:
    """Raise the sentence for what SQLite says; `error` itself where it is not disk or file."""
    said = str(error).lower()
    for signs, remedy in _REMEDIES:
        if any(sign in said for sign in signs):
            kind = DamagedDataError if remedy == _DAMAGED else EnvironmentProblem
            raise kind(f"{remedy}\nFile: {path}") from error
    raise error
