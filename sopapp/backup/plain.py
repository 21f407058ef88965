"""A plain data folder, or a data file kept beside one, read as if it were a bundle.

Somebody copied the folder to a stick, or wants back what lay there before a restore or before the
schema was changed.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sopapp.backup.errors import DamagedBundleError
from sopapp.backup.manifest import BundledFile, BundleInfo, DamagedFile, Details, Reason
from sopapp.backup.source import Contents, Source, copy_database, read_contents
from sopapp.backup.work import Asked, Meter, never
from sopapp.backup.working_folder import working_folder
from sopapp.disk_refusal import why_refused
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.domain.progress import Progress, no_progress
from sopapp.durable import durable_target
from sopapp.paths import DataFolder

_MAGIC = b"SQLite format 3\0"


class PlainData:
    """The records as they were when it was opened, and the files that lie beside them."""

    def __init__(self, path: Path, source: Source) -> None:
        """Raises DomainError when there are no records, DamagedDataError, EnvironmentProblem."""
        self._source = source
        self._held = ExitStack()
        try:
            spare = working_folder(Path(tempfile.gettempdir()), source.database)
            work = self._held.enter_context(spare)
        except OSError as error:
            why = why_refused(error)
            msg = f"Ruang sementara tidak dapat dibuat ({why}). Kosongkan sebagian disk."
            raise EnvironmentProblem(msg) from error
        try:
            self._copy = work / "data.sqlite3"
            copy_database(source, self._copy, Meter(no_progress, never))
            found = read_contents(self._copy)
            self.info = _info(path, source, found, self._copy.stat().st_size)
            self.details = _details(source, found)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> PlainData:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Forget the copy of the records."""
        self._held.close()

    def verify(self, progress: Progress = no_progress, cancelled: Asked = never) -> tuple[str, ...]:
        """What is wrong with the files, one sentence each. Raises Cancelled."""
        meter = Meter(progress, cancelled, sum(each.size for each in self.details.files))
        problems = []
        for file in self.details.files:
            meter.add(file.size)
            try:
                with self._source.stored(file.sha256).open("rb") as handle:
                    whole = hashlib.file_digest(handle, "sha256").hexdigest() == file.sha256
            except OSError:
                whole = False
            if not whole:
                problems.append(f"File “{file.name}” tidak utuh.")
        meter.finish()
        return tuple(problems)

    def extract_database(self, target: Path) -> None:
        """Write the records to `target`. Raises OSError."""
        with self._copy.open("rb") as source, durable_target(target) as handle:
            shutil.copyfileobj(source, handle)

    def extract_file(self, sha256: str, target: Path) -> None:
        """Write a stored file to `target`. Raises DamagedBundleError, OSError of the target."""
        path = self._source.stored(sha256)
        try:
            source = path.open("rb")
        except OSError as error:
            raise DamagedBundleError(f"File tidak ditemukan: {path}") from error
        with source, durable_target(target) as handle:
            shutil.copyfileobj(source, handle)


def is_data_file(path: Path) -> bool:
    """Whether `path` is an SQLite file. Raises OSError."""
    with path.open("rb") as handle:
        return handle.read(len(_MAGIC)) == _MAGIC


def open_plain(path: Path) -> PlainData:
    """A data folder, or one data file with the stored files of its folder. Raises as PlainData."""
    if path.is_dir():
        data = DataFolder(path)
        if not data.database.is_file():
            raise DomainError(f"Tidak ada data program di folder {path}. Periksa nama foldernya.")
        return PlainData(path, Source(data.database, data.attachments))
    return PlainData(path, Source(path, DataFolder(path.parent).attachments))


def _info(path: Path, source: Source, found: Contents, size: int) -> BundleInfo:
    written = source.database.stat().st_mtime
    log = source.database.with_name(f"{source.database.name}-wal")
    if log.exists():
        written = max(written, log.stat().st_mtime)
    return BundleInfo(
        path=path,
        made=datetime.fromtimestamp(written, UTC),
        reason=Reason.DIMINTA,
        schema=found.schema,
        origin=found.origin,
        riwayat=found.riwayat,
        rantai=found.rantai,
        restores=found.restores,
        size_bytes=size,
    )


def _details(source: Source, found: Contents) -> Details:
    there = {each.sha256: source.stored(each.sha256).is_file() for each in found.files}
    return Details(
        instansi=found.instansi,
        berkas=found.berkas,
        surat=found.surat,
        entri=found.entri,
        files=tuple(
            BundledFile(each.sha256, each.sha256, each.name, each.size)
            for each in found.files
            if there[each.sha256]
        ),
        damaged=tuple(
            DamagedFile(each.sha256, each.name, "tidak ditemukan")
            for each in found.files
            if not there[each.sha256]
        ),
    )
