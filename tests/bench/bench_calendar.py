"""The calendar with 2,000 running berkas: opened, and from month to month.

Run: `python -m tests.bench.bench_calendar`. Needs no screen.
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

_BERKAS = 2_000
_TURNS = 7
_OPEN_AIM, _MONTH_AIM = 100.0, 50.0  # milliseconds
_TODAY = date(2026, 11, 23)


def run() -> list[tuple[str, float, float]]:
    """(what, milliseconds (median), aim in milliseconds)."""
    from PySide6.QtWidgets import QApplication

    from sopapp.app import open_app
    from sopapp.clock import FixedClock
    from tests.bench.big_data import make_big_data
    from tests.ui.fakes import FakePrompts, Recorder
    from ui.application import prepare
    from ui.calendar.calendar_page import CalendarPage
    from ui.changes import ChangeHub
    from ui.context import UiContext
    from ui.tasks import Tasks

    application = QApplication.instance() or QApplication([])
    prepare(application)
    opened, turned = [], []
    with tempfile.TemporaryDirectory() as folder:
        make_big_data(Path(folder), _BERKAS, 1, _TODAY)
        with open_app(Path(folder), FixedClock(_TODAY), "Uji") as app:
            app.board.load()
            context = UiContext(app, ChangeHub(), Tasks(), FakePrompts(), Recorder())
            for _turn in range(_TURNS):
                made: list[CalendarPage] = []

                def show(made: list[CalendarPage] = made) -> None:
                    made.append(CalendarPage(context))
                    made[0].resize(1366, 700)
                    made[0].show()
                    application.processEvents()

                def turn(made: list[CalendarPage] = made) -> None:
                    made[0].bar.forward.click()
                    application.processEvents()

                opened.append(_timed(show))
                turned.append(_timed(turn))
                made[0].hide()
                made[0].deleteLater()
                application.processEvents()
    return [
        (f"Calendar with {_BERKAS} berkas: opened", statistics.median(opened), _OPEN_AIM),
        ("Calendar: the next month", statistics.median(turned), _MONTH_AIM),
    ]


def _timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    for what, milliseconds, aim in run():
        print(f"{what}: {milliseconds:.0f} ms (aim {aim:.0f} ms)")
