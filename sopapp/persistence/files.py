"""Stored files, each under the SHA-256 of its bytes; never changed, never overwritten."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sopapp.domain.errors import DomainError, EnvironmentProblem

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class StoredFile:
    """What was stored: its digest (hex) and size in bytes."""

    sha256: str
    size: int


class FileStore:
    """A folder of files named for their content."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, sha256: str) -> Path:
        """Where the bytes with this digest lie."""
        return self.root / sha256[:2] / sha256

    def put_bytes(self, data: bytes) -> StoredFile:
        """Store `data`, synced to disk. Raises EnvironmentProblem when the disk refuses."""
        return self._store(io.BytesIO(data))

    def put_file(self, source: Path) -> StoredFile:
        """Store a copy of `source`, synced to disk; the original is only read.

        Raises DomainError when it cannot be read, EnvironmentProblem when the disk refuses.
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
            return self._store(handle)

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

    def _store(self, source: BinaryIO) -> StoredFile:
        digest = hashlib.sha256()
        size = 0
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=self.root, prefix=".baru-")
            temporary = Path(name)
            try:
                with os.fdopen(descriptor, "wb") as target:
                    while chunk := source.read(_CHUNK):
                        digest.update(chunk)
                        size += len(chunk)
                        target.write(chunk)
                    target.flush()
                    os.fsync(target.fileno())
                final = self.path(digest.hexdigest())
                final.parent.mkdir(exist_ok=True)
                # Left alone when it is there and whole: somebody may have it open.
                if self.problem(digest.hexdigest()) is not None:
                    temporary.replace(final)
            finally:
                temporary.unlink(missing_ok=True)
        except OSError as error:
            msg = (
                f"File tidak dapat disimpan ({error.strerror or error}). Periksa ruang disk dan "
                f"hak akses folder:\n{self.root}"
            )
            raise EnvironmentProblem(msg) from error
        return StoredFile(digest.hexdigest(), size)
