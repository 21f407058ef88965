"""What is done with long books: 10,000 letters, 2,000 finished berkas, a berkas of 150 letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.gap_hands import Act, close_dialog, press, scroll, wheel


def agenda_acts(window: Any, folder: Path) -> Iterator[Act]:
    """On the year of `agenda_data.make_agenda`."""
    yield "agenda of 10,000 letters", lambda: window.surat("agenda")
    tab = window.page("surat").tab
    bar, table = tab.filter_bar, tab.table
    for letter in "undangan":
        yield f"search in the agenda, {letter}", partial(bar.search.insert, letter)
    yield "the whole agenda", bar.clear
    yield "agenda, list of units", bar.unit.fill
    yield "agenda of a unit", lambda: bar.unit.setCurrentIndex(2)
    yield "the whole agenda again", bar.clear
    yield "wheel over the agenda", partial(wheel, table.viewport())
    yield "agenda half way", partial(scroll, table, 0.5)
    table.setFocus()
    for key in ("PageDown", "End", "Home"):
        yield f"agenda, {key}", partial(press, key)
    yield "choose all letters", table.selectAll
    yield "choose one letter", lambda: table.selectRow(3)
    for name, act in (
        ("preview of a letter", tab.preview),
        ("hand a letter over", tab.hand_over),
        ("a number used outside", tab.record_outside),
        ("print the agenda", tab.output.print),
    ):
        yield name, act
        yield f"close: {name}", close_dialog
    window.context.prompts.file = folder / "agenda.xlsx"
    yield "export the agenda", tab.output.export
    yield "Buku Ekspedisi", lambda: window.surat("ekspedisi")


def report_acts(window: Any, folder: Path) -> Iterator[Act]:
    """On the year of `bench_kinerja.make_year`."""
    prompts = window.context.prompts
    yield "report of 2,000 berkas", window.report
    page = window.page("report")
    yield "print the report", page.print_button.click
    yield "close the print of the report", close_dialog
    prompts.file = folder / "laporan.xlsx"
    yield "export the report", page.export_button.click
    yield "picture of the report", page.copy_action.trigger
    prompts.file = folder / "bukti.zip"
    yield "evidence of the year", page.evidence_button.click
    yield "close the evidence", close_dialog
    for width, height in ((1900, 1000), (1366, 768)):
        yield f"report, window of {width}", partial(window.resize, width, height)
    yield "archive of 2,000 berkas", window.archive
    for panel in (1, 2, 3, 4, 5, 0, -1):
        yield f"panel {panel} of a finished berkas", partial(window.berkas, 5, panel)


def letters_acts(window: Any, _folder: Path) -> Iterator[Act]:
    """On one berkas with more letters than an office of many units writes."""
    for panel, words in ((1, "stage 1"), (-1, "letters"), (0, "riwayat")):
        yield f"berkas of 150 letters, {words}", partial(window.berkas, 1, panel)
    yield "away from the letters", window.board
    yield "its letters again", lambda: window.berkas(1, -1)
