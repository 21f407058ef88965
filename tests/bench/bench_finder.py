"""The finder over an office of many years: what a key costs, and its opening.

Run: `python -m tests.bench.bench_finder`. Needs no screen.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from sopapp.app import App
    from ui.finder.finder_dialog import FinderDialog

_TURNS = 5
_FRAME = 16.0  # milliseconds
_BERKAS, _LETTERS, _ENTRIES = 2_000, 10_000, 20_000
_TYPED = (
    "pelapor", "500.12/4711", "pengwasan barng", "bidang 3", "keputusan 2026", "rekam mdeis",
    "kbi", "nomor 12", "papan", "zzzz",
)  # fmt: skip


def run() -> list[tuple[str, float, float]]:
    """(what, figure, aim): milliseconds or a ratio, as the name says."""
    from sopapp.app import open_app
    from tests.bench.finder_data import make_findable

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_findable(root, _BERKAS, _LETTERS, _ENTRIES)
        with open_app(root) as app:
            opened, keys = _keys(app)
            search, scan = _searches(app)
            longest = _longest_turn(app)
    return [
        ("Finder (32,000 records): opened and painted, ms", opened, 100.0),
        ("a key typed, found and painted, median, against a frame", keys[0] / _FRAME, 1.0),
        ("the slowest of them against a frame", keys[1] / _FRAME, 1.0),
        ("a whole search against a bare scan of all texts", search / scan, 1.0),
        ("the longest turn while it is filled, ms", longest, 16.0),
    ]


def _best(call: Callable[[], object]) -> float:
    """Milliseconds of the quickest of a few turns, which others on the PC disturb least."""
    times = []
    for _turn in range(_TURNS):
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def _longest_turn(app: App) -> float:
    """CPU time without the collector, which looks at the whole program: neither is its fault."""
    from sopapp.services.collector_pause import paused_collector
    from sopapp.services.finder import FinderService

    finder = FinderService(app._store, app.sop)
    with paused_collector():
        longest, start = 0.0, time.process_time()
        for _kind in finder.turns():
            longest = max(longest, time.process_time() - start)
            start = time.process_time()
    return longest * 1000


def _searches(app: App) -> tuple[float, float]:
    """A whole search with nothing remembered; the bare thing, which knows no typo and no rank."""
    from sopapp.domain.find_shelf import find_sections

    shelves = app.finder.shelves
    texts = [
        f"{target.title}\n{target.detail}".casefold()
        for shelf in shelves
        for target in map(shelf.target, range(len(shelf.index)))
    ]

    def search(typed: str) -> None:
        for shelf in shelves:
            shelf.index.forget()
        for section in find_sections(shelves, typed):
            section.first(5)

    def scan(typed: str) -> list[str]:
        words = typed.split()
        return [text for text in texts if all(word in text for word in words)]

    ours = [_best(lambda typed=typed: search(typed)) for typed in _TYPED]
    bare = [_best(lambda typed=typed: scan(typed)) for typed in _TYPED]
    return statistics.median(ours), statistics.median(bare)


def _keys(app: App) -> tuple[float, tuple[float, float]]:
    """Opening; the median and the slowest key, each as long as in the quickest of a few turns."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    from tests.ui.fakes import FakePrompts, Recorder
    from ui.application import prepare
    from ui.changes import ChangeHub
    from ui.context import UiContext
    from ui.tasks import Tasks

    application = QApplication.instance() or QApplication([])
    prepare(application)
    window = QWidget()
    window.resize(1366, 728)
    window.show()
    application.processEvents()
    context = UiContext(app, ChangeHub(), Tasks(), FakePrompts(), Recorder())
    start = time.perf_counter()
    from ui.finder.finder_dialog import FinderDialog  # loading it is part of the first opening

    finder = FinderDialog(context, window)
    finder.show()
    finder.grab()
    opened = (time.perf_counter() - start) * 1000
    while finder.search.busy:
        application.processEvents()
    turns = [_typed(finder, QTest.keyClicks, application.processEvents) for _ in range(_TURNS)]
    finder.close()
    best = [min(times) for times in zip(*turns, strict=True)]
    return opened, (statistics.median(best), max(best))


def _typed(
    finder: FinderDialog, click: Callable[..., None], settle: Callable[[], None]
) -> list[float]:
    """Milliseconds of each key, one after the other."""
    times = []
    for text in _TYPED:
        finder.field.clear()
        settle()
        for shelf in finder.search.shelves:
            shelf.index.forget()
        for letter in text:
            start = time.perf_counter()
            click(finder.field, letter)
            settle()
            times.append((time.perf_counter() - start) * 1000)
    return times


if __name__ == "__main__":
    for what, figure, aim in run():
        print(f"{what}: {figure:.2f} (aim {aim:g})")
