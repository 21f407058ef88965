"""Backs up 1 GB of stored files while the event loop is watched: no gap over 100 ms.

One big file of 400 MB, six of 50 MB and 3,000 of 100 KB; the whole as the window does it. Then
once more: nothing is copied again. Run: python -m tests.bench.bench_backup [FOLDER]
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from sopapp.app import App, open_app
from sopapp.backup.manifest import Reason
from sopapp.clock import FixedClock
from sopapp.persistence import tables
from sopapp.services.cadangan_job import BackupOutcome
from sopapp.services.cadangan_settings import CadanganSettings
from ui.application import make_application
from ui.backup.keeper import BackupKeeper
from ui.prompts import Prompts
from ui.session import open_window
from ui.tasks import Tasks

_MB = 1_000_000
_SIZES = (*[400 * _MB], *[50 * _MB] * 6, *[_MB // 10] * 3_000)
_TICK = 5  # milliseconds
_AIM = 100.0  # milliseconds
_PIECE = 1 << 20


class Gaps(QObject):
    """The longest time between two turns of the event loop, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def reset(self) -> None:
        """Begin to count."""
        self.longest = 0.0
        self._last = time.perf_counter()


def run(
    sizes: tuple[int, ...] = _SIZES, root: Path | None = None
) -> list[tuple[str, float, float]]:
    """(what, figure, aim)."""
    folder = Path(tempfile.mkdtemp(dir=root))
    application = make_application()
    try:
        with open_app(folder / "data", FixedClock(date(2026, 11, 23)), "Uji") as app:
            _fill(app, sizes, folder)
            app.cadangan.save(_second_place(app, folder / "usb"))
            return _measure(application, app)
    finally:
        shutil.rmtree(folder)


def _measure(application: QApplication, app: App) -> list[tuple[str, float, float]]:
    tasks = Tasks()
    window = open_window(app, tasks, Prompts())
    keeper = BackupKeeper(window.context, window)
    application.processEvents()
    gaps = Gaps()
    figures = []
    for turn in ("first", "second"):
        took, outcome = _one(application, app, keeper, gaps)
        figures.append(
            (f"{turn} backup of both places ({took:.1f} s): longest gap, ms", gaps.longest, _AIM)
        )
        figures.append((f"{turn} backup: files copied", float(outcome.copied_files), 0.0))
        if outcome.problem or outcome.outside_problem or outcome.damaged:
            raise RuntimeError(str(outcome))
    window.close_all()
    tasks.wait()
    return figures


def _one(
    application: QApplication, app: App, keeper: BackupKeeper, gaps: Gaps
) -> tuple[float, BackupOutcome]:
    ended = []
    keeper.job.done.connect(ended.append)
    keeper.job.failed.connect(ended.append)
    app.unit_kerja.reorder([])  # something to back up
    gaps.reset()
    start = time.perf_counter()
    keeper.back_up(Reason.DIMINTA)
    while not ended:
        application.processEvents()
        time.sleep(0.001)
    took = time.perf_counter() - start
    keeper.job.done.disconnect(ended.append)
    return took, ended[0]


def _fill(app: App, sizes: tuple[int, ...], folder: Path) -> None:
    chance = random.Random(5)
    path = folder / "isi"
    for number, size in enumerate(sizes):
        with path.open("wb") as handle:
            for start in range(0, size, _PIECE):
                handle.write(chance.randbytes(min(_PIECE, size - start)))
        stored = app._files.put_file(path)
        tables.Attachment.create(
            nama=f"lampiran-{number}.pdf",
            sha256=stored.sha256,
            ukuran=stored.size,
            tipe="application/pdf",
            ditambahkan="2026-11-23T02:00:00Z",
        )
    path.unlink()


def _second_place(app: App, folder: Path) -> CadanganSettings:
    folder.mkdir()
    return app.cadangan.settings()._replace(di_luar=str(folder))


if __name__ == "__main__":
    for what, figure, aim in run(root=Path(sys.argv[1]) if sys.argv[1:] else None):
        print(f"{figure:9.1f}  (aim {aim:g})  {what}", flush=True)
