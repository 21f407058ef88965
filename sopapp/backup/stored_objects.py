"""The stored files brought to a place: what lies there already is not copied again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sopapp.backup.disk_writing import sync_names, write_checked
from sopapp.backup.errors import DamagedBundleError, place_errors
from sopapp.backup.manifest import SEALED, BundledFile, DamagedFile
from sopapp.backup.place import Place
from sopapp.backup.sealing import Key, sealed_size
from sopapp.backup.source import Contents, NamedFile, Source
from sopapp.backup.work import Meter, chunks
from sopapp.domain.errors import EnvironmentProblem
from sopapp.domain.progress import Cancelled
from sopapp.durable import put_in_place

MISSING = "tidak ditemukan di folder data"
CHANGED = "isinya berubah"
UNREADABLE = "tidak terbaca"


class LostFileError(Exception):
    """A stored file cannot be had as it was; its text is one of the words above."""


def source_size(source: Source, file: NamedFile) -> int:
    """Bytes of the stored file now. Raises LostFileError."""
    try:
        size = source.stored(file.sha256).stat().st_size
    except FileNotFoundError as error:
        raise LostFileError(MISSING) from error
    except OSError as error:
        raise LostFileError(UNREADABLE) from error
    if size != file.size:
        raise LostFileError(CHANGED)
    return size


def source_chunks(source: Source, file: NamedFile, meter: Meter | None) -> Iterator[bytes]:
    """The stored file's bytes; raises LostFileError, at the latest at the end, when changed."""
    digest = hashlib.sha256()
    try:
        with source.stored(file.sha256).open("rb") as handle:
            for piece in chunks(handle, meter):
                digest.update(piece)
                yield piece
    except FileNotFoundError as error:
        raise LostFileError(MISSING) from error
    except OSError as error:
        raise LostFileError(UNREADABLE) from error
    if digest.hexdigest() != file.sha256:
        raise LostFileError(CHANGED)


@dataclass(slots=True)
class StoredObjects:
    """What was brought to `place`, and what could not be. `copied_bytes` of the plain files."""

    source: Source
    place: Place
    work: Path
    key: Key | None
    meter: Meter
    recheck: bool = False
    files: list[BundledFile] = field(default_factory=list)
    damaged: list[DamagedFile] = field(default_factory=list)
    copied_files: int = 0
    copied_bytes: int = 0
    _touched: set[Path] = field(default_factory=set)

    def bring(self, contents: Contents) -> None:
        """Bring every file that the records name. Raises EnvironmentProblem, Cancelled."""
        self.meter.total += sum(self._work(file) for file in contents.files)
        with place_errors(self.place.root):
            for file in contents.files:
                self._bring(file)
            for folder in sorted(self._touched):
                sync_names(folder)

    def still_there(self) -> None:
        """Raises EnvironmentProblem when somebody took an object away meanwhile."""
        for file in self.files:
            if not self._lies_there(file):
                raise EnvironmentProblem(
                    "Isi tempat cadangan berubah ketika cadangan dibuat. Ulangi pencadangan.\n"
                    f"Tempat: {self.place.root}"
                )

    def _bundled(self, file: NamedFile) -> BundledFile:
        name = self.key.name(file.sha256) + SEALED if self.key else file.sha256
        return BundledFile(file.sha256, name, file.name, file.size)

    def _work(self, file: NamedFile) -> int:
        """Bytes to be moved for it: read, and read back."""
        there = self._lies_there(self._bundled(file))
        return (file.size if self.recheck else 0) if there else self._size(file.size) * 2

    def _size(self, size: int) -> int:
        return sealed_size(size) if self.key else size

    def _lies_there(self, file: BundledFile) -> bool:
        try:
            found = self.place.object_path(file.object).stat().st_size
        except OSError:
            return False
        return found == self._size(file.size)

    def _bring(self, file: NamedFile) -> None:
        bundled = self._bundled(file)
        self.meter.check()
        try:
            source_size(self.source, file)
            there = self._lies_there(bundled)
            if not there or (self.recheck and not self._is_whole(bundled)):
                self._copy(file, bundled)
        except LostFileError as lost:
            self.damaged.append(DamagedFile(file.sha256, file.name, str(lost)))
            # The copy that lies here may be the last there is; it must go on being named.
            if not (self._lies_there(bundled) and self._is_whole(bundled)):
                return
        self.files.append(bundled)

    def _copy(self, file: NamedFile, bundled: BundledFile) -> None:
        aside = self.work / bundled.object
        parts = source_chunks(self.source, file, None)
        if self.key is not None:
            parts = self.key.seal(bundled.object, parts)
        try:
            write_checked(aside, parts, self.meter)
            target = self.place.object_path(bundled.object)
            if not target.parent.is_dir():
                target.parent.mkdir(exist_ok=True)
                self._touched.add(target.parent.parent)
            put_in_place(aside, target)
        except (LostFileError, Cancelled, OSError):
            aside.unlink(missing_ok=True)
            raise
        self._touched.add(target.parent)
        self.copied_files += 1
        self.copied_bytes += file.size

    def _is_whole(self, file: BundledFile) -> bool:
        """Whether the object at the place has the bytes that it should; reads all of it."""
        digest = hashlib.sha256()
        try:
            with self.place.object_path(file.object).open("rb") as handle:
                parts: Iterator[bytes] = chunks(handle, self.meter)
                if self.key is not None:
                    parts = self.key.unseal(file.object, parts)
                for part in parts:
                    digest.update(part)
        except (OSError, DamagedBundleError):
            return False
        return digest.hexdigest() == file.sha256
