"""Folders for what is not finished yet, and the sweeping of those that a kill left behind."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from sopapp.backup.errors import place_errors
from sopapp.durable import ASIDE
from sopapp.file_lock import IN_USE, is_held, lock_file
from sopapp.left_behind import OLD, sweep_beside
from sopapp.pc_name import pc_name


@contextmanager
def working_folder(parent: Path, owner: Path, *, handed_on: bool = False) -> Iterator[Path]:
    """A new folder in `parent`, gone when the block ends, with earlier ones swept first.

    `owner` is the data file that is worked for: what a killed run left for it is removed, and
    what others left when it is old; never one whose run still holds it. `handed_on` says that
    files made inside are moved out to be read by others too. Raises EnvironmentProblem.
    """
    mine = f"{ASIDE}{_mark(owner)}-"
    folder = parent / f"{mine}{os.getpid()}-{token_hex(4)}"
    with place_errors(parent):
        # Windows gives 0700 as rights that the files inside keep wherever they are moved.
        folder.mkdir(mode=0o777 if handed_on and sys.platform == "win32" else 0o700)
    try:
        with _held(folder / IN_USE):
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


def others_at_work(work: Path) -> bool:
    """Whether somebody else's working folder lies beside `work`. Raises OSError."""
    return any(each != work and each.is_dir() for each in work.parent.glob(f"{ASIDE}*-*"))


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Hold `path` locked, so that no other run takes its folder for left behind."""
    with place_errors(path.parent.parent):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with suppress(OSError):  # without a lock it is swept only when it is old
            lock_file(descriptor)
        yield
    finally:
        os.close(descriptor)


def _sweep(parent: Path, mine: str, newest: Path) -> None:
    # Compared on the clock of that disk: the PC's own may have jumped.
    now = newest.stat().st_mtime
    for each in parent.glob(f"{ASIDE}*-*"):
        if each == newest or not each.is_dir():
            continue
        held = is_held(each / IN_USE)
        # A share without locks cannot tell, and a run may be just about to take its own.
        killed = held is False and each.name.startswith(mine)
        with suppress(OSError):
            if killed or (not held and now - each.stat().st_mtime > OLD):
                shutil.rmtree(each, ignore_errors=True)
    sweep_beside(newest)


def _mark(owner: Path) -> str:
    """Short, without names in it: what the data file is and on which PC."""
    said = f"{pc_name()}\n{owner.resolve()}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]
