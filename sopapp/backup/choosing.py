"""Which backup to restore from: any kind of source opened, and the newest that is good."""

from __future__ import annotations

from pathlib import Path

from sopapp.backup.bundle import OpenBundle, open_bundle
from sopapp.backup.place import Place
from sopapp.backup.plain import PlainData, is_data_file, open_plain
from sopapp.backup.sealing import Key
from sopapp.backup.work import Asked, never
from sopapp.domain.errors import DomainError
from sopapp.domain.progress import Progress, no_progress
from sopapp.persistence.steps import STEPS


def open_source(path: Path, password: str | None = None) -> OpenBundle | PlainData:
    """A bundle, a copied data folder, or a single data file, whatever lies at `path`.

    Raises what `open_bundle` and PlainData raise.
    """
    try:
        plain = path.is_dir() or (path.is_file() and is_data_file(path))
    except (OSError, ValueError):
        plain = False  # opening it as a bundle says why
    return open_plain(path) if plain else open_bundle(path, password)


def newest_good(
    place: Place,
    origin: str | None = None,
    *,
    password: str | None = None,
    key: Key | None = None,
    progress: Progress = no_progress,
    cancelled: Asked = never,
) -> OpenBundle | None:
    """The newest bundle of `place` that this program can restore whole, read through; or None.

    Only of `origin`'s data when it is given. One that no password or key at hand opens is passed
    over. The caller closes what it gets. Raises EnvironmentProblem, Cancelled.
    """
    for info in place.bundles():
        if info.schema > len(STEPS) or (origin is not None and info.origin != origin):
            continue
        try:
            bundle = open_bundle(info.path, password, key=key)
        except DomainError:  # damaged, sealed or of a newer format
            continue
        try:
            if not bundle.verify(progress, cancelled):
                return bundle
        except BaseException:
            bundle.close()
            raise
        bundle.close()
    return None
