"""The zip of a bundle, written aside and compared with what was meant."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from sopapp.backup.bundle_zip import BundleZip, deflated
from sopapp.backup.disk_writing import SyncedFile, changed_by_disk, forget_cached, small
from sopapp.backup.errors import DamagedBundleError
from sopapp.backup.manifest import DATABASE, DETAILS, MANIFEST, SEALED, Details, Manifest
from sopapp.backup.sealing import Key
from sopapp.backup.work import Meter, chunks

_ANY_TIME = (1980, 1, 1, 0, 0, 0)  # a zip can tell no earlier one, and the PC's may be wrong


@dataclass(slots=True)
class BundleWriter:
    """An open zip and what its entries have to be when they are read again."""

    zip: zipfile.ZipFile
    key: Key | None
    meter: Meter
    _meant: dict[str, str] = field(default_factory=dict)

    def text(self, name: str, data: bytes) -> None:
        """Write a small entry, sealed when there is a key."""
        self._packed(name, iter([data]))

    def manifest(self, manifest: Manifest) -> None:
        """Write what the bundle says of itself, which is open always."""
        self.entry(MANIFEST, iter([manifest.to_json()]), packed=True)

    def database(self, copy: Path) -> None:
        """Write the copy of the records. Raises OSError, Cancelled."""
        with copy.open("rb") as handle:
            self._packed(DATABASE, chunks(handle, self.meter))

    def entry(self, name: str, parts: Iterator[bytes], *, packed: bool, size: int = 0) -> None:
        """Write an entry as it is; one that may pass 2 GB says its `size` in bytes."""
        info = zipfile.ZipInfo(name, _ANY_TIME)
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        info.external_attr = 0o600 << 16
        digest = hashlib.sha256()
        with self.zip.open(info, "w", force_zip64=size > 1 << 30) as target:
            for part in small(parts):
                digest.update(part)
                target.write(part)
                self.meter.check()
        self._meant[name] = digest.hexdigest()

    def compare(self, path: Path, place: Path) -> None:
        """Read the closed zip again. Raises EnvironmentProblem when it is not as meant."""
        try:
            with BundleZip(path) as opened:
                for name, meant in self._meant.items():
                    digest = hashlib.sha256()
                    for piece in opened.chunks(name, max(0, opened.size(name))):
                        digest.update(piece)
                        self.meter.add(len(piece))
                    if digest.hexdigest() != meant:
                        raise changed_by_disk(place)
                opened.manifest()
        except DamagedBundleError as error:
            raise changed_by_disk(place) from error

    def _packed(self, name: str, parts: Iterator[bytes]) -> None:
        if self.key is None:
            self.entry(name, parts, packed=True)
        else:
            sealed = name + SEALED
            self.entry(sealed, self.key.seal(sealed, deflated(parts)), packed=False)


def write_bundle(
    path: Path,
    manifest: Manifest,
    details: Details,
    copy: Path,
    key: Key | None,
    meter: Meter,
    more: Callable[[BundleWriter], None],
) -> None:
    """Write the new file `path` and compare it; `more` writes the entries of a single file.

    Raises OSError, EnvironmentProblem, Cancelled.
    """
    with path.open("xb") as handle:
        file = SyncedFile(handle)
        with zipfile.ZipFile(cast("BinaryIO", file), "w", allowZip64=True) as opened:
            writer = BundleWriter(opened, key, meter)
            writer.manifest(manifest)
            writer.text(DETAILS, details.to_json())
            writer.database(copy)
            more(writer)
        file.sync()
        forget_cached(handle)
    writer.compare(path, path.parent.parent)
