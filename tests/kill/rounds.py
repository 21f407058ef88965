"""Round after round: start the story where it stands, kill it, look the folder over."""

from __future__ import annotations

import multiprocessing
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from tests.kill import victim
from tests.kill.after import Findings, look_over
from tests.kill.golden import Golden, tell
from tests.kill.story import BACKUP

_LONGEST_WAIT = 0.25  # seconds until a kill that comes at any time
_PATIENCE = 60.0  # seconds for a folder to be opened on a busy machine
_WHILE_OPENING = 0.25
"""Share of those whose time runs from the start of the process, not from the opened folder."""
_MOST_STEPS = 400
_AT_A_STEP = 0.5
"""Share of the kills that come at a step to the disk instead of at any time."""
_UNSEEN = 0.15
"""Share of the kills after which the next victim meets the folder first, not the inspector."""
_SYSTEM = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
_KILLED = {-15, 15} if sys.platform == "win32" else {-9}
"""What is left of a process that was killed; on Windows by another and by itself."""


@dataclass(slots=True)
class Report:
    """What N kills came to."""

    kills: int = 0
    acknowledged: int = 0
    stories: int = 0
    seconds: float = 0.0
    findings: Findings = field(default_factory=Findings)
    calls: Counter[str] = field(default_factory=Counter)
    """Acknowledged calls by name."""

    struck: Counter[str] = field(default_factory=Counter)
    """Calls that were under way when the kill came."""

    @property
    def good(self) -> bool:
        """Whether nothing was lost or damaged."""
        return not (self.findings.lost or self.findings.damaged)

    def lines(self) -> tuple[str, ...]:
        """For people."""
        found = self.findings
        told = (
            f"{self.kills} kills, {self.acknowledged} acknowledged calls of {len(self.calls)} "
            f"kinds, {found.torn} calls whole without an acknowledgement, "
            f"{len(found.lost)} lost, {len(found.damaged)} damaged, "
            f"{self.stories} stories, {self.seconds:.0f} s"
        )
        return (
            told,
            *(f"LOST: {each}" for each in found.lost),
            *(f"DAMAGED: {each}" for each in found.damaged),
        )


def run(
    kills: int, seed: int, root: Path, length: int, say: Callable[[str], None] = lambda _text: None
) -> Report:
    """Kill that many times below `root`; stops at the first finding, its folder is left."""
    started, report, rng = time.monotonic(), Report(), Random(seed)
    while report.kills < kills and report.good:
        golden = tell(seed + report.stories, length, root / "utuh")
        report.stories += 1
        _tell_with_kills(golden, kills, rng, root / "dibunuh", report, say)
    report.seconds = time.monotonic() - started
    return report


def _tell_with_kills(
    golden: Golden,
    kills: int,
    rng: Random,
    root: Path,
    report: Report,
    say: Callable[[str], None],
) -> None:
    """One story from an empty folder to its end."""
    shutil.rmtree(root, ignore_errors=True)
    report.findings.known_bundles.clear()
    report.findings.last_backup = 0
    place = 0
    while report.kills < kills and report.good and place < golden.length:
        place = _one_kill(golden, place, rng, root, report)
        if report.kills % 100 == 0:
            say(report.lines()[0])


def _one_kill(golden: Golden, place: int, rng: Random, root: Path, report: Report) -> int:
    die_at = rng.randrange(1, _MOST_STEPS) if rng.random() < _AT_A_STEP else None
    seen = rng.random() >= _UNSEEN
    context = multiprocessing.get_context(_SYSTEM)
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=victim.carry_on, args=(root, golden, theirs, die_at))
    child.start()
    theirs.close()
    if die_at is None:
        if rng.random() >= _WHILE_OPENING:
            ours.poll(_PATIENCE)
        child.join(rng.random() * _LONGEST_WAIT)
        child.kill()
    child.join()
    said = _heard(ours)
    if child.exitcode == 0:
        whole = bool(said) and said[-1][0] == victim.FINISHED
        if not whole:
            report.findings.damaged.append(f"the run ended early, after {said[-3:]}")
    elif child.exitcode in _KILLED:
        report.kills += 1
    else:
        report.findings.damaged.append(f"the run ended by itself with {child.exitcode}")
    done = _read(said, golden, place, report)
    report.struck[golden.names[min(done, golden.length - 1)]] += 1
    if not seen and done < golden.length:
        return done
    return look_over(root, golden, done, report.findings)


def _heard(line: Connection) -> list[tuple[str, int]]:
    """All that was told before the end."""
    said: list[tuple[str, int]] = []
    with line:
        while True:
            try:
                said.append(line.recv())
            except EOFError:
                return said


def _read(said: list[tuple[str, int]], golden: Golden, place: int, report: Report) -> int:
    """Where the acknowledgements lead; a start may stand one call further than was told."""
    done = place
    for what, at in said:
        if what == victim.HALF:
            report.findings.damaged.append(f"riwayat number {at} is in the midst of a call")
        elif what == victim.OPENED:
            if at < done:
                same = golden.riwayat[at] == golden.riwayat[done]
                if not same:
                    report.findings.lost.append(f"opened at place {at}, {done} was acknowledged")
            done = max(done, at)
        elif what == victim.DONE:
            report.acknowledged += 1
            if golden.names[at] == BACKUP:
                report.findings.last_backup = golden.riwayat[at]
            report.calls[golden.names[at]] += 1
            done = at + 1
    return done
