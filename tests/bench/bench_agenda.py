"""The Buku Agenda with 10,000 letters of one year: opened and filtered, beside 200 letters.

Run: `python -m tests.bench.bench_agenda`. Needs no screen.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.context import UiContext
    from ui.surat.surat_page import SuratPage

_TURNS = 7
_FRAME = 16.0
_FEW, _MANY = 200, 10_000
_WORDS = ("undangan", "undangan 77", "kepala bidang 3", "salah alamat", "500.12/04")


def run() -> list[tuple[str, float, float]]:
    """(what, figure, aim): milliseconds or a ratio, as the name says."""
    from tests.bench.agenda_data import make_agenda

    opened, read, words, choices = {}, {}, {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for count in (_FEW, _MANY):
            root = Path(folder) / str(count)
            make_agenda(root, count)
            opened[count], read[count] = _open(root)
            words[count], choices[count] = _filter(root)
    return [
        (f"Agenda of {_MANY:,} letters: lines of the first screen, ms", read[_MANY], _FRAME),
        ("the same page opened and painted, ms", opened[_MANY], 0.0),
        (f"the same against {_FEW} letters", opened[_MANY] / opened[_FEW], 1.3),
        (f"A word typed over {_MANY:,} letters, to the pixels, ms", words[_MANY], _FRAME),
        (f"the same against {_FEW} letters", words[_MANY] / words[_FEW], 1.5),
        ("A kind, unit or state chosen, to the pixels, ms", choices[_MANY], _FRAME),
        (f"the same against {_FEW} letters", choices[_MANY] / choices[_FEW], 1.5),
    ]


def _timed(call: Callable[[], object]) -> float:
    """Milliseconds of the processor, so that what else the machine does is not counted."""
    start = time.process_time()
    call()
    return (time.process_time() - start) * 1000


def _application() -> QApplication:
    from PySide6.QtWidgets import QApplication

    from ui.application import prepare

    application = QApplication.instance() or QApplication([])
    prepare(application)
    return application


def _page(context: UiContext) -> SuratPage:
    from ui.surat.surat_page import SuratPage

    page = SuratPage(context)
    page.resize(1366, 700)
    page.show()
    return page


def _open(root: Path) -> tuple[float, float]:
    """The page to its first pixels, and the lines alone; each in a data file opened anew."""
    from PySide6.QtCore import QEvent

    from sopapp.app import open_app
    from sopapp.clock import FixedClock
    from sopapp.domain.agenda import AgendaFilter
    from tests.bench.agenda_data import TODAY
    from tests.ui.fakes import FakePrompts, Recorder
    from ui.changes import ChangeHub
    from ui.context import UiContext
    from ui.tasks import Tasks

    application, tasks = _application(), Tasks()
    pages, lines = [], []
    for _turn in range(_TURNS):
        with open_app(root, FixedClock(TODAY)) as app:
            wanted = AgendaFilter(TODAY.year)
            context = UiContext(app, ChangeHub(), tasks, FakePrompts(), Recorder())
            app.agenda.years()
            lines.append(_timed(lambda app=app, wanted=wanted: app.agenda.rows(wanted)[-25:]))
        with open_app(root, FixedClock(TODAY)) as app:
            context = UiContext(app, ChangeHub(), tasks, FakePrompts(), Recorder())
            made: list[SuratPage] = []
            pages.append(
                _timed(lambda context=context, made=made: made.append(_page(context)))
                + _timed(lambda made=made: made[0].grab())
            )
            made[0].hide()
            made[0].deleteLater()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    tasks.wait()
    return statistics.median(pages), statistics.median(lines)


def _filter(root: Path) -> tuple[float, float]:
    """From a word typed or a choice made to the pixels of the table."""
    from sopapp.app import open_app
    from sopapp.clock import FixedClock
    from sopapp.domain.agenda import AgendaFilter, KeadaanAgenda
    from sopapp.domain.surat import JenisSurat
    from tests.bench.agenda_data import TODAY
    from tests.ui.fakes import FakePrompts, Recorder
    from ui.changes import ChangeHub
    from ui.context import UiContext
    from ui.tasks import Tasks

    application, tasks = _application(), Tasks()
    whole = AgendaFilter(TODAY.year)
    choices = (
        replace(whole, jenis=JenisSurat.NOTA_DINAS),
        replace(whole, unit_id=3),
        replace(whole, keadaan=KeadaanAgenda.BATAL),
        replace(whole, keadaan=KeadaanAgenda.SISIPAN),
    )
    # The least of several turns: what else the machine does only adds to it.
    typed: dict[str, float] = {}
    chosen: dict[AgendaFilter, float] = {}
    with open_app(root, FixedClock(TODAY)) as app:
        page = _page(UiContext(app, ChangeHub(), tasks, FakePrompts(), Recorder()))
        application.processEvents()  # what is read a moment after the first paint
        tab = page.tab

        def show(wanted: AgendaFilter) -> None:
            tab.show_filtered(wanted)
            tab.table.viewport().grab()

        for _turn in range(_TURNS):
            for word in _WORDS:
                took = _timed(lambda word=word: show(replace(whole, text=word)))
                typed[word] = min(took, typed.get(word, took))
            app.agenda.rows(whole)
            for each in choices:
                # A write makes what was read before worth nothing.
                app._database.execute_sql("UPDATE surat SET perlu_cetak = 1 WHERE id = 1")
                took = _timed(lambda each=each: show(each))
                chosen[each] = min(took, chosen.get(each, took))
            app.agenda.prepare(TODAY.year)
        page.hide()
        page.deleteLater()
    tasks.wait()
    return statistics.median(typed.values()), statistics.median(chosen.values())


if __name__ == "__main__":
    for what, figure, aim in run():
        print(f"{what}: {figure:.2f} (aim {aim:g})")
