"""Stored files, each under the SHA-256 of its bytes; never changed, never overwritten.

What `put_bytes` and `put_file` gave back survives a power cut, name and all, so that a record
that is committed after it never points to a file that is not there.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from sopapp.disk_refusal import why_refused
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.domain.progress import Progress, no_progress
from sopapp.durable import ASIDE, put_in_place, sync_folder
from sopapp.persistence.leftovers import sweep

_CHUNK = 1 << 20
_OLD = 24 * 3600.0  # seconds; nobody writes one file for so long


@dataclass(frozen=True, slots=True)
class StoredFile:
    """What was stored: its digest (hex) and size in bytes."""

    sha256: str
    size: int


class FileStore:
    """A folder of files named for their content."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._swept = False

    def path(self, sha256: str) -> Path:
        """Where the bytes with this digest lie."""
        return self.root / sha256[:2] / sha256

    def put_bytes(self, data: bytes) -> StoredFile:
        """Store `data`, synced to disk. Raises EnvironmentProblem when the disk refuses."""
        return self._store(iter((data,)))

    def put_file(self, source: Path, progress: Progress = no_progress) -> StoredFile:
        """Store a copy of `source`, synced to disk; the original is only read.

        `progress` hears of bytes and may stop it; nothing is stored then. Raises DomainError when
        it cannot be read, EnvironmentProblem when the disk refuses.
        """
        try:
            handle = source.open("rb")
        except OSError as error:
            msg = (
                f"File “{source.name}” tidak dapat dibaca. Periksa apakah file itu masih ada "
                "dan tutup program yang memakainya, lalu ulangi."
            )
            raise DomainError(msg) from error
        with handle:
            return self._store(_chunks(handle, source.name, progress))

    def read(self, sha256: str) -> bytes:
        """The stored bytes, checked. Raises EnvironmentProblem when missing or changed."""
        try:
            data = self.path(sha256).read_bytes()
        except OSError as error:
            msg = f"File tersimpan tidak ditemukan: {self.path(sha256)}. Pulihkan dari cadangan."
            raise EnvironmentProblem(msg) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            msg = f"Isi file tersimpan telah berubah: {self.path(sha256)}. Pulihkan dari cadangan."
            raise EnvironmentProblem(msg)
        return data

    def problem(self, sha256: str) -> str | None:
        """What is wrong with the stored file (missing, changed), or None."""
        try:
            with self.path(sha256).open("rb") as handle:
                found = hashlib.file_digest(handle, "sha256").hexdigest()
        except OSError:
            return "tidak ditemukan"
        return None if found == sha256 else "isinya berubah"

    def _store(self, source: Iterator[bytes]) -> StoredFile:
        if not self._swept:  # what an import without a window left when it was killed
            sweep(self.root, older_than=_OLD)
            self._swept = True
        try:
            self.root.mkdir(exist_ok=True)  # never the data folder, which may have been moved
            aside = self.root / f"{ASIDE}{token_hex(6)}"
            try:
                stored = _copy(source, aside)
                final = self.path(stored.sha256)
                final.parent.mkdir(exist_ok=True)
                # Left alone when it is there and whole: somebody may have it open.
                if self.problem(stored.sha256) is not None:
                    put_in_place(aside, final)
            finally:
                with suppress(OSError):  # held by a virus scanner: a later run sweeps it
                    aside.unlink(missing_ok=True)
            # Each time: a run that was killed may have made the folders without syncing them.
            for folder in (final.parent, self.root, self.root.parent):
                sync_folder(folder)
        except OSError as error:
            msg = (
                f"File tidak dapat disimpan ({why_refused(error)}). Periksa ruang disk, dan "
                f"apakah folder ini masih ada dan boleh ditulisi:\n{self.root}"
            )
            raise EnvironmentProblem(msg) from error
        return stored


def _chunks(handle: BinaryIO, name: str, progress: Progress) -> Iterator[bytes]:
    """What lies in a file that is taken in, piece by piece. Raises DomainError."""
    done, size = 0, os.fstat(handle.fileno()).st_size
    while True:
        progress(min(done, size), size)
        try:
            chunk = handle.read(_CHUNK)
        except OSError as error:
            msg = (
                f"File “{name}” tidak terbaca sampai selesai ({why_refused(error)}). Salin "
                "dahulu file itu ke disk komputer ini, lalu ulangi."
            )
            raise DomainError(msg) from error
        if not chunk:
            return
        done += len(chunk)
        yield chunk


def _copy(source: Iterator[bytes], target: Path) -> StoredFile:
    """Write what `source` gives to a new file, synced to disk."""
    digest = hashlib.sha256()
    size = 0
    with target.open("xb") as handle:
        for chunk in source:
            digest.update(chunk)
            size += len(chunk)
            handle.write(chunk)
        handle.flush()
        os.fsync(handle.fileno())
    return StoredFile(digest.hexdigest(), size)
