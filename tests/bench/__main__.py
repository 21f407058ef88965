"""Every bench, one line a figure: `python -m tests.bench`. Figures, never a verdict.

Each runs in a process of its own, so that none finds what another left behind.
Run one alone, in the same form: python -m tests.bench bench_board
"""

from __future__ import annotations

import importlib
import subprocess
import sys

_BENCHES = (
    "bench_start",
    "bench_gaps",
    "bench_documents",
    "bench_hari_kerja",
    "bench_board",
    "bench_calendar",
    "bench_register",
    "bench_agenda",
    "bench_finder",
    "bench_kinerja",
    "bench_impor",
    "bench_letter_editor",
)


def _show(bench: str) -> None:
    for what, figure, aim in importlib.import_module(f"tests.bench.{bench}").run():
        print(f"{figure:9.2f}  (aim {aim:g})  {what}", flush=True)


def main(names: list[str]) -> int:
    """Show the figures of one bench here, or of each in turn; 1 when one did not end well."""
    if names:
        for name in names:
            _show(name)
        return 0
    failed = [
        name
        for name in _BENCHES
        if subprocess.run([sys.executable, "-m", "tests.bench", name], check=False).returncode
    ]
    for name in failed:
        print(f"{name} did not end well", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
