"""The process that is killed: opens the folder as the program does and goes on with the story."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from contextlib import ExitStack, suppress
from multiprocessing.connection import Connection
from pathlib import Path

from sopapp.app import App, open_app
from sopapp.backup.bundle import open_bundle
from sopapp.backup.exchange import KEPT, finish_restore
from sopapp.backup.place import Place
from sopapp.backup.restoring import restore
from sopapp.clock import FixedClock
from sopapp.domain.errors import DomainError
from sopapp.folder_lock import FolderLock
from sopapp.paths import DataFolder
from tests.faults.steps import Step, watched
from tests.kill.golden import Golden, data_folder, desk, last_riwayat
from tests.kill.story import BACKUP, FIRST_DAY, next_move

_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)  # Windows ends it at once by that name
_RESTORED = 2
"""A backup at such a place in line is restored at once."""
OPENED, DONE, HALF, FINISHED = "dibuka", "selesai", "separuh", "tamat"
"""What is told: the folder is open at a place; the call there returned; riwayat fits no place."""


def carry_on(root: Path, golden: Golden, line: Connection, die_at: int | None) -> None:
    """Go on until the end of the story; with `die_at` kill oneself at that step to the disk."""
    with ExitStack() as stack:
        if die_at is not None:
            stack.enter_context(watched(root, _killer(die_at)))
        _carry_on(root, golden, lambda what, place: line.send((what, place)))


def _carry_on(root: Path, golden: Golden, tell: Callable[[str, int], None]) -> None:
    lock = FolderLock(DataFolder(data_folder(root)).lock)
    lock.acquire()
    clock = FixedClock(FIRST_DAY)
    app = open_folder(root, clock, suspicious=lock.was_unclean)
    number = last_riwayat(app)
    place = golden.place(number)
    if place is None:
        tell(HALF, number)
        return
    tell(OPENED, place)
    at = desk(app, clock, root)
    while place < golden.length:
        move = next_move(at, golden.seed, place)
        with suppress(DomainError):  # refused, as it was when the story was told first
            move.call()
        tell(DONE, place)
        if move.name == BACKUP and place % _RESTORED == 0:
            app.close()
            _restore_newest(root, clock)
            app = open_folder(root, clock, suspicious=False)
            at = desk(app, clock, root)
        place += 1
    app.close()
    lock.release()
    tell(FINISHED, place)


def open_folder(root: Path, clock: FixedClock, *, suspicious: bool) -> App:
    """As the program opens it, holding the lock."""
    finish_restore(data_folder(root))
    app = open_app(data_folder(root), clock, suspicious=suspicious)
    app.undo.next()  # follows every write
    return app


def _restore_newest(root: Path, clock: FixedClock) -> None:
    """Put the backup that was made just now in the place of the very same records."""
    folder = DataFolder(data_folder(root))
    newest = Place(folder.backups).bundles()[0]
    with open_bundle(newest.path) as bundle:
        restore(bundle, folder.root, now=clock.now())
    for kept in folder.root.glob(f"{KEPT}*"):
        shutil.rmtree(kept)


def _killer(die_at: int) -> Callable[[Step], None]:
    left = die_at

    def count(_step: Step) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), _KILL)

    return count
