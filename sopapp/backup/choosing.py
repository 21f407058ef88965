"""What to restore from: any kind of source is opened by what it is."""

from __future__ import annotations

from pathlib import Path

from sopapp.backup.bundle import OpenBundle, open_bundle
from sopapp.backup.plain import PlainData, is_data_file, open_plain


def open_source(path: Path, password: str | None = None) -> OpenBundle | PlainData:
    """A bundle, a copied data folder, or a single data file, whatever lies at `path`.

    Raises what `open_bundle` and PlainData raise.
    """
    try:
        plain = path.is_dir() or (path.is_file() and is_data_file(path))
    except (OSError, ValueError):
        plain = False  # opening it as a bundle says why
    return open_plain(path) if plain else open_bundle(path, password)
