"""Folders for what is not finished yet, and the sweeping of those that a kill left behind."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from sopapp.backup.errors import place_errors
from sopapp.durable import ASIDE

_OLD = 2 * 24 * 3600.0
"""Seconds after which another PC's folder is taken for left behind."""


@contextmanager
def working_folder(parent: Path, owner: Path) -> Iterator[Path]:
    """A new folder in `parent`, gone when the block ends, with earlier ones swept first.

    `owner` is the data file that is worked for: only one run of the program works for it at a
    time, so what an earlier run left is ours to remove; what others left only when it is old.
    Raises EnvironmentProblem.
    """
    mine = f"{ASIDE}{_mark(owner)}-"
    folder = parent / f"{mine}{os.getpid()}-{token_hex(4)}"
    with place_errors(parent):
        folder.mkdir(mode=0o700)
    try:
        with place_errors(parent):
            _sweep(parent, mine, folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def spare_folder(choices: tuple[Path, ...], owner: Path, size: int) -> Iterator[Path]:
    """A working folder in the first of `choices` that can be written and has `size` bytes free.

    Raises EnvironmentProblem when even the system's own for such things cannot be written.
    """
    for parent in choices:
        with suppress(OSError):
            if shutil.disk_usage(parent).free < size:
                continue
            trial = parent / f"{ASIDE}{token_hex(6)}"
            trial.mkdir(mode=0o700)
            trial.rmdir()
            chosen = parent
            break
    else:
        with place_errors(choices[0]):
            chosen = Path(tempfile.gettempdir())
    with working_folder(chosen, owner) as folder:
        yield folder


def others_at_work(parent: Path, owner: Path) -> bool:
    """Whether somebody else's working folder lies in `parent`. Raises OSError."""
    mine = f"{ASIDE}{_mark(owner)}-"
    return any(not each.name.startswith(mine) for each in parent.glob(f"{ASIDE}*-*"))


def _sweep(parent: Path, mine: str, newest: Path) -> None:
    # Compared on the clock of that disk: the PC's own may have jumped.
    now = newest.stat().st_mtime
    running = f"{mine}{os.getpid()}-"
    for each in parent.glob(f"{ASIDE}*-*"):
        if each == newest or not each.is_dir():
            continue
        ours = each.name.startswith(mine) and not each.name.startswith(running)
        with suppress(OSError):
            if ours or now - each.stat().st_mtime > _OLD:
                shutil.rmtree(each, ignore_errors=True)


def _mark(owner: Path) -> str:
    """Short, without names in it: what the data file is and on which PC."""
    said = f"{platform.node()}\n{owner.resolve()}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]
