"""On a small screen no table scrolls sideways, and no date or number in one is cut."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.berkas import StatusBerkas
from tests.conftest import SAMPLE_DAY
from tests.ui.accessibility.walk import TasksInTurn, settle
from tests.ui.closing import without_backup
from tests.ui.fakes import FakePrompts
from ui.berkas.panel_numbers import SURAT
from ui.main_window import MainWindow
from ui.widgets.data_table import DataTable
from ui.widgets.table_paint import PADDING, fitted_lines

_SMALL = 1280, 680
"""1920 pixels enlarged to 150 %, less the bar of the system."""
_SMALLEST = 960, 500
"""1920 pixels enlarged to 200 %."""
_TABLES = ("unit_kerja", "pejabat", "libur", "katalog")


@pytest.fixture
def window(qtbot, tmp_path, sample_data, hub):
    shutil.copytree(sample_data.folder, tmp_path / "data")
    with open_app(tmp_path / "data", FixedClock(SAMPLE_DAY), "Penguji") as app:
        hub.feed(app)
        made = MainWindow(app, hub, TasksInTurn(), FakePrompts(yes=False, text=None))
        qtbot.addWidget(made, before_close_func=without_backup)
        made.show()
        yield made
        made.close_all()


@pytest.mark.parametrize("size", [_SMALL, _SMALLEST])
def test_tables_fit_into_a_small_window(window, size):
    window.resize(*size)
    wide, cut, seen = [], [], 0
    for place in _places(window.context.app, window):
        settle(window)
        for table in _tables(window):
            seen += 1
            if table.horizontalScrollBar().maximum() and (size, place) != (_SMALLEST, "daftar"):
                wide.append(place)
            cut += [f"{place}: {text}" for text in _cut(table)]
    assert (wide, cut) == ([], [])
    assert seen >= 15


def _places(app: App, window: MainWindow) -> Iterator[str]:
    """The pages with tables of the office's records, one after the other."""
    for book in ("agenda", "ekspedisi", "penolakan"):
        window.surat(book)
        yield book
    window.register()
    yield "daftar"
    window.archive()
    yield "arsip"
    window.riwayat()
    yield "riwayat"
    finished = app.berkas.list(StatusBerkas.SELESAI)[0].id
    running = {card.stage: card.berkas_id for card in app.board.load().cards}
    for stage in (1, 2, 4, 5, SURAT):
        window.berkas(running.get(stage, finished), stage)
        yield f"berkas {stage}"
    for tab in _TABLES:
        window.settings(tab)
        yield tab


def _tables(window: MainWindow) -> list[DataTable]:
    QApplication.processEvents()
    return [table for table in window.findChildren(DataTable) if table.isVisible()]


def _cut(table: DataTable) -> list[str]:
    """Texts of dates, numbers and states that end in an ellipsis; words may."""
    columns = [n for n in table.shown_columns() if not table.rows.columns[n].grows]
    found = []
    for column in columns:
        inside = table.columnWidth(column) - 2 * PADDING
        for row in range(min(table.rows.rowCount(), 10)):
            text = str(table.rows.index(row, column).data())
            lines = fitted_lines(text, table.font(), inside, table.lines)
            found += [text for line, _width in lines if line.endswith("…")]
    return found
