"""Takes a bundle's records and files out beside the data, checked, before anything is moved."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sopapp.backup.errors import DamagedBundleError
from sopapp.backup.source import NamedFile, read_contents
from sopapp.backup.work import Meter
from sopapp.domain.errors import EnvironmentProblem
from sopapp.durable import sync_folder
from sopapp.paths import DataFolder
from sopapp.persistence.check_files import file_problems
from sopapp.persistence.file_address import file_address
from sopapp.persistence.files import FileStore
from sopapp.persistence.migrate import migrate

_SPARE = 16 << 20  # bytes that the disk keeps for what the program writes besides


class _Bundle(Protocol):
    def extract_database(self, target: Path) -> None: ...

    def extract_file(self, sha256: str, target: Path) -> None: ...


@dataclass(frozen=True, slots=True)
class Staged:
    """How many files there are now, and which are missing, named with what they belong to."""

    files: int
    missing: tuple[str, ...]


def stage(bundle: _Bundle, staging: Path, present: Path, meter: Meter) -> Staged:
    """Fill the folder `staging` with the records and files of `bundle`.

    A file that lies whole in the store `present` is taken from there. Raises DomainError for a
    damaged bundle, EnvironmentProblem, OSError, Cancelled.
    """
    data = DataFolder(staging)
    with _target_errors(staging):
        bundle.extract_database(data.database)
    found = read_contents(data.database)
    _check(data.database)
    meter.total = sum(each.size for each in found.files)
    here = FileStore(present)
    reused = {each.sha256 for each in found.files if _lies_there(here, each)}
    _refuse_full(staging, sum(each.size for each in found.files if each.sha256 not in reused))
    store = FileStore(data.attachments)
    data.attachments.mkdir(mode=0o700)
    missing = []
    for each in found.files:
        meter.check()
        target = store.path(each.sha256)
        target.parent.mkdir(exist_ok=True, mode=0o700)
        if not _take(bundle, each, here if each.sha256 in reused else None, target):
            missing.append(each)
        meter.add(each.size)
    return Staged(len(found.files) - len(missing), _named(data.database, missing))


def _take(bundle: _Bundle, file: NamedFile, here: FileStore | None, target: Path) -> bool:
    """Put one file in its place, whole; False when there is none to be had."""
    if here is not None and here.problem(file.sha256) is None:
        _link(here.path(file.sha256), target)
        return True
    try:
        with _target_errors(target.parent):
            bundle.extract_file(file.sha256, target)
    except DamagedBundleError:
        target.unlink(missing_ok=True)
        return False
    with target.open("rb") as handle:
        whole = hashlib.file_digest(handle, "sha256").hexdigest() == file.sha256
    if not whole:
        target.unlink()
    return whole


@contextmanager
def _target_errors(folder: Path) -> Iterator[None]:
    """A bundle speaks of a disk that backups lie on; what fails here is the data's."""
    try:
        yield
    except EnvironmentProblem as error:
        if isinstance(error.__cause__, OSError) and str(error).endswith(str(folder)):
            raise error.__cause__ from error
        raise


def _lies_there(here: FileStore, file: NamedFile) -> bool:
    try:
        return here.path(file.sha256).stat().st_size == file.size
    except OSError:
        return False


def _link(source: Path, target: Path) -> None:
    """The same file under a second name, which no stored file ever tells; else a copy."""
    try:
        os.link(source, target)
    except OSError:  # FAT has no links
        with source.open("rb") as reader, target.open("xb") as writer:
            shutil.copyfileobj(reader, writer)
            writer.flush()
            os.fsync(writer.fileno())
        sync_folder(target.parent)


def _check(database: Path) -> None:
    """Raises DamagedBundleError when the records that came out are not whole."""
    address = f"{file_address(database)}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        said = str(error)
    if said != "ok":
        raise DamagedBundleError(f"Data di dalam cadangan rusak ({said}). Pakai cadangan lain.")


def _refuse_full(staging: Path, size: int) -> None:
    free = shutil.disk_usage(staging).free
    if free < size + _SPARE:
        msg = (
            f"Ruang disk tidak cukup: diperlukan {_megabytes(size + _SPARE)} MB, tersedia "
            f"{_megabytes(free)} MB. Kosongkan sebagian disk atau pilih folder di disk lain. "
            f"Tidak ada yang diubah.\nFolder: {staging.parent}"
        )
        raise EnvironmentProblem(msg)


def _megabytes(size: int) -> int:
    return -(-size // 1_000_000)


class _Lacking(FileStore):
    """Speaks of the files of a bundle, which lie nowhere yet."""

    def __init__(self, missing: frozenset[str]) -> None:
        super().__init__(Path())
        self._missing = missing

    def path(self, sha256: str) -> Path:
        return Path(sha256[:12])

    def problem(self, sha256: str) -> str | None:
        return "tidak ada atau tidak utuh di dalam cadangan" if sha256 in self._missing else None


def _named(database: Path, missing: list[NamedFile]) -> tuple[str, ...]:
    """Each missing file with the letter it belongs to, found in a copy of the newest schema."""
    if not missing:
        return ()
    lacking = _Lacking(frozenset(each.sha256 for each in missing))
    with tempfile.TemporaryDirectory(prefix=".nama-", dir=database.parent) as work:
        copy = Path(work) / database.name
        shutil.copyfile(database, copy)
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            migrate(connection, copy)
            return tuple(file_problems(connection, lacking))
