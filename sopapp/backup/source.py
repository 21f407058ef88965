"""What is backed up: one consistent copy of the records, whoever writes them meanwhile."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sopapp.backup.work import Meter
from sopapp.disk_refusal import why_refused
from sopapp.domain.errors import DamagedDataError, DomainError, EnvironmentProblem
from sopapp.persistence.chain_rows import chain_rows
from sopapp.persistence.check_riwayat import PULIH
from sopapp.persistence.database import database_errors
from sopapp.persistence.file_address import file_address
from sopapp.persistence.store import AWAL

_PAGES = 256  # copied between two looks at whether to stop
_COUNTS = ("berkas", "surat", "dik_entri")


@dataclass(frozen=True, slots=True)
class Source:
    """The data file and the folder of stored files, each under its SHA-256."""

    database: Path
    attachments: Path

    def stored(self, sha256: str) -> Path:
        """Where the file with this digest lies."""
        return self.attachments / sha256[:2] / sha256


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that the records name. `size` in bytes."""

    sha256: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What a copy of the records holds."""

    schema: int
    origin: str
    riwayat: int
    rantai: str
    restores: int
    instansi: str
    berkas: int
    surat: int
    entri: int
    files: tuple[NamedFile, ...]


def copy_database(source: Source, target: Path, meter: Meter) -> None:
    """Write the records as they are at one moment to the new file `target`, checked.

    Reads over a connection of its own, so any thread may call it while another writes. Raises
    DamagedDataError when the records are damaged, DomainError when there are none,
    EnvironmentProblem, Cancelled.
    """
    if not source.database.is_file():
        raise DomainError(f"Tidak ada data program di folder {source.database.parent}.")
    with _reading(source.database, target.parent) as reading, _room(target):
        _quick_check(reading, source.database)
        meter.check()
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous = off")  # synced as a part of the bundle
            reading.backup(
                copy, pages=_PAGES, progress=lambda *_: meter.add(_PAGES * 4096), sleep=0
            )
            # A copy that needs no second file beside it can be opened from any disk.
            copy.execute("PRAGMA journal_mode = delete")
            _quick_check(copy, source.database)
            if _head(copy) != _head(reading):
                raise DamagedDataError(f"Salinan data tidak sama.\nFile: {source.database}")


def read_contents(copy: Path) -> Contents:
    """What the checked copy at `copy` holds, of whatever schema. Raises DamagedDataError."""
    address = f"{file_address(copy)}?mode=ro&immutable=1"
    with (
        database_errors(copy),
        closing(sqlite3.connect(address, uri=True)) as connection,
    ):
        first = connection.execute("SELECT rantai FROM riwayat ORDER BY id LIMIT 1").fetchone()
        number, link = _head(connection)
        # The name of the smallest id: the same bytes may have been given several names.
        rows = connection.execute(
            "SELECT sha256, nama, ukuran, min(id) FROM attachment GROUP BY sha256 ORDER BY min(id)"
        )
        files = tuple(NamedFile(sha256, name, size) for sha256, name, size, _id in rows)
        office = connection.execute("SELECT nama FROM instansi").fetchone()
        berkas, surat, entri = (_count(connection, table) for table in _COUNTS)
        return Contents(
            schema=connection.execute("PRAGMA user_version").fetchone()[0],
            origin=first[0] if first else AWAL,
            riwayat=number,
            rantai=link,
            restores=connection.execute(
                "SELECT count(*) FROM riwayat WHERE aksi = ?", (PULIH,)
            ).fetchone()[0],
            instansi=office[0] if office else "",
            berkas=berkas,
            surat=surat,
            entri=entri,
            files=files,
        )


def links(copy: Path) -> dict[int, str] | None:
    """Number and hash of each row of riwayat in the copy; None when its chain is broken."""
    address = f"{file_address(copy)}?mode=ro&immutable=1"
    with (
        database_errors(copy),
        closing(sqlite3.connect(address, uri=True)) as connection,
    ):
        found: dict[int, str] = {}
        previous = AWAL
        for row in chain_rows(connection):
            if row.after(previous) != row.link:
                return None
            found[row.number] = previous = row.link
        return found


def check_copy(data: bytes) -> str | None:
    """What SQLite says is wrong with a whole data file in memory, or None."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.deserialize(data)
            said = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        except sqlite3.DatabaseError as error:
            return str(error)
        return None if said == "ok" else said


@contextmanager
def _reading(database: Path, spare: Path) -> Iterator[sqlite3.Connection]:
    """A connection that sees `database` as it is at this moment, and only reads.

    A disk that cannot be written, such as the one of a dead PC, needs other ways: without a log
    the file is read as it lies; with one, both are copied to `spare` first.
    """
    log = database.with_name(f"{database.name}-wal")
    address = file_address(database)
    with database_errors(database):
        try:
            # A reader alone would leave an empty log behind, where there was none.
            connection = _begin(f"{address}?mode={'ro' if log.exists() else 'rw'}", database)
        except sqlite3.OperationalError as error:
            if "unable to open" not in str(error) and "readonly" not in str(error):
                raise
            if not log.exists():
                connection = _begin(f"{address}?mode=ro&immutable=1", database)
            else:
                connection = _begin(file_address(_spare_copy(database, log, spare)), database)
        with closing(connection):
            yield connection


def _begin(address: str, database: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=5)
    try:
        connection.execute("PRAGMA query_only = on")
        connection.execute("BEGIN")
        tables = connection.execute(
            "SELECT count(*) FROM sqlite_schema WHERE name IN ('riwayat', 'attachment', 'instansi')"
        ).fetchone()[0]
    except BaseException:
        connection.close()
        raise
    if tables != 3:
        connection.close()
        raise DomainError(
            f"File ini bukan data program ini. Pilih folder data yang lain.\nFile: {database}"
        )
    return connection


def _spare_copy(database: Path, log: Path, spare: Path) -> Path:
    copy = spare / "sumber.sqlite3"
    try:
        shutil.copyfile(database, copy)
        shutil.copyfile(log, copy.with_name(f"{copy.name}-wal"))
    except OSError as error:
        msg = (
            f"File data tidak dapat dibaca ({why_refused(error)}). Periksa disk dan hak "
            f"aksesnya.\nFile: {database}"
        )
        raise EnvironmentProblem(msg) from error
    return copy


@contextmanager
def _room(target: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "full" not in str(error):
            raise
        msg = (
            "Ruang disk habis saat menyalin data. Kosongkan sebagian disk, lalu ulangi.\n"
            f"Tempat: {target.parent.parent}"
        )
        raise EnvironmentProblem(msg) from error


def _quick_check(connection: sqlite3.Connection, path: Path) -> None:
    said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        msg = (
            "File data rusak, jadi tidak dicadangkan; cadangan lama dibiarkan. Pulihkan dari "
            f"cadangan terakhir.\nFile: {path}\nKeterangan: {said}"
        )
        raise DamagedDataError(msg)


def _head(connection: sqlite3.Connection) -> tuple[int, str]:
    row = connection.execute("SELECT id, rantai FROM riwayat ORDER BY id DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, AWAL)


def _count(connection: sqlite3.Connection, table: str) -> int:
    """Rows of `table`, or 0 in a schema that had none yet."""
    known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    if not known:
        return 0
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
