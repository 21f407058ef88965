"""The folder of sample data that the window opens, made where there is none."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from sopapp.clock import SystemClock
from sopapp.disk_refusal import why_refused
from sopapp.domain.errors import EnvironmentProblem, InUseError
from sopapp.durable import put_in_place
from sopapp.folder_lock import FolderLock
from sopapp.paths import DataFolder


def fill_sample(folder: Path, say: Callable[[str], None] = lambda _paper: None) -> None:
    """Make the sample where there is none: aside first, so that a half-made one never opens.

    `say` hears of each paper; what it raises ends the work.
    """
    if DataFolder(folder).database.exists():
        return
    aside = folder.with_name(f"{folder.name}-dibuat")
    lock = FolderLock(aside.with_suffix(".lock"))
    try:
        lock.acquire()
    except InUseError as error:
        msg = "Data contoh sedang dibuat oleh program yang baru saja dibuka. Tunggu sebentar."
        raise InUseError(msg) from error
    with ExitStack() as closing:
        closing.push(lock)
        if DataFolder(folder).database.exists():
            return
        _make(aside, folder, say)


def _make(aside: Path, folder: Path, say: Callable[[str], None]) -> None:
    from sopapp.sample.making import make_sample

    gc.enable()  # much is made here and let go
    try:
        if aside.exists():
            shutil.rmtree(aside)  # left by a start that was killed
        make_sample(aside, SystemClock().today(), say, running=True)
        if folder.exists():
            folder.rmdir()  # only an empty one: what lies there is not ours
        put_in_place(aside, folder)
    except OSError as error:
        msg = (
            f"Data contoh tidak dapat dibuat ({why_refused(error)}). Kosongkan folder ini "
            f"atau periksa hak aksesnya, lalu ulangi:\n{folder}"
        )
        raise EnvironmentProblem(msg) from error
