"""A bundle opened: what is inside, taken out and checked."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sopapp.backup.bundle_zip import LARGEST_TEXT, BundleZip, exact, inflated, reading
from sopapp.backup.errors import (
    BrokenSealError,
    DamagedBundleError,
    WrongPasswordError,
    place_errors,
)
from sopapp.backup.manifest import (
    DATABASE,
    DETAILS,
    OBJECTS,
    SEALED,
    BundledFile,
    BundleInfo,
    Details,
    Manifest,
    no_bundle,
)
from sopapp.backup.place import Place, info_of
from sopapp.backup.sealing import Key, sealed_size
from sopapp.backup.source import check_copy
from sopapp.backup.work import CHUNK, Asked, Meter, never
from sopapp.domain.progress import Progress, no_progress
from sopapp.durable import durable_target

_IN_MEMORY = 1 << 29
"""Bytes of records that are checked in memory; larger ones by their SHA-256 only."""
_LARGEST_DATABASE = 1 << 34


@dataclass(frozen=True, slots=True)
class OpenBundle:
    """A bundle whose password, if it has one, was right. A context manager; or call `close`."""

    path: Path
    manifest: Manifest
    details: Details
    key: Key | None
    _zip: BundleZip
    _files: Mapping[str, BundledFile]

    @property
    def info(self) -> BundleInfo:
        """As a list shows it."""
        return info_of(self.path, self.manifest)

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def __enter__(self) -> OpenBundle:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def extract_database(self, target: Path) -> None:
        """Write the records to `target`, whole and as they were, or nothing.

        Raises DamagedBundleError, EnvironmentProblem when a disk refuses.
        """
        _write(target, self._database())

    def extract_file(self, sha256: str, target: Path) -> None:
        """Write the file with this digest to `target`, whole and as it was, or nothing.

        Raises DamagedBundleError when the bundle does not have it as it was, EnvironmentProblem
        when a disk refuses.
        """
        _write(target, self._file(self._find(sha256)))

    def verify(self, progress: Progress = no_progress, cancelled: Asked = never) -> tuple[str, ...]:
        """What is wrong with the bundle, one sentence each; reads all of it.

        Raises EnvironmentProblem when a disk refuses, Cancelled.
        """
        total = self.manifest.database_size + sum(file.size for file in self.details.files)
        meter = Meter(progress, cancelled, total)
        problems: list[str] = []
        try:
            held = bytearray()
            for piece in self._database():
                if self.manifest.database_size <= _IN_MEMORY:
                    held += piece
                meter.add(len(piece))
            said = check_copy(bytes(held)) if held else None
            if said is not None:
                problems.append(f"Catatan di dalam cadangan rusak: {said}")
        except DamagedBundleError as error:
            problems.append(str(error))
        for file in self.details.files:
            try:
                for piece in self._file(file):
                    meter.add(len(piece))
            except DamagedBundleError as error:
                problems.append(str(error))
        meter.finish()
        return tuple(problems)

    def _find(self, sha256: str) -> BundledFile:
        file = self._files.get(sha256)
        if file is None:
            raise DamagedBundleError(f"File itu tidak ada di dalam cadangan.\nFile: {self.path}")
        return file

    def _database(self) -> Generator[bytes, None, None]:
        size = self.manifest.database_size
        if size > _LARGEST_DATABASE:
            raise no_bundle(self.path)
        if self.key is None:
            parts = self._zip.chunks(DATABASE, size)
        else:
            parts = inflated(_opened(self._zip, DATABASE, self.key), self.path)
        return exact(parts, self.manifest.database_sha256, size, no_bundle(self.path))

    def _file(self, file: BundledFile) -> Generator[bytes, None, None]:
        damage = DamagedBundleError(
            f"File “{file.name}” tidak utuh di dalam cadangan. Cari cadangan lain yang masih "
            f"memuatnya.\nFile: {self.path}"
        )
        if self.key is None:
            parts = self._object(file, file.size)
        else:
            parts = self.key.unseal(file.object, self._object(file, sealed_size(file.size)))
        try:
            yield from exact(parts, file.sha256, file.size, damage)
        except BrokenSealError as error:
            raise damage from error

    def _object(self, file: BundledFile, size: int) -> Iterator[bytes]:
        """The bytes of an object, in the zip or beside it."""
        entry = f"{OBJECTS}/{file.object}"
        if self._zip.has(entry):
            yield from self._zip.chunks(entry, size)
            return
        path = Place(self.path.parent).object_path(file.object)
        if not path.is_file() and self.path.exists():
            raise DamagedBundleError(
                f"File “{file.name}” tidak ada di folder isi di samping cadangan. Salin seluruh "
                f"folder cadangan, termasuk folder isi.\nFile: {path}"
            )
        with reading(path), path.open("rb") as source:
            while piece := source.read(CHUNK):
                yield piece


def open_bundle(path: Path, password: str | None = None, *, key: Key | None = None) -> OpenBundle:
    """Open the bundle at `path`; a sealed one with `password`, or with `key` when it fits.

    Raises WrongPasswordError when it is sealed and what is given does not open it,
    DamagedBundleError when it is cut off or no bundle, DomainError when a newer program wrote
    it, EnvironmentProblem when it cannot be read.
    """
    opened = BundleZip(path)
    try:
        manifest = opened.manifest()
        fitting = _key(manifest, password, key)
        if fitting is None:
            data = opened.read(DETAILS)
        else:
            data = _limited(inflated(_opened(opened, DETAILS, fitting), path), path)
        details = Details.of_json(data, path)
        _agree(manifest, details, path)
    except BaseException:
        opened.close()
        raise
    files = {file.sha256: file for file in details.files}
    return OpenBundle(path, manifest, details, fitting, opened, files)


def _key(manifest: Manifest, password: str | None, key: Key | None) -> Key | None:
    sandi = manifest.sandi
    if sandi is None:
        return None
    if key is not None and key.opens(sandi):
        return key
    if password:
        return Key.opening(sandi, password)
    raise WrongPasswordError("Cadangan ini memakai kata sandi. Isi kata sandinya, lalu ulangi.")


def _opened(opened: BundleZip, name: str, key: Key) -> Iterator[bytes]:
    entry = name + SEALED
    return key.unseal(entry, opened.chunks(entry, opened.size(entry)))


def _limited(parts: Iterator[bytes], path: Path) -> bytes:
    held = bytearray()
    for part in parts:
        held += part
        if len(held) > LARGEST_TEXT:
            raise no_bundle(path)
    return bytes(held)


def _agree(manifest: Manifest, details: Details, path: Path) -> None:
    """The details name exactly the objects that the manifest counts. Raises DamagedBundleError."""
    size_of = sealed_size if manifest.sandi is not None else int
    told = {(file.object, size_of(file.size)) for file in details.files}
    if told != set(manifest.objects) or len(told) != len(details.files):
        raise no_bundle(path)


def _write(target: Path, parts: Generator[bytes, None, None]) -> None:
    """What `parts` raises itself is never an OSError, so the rest is the target's."""
    # Closed also when the target fails: else the bundle stays open as long as the error lives.
    with closing(parts), place_errors(target.parent), durable_target(target) as handle:
        for part in parts:
            handle.write(part)
