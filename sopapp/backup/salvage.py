"""What can still be read of a damaged data file, written into a new one.

The damaged file is only read, from a copy. A table that SQLite cannot read is read page by page;
rows that fit no table any more are left out and counted.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sopapp.backup.salvage_tables import (
    SchemaTable,
    fits,
    known_roots,
    put_row,
    put_stored,
    schema_tables,
    usual_roots,
)
from sopapp.backup.sqlite_pages import PAGE, Row, SqlitePages, Tree
from sopapp.disk_refusal import why_refused
from sopapp.domain.errors import DomainError, EnvironmentProblem, NewerDataError
from sopapp.durable import put_in_place, sync_folder
from sopapp.persistence.migrate import migrate
from sopapp.persistence.steps import STEPS


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A new data file with what could be read.

    `tables` names each table with the rows read and how many at least are lost; `events` are the
    rows of riwayat that could be read: number, UTC time, sentence.
    """

    target: Path
    tables: Mapping[str, tuple[int, int]]
    events: tuple[tuple[int, str, str], ...]

    @property
    def read(self) -> int:
        """Rows read, of all tables."""
        return sum(read for read, _lost in self.tables.values())

    @property
    def lost(self) -> int:
        """Rows that are known to be lost; there may be more."""
        return sum(lost for _read, lost in self.tables.values())


def salvage(database: Path, target: Path) -> Salvaged:
    """Write what can be read of `database` to the new file `target`.

    References to lost rows stay as they are, so that nothing readable is thrown away; the result
    is for reading, not for going on with. Raises DomainError when `target` exists,
    EnvironmentProblem when the disk refuses, NewerDataError for a newer program's file.
    """
    if target.exists():
        raise DomainError(f"File {target} sudah ada dan tidak ditimpa. Pilih nama lain.")
    try:
        with tempfile.TemporaryDirectory(prefix=".selamatkan-", dir=target.parent) as work:
            copy = _copy(database, Path(work))
            fresh = Path(work) / "hasil.sqlite3"
            done = _Salvage(copy, fresh).run()
            put_in_place(fresh, target)
            sync_folder(target.parent)
    except OSError as error:
        raise _refused(target, why_refused(error)) from error
    except sqlite3.OperationalError as error:  # of the new file only
        raise _refused(target, "file data baru tidak dapat ditulis") from error
    return Salvaged(target, done.tables, done.events)


def _refused(target: Path, why: str) -> EnvironmentProblem:
    return EnvironmentProblem(
        f"Data yang terbaca tidak dapat disimpan ({why}). Periksa ruang disk dan hak akses, atau "
        f"pilih tempat lain.\nFile: {target}"
    )


def _copy(database: Path, work: Path) -> Path:
    """A copy to read from, with what stands in the log beside it taken in as far as possible."""
    copy = work / "rusak.sqlite3"
    _copy_readable(database, copy)
    for suffix in ("-wal", "-journal"):
        beside = database.with_name(database.name + suffix)
        if beside.is_file():
            shutil.copyfile(beside, copy.with_name(copy.name + suffix))
    try:
        with closing(sqlite3.connect(copy)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        # A file that SQLite does not know as one, also where its message quotes what is no text:
        # the pages are read all the same.
        pass
    return copy


def _copy_readable(source: Path, target: Path) -> None:
    """Copy page by page; one that the disk does not give is left empty."""
    with source.open("rb", buffering=0) as reader, target.open("wb") as writer:
        for place in range(0, source.stat().st_size, PAGE):
            try:
                reader.seek(place)
                page = reader.read(PAGE)
            except OSError:
                page = bytes(PAGE)
            writer.write(page)


class _Salvage:
    def __init__(self, copy: Path, fresh: Path) -> None:
        self._pages = SqlitePages(copy)
        self._copy = copy
        self._fresh = fresh
        self.tables: dict[str, tuple[int, int]] = {}
        self.events: tuple[tuple[int, str, str], ...] = ()

    def run(self) -> _Salvage:
        version = self._pages.user_version()
        if version > len(STEPS) and version < 1 << 16:  # beyond that the header is damaged
            msg = "Data ini dibuat oleh versi program yang lebih baru. Pasang versi terbaru."
            raise NewerDataError(msg)
        steps = STEPS[:version] if 0 < version <= len(STEPS) else STEPS
        with closing(sqlite3.connect(self._fresh, isolation_level=None)) as target:
            migrate(target, self._fresh, steps)
            roots = usual_roots(target)
            tables = schema_tables(target)
            target.execute("PRAGMA foreign_keys = OFF")
            target.execute("BEGIN")
            with closing(sqlite3.connect(self._copy)) as source:
                _forgiving(source)
                damaged = [one for one in tables if not self._by_sql(source, target, one)]
                self._by_pages(target, damaged, roots)
                self._count_lost(source, target, tables)
            target.execute("COMMIT")
            self.events = tuple(
                target.execute("SELECT id, waktu, ringkasan FROM riwayat ORDER BY id")
            )
        return self

    def _by_sql(
        self, source: sqlite3.Connection, target: sqlite3.Connection, table: SchemaTable
    ) -> bool:
        """Take a whole table that SQLite reads; False leaves it to the pages."""
        names = ", ".join(table.columns)
        try:
            rows = source.execute(f"SELECT {names} FROM {table.name} NOT INDEXED").fetchall()
        except sqlite3.Error:
            return False
        put = sum(put_row(target, table.name, table.columns, row) for row in rows)
        self.tables[table.name] = (put, len(rows) - put)
        return True

    def _by_pages(
        self, target: sqlite3.Connection, damaged: list[SchemaTable], usual: Mapping[str, int]
    ) -> None:
        """Read each damaged table's own tree, then give stray pages to the one they fit."""
        if not damaged:
            return
        leaves = dict(self._pages.leaves())
        known = known_roots(leaves.values())
        taken = set(known.values())
        roots = {name: root for name, root in usual.items() if root not in taken} | known
        trees = {name: self._pages.tree(root) for name, root in roots.items() if root > 0}
        reached: set[int] = set()
        for name, tree in trees.items():
            if all(name != one.name for one in damaged):
                reached |= tree.pages
        for table in damaged:
            tree = trees.get(table.name, Tree())
            put = 0
            for row in tree.rows:
                put += put_stored(target, table, row)
            if put:  # else it is no tree of this table
                reached |= tree.pages
            self.tables[table.name] = (put, len(tree.rows) - put + tree.broken)
        for number, rows in leaves.items():
            if number not in reached:
                self._adopt(target, damaged, rows)

    def _adopt(
        self, target: sqlite3.Connection, damaged: list[SchemaTable], rows: list[Row]
    ) -> None:
        """Take the rows of a page without a tree, when they fit one damaged table only."""
        fitting = [one for one in damaged if rows and all(fits(target, one, row) for row in rows)]
        if len(fitting) != 1:
            return
        (table,) = fitting
        put = sum(put_stored(target, table, row) for row in rows)
        read, lost = self.tables[table.name]
        self.tables[table.name] = (read + put, lost + len(rows) - put)

    def _count_lost(
        self, source: sqlite3.Connection, target: sqlite3.Connection, tables: list[SchemaTable]
    ) -> None:
        """Where an index or the counter of riwayat knows how many there were, that is better."""
        for table in tables:
            read, lost = self.tables[table.name]
            expected = _expected(source, table)
            self.tables[table.name] = (read, max(0, expected - read) if expected else lost)
        seq = _scalar(source, "SELECT seq FROM sqlite_sequence WHERE name = 'riwayat'")
        read, lost = self.tables["riwayat"]
        highest = _scalar(target, "SELECT max(id) FROM riwayat")
        self.tables["riwayat"] = (read, max(seq, highest) - read if seq else lost)
        if seq > highest:  # so that a cut-off end still shows
            target.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'riwayat'", (seq,))


def _forgiving(source: sqlite3.Connection) -> None:
    source.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
    try:
        source.execute("PRAGMA writable_schema = ON")  # opens in spite of a damaged index entry
        source.execute("PRAGMA cell_size_check = ON")
    except sqlite3.DatabaseError:
        pass  # then nothing can be read by SQL, and each table says so


def _expected(source: sqlite3.Connection, table: SchemaTable) -> int:
    """How many rows the indexes of a table know of; 0 when none can be read."""
    try:
        indexes = source.execute(f"PRAGMA index_list({table.name})").fetchall()
    except sqlite3.Error:
        return 0
    return max(
        (
            _scalar(source, f'SELECT count(*) FROM {table.name} INDEXED BY "{each[1]}"')
            for each in indexes
            if not each[4]  # a partial one leaves rows out
        ),
        default=0,
    )


def _scalar(connection: sqlite3.Connection, sql: str) -> int:
    try:
        row = connection.execute(sql).fetchone()
    except sqlite3.Error:
        return 0
    return int(row[0]) if row and isinstance(row[0], int) else 0
