"""Files written so that a kill or a power cut leaves the old one or the new one, whole."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

ASIDE = ".baru-"
"""How the name of a file begins that was not finished; it may be deleted at any time."""

_PATIENCE = 1.0 if sys.platform == "win32" else 0.0
"""Seconds that another program (a virus scanner, an indexer) may hold a fresh file."""

_PAUSE = 0.05  # seconds between two tries


@contextmanager
def durable_target(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` when the block ends well.

    Written aside in the same folder, synced, renamed, and the folder synced. Raises OSError;
    `path` is then as it was and nothing lies beside it,
    unless another program holds that too: what begins with ASIDE is swept later.
    """
    aside = path.with_name(f"{ASIDE}{os.urandom(6).hex()}")
    try:
        with aside.open("xb") as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        put_in_place(aside, path)
    except BaseException:
        with suppress(OSError):  # what went wrong first is what has to be told
            aside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_durably(path: Path, data: bytes) -> None:
    """Write `data` as the whole of `path`. Raises OSError; `path` is then as it was."""
    with durable_target(path) as handle:
        handle.write(data)


def put_in_place(
    aside: Path,
    path: Path,
    *,
    patience: float = _PATIENCE,
    now: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Give the finished `aside` the name `path`, in place of what has it. Raises OSError.

    Where a program that looks at new files refuses the renaming for a moment (Windows), it is
    tried again for `patience` seconds; ten times as long for a folder, which stays while any of
    its files is looked at.
    """
    end = now() + (10 * patience if aside.is_dir() else patience)
    while True:
        try:
            aside.replace(path)
        except PermissionError:
            if now() >= end:
                raise
            sleep(_PAUSE)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` survive a power cut, where the system can."""
    if os.name != "posix":  # Windows offers no handle of a folder to sync; NTFS keeps a journal
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
