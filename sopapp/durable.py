"""Files written so that a kill or a power cut leaves the old one or the new one, whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

ASIDE = ".baru-"
"""How the name of a file begins that was not finished; it may be deleted at any time."""


@contextmanager
def durable_target(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` when the block ends well.

    Written aside in the same folder, synced, renamed, and the folder synced. Raises OSError;
    `path` is then as it was and nothing lies beside it.
    """
    aside = path.with_name(f"{ASIDE}{token_hex(6)}")
    try:
        with aside.open("xb") as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_durably(path: Path, data: bytes) -> None:
    """Write `data` as the whole of `path`. Raises OSError; `path` is then as it was."""
    with durable_target(path) as handle:
        handle.write(data)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` survive a power cut, where the system can."""
    if os.name != "posix":  # Windows offers no handle of a folder to sync; NTFS keeps a journal
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
