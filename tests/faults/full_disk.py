"""Real file systems that are really full: a small tmpfs, filled byte by byte.

`python -m tests.faults --full-disk` goes on for longer than the suite does. Needs a Linux that
lets a user make a name space of his own (`unshare -rm`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.durable import ASIDE
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from tests.kill.golden import Golden, data_folder, desk, digest, tell
from tests.kill.story import FIRST_DAY, Desk, next_move

ROOT = Path(__file__).resolve().parents[2]
_MOUNT = 'mount -t tmpfs -o size={size}k tmpfs "{there}" && exec "$@"'
_ROOMS = (0, 512, 4096, 20_000, 80_000)
"""Bytes that are left free around a call, beside what the file system rounds off."""


def possible(there: Path) -> str:
    """Why no small file system can be mounted here; empty when it can."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return "needs unshare of Linux"
    done = subprocess.run(
        _command(there, 64, ["true"]), capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else f"no small file system here: {done.stderr.strip()}"


def inside(there: Path, size: int, calls: int, seed: int) -> subprocess.CompletedProcess[str]:
    """Tell a story on a file system of `size` KiB that is mounted on `there` for the while."""
    command = [sys.executable, "-m", "tests.faults.full_disk", str(there), str(calls), str(seed)]
    return subprocess.run(
        _command(there, size, command),
        capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False,
    )  # fmt: skip


def _command(there: Path, size: int, command: list[str]) -> list[str]:
    script = _MOUNT.format(size=size, there=there)
    return ["unshare", "-rm", "sh", "-c", script, "sh", *command]


def fill(say: Callable[[str], None]) -> int:
    """The long form; the exit status."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="sop-dik-uji-") as folder:
        why = possible(Path(folder))
        if why:
            say(f"skipped: {why}")
            return 0
        worst = 0
        for seed in range(1, 6):
            done = inside(Path(folder), 40_000, 150, seed)
            say(f"seed {seed}: {done.stdout.strip()} {done.stderr.strip()[-2000:]}")
            worst = max(worst, done.returncode)
        return worst


# -- what runs on the small file system -------------------------------------------------------


def _tell_full(root: Path, calls: int, seed: int) -> str:
    """Each call is tried with hardly any room, then with enough; gives what was counted."""
    golden = tell(seed, calls, root / "utuh")
    shutil.rmtree(root / "utuh")
    clock, refused = FixedClock(FIRST_DAY), 0
    folder = DataFolder(data_folder(root / "penuh"))
    with open_app(folder.root, clock) as app:
        at = desk(app, clock, root / "penuh")
        for place in range(calls):
            refused += _one_call(at, golden, place, root)
        _nothing_left(root)
    problems = check_data(folder.database, folder.attachments)
    if problems:
        raise AssertionError(problems)
    return f"{calls} calls, {refused} refused for want of room, 0 half done"


def _one_call(at: Desk, golden: Golden, place: int, root: Path) -> int:
    app, refused = at.app, 0
    move = next_move(at, golden.seed, place)
    rng = Random(place)
    for room in _ROOMS:
        ballast = _leave(root, room + rng.randrange(4096))
        try:
            move.call()
        except EnvironmentProblem as error:
            refused += 1
            if not any(word in str(error).casefold() for word in ("penuh", "ruang", "disk")):
                raise AssertionError(f"{move.name}: {error}") from error
            _same(app, golden.digests[place], f"{move.name} at {place} with {room} bytes")
            continue
        except DomainError:
            break
        finally:
            ballast.unlink()
        _same(app, golden.digests[place + 1], f"{move.name} at {place} done")
        return refused
    with suppress(DomainError):
        move.call()
    _same(app, golden.digests[place + 1], f"{move.name} at {place} done with room")
    return refused


def _same(app: App, wanted: str, when: str) -> None:
    if digest(app) != wanted:
        raise AssertionError(f"{when}: the records are not what they should be")


def _leave(root: Path, room: int) -> Path:
    """Fill the file system until about `room` bytes are free."""
    ballast = root / "pemberat"
    free = os.statvfs(root).f_bavail * os.statvfs(root).f_bsize
    with ballast.open("wb") as file:
        left = max(0, free - room)
        while left > 0:
            left -= file.write(bytes(min(left, 1 << 20)))
    return ballast


def _nothing_left(root: Path) -> None:
    rests = list(root.rglob(f"{ASIDE}*"))
    if rests:
        raise AssertionError(f"left lying: {rests}")


if __name__ == "__main__":
    print(_tell_full(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
