"""Looks at data and backups in full, and takes lost files back; for any thread."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sopapp.backup.bundle import OpenBundle, open_bundle
from sopapp.backup.errors import DamagedBundleError, WrongPasswordError
from sopapp.backup.manifest import BundleInfo
from sopapp.backup.place import Place
from sopapp.backup.retention import newest_first
from sopapp.backup.sealing import Key
from sopapp.backup.work import Asked, never
from sopapp.domain.errors import EnvironmentProblem, SopappError
from sopapp.domain.progress import Progress, no_progress
from sopapp.persistence.check import check_data
from sopapp.persistence.check_riwayat import Anchor
from sopapp.persistence.file_address import file_address
from sopapp.persistence.files import FileStore
from sopapp.persistence.stored_time import utc_text

_NAMED = re.compile(r"([0-9a-f]{64})(?!.*[0-9a-f]{64})", re.DOTALL)
"""The stored file that a sentence of `check_data` ends with."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence, and the checksum of the stored file that it is about."""

    text: str
    sha256: str | None


@dataclass(frozen=True, slots=True)
class HealthJob:
    """The full check of a data folder."""

    database: Path
    attachments: Path
    places: tuple[Path, ...] = ()

    def run(self) -> tuple[Finding, ...]:
        """What is wrong; empty when all is well. Raises SopappError."""
        files = FileStore(self.attachments)
        found = []
        for text in check_data(self.database, self.attachments, self._anchors()):
            named = _NAMED.search(text)
            sha256 = named.group(1) if named else None
            about = sha256 is not None and str(files.path(sha256)) in text
            found.append(Finding(text, sha256 if about else None))
        return tuple(found)

    def _anchors(self) -> Iterator[Anchor]:
        """What backups know of riwayat; those of other data say nothing about this one.

        All beside the data are of this one: a riwayat made anew from its first row on has another
        origin. What was restored since says so in riwayat itself.
        """
        origin = _origin(self.database)
        for listed in BundlesJob(self.places, None).run():
            info = listed.info
            if info.riwayat and (listed.here or info.origin == origin):
                yield Anchor(info.riwayat, info.rantai, info.path.name, utc_text(info.made))


@dataclass(frozen=True, slots=True)
class FetchJob:
    """Stored files taken back from whichever backup still has them whole."""

    wanted: tuple[str, ...]
    attachments: Path
    places: tuple[Path, ...]
    key: Key | None = None

    def run(
        self,
        progress: Progress = no_progress,
        cancelled: Asked = never,
    ) -> tuple[str, ...]:
        """Take them back; gives those that no backup has. Raises EnvironmentProblem."""
        files = FileStore(self.attachments)
        left = [each for each in self.wanted if files.problem(each) is not None]
        total = len(left)
        with tempfile.TemporaryDirectory(prefix=".ambil-", dir=self._root()) as folder:
            for bundle in self._bundles():
                if not left or cancelled():
                    break
                for sha256 in tuple(left):
                    if self._fetch(bundle, sha256, Path(folder) / sha256, files):
                        left.remove(sha256)
                        progress(total - len(left), total)
        return tuple(left)

    def _root(self) -> Path:
        self.attachments.mkdir(parents=True, exist_ok=True)
        return self.attachments

    def _bundles(self) -> Iterator[OpenBundle]:
        """Those that open, newest first."""
        for place in self.places:
            for info in Place(place).bundles():
                try:
                    bundle = open_bundle(info.path, key=self.key)
                except SopappError:
                    continue  # damaged or locked: "Periksa cadangan" tells about it
                with bundle:
                    yield bundle

    def _fetch(self, bundle: OpenBundle, sha256: str, target: Path, files: FileStore) -> bool:
        try:
            bundle.extract_file(sha256, target)
        except SopappError:
            target.unlink(missing_ok=True)
            return False
        return files.put_file(target).sha256 == sha256


_REFUSED = "Tidak boleh dibaca (periksa hak aksesnya), jadi tidak diperiksa"


@dataclass(frozen=True, slots=True)
class BackupsJob:
    """Reads the newest backup of each place to its end."""

    places: tuple[Path, ...]
    key: Key | None

    def run_told(
        self,
        progress: Progress = no_progress,
        cancelled: Asked = never,
        began: Callable[[str], None] = lambda _words: None,
    ) -> tuple[tuple[str, bool], ...]:
        """A sentence each, and whether it is a good one; none without a backup.

        Raises EnvironmentProblem when a disk refuses, Cancelled.
        """
        found: list[tuple[str, bool]] = []
        for root in self.places:
            place = Place(root)
            found += [(f"Rusak, tidak dapat dibuka: {path}", False) for path in place.unreadable()]
            found += [(f"{_REFUSED}: {path}", False) for path in place.refused()]
            for info in place.bundles()[:1]:
                began(f"Memeriksa {info.path.name}")
                found += self._check(info.path, progress, cancelled)
        return tuple(found)

    def _check(
        self, path: Path, progress: Progress, cancelled: Asked
    ) -> Iterator[tuple[str, bool]]:
        try:
            with open_bundle(path, key=self.key) as bundle:
                problems = bundle.verify(progress, cancelled)
                lost = bundle.details.damaged
        except WrongPasswordError:
            yield f"Terkunci dengan kata sandi lain, jadi tidak diperiksa: {path}", False
            return
        except DamagedBundleError as error:
            yield str(error), False
            return
        yield from ((problem, False) for problem in problems)
        if lost:
            names = "; ".join(f"“{each.name}” {each.problem}" for each in lost)
            yield f"Saat dicadangkan sudah tidak utuh: {names}.", False
        if not problems:
            yield f"Baik, semua isinya terbaca: {path}", True


@dataclass(frozen=True, slots=True)
class ListedBundle:
    """A bundle of a list; `here` when it lies beside the data."""

    info: BundleInfo
    here: bool


@dataclass(frozen=True, slots=True)
class BundlesJob:
    """The backups of both places."""

    places: tuple[Path, ...]
    key: Key | None

    def run(self) -> tuple[ListedBundle, ...]:
        """Newest first; a place that cannot be read has none.

        Those of the same data are ordered by what they hold, since a clock may have been wrong.
        """
        here: dict[BundleInfo, bool] = {}
        for number, root in enumerate(self.places):
            try:
                here |= dict.fromkeys(Place(root).bundles(), number == 0)
            except EnvironmentProblem:
                continue  # the state tells of it
        latest = {info.origin: info.made for info in sorted(here, key=lambda each: each.made)}
        ordered = sorted(
            newest_first(tuple(here)),
            key=lambda each: (latest[each.origin], each.origin),
            reverse=True,
        )
        return tuple(ListedBundle(info, here[info]) for info in ordered)


def _origin(database: Path) -> str:
    """The hash of the first row of riwayat; "" when it cannot be read, which the check tells."""
    try:
        address = f"{file_address(database)}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            row = connection.execute("SELECT rantai FROM riwayat ORDER BY id LIMIT 1").fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""
