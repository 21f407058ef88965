"""Lets one step fail as a full, broken or locked disk would, and says whether it came to that."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from sopapp.domain.errors import SopappError
from tests.faults.steps import Step, watched

_OF_FILES = (errno.ENOSPC, errno.EIO, errno.EACCES)
_OF_SQL = (
    "database or disk is full",
    "disk I/O error",
    "database is locked",
    "unable to open database file",
    "attempt to write a readonly database",
)


class Fault:
    """The `at`-th step fails (from 1; 0 for none); `struck` is that step once it happened."""

    def __init__(self, at: int, rng: Random, wanted: Callable[[Step], bool]) -> None:
        self.struck: Step | None = None
        self.said = ""
        self.seen = 0
        self._at = at
        self._rng = rng
        self._wanted = wanted

    def __call__(self, step: Step) -> None:
        """Count the step, and fail it when its turn has come."""
        if step.kind == "done" or not self._wanted(step):
            return
        self.seen += 1
        if self.seen != self._at:
            return
        self.struck = step
        error = self._error(step)
        self.said = str(error)
        raise error

    def _error(self, step: Step) -> Exception:
        if step.kind != "sql":
            number = self._rng.choice(_OF_FILES)
            return OSError(number, os.strerror(number), step.what)
        ends = step.what.startswith("COMMIT") and self._rng.random() < 0.5
        if ends and step.connection is not None:
            # A full disk or a broken one may end the transaction by itself.
            sqlite3.Cursor(step.connection).execute("ROLLBACK")
            return sqlite3.OperationalError("database or disk is full")
        return sqlite3.OperationalError(self._rng.choice(_OF_SQL))


def every_step(step: Step) -> bool:
    """All of them."""
    return True


def on_the_way(step: Step) -> bool:
    """All but ROLLBACK, which SQLite does in memory, and the removal of rests: it may fail."""
    return step.kind != "unlink" and not step.what.startswith("ROLLBACK")


@contextmanager
def failing(
    root: Path, at: int, rng: Random, wanted: Callable[[Step], bool] = on_the_way
) -> Iterator[Fault]:
    """The `at`-th wanted step below `root` fails while the block runs."""
    fault = Fault(at, rng, wanted)
    with watched(root, fault):
        yield fault


def each_failure(
    root: Path,
    call: Callable[[], object],
    held: Callable[[str], None],
    *,
    prepare: Callable[[], object] = lambda: None,
    wanted: Callable[[Step], bool] = on_the_way,
    every: int = 1,
) -> int:
    """Let the first step of `call` fail, then the second and so on until it goes through.

    After each failure the error must be a sentence and `held`, told which step it was, content.
    A step whose failure is no matter is told there too. Gives how many failed; `every` skips.
    """
    at, failures = 1, 0
    while True:
        prepare()
        error: Exception | None = None
        with failing(root, at, Random(at), wanted) as fault:
            try:
                call()
            except Exception as raised:  # noqa: BLE001 - looked at below
                error = raised
        if fault.struck is None:
            if error is not None:
                raise error
            return failures
        what = f"step {at}: {fault.struck.kind} {fault.struck.what} ({fault.said})"
        if error is not None and not isinstance(error, SopappError):
            pytest.fail(f"{what}: {type(error).__name__}: {error}")
        if error is not None:
            held(what)
        failures += 1
        at += every
