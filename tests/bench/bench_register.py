"""The register: a day of it, a search in it, its table; each beside the bare thing.

Run: `python -m tests.bench.bench_register`. Needs no screen.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_TURNS = 7
_SCREEN = 25
_QUERIES = (
    "pel", "pelapor", "resep", "pengawasan barang", "nomor 4711", "kontrak eks", "sakit pegawai",
    "uu nomor 27", "spekul", "12", "laboratorium pelanggan 99", "konfigurasi celah", "arsip",
    "bukti", "privasi rekam",
)  # fmt: skip


def run() -> list[tuple[str, float, float]]:
    """(what, figure, aim): milliseconds or a ratio, as the name says."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        return [*_as_of(root / "a"), *_search(root / "b"), *_table(root / "c", root / "d")]


def _median(call: Callable[[], object]) -> float:
    """Milliseconds."""
    times = []
    for _turn in range(_TURNS):
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def _as_of(root: Path) -> list[tuple[str, float, float]]:
    from sopapp.app import open_app
    from tests.bench.register_data import make_register

    make_register(root, 20_000, 50)
    days = iter(date(1972 + turn * 6, 6, 1) for turn in range(_TURNS))
    with open_app(root) as app:
        app.dik.as_of(date(1971, 6, 1))
        took = _median(lambda: app.dik.as_of(next(days))[:_SCREEN])
    return [("Register as of a day (20,000 entries, 50 versions), first screen, ms", took, 50.0)]


def _search(root: Path) -> list[tuple[str, float, float]]:
    from sopapp.app import open_app
    from tests.bench.register_data import make_register

    make_register(root, 100_000, 1)
    with open_app(root) as app:
        app.dik_search.find("bangun indeks")
        ours, raw = [], []
        for text in _QUERIES:
            found: list[int] = []

            def search(text: str = text, found: list[int] = found) -> None:
                found[:] = app.dik_search.find(text) or ()
                app.dik_search.hits(text, found[:_SCREEN])

            question = " AND ".join(f'"{word}" *' for word in text.split())

            def bare(question: str = question) -> None:
                app._database.connection().execute(
                    "SELECT rowid FROM dik_cari WHERE dik_cari MATCH ?", (question,)
                ).fetchall()

            ours.append(_median(search))
            raw.append(_median(bare))
    took, bare_took = statistics.median(ours), statistics.median(raw)
    return [
        ("Search in 100,000 rows with hits of a screen, median, ms", took, 16.0),
        ("the same against a raw FTS5 query", took / bare_took, 2.0),
    ]


def _table(small: Path, large: Path) -> list[tuple[str, float, float]]:
    from tests.bench.register_data import make_register

    took = {}
    for root, entries in ((small, 200), (large, 20_000)):
        make_register(root, entries, 1)
        took[entries] = _open_table(root)
    return [
        ("Table with 20,000 rows: open and first paint, ms", took[20_000], 0.0),
        ("the same against 200 rows", took[20_000] / took[200], 1.0),
    ]


def _open_table(root: Path) -> float:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    from sopapp.app import open_app
    from tests.ui.fakes import FakePrompts, Recorder
    from ui.application import prepare
    from ui.changes import ChangeHub
    from ui.context import UiContext
    from ui.register.register_page import RegisterPage
    from ui.tasks import Tasks

    application = QApplication.instance() or QApplication([])
    prepare(application)
    tasks = Tasks()
    times = []
    for _turn in range(_TURNS):
        # Opened anew each time, so that nothing is known from the time before.
        with open_app(root) as app:
            context = UiContext(app, ChangeHub(), tasks, FakePrompts(), Recorder())
            start = time.perf_counter()
            page = RegisterPage(context)
            page.resize(1366, 700)
            page.show()
            page.grab()
            times.append((time.perf_counter() - start) * 1000)
            page.hide()
            page.deleteLater()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    tasks.wait()
    return statistics.median(times)


if __name__ == "__main__":
    for what, figure, aim in run():
        print(f"{what}: {figure:.2f} (aim {aim:g})")
