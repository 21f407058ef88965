"""What is done every day in a window on 2,000 berkas and 20,000 entries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tests.bench.gap_hands import Act, choose_kind, close_dialog, keys, typed

_TODAY = date(2026, 11, 23)


def daily_acts(window: Any) -> Iterator[Act]:
    """What is done every day, in the order in which it can be done."""
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


def _pages(window: Any) -> Iterator[Act]:
    from ui.actions.catalogue import PAGES

    names = [page[0] for page in PAGES]
    for name in names:
        yield f"open page {name} for the first time", lambda name=name: getattr(window, name)()
    for name in names:
        yield f"open page {name} again", lambda name=name: getattr(window, name)()


def _on_board(window: Any) -> Iterator[Act]:
    yield "to the board", window.board
    page = window.page("board")
    ready = [card.berkas_id for card in page.view.board.cards if not card.missing]
    yield "move a card for the first time", lambda: page.view.advance_asked.emit(ready[0])
    yield "move a second card", lambda: page.view.advance_asked.emit(ready[1])
    yield "take it back (Ctrl+Z)", window.undo_last
    page.view.window().activateWindow()
    yield "begin to filter the board", lambda: keys(page, "F")
    yield from typed("filter of the board", "nomor 17")


def _on_berkas(window: Any) -> Iterator[Act]:
    for number in (700, 701, 702):
        yield f"open berkas {number}", lambda number=number: window.berkas(number)
    yield "a verdict in Validasi", lambda: window.page("berkas").panel(2).make_open()
    yield "draft list in Validasi", lambda: window.page("berkas").panel(2).tabs.setCurrentIndex(1)
    yield "form of a new usulan", lambda: window.page("berkas").panel(2).add()
    yield "a usulan about an entry of the register", lambda: choose_kind(1)
    yield "close the form", lambda: close_dialog()
    for number in (703, 705, 706):
        yield f"open berkas {number}", lambda number=number: window.berkas(number)
    for panel in (1, 2, 3, 4, 5, 0, -1):
        yield f"panel {panel} of a berkas", lambda panel=panel: window.berkas(702, panel)


def _on_long_papers(window: Any) -> Iterator[Act]:
    """Papers that list the whole register; the berkas that comes after each ends its preview."""
    page = window.page("berkas")
    yield "panel of a Keputusan to be", lambda: window.berkas(703, 3)
    yield "draft the Keputusan of the whole register", lambda: page.panel(3).draft()
    yield "another panel of it", lambda: window.berkas(703, 2)
    yield "the Keputusan again", lambda: window.berkas(703, 3)
    yield "its editor", lambda: page.panel(3).edit()
    yield "close the editor", lambda: close_dialog()
    yield "away from it", lambda: window.berkas(702, 3)
    yield "preview of the list to be published", lambda: window.berkas(1, 5)
    yield "away from the list", lambda: window.berkas(702, 5)
    for panel in (4, 2):
        words = f"panel {panel} of the berkas that made the register"
        yield words, lambda panel=panel: window.berkas(1, panel)
    yield "what it made of the register", lambda: page.panel(2).tabs.setCurrentIndex(1)
    yield "its usulan again", lambda: page.panel(2).tabs.setCurrentIndex(0)


def _on_whole_register(window: Any) -> Iterator[Act]:
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


def _on_register(window: Any) -> Iterator[Act]:
    yield "to the register", window.register
    yield "search field of the register", lambda: keys(window.page("register"), "F")
    yield from typed("search in the register", "laboratorium")
    yield "an entry of the register", lambda: window.entry(12_000)


def _on_books(window: Any) -> Iterator[Act]:
    for book in ("agenda", "ekspedisi", "penolakan"):
        yield f"open the book {book}", lambda book=book: window.surat(book)


def _on_calendar(window: Any) -> Iterator[Act]:
    yield "to the calendar", window.calendar
    page = window.page("calendar")
    for months in (1, 2, -1):
        day = _TODAY + timedelta(days=30 * months)
        yield f"another month of the calendar ({months:+})", lambda day=day: page.show_day(day)


def _on_finder(window: Any) -> Iterator[Act]:
    yield "Ctrl+K", window.finder
    yield from typed("the finder", "pelangan 12")
    yield "close the finder", lambda: close_dialog()


def _on_settings(window: Any) -> Iterator[Act]:
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
