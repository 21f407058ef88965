"""Start of the window on a large data folder against a bare PySide6 window.

Whole processes, turn about, each ended right after its first paint.
Run: python -m tests.bench.bench_start
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

_TURNS = 7
_AIM = 1.5
_BERKAS, _ENTRIES = 2_000, 20_000

_BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("x"))
window.resize(1280, 720)
window.show()
application.processEvents()
window.grab()
import os
os._exit(0)
"""
_OURS = """
import sys
from pathlib import Path
from sopapp.app import open_app
from ui.application import make_application, open_window
from ui.prompts import Prompts
from ui.tasks import Tasks
application = make_application()
app = open_app(Path(sys.argv[1]))
window = open_window(app, Tasks(), Prompts())
application.processEvents()
window.grab()
import os
os._exit(0)
"""


def run() -> list[tuple[str, float, float]]:
    """(what, ratio of the medians, aim)."""
    from tests.bench.big_data import make_big_data

    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "data"
        make_big_data(folder, _BERKAS, _ENTRIES, date(2026, 11, 23))
        ours, bare = [], []
        _time(_OURS, folder)  # the first run also compiles and fills caches
        for _ in range(_TURNS):
            ours.append(_time(_OURS, folder))
            bare.append(_time(_BARE, folder))
    ratio = statistics.median(ours) / statistics.median(bare)
    what = (
        f"Start with {_BERKAS} berkas, {_ENTRIES} entries: "
        f"{statistics.median(ours) * 1000:.0f} ms against {statistics.median(bare) * 1000:.0f} ms"
    )
    return [(what, ratio, _AIM)]


def _time(script: str, folder: Path) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    # As on an office PC, the second start finds the compiled modules of the first.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        env=environment,
        check=True,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    for what, ratio, aim in run():
        print(f"{what}: {ratio:.2f} (aim {aim})")
