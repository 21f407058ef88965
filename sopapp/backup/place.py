"""A folder that backups are kept in: their list, and the stored files that they share."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sopapp.backup.bundle_zip import BundleZip
from sopapp.backup.errors import place_errors
from sopapp.backup.manifest import OBJECT_NAME, OBJECTS, SUFFIX, BundleInfo, Manifest
from sopapp.backup.readme import README, readme_text
from sopapp.backup.retention import newest_first
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.durable import ASIDE

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of bundles, with `isi/` beside them."""

    root: Path

    def present(self) -> bool:
        """Whether the folder is there now; a stick may be out, a share away."""
        try:
            return self.root.is_dir()
        except OSError:
            return False

    def bundles(self) -> tuple[BundleInfo, ...]:
        """The bundles, newest first by what they hold; none when the folder is not there.

        Raises EnvironmentProblem when the folder cannot be read.
        """
        return newest_first([info for info, _manifest in self._read()[0]])

    def unreadable(self) -> tuple[Path, ...]:
        """Files named as bundles that cannot be read as such: damaged, or a newer program's."""
        return tuple(path for path, error in self._read()[1] if isinstance(error, DomainError))

    def refused(self) -> tuple[Path, ...]:
        """Bundles that the system does not let us read; they may be as good as any."""
        return tuple(path for path, error in self._read()[1] if not isinstance(error, DomainError))

    def naming(self, bundles: Sequence[BundleInfo], lost: Callable[[Manifest], bool]) -> set[Path]:
        """Which of `bundles` have a manifest for which `lost` is true."""
        wanted = {each.path for each in bundles}
        return {info.path for info, found in self._read()[0] if info.path in wanted and lost(found)}

    def object_path(self, name: str) -> Path:
        """Where the object of that name lies."""
        return self.root / OBJECTS / name[:2] / name

    def prepare(self) -> None:
        """Make the folder, not the ones above it, and the text that explains it.

        The ones above belong to a disk that may just not be connected. Raises OSError.
        """
        self.root.mkdir(exist_ok=True)
        (self.root / OBJECTS).mkdir(exist_ok=True)
        text = readme_text()
        readme = self.root / README
        with suppress(OSError):
            if readme.read_bytes() == text:
                return
        readme.write_bytes(text)  # no record: one that is cut off is written again

    def remove(self, bundle: BundleInfo) -> bool:
        """Delete a bundle, its objects not; False when it is held by somebody."""
        try:
            bundle.path.unlink(missing_ok=True)
        except OSError:
            log.warning("A backup past its time could not be removed")
            return False
        return True

    def remove_unnamed(self) -> int:
        """Delete the objects that no bundle names, and say how many.

        None while a bundle cannot be read: nobody knows what it names. Raises
        EnvironmentProblem when the folder cannot be read.
        """
        known, unreadable = self._read()
        if unreadable:
            return 0
        named = {name for _info, manifest in known for name, _size in manifest.objects}
        removed = 0
        with place_errors(self.root):
            for path in (self.root / OBJECTS).glob("??/*"):
                ours = OBJECT_NAME.fullmatch(path.name) or path.name.startswith(ASIDE)
                if ours and path.name not in named:
                    with suppress(OSError):
                        path.unlink()
                        removed += 1
        return removed

    def _read(self) -> tuple[list[tuple[BundleInfo, Manifest]], tuple[tuple[Path, Exception], ...]]:
        good: list[tuple[BundleInfo, Manifest]] = []
        bad: list[tuple[Path, Exception]] = []
        if not self.present():
            return [], ()
        with place_errors(self.root):
            paths = sorted(path for path in self.root.iterdir() if path.suffix == SUFFIX)
        for path in paths:
            try:
                with BundleZip(path) as opened:
                    manifest = opened.manifest()
                good.append((info_of(path, manifest), manifest))
            except (DomainError, EnvironmentProblem) as error:
                bad.append((path, error))
        return good, tuple(bad)


def info_of(path: Path, manifest: Manifest) -> BundleInfo:
    """The bundle at `path` as a list shows it."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    return BundleInfo(
        path=path,
        made=manifest.made,
        reason=manifest.reason,
        schema=manifest.schema,
        origin=manifest.origin,
        riwayat=manifest.riwayat,
        rantai=manifest.rantai,
        restores=manifest.restores,
        size_bytes=size,
        sandi=manifest.sandi,
    )
