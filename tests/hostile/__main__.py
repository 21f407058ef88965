"""`python -m tests.hostile N [--benih S] [--hanya NAMA]`: N bad inputs, counted by entry point."""

from __future__ import annotations

import argparse
import faulthandler
import sys
import tempfile
import time
import warnings
from pathlib import Path

from tests.hostile.running import Outcome, Runner

_SHOWN = 25
_HANGS = 60
"""Seconds that one call may take."""


def main() -> int:
    """Run, print, and exit 1 when something crashed or was half stored."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile")
    parser.add_argument("inputs", type=int)
    parser.add_argument("--benih", type=int, default=1)
    parser.add_argument("--hanya", default="")
    asked = parser.parse_args()
    faulthandler.enable()
    warnings.simplefilter("error")
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="sop-dik-hostile-") as folder:
        runner = Runner(asked.benih, Path(folder))
        outcome = runner.run(asked.inputs, only=asked.hanya, begin=_watch)
        faulthandler.cancel_dump_traceback_later()
    _tell(outcome)
    print(f"benih {asked.benih}, {time.monotonic() - begun:.0f} s")
    return 1 if outcome.problems or outcome.total.crashed else 0


def _watch() -> None:
    """Begin to wait anew: a call that never comes back ends the run and is shown."""
    # Never while calls go on: reading the stack of a thread at work may itself crash.
    faulthandler.dump_traceback_later(_HANGS, exit=True)


def _tell(outcome: Outcome) -> None:
    print(f"{'pintu masuk':40} {'disimpan':>9} {'dijawab':>8} {'ditolak':>8} {'gagal':>6}")
    for name, each in sorted(outcome.by_entry.items()):
        print(f"{name:40} {each.taken:9} {each.answered:8} {each.refused:8} {each.crashed:6}")
    total = outcome.total
    print(f"{'semua':40} {total.taken:9} {total.answered:8} {total.refused:8} {total.crashed:6}")
    for name, count in outcome.slow.most_common(_SHOWN):
        print(f"lambat: {name} ({count})")
    seen: set[str] = set()
    for problem in outcome.problems:
        key = problem.splitlines()[-2 if "\n" in problem else -1][:120]
        if key not in seen and len(seen) < _SHOWN:
            seen.add(key)
            print(f"\n{problem}".encode("utf-8", "backslashreplace").decode())
    print(f"masalah: {len(outcome.problems)}")


if __name__ == "__main__":
    sys.exit(main())
