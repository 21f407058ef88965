"""The story of tests.kill, told while each call fails at step after step before it succeeds."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sopapp.app import open_app
from sopapp.clock import FixedClock
from sopapp.domain.errors import DomainError, SopappError
from sopapp.durable import ASIDE
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from tests.faults.injecting import failing
from tests.faults.steps import sql_seen
from tests.kill.golden import Golden, data_folder, desk, digest, tell, without_sync
from tests.kill.story import FIRST_DAY, Desk, Move, next_move

_CHECKED_EVERY = 40  # failures


@dataclass(slots=True)
class Outcome:
    """What the failures came to."""

    failures: int = 0
    calls: int = 0
    swallowed: Counter[str] = field(default_factory=Counter)
    """Steps whose failure the call could do without."""

    wrong: list[str] = field(default_factory=list)

    def lines(self) -> tuple[str, ...]:
        """For people."""
        return (
            f"{self.failures} failures in {self.calls} calls, {len(self.wrong)} handled wrongly",
            *self.wrong,
        )


Choose = Callable[[Random, int], Iterator[int]]
"""Which of a call's steps (so many) fail."""


def each_step(_rng: Random, count: int) -> Iterator[int]:
    """All."""
    yield from range(1, count + 1)


def some_steps(rng: Random, count: int) -> Iterator[int]:
    """A few, the last ones among them: there the files and the commit are."""
    chosen = {rng.randrange(1, count + 1), rng.randrange(max(1, count - 6), count + 1), count}
    yield from sorted(chosen)


def tell_with_faults(seed: int, length: int, root: Path, choose: Choose) -> Outcome:
    """Tell a story; each call's steps are counted in the undisturbed telling before."""
    outcome = Outcome()
    golden = tell(seed, length, root / "utuh")
    shutil.rmtree(root / "diganggu", ignore_errors=True)
    clock = FixedClock(FIRST_DAY)
    folder = data_folder(root / "diganggu")
    with sql_seen(), without_sync(), open_app(folder, clock) as app:
        app._database.execute_sql("PRAGMA synchronous = off")
        app._database.execute_sql("PRAGMA busy_timeout = 0")
        at = desk(app, clock, root / "diganggu")
        assert app.undo.next() is None  # it follows every write from here on
        for place in range(length):
            _one_call(at, golden, place, choose, outcome)
            if len(outcome.wrong) > 20:
                break
    outcome.wrong.extend(check_data(DataFolder(folder).database, DataFolder(folder).attachments))
    return outcome


def _one_call(at: Desk, golden: Golden, place: int, choose: Choose, outcome: Outcome) -> None:
    rng = Random(f"{golden.seed}/{place}/gangguan")
    move = next_move(at, golden.seed, place)
    outcome.calls += 1
    for step in choose(rng, golden.steps[place]):
        if _fails(at, golden, place, move, step, rng, outcome):
            return
    with suppress(DomainError):
        move.call()
    if digest(at.app) != golden.digests[place + 1]:
        outcome.wrong.append(f"{move.name} at {place} went otherwise after it had failed")


def _fails(
    at: Desk, golden: Golden, place: int, move: Move, step: int, rng: Random, outcome: Outcome
) -> bool:
    """Let one step fail; whether the call went through all the same."""
    app, root = at.app, at.papers.parent
    what = f"{move.name} at {place}, step {step}"
    error: BaseException | None = None
    with failing(root, step, rng) as fault:
        try:
            move.call()
        except Exception as raised:  # noqa: BLE001 - looked at below
            error = raised
    if fault.struck is None:
        # Refused or done before that step: what is remembered makes a second telling shorter.
        return error is None and digest(app) == golden.digests[place + 1]
    outcome.failures += 1
    what = f"{what} ({fault.struck.kind} {fault.struck.what[:160]!r}: {fault.said})"
    if error is None:
        outcome.swallowed[f"{fault.struck.kind} {fault.struck.what[:50]}"] += 1
        if digest(app) != golden.digests[place + 1]:
            outcome.wrong.append(f"{what}: said nothing, but did not do it")
        return True
    if not isinstance(error, SopappError):
        outcome.wrong.append(f"{what}: {type(error).__name__}: {error}")
    if (found := digest(app)) != golden.digests[place]:
        done = found == golden.digests[place + 1]
        outcome.wrong.append(f"{what}: {'done in spite of its error' if done else 'half done'}")
        if done:
            return True
    outcome.wrong.extend(_leftovers(root, what, fault.struck.kind))
    if outcome.failures % _CHECKED_EVERY == 0:
        folder = DataFolder(app.data)
        outcome.wrong.extend(check_data(folder.database, folder.attachments))
    return False


def _leftovers(root: Path, what: str, kind: str) -> Iterator[str]:
    for path in root.rglob(f"{ASIDE}*"):
        path.unlink()
        if kind != "unlink":
            yield f"{what}: left {path.name}"
