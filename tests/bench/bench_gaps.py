"""How long the window halts: the longest turn of the event loop for each usual act.

The real window on 2,000 berkas and 20,000 entries. A turn counts by the time of the processor
that the window's own thread took, since a busy machine only adds to what a clock would show.
Run: python -m tests.bench.bench_gaps [data folder]
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_BERKAS, _ENTRIES = 2_000, 20_000
_AIM, _CLICK = 50.0, 100.0  # milliseconds
_QUIET, _PATIENCE = 0.5, 20.0
"""Seconds without work after which an act is over, and how long it may take."""
_TODAY = date(2026, 11, 23)


def run(folder: Path | None = None) -> list[tuple[str, float, float]]:
    """(act, its longest turn in milliseconds, aim), the longest first."""
    from tests.bench.big_data import make_big_data

    with tempfile.TemporaryDirectory() as root:
        if folder is None:
            folder = Path(root) / "data"
            make_big_data(folder, _BERKAS, _ENTRIES, _TODAY)
        with _window(folder) as window:
            found = [(words, _longest(act)) for words, act in _acts(window)]
    found.sort(key=lambda each: -each[1])
    return [(f"Longest halt: {words}", took, _AIM) for words, took in found]


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


def _acts(window: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """Each act with its words, in the order in which they can be done."""
    yield from _pages(window)
    yield from _on_board(window)
    yield from _on_berkas(window)
    yield from _on_long_papers(window)
    yield from _on_register(window)
    yield from _on_whole_register(window)
    yield from _on_books(window)
    yield from _on_calendar(window)
    yield from _on_finder(window)
    yield from _on_settings(window)


def _pages(window: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.actions.catalogue import PAGES

    names = [page[0] for page in PAGES]
    for name in names:
        yield f"open page {name} for the first time", lambda name=name: getattr(window, name)()
    for name in names:
        yield f"open page {name} again", lambda name=name: getattr(window, name)()


def _on_board(window: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "to the board", window.board
    page = window.page("board")
    ready = [card.berkas_id for card in page.view.board.cards if not card.missing]
    yield "move a card for the first time", lambda: page.view.advance_asked.emit(ready[0])
    yield "move a second card", lambda: page.view.advance_asked.emit(ready[1])
    yield "take it back (Ctrl+Z)", window.undo_last
    page.view.window().activateWindow()
    yield "begin to filter the board", lambda: _keys(page, "F")
    yield from _typed("filter of the board", "nomor 17")


def _on_berkas(window: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    for number in (700, 701, 702):
        yield f"open berkas {number}", lambda number=number: window.berkas(number)
    yield "a verdict in Validasi", lambda: window.page("berkas").panel(2).make_open()
    yield "draft list in Validasi", lambda: window.page("berkas").panel(2).tabs.setCurrentIndex(1)
    yield "form of a new usulan", lambda: window.page("berkas").panel(2).add()
    yield "a usulan about an entry of the register", lambda: _choose_kind(1)
    yield "close the form", lambda: _close_dialog()
    for number in (703, 705, 706):
        yield f"open berkas {number}", lambda number=number: window.berkas(number)
    for panel in (1, 2, 3, 4, 5, 0, -1):
        yield f"panel {panel} of a berkas", lambda panel=panel: window.berkas(702, panel)


def _on_long_papers(window: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """Papers that list the whole register; the berkas that comes after each ends its preview."""
    page = window.page("berkas")
    yield "panel of a Keputusan to be", lambda: window.berkas(703, 3)
    yield "draft the Keputusan of the whole register", lambda: page.panel(3).draft()
    yield "another panel of it", lambda: window.berkas(703, 2)
    yield "the Keputusan again", lambda: window.berkas(703, 3)
    yield "its editor", lambda: page.panel(3).edit()
    yield "close the editor", lambda: _close_dialog()
    yield "away from it", lambda: window.berkas(702, 3)
    yield "preview of the list to be published", lambda: window.berkas(1, 5)
    yield "away from the list", lambda: window.berkas(702, 5)
    for panel in (4, 2):
        words = f"panel {panel} of the berkas that made the register"
        yield words, lambda panel=panel: window.berkas(1, panel)
    yield "what it made of the register", lambda: page.panel(2).tabs.setCurrentIndex(1)
    yield "its usulan again", lambda: page.panel(2).tabs.setCurrentIndex(0)


def _on_whole_register(window: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """What reads every entry."""
    from PySide6.QtCore import Qt

    from sopapp.services.unit_kerja import UnitKerjaInput
    from ui.register.columns import INFORMASI
    from ui.register.entry_filter import DUE, EntryFilter

    page = window.page("register")
    table, bar, units = page.table, page.filter_bar, window.context.app.unit_kerja
    yield "hide nothing", bar.clear
    yield "sort by a column", lambda: table.sortByColumn(INFORMASI, Qt.SortOrder.DescendingOrder)
    yield "as in the list", lambda: table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    yield "the laws to choose from", bar.undang_undang.fill
    yield "filter by status", lambda: bar.set_value(EntryFilter(status=DUE))
    yield "hide nothing again", bar.clear
    yield "filter by unit", lambda: bar.set_value(EntryFilter(unit=3))
    yield "hide nothing once more", bar.clear
    yield "to the end of the list", table.scrollToBottom
    yield "choose all rows", table.selectAll
    yield "copy all rows", table.copy
    yield "choose none", table.clear_choice
    yield "rename a unit", lambda: units.edit(3, UnitKerjaInput("U3", "Bidang lain", "Kepala"))
    yield "search after that", lambda: bar.set_value(EntryFilter(kata="bidang lain"))


def _on_register(window: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "to the register", window.register
    yield "search field of the register", lambda: _keys(window.page("register"), "F")
    yield from _typed("search in the register", "laboratorium")
    yield "an entry of the register", lambda: window.entry(12_000)


def _on_books(window: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    for book in ("agenda", "ekspedisi", "penolakan"):
        yield f"open the book {book}", lambda book=book: window.surat(book)


def _on_calendar(window: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "to the calendar", window.calendar
    page = window.page("calendar")
    for months in (1, 2, -1):
        day = _TODAY + timedelta(days=30 * months)
        yield f"another month of the calendar ({months:+})", lambda day=day: page.show_day(day)


def _on_finder(window: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "Ctrl+K", window.finder
    yield from _typed("the finder", "pelangan 12")
    yield "close the finder", lambda: _close_dialog()


def _on_settings(window: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    from ui.actions.catalogue import ACTIONS

    tabs = [each.name for each in ACTIONS if each.name.startswith("settings_")]
    for name in tabs:
        tab = name.removeprefix("settings_")
        yield f"settings, tab {tab}", lambda tab=tab: window.settings(tab)
    yield "save a setting", lambda: _save_setting(window)
    yield "back to Hari ini", window.today
    yield "guide (F1)", window.guide
    yield "a larger window", lambda: window.resize(1600, 900)
    yield "a smaller window", lambda: window.resize(1024, 700)


def _save_setting(window: Any) -> None:

    setting = window.context.app.setting
    work = setting.work()
    setting.save(work._replace(count_start_day=not work.count_start_day))


def _keys(widget: Any, letter: str) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    key = getattr(Qt.Key, f"Key_{letter}")
    QTest.keyClick(widget, key, Qt.KeyboardModifier.ControlModifier)


def _typed(words: str, text: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """Each letter is an act of its own; the name tells which."""
    for place, letter in enumerate(text, 1):
        yield f"{words}, letter {place}", lambda letter=letter: _type(letter)


def _type(letter: str) -> None:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLineEdit

    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit), field  # else nothing would be measured
    QTest.keyClicks(field, letter)


def _choose_kind(row: int) -> None:
    from PySide6.QtWidgets import QApplication

    from ui.berkas.usulan_dialog import UsulanDialog

    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, UsulanDialog):
            dialog.jenis.setCurrentIndex(row)


def _close_dialog() -> None:
    from PySide6.QtWidgets import QApplication

    dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    if dialog is not None:
        dialog.close()
        dialog.parentWidget().window().activateWindow()  # no desktop does it here


if __name__ == "__main__":
    for what, figure, aim in run(Path(sys.argv[1]) if sys.argv[1:] else None):
        mark = "  !!" if figure > _CLICK else "  !" if figure > aim else ""
        print(f"{figure:8.1f} ms{mark}  {what}")
