"""Bytes written to a disk that is not trusted: synced as they go, then read back."""

from __future__ import annotations

import errno
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from sopapp.backup.work import CHUNK, Meter
from sopapp.domain.errors import EnvironmentProblem
from sopapp.durable import sync_folder

_SYNC_EVERY = 16 << 20
"""Bytes after which the disk has to keep up, so that progress is true and the end not long."""


class SyncedFile:
    """An open file that syncs itself as it goes; enough of one for a zip to be written to."""

    def __init__(self, handle: BinaryIO) -> None:
        self._handle = handle
        self._unsynced = 0
        self.seek, self.tell, self.flush = handle.seek, handle.tell, handle.flush

    def write(self, data: bytes) -> int:
        """Write all of `data`. Raises OSError."""
        written = self._handle.write(data)
        self._unsynced += len(data)
        if self._unsynced >= _SYNC_EVERY:
            self.sync()
        return written

    def sync(self) -> None:
        """Wait until the disk has it. Raises OSError."""
        self._handle.flush()
        os.fsync(self._handle.fileno())
        self._unsynced = 0


def small(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces small enough to stop between them."""
    for part in parts:
        if len(part) <= CHUNK:
            yield part
        else:
            yield from (part[start : start + CHUNK] for start in range(0, len(part), CHUNK))


def write_checked(path: Path, parts: Iterable[bytes], meter: Meter) -> int:
    """Write the new file `path`, synced, read it back, and say its size in bytes.

    Raises OSError, Cancelled, EnvironmentProblem when the disk gives back something else.
    """
    digest = hashlib.sha256()
    size = 0
    with path.open("xb") as handle:
        file = SyncedFile(handle)
        for part in small(parts):
            digest.update(part)
            size += len(part)
            file.write(part)
            meter.add(len(part))
        file.sync()
        forget_cached(handle)
    if file_digest(path, meter) != digest.hexdigest():
        raise changed_by_disk(path.parent.parent)
    return size


def file_digest(path: Path, meter: Meter) -> str:
    """SHA-256 of the file, counted. Raises OSError, Cancelled."""
    digest = hashlib.sha256()
    with path.open("rb") as source:
        while piece := source.read(CHUNK):
            digest.update(piece)
            meter.add(len(piece))
    return digest.hexdigest()


def forget_cached(handle: BinaryIO) -> None:
    """Have what is read next come from the disk rather than from memory, where possible."""
    if sys.platform == "linux":
        os.posix_fadvise(handle.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def changed_by_disk(place: Path) -> EnvironmentProblem:
    """For a disk that does not give back what was written."""
    return EnvironmentProblem(
        "Yang terbaca kembali tidak sama dengan yang ditulis, jadi cadangan ini tidak dipakai. "
        f"Disknya mungkin rusak; pakai disk lain.\nTempat: {place}"
    )


def sync_names(folder: Path) -> None:
    """Make the names in `folder` last, where its file system can. Raises OSError."""
    try:
        sync_folder(folder)
    except OSError as error:
        # Shares and some stick formats know no syncing of folders.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.ENOSYS):
            raise
