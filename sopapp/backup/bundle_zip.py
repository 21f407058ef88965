"""The zip of a bundle, read without trust: nothing in it decides where or how much is written."""

from __future__ import annotations

import errno
import hashlib
import stat
import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from sopapp.backup.errors import DamagedBundleError, place_sentence
from sopapp.backup.manifest import (
    DATABASE,
    DETAILS,
    MANIFEST,
    OBJECT_NAME,
    OBJECTS,
    SEALED,
    Manifest,
    no_bundle,
)
from sopapp.backup.work import CHUNK
from sopapp.domain.errors import EnvironmentProblem

LARGEST_TEXT = 64 << 20
"""Bytes of manifest and details at most: enough for half a million files."""
_KNOWN = {MANIFEST, DETAILS, DATABASE, DETAILS + SEALED, DATABASE + SEALED}
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# Everything that `zipfile` was seen to raise over bytes that are no whole zip.
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
    OverflowError,
    MemoryError,
)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what goes wrong over the bytes of `path` into a sentence.

    Raises DamagedBundleError for the content, EnvironmentProblem for the disk.
    """
    try:
        yield
    except OSError as error:
        _refuse_content(path, error)
        if error.errno in (errno.ENOENT, errno.ENOTDIR):
            msg = (
                "File cadangan tidak ditemukan. Periksa apakah disk atau jaringannya terhubung, "
                f"lalu ulangi.\nFile: {path}"
            )
            raise EnvironmentProblem(msg) from error
        if error.errno in (errno.EACCES, errno.EPERM):
            msg = f"File cadangan tidak boleh dibaca. Periksa hak aksesnya.\nFile: {path}"
            raise EnvironmentProblem(msg) from error
        raise EnvironmentProblem(place_sentence(error, path)) from error
    except _BROKEN as error:
        raise no_bundle(path) from error


def _refuse_content(path: Path, error: OSError) -> None:
    """Raise DamagedBundleError where `error` is of what the file is, not of where it lies.

    EINVAL is a place in the file that is none; but Windows says so too, and with nothing
    more, when the stick or the share went away while it was read. Of a folder it says EACCES.
    """
    if error.errno in (errno.EINVAL, errno.EISDIR, errno.EACCES, None):
        try:
            folder = stat.S_ISDIR(path.stat().st_mode)
        except OSError as gone:
            if error.errno == errno.EINVAL:
                raise EnvironmentProblem(place_sentence(gone, path)) from error
            folder = False
        if folder or error.errno != errno.EACCES:
            raise no_bundle(path) from error


class BundleZip:
    """An open bundle file. Raises as `reading` does."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with reading(path):
            self._zip = zipfile.ZipFile(path)
        try:
            self._entries = self._known()
        except BaseException:
            self._zip.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def __enter__(self) -> BundleZip:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def has(self, name: str) -> bool:
        """Whether there is such an entry."""
        return name in self._entries

    def size(self, name: str) -> int:
        """Bytes of the entry when unpacked, as it says itself; -1 when there is none."""
        entry = self._entries.get(name)
        return entry.file_size if entry else -1

    def chunks(self, name: str, limit: int) -> Iterator[bytes]:
        """The entry's bytes, at most `limit`. Raises DamagedBundleError for more, or for none."""
        entry = self._entries.get(name)
        if entry is None or entry.file_size > limit:
            raise no_bundle(self.path)
        left = entry.file_size
        with reading(self.path), self._zip.open(entry) as source:
            while piece := source.read(CHUNK):
                left -= len(piece)
                yield piece
        if left:
            raise no_bundle(self.path)

    def read(self, name: str) -> bytes:
        """A whole entry of text."""
        return b"".join(self.chunks(name, LARGEST_TEXT))

    def manifest(self) -> Manifest:
        """What the bundle says of itself. Raises DamagedBundleError, DomainError when newer."""
        return Manifest.of_json(self.read(MANIFEST), self.path)

    def _known(self) -> dict[str, zipfile.ZipInfo]:
        """The entries by name; whatever else there is, is never looked at."""
        found: dict[str, zipfile.ZipInfo] = {}
        for entry in self._zip.infolist():
            name = entry.filename
            folder, _, last = name.rpartition("/")
            if name not in _KNOWN and not (folder == OBJECTS and OBJECT_NAME.fullmatch(last)):
                continue
            if name in found or entry.compress_type not in _METHODS or entry.flag_bits & 1:
                raise no_bundle(self.path)
            found[name] = entry
        return found


def inflated(parts: Iterator[bytes], path: Path) -> Iterator[bytes]:
    """The bytes that `deflated` packed, in pieces of bounded size. Raises DamagedBundleError."""
    unpacker = zlib.decompressobj()
    try:
        for part in parts:
            left = part
            while left and not unpacker.eof:
                piece = unpacker.decompress(left, CHUNK)
                left = unpacker.unconsumed_tail
                if piece:
                    yield piece
        while not unpacker.eof and (piece := unpacker.decompress(b"", CHUNK)):
            yield piece
    except zlib.error as error:
        raise no_bundle(path) from error
    if not unpacker.eof or unpacker.unused_data:
        raise no_bundle(path)


def deflated(parts: Iterator[bytes]) -> Iterator[bytes]:
    """The bytes packed; what is sealed cannot be packed any more."""
    packer = zlib.compressobj()
    for part in parts:
        if piece := packer.compress(part):
            yield piece
    yield packer.flush()


def exact(
    parts: Iterator[bytes], sha256: str, size: int, damage: DamagedBundleError
) -> Generator[bytes, None, None]:
    """The same bytes; raises `damage` at the first too many, or at the end when they differ."""
    digest = hashlib.sha256()
    seen = 0
    for part in parts:
        seen += len(part)
        if seen > size:
            raise damage
        digest.update(part)
        yield part
    if seen != size or digest.hexdigest() != sha256:
        raise damage
