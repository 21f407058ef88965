"""`python -m tests.faults [--calls C] [--seed S]`: every step of every call of a story fails once.

`--full-disk` fills real small file systems instead. The exit status says whether all held.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.telling import each_step, tell_with_faults


def main() -> int:
    """Let fail, and tell what it came to."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--calls", type=int, default=120)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--full-disk", action="store_true")
    wanted = parser.parse_args()
    logging.getLogger().addHandler(logging.NullHandler())  # what is swallowed is counted below
    if wanted.full_disk:
        from tests.faults.full_disk import fill

        return fill(print)
    seed = int(time.time()) if wanted.seed is None else wanted.seed
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="sop-dik-uji-") as folder:
        outcome = tell_with_faults(seed, wanted.calls, Path(folder), each_step)
    print(f"seed {seed}, {time.monotonic() - started:.0f} s")
    print("\n".join(outcome.lines()))
    print("done without:", dict(outcome.swallowed.most_common()))
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
