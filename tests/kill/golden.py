"""A story told once without any kill: what the records are after each call."""

from __future__ import annotations

import hashlib
import shutil
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.errors import DomainError
from sopapp.paths import DataFolder
from tests.faults.injecting import failing
from tests.faults.steps import sql_seen
from tests.kill.story import FIRST_DAY, Desk, next_move


@dataclass(slots=True)
class Golden:
    """By place: the digest of all records and the last number of riwayat *before* the call there.

    `steps` are the steps to the disk of each call.
    """

    seed: int
    digests: list[str] = field(default_factory=list)
    riwayat: list[int] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def length(self) -> int:
        """How many calls."""
        return len(self.names)

    def place(self, riwayat: int) -> int | None:
        """Where a folder stands whose riwayat has this last number; None for a half call."""
        at = bisect_right(self.riwayat, riwayat) - 1
        return at if at >= 0 and self.riwayat[at] == riwayat else None


def desk(app: App, clock: FixedClock, root: Path) -> Desk:
    """The desk beside the data folder in `root`."""
    for name in ("masukan", "salinan"):
        (root / name).mkdir(parents=True, exist_ok=True)
    return Desk(app, clock, root / "masukan", root / "salinan")


def data_folder(root: Path) -> Path:
    """The data folder in `root`."""
    return root / "data"


def tell(seed: int, length: int, root: Path) -> Golden:
    """Tell a story of `length` calls in `root`, which is emptied first."""
    shutil.rmtree(root, ignore_errors=True)
    golden = Golden(seed)
    clock = FixedClock(FIRST_DAY)
    with sql_seen(), without_sync(), open_app(data_folder(root), clock) as app:
        app._database.execute_sql("PRAGMA synchronous = off")
        at = desk(app, clock, root)
        app.undo.next()  # follows every write, as in the program
        for place in range(length):
            golden.digests.append(digest(app))
            golden.riwayat.append(last_riwayat(app))
            move = next_move(at, seed, place)
            with failing(root, 0, Random(seed)) as count:
                try:
                    move.call()
                except DomainError:
                    golden.counts["refused"] += 1
            golden.steps.append(count.seen)
            golden.names.append(move.name)
            golden.counts[move.name] += 1
            if last_riwayat(app) - golden.riwayat[-1] > 1:
                raise AssertionError(f"{move.name} at {place} wrote more than one riwayat row")
        golden.digests.append(digest(app))
        golden.riwayat.append(last_riwayat(app))
    return golden


def last_riwayat(app: App) -> int:
    """The number of the newest row of riwayat."""
    return int(app._database.execute_sql("SELECT ifnull(max(id), 0) FROM riwayat").fetchone()[0])


def digest(app: App) -> str:
    """Of every row of every table."""
    run = app._database.execute_sql
    tables = run(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%' "
        "AND name NOT GLOB '*_fts_*' ORDER BY name"
    ).fetchall()
    found = hashlib.sha256()
    for (table,) in tables:
        rows: list[Any] = sorted(map(repr, run(f"SELECT * FROM {table}").fetchall()))
        found.update(f"{table}\n{rows}\n".encode())
    return found.hexdigest()


@contextmanager
def without_sync() -> Iterator[None]:
    """Nobody is killed here, so the disk need not be waited for."""
    with mock.patch("os.fsync"):
        yield


def database_of(root: Path) -> Path:
    """The data file in `root`."""
    return DataFolder(data_folder(root)).database
