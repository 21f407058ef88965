"""`python -m tests.kill N [--seed S] [--calls C]`: N kills; the exit status says whether all held.

`--folder` keeps what was found there; else a temporary folder is used and removed when all held.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.kill.rounds import run


def main() -> int:
    """Kill, and tell what it came to."""
    parser = argparse.ArgumentParser(prog="python -m tests.kill")
    parser.add_argument("kills", type=int)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--calls", type=int, default=400, help="calls of one story")
    parser.add_argument("--folder", type=Path, default=None)
    wanted = parser.parse_args()
    seed = int(time.time()) if wanted.seed is None else wanted.seed
    root = wanted.folder or Path(tempfile.mkdtemp(prefix="sop-dik-uji-"))
    print(f"seed {seed}", flush=True)
    report = run(wanted.kills, seed, root, wanted.calls, lambda text: print(text, flush=True))
    print("\n".join(report.lines()), flush=True)
    print("acknowledged:", dict(report.calls.most_common()), flush=True)
    print("struck:", dict(report.struck.most_common()), flush=True)
    if not report.good:
        print(f"what was found lies in {root}", flush=True)
        return 1
    if wanted.folder is None:
        shutil.rmtree(root, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
