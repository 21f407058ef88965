"""Start of the window on a large data folder against a bare PySide6 window.

Whole processes, turn about, each ended right after its first paint. What counts is the least
time of the processor (user and system) that a start took: a busy machine only adds to it.
Run: python -m tests.bench.bench_start [number of turns]
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sopapp.app import open_app
from sopapp.paths import DataFolder
from sopapp.services.setting import GeneralSettings, HalamanAwal

_ROOT = Path(__file__).resolve().parent.parent.parent
_TURNS = 7
_AIM, _AIM_MEMORY = 1.5, 2.0
_BERKAS, _ENTRIES = 2_000, 20_000

_BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("x"))
window.resize(1280, 720)
window.show()
application.processEvents()
import json, os
with open("/proc/self/status") as status:
    most = next(line.split()[1] for line in status if line.startswith("VmHWM"))
print(json.dumps([int(most), {}]), flush=True)
os._exit(0)
"""
# `main` as the user starts it; where its event loop would begin, it paints, tells and ends.
_OURS = """
import gc, json, os, sys, time, traceback
clock = [("Python", time.process_time())]
def mark(name):
    clock.append((name, time.process_time()))
gc.disable()  # as main does
import main
import sopapp.app
mark("records")
from ui import application
mark("Qt and ui")
from PySide6.QtCore import QEvent, QObject
class Painted(QObject):
    times = 0
    def eventFilter(self, watched, event):
        self.times += event.type() == QEvent.Type.Paint
        return False
def tell(self=None):
    try:
        paint()
    except BaseException:  # the program would show it and wait for a click
        traceback.print_exc()
        os._exit(1)
    os._exit(0)
def paint():
    mark("folder, window")
    running = application.QApplication.instance()
    [window] = [each for each in running.topLevelWidgets() if hasattr(each, "front")]
    painted = Painted()
    window.centralWidget().installEventFilter(painted)
    running.processEvents()
    mark("paint")
    last, told = 0, {}
    for name, at in clock:
        told[name], last = (at - last) * 1000, at
    with open("/proc/self/status") as status:
        most = next(line.split()[1] for line in status if line.startswith("VmHWM"))
    print(json.dumps([int(most), told]), flush=True)
    assert painted.times, "Nothing was painted"
    assert window.front == sys.argv[2], window.front
application.QApplication.exec = tell
main.main(["--data", sys.argv[1]])
"""


class _Start(NamedTuple):
    """What one start took: ms of the processor, ms on the wall, MB at most, ms by phase."""

    work: float
    wall: float
    memory: float
    phases: dict[str, float]


def run(turns: int = _TURNS) -> list[tuple[str, float, float]]:
    """(what, ratio of the least, aim) for either page that the program can open on."""
    from tests.bench.big_data import make_big_data

    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "data"
        make_big_data(folder, _BERKAS, _ENTRIES, date(2026, 11, 23))
        return [
            row
            for page, front in ((HalamanAwal.HARI_INI, "today"), (HalamanAwal.PAPAN, "board"))
            for row in _page(folder, page, front, turns)
        ]


def _page(
    folder: Path, page: HalamanAwal, front: str, turns: int
) -> Iterator[tuple[str, float, float]]:
    with open_app(folder) as app:
        app.setting.save(GeneralSettings(halaman_awal=page))
    ours, bare = [], []
    for turn in range(turns + 1):
        # A start that ends at its first paint looks like a crash, and the next would check more.
        DataFolder(folder).lock.unlink(missing_ok=True)
        here = _time(_OURS, str(folder), front), _time(_BARE)
        if turn:  # the first compiles and fills caches
            ours.append(here[0])
            bare.append(here[1])
    least = {
        name: min(start.phases[name] for start in ours if name in start.phases)
        for name in ours[0].phases
    }
    phases = ", ".join(f"{name} {took:.0f}" for name, took in least.items())
    for what, place, unit, aim in (
        ("processor", 0, "ms", _AIM),
        ("wall", 1, "ms", _AIM),
        ("memory", 2, "MB", _AIM_MEMORY),
    ):
        mine, plain = min(start[place] for start in ours), min(start[place] for start in bare)
        words = f"Start on {page.label}, {what}: {mine:.0f} {unit} against {plain:.0f}"
        yield (f"{words} ({phases})" if place == 0 else words, mine / plain, aim)


def _time(script: str, *arguments: str) -> _Start:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    # As on an office PC, the second start finds the compiled modules of the first.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("PYTHONPYCACHEPREFIX", str(Path(tempfile.gettempdir()) / "bench-pyc"))
    start = time.perf_counter()
    running = subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=_ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert running.stdout is not None
    said = running.stdout.read()
    _pid, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    assert running.returncode == 0, script
    wall = (time.perf_counter() - start) * 1000
    memory, phases = json.loads(said)
    return _Start((used.ru_utime + used.ru_stime) * 1000, wall, memory / 1024, phases)


if __name__ == "__main__":
    for what, ratio, aim in run(int(sys.argv[1]) if sys.argv[1:] else _TURNS):
        print(f"{what}: {ratio:.2f} (aim {aim})")
