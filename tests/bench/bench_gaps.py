"""How long the window halts: the longest turn of the event loop for each usual act.

The real window on 2,000 berkas and 20,000 entries, then on long books. A turn counts by the time
of the processor that the window's own thread took, since a busy machine only adds to what a clock
would show.
Run: python -m tests.bench.bench_gaps [data folder]
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_PARTS = ("daily", "seldom", "agenda", "report", "letters")
_PART = "--part"
_BERKAS, _ENTRIES = 2_000, 20_000
_AIM, _CLICK = 50.0, 100.0  # milliseconds
_QUIET, _PATIENCE = 0.3, 20.0
"""Seconds without work after which an act is over, and how long it may take."""
_TODAY = date(2026, 11, 23)


def run(folder: Path | None = None) -> list[tuple[str, float, float]]:
    """(act, its longest turn in milliseconds, aim), the longest first.

    Each part has a process of its own, so that none waits for what another left at work.
    """
    from tests.bench.big_data import make_big_data

    found = []
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        if folder is None:
            folder = root / "big"
            make_big_data(folder, _BERKAS, _ENTRIES, _TODAY)
        for part in _PARTS:
            command = [sys.executable, "-m", "tests.bench.bench_gaps", _PART, part]
            done = subprocess.run(
                [*command, str(folder), str(root)], stdout=subprocess.PIPE, check=False, text=True
            )
            found += [tuple(json.loads(line)) for line in done.stdout.splitlines()]
            if done.returncode:
                print(f"The part “{part}” ended with {done.returncode}", flush=True)
    found.sort(key=lambda each: -each[1])
    return [(f"Longest halt: {words}", took, _AIM) for words, took in found]


def _run_part(part: str, folder: Path, root: Path) -> None:
    """Print each act of a part with its longest turn, as a line of JSON."""
    from tests.bench.agenda_data import make_agenda
    from tests.bench.bench_kinerja import make_year
    from tests.bench.gap_books import agenda_acts, letters_acts, report_acts
    from tests.bench.gap_daily import daily_acts
    from tests.bench.gap_seldom import seldom_acts

    acts = {
        "daily": lambda window, _root: daily_acts(window),
        "seldom": seldom_acts,
        "agenda": agenda_acts,
        "report": report_acts,
        "letters": letters_acts,
    }[part]
    make = {
        "agenda": partial(make_agenda, letters=10_000),
        "report": partial(make_year, count=_BERKAS),
        "letters": partial(make_agenda, letters=150),
    }.get(part)
    if make is not None:
        folder = root / part
        make(folder)
    with _window(folder) as window:
        for words, act in acts(window, root):
            print(json.dumps((words, _longest(act))), flush=True)


@contextmanager
def _window(folder: Path) -> Iterator[Any]:
    from sopapp.app import open_app
    from sopapp.clock import FixedClock
    from tests.ui.closing import without_backup
    from tests.ui.fakes import FakePrompts
    from ui.application import make_application
    from ui.changes import ChangeHub
    from ui.main_window import MainWindow
    from ui.tasks import Tasks
    from ui.warm_up import PIECES, know_classes, load

    application = make_application()
    tasks = Tasks()
    with closing(open_app(folder, FixedClock(_TODAY), "Uji")) as app:
        app.load_rest()  # as the start does once the window is painted
        hub = ChangeHub()
        hub.feed(app)
        window = MainWindow(app, hub, tasks, FakePrompts())
        window.resize(1366, 768)
        window.show()
        window.activateWindow()  # no desktop does it here
        _longest(lambda: None)
        know_classes()  # as the start does in the seconds after
        for piece in PIECES:
            load(piece)
        gc.freeze()
        try:
            yield window
        finally:
            without_backup(window)
            application.clipboard().clear()  # without a desktop it would outlive Python
            window.close_all()
            tasks.wait()
            application.processEvents()
            gc.unfreeze()


def _longest(act: Callable[[], object]) -> float:
    """Milliseconds of the longest turn from `act` until nothing happens any more."""
    from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent

    turns = [time.thread_time()]

    def turn() -> None:
        turns.append(time.thread_time())

    # Long work asks the loop for turns of its own: they are told apart as others are.
    awake = QAbstractEventDispatcher.instance().awake
    awake.connect(turn)
    begun = quiet = time.perf_counter()
    act()
    while time.perf_counter() - quiet < _QUIET and time.perf_counter() - begun < _PATIENCE:
        start = time.thread_time()
        QCoreApplication.processEvents()
        # The loop of a running program deletes closed windows; this one must be told to.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if time.thread_time() - start > 0.002:
            quiet = time.perf_counter()
        time.sleep(0.002)
    awake.disconnect(turn)
    turn()
    return max(later - earlier for earlier, later in pairwise(turns)) * 1000


if __name__ == "__main__":
    if sys.argv[1:2] == [_PART]:
        _run_part(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
        sys.exit()
    for what, figure, aim in run(Path(sys.argv[1]) if sys.argv[1:] else None):
        mark = "  !!" if figure > _CLICK else "  !" if figure > aim else ""
        print(f"{figure:8.1f} ms{mark}  {what}")
