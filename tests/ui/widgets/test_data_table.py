"""How wide columns are."""

from __future__ import annotations

import pytest

from ui.widgets.column_memory import ColumnMemory
from ui.widgets.data_table import SMALLEST, DataTable
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.table_paint import PADDING, fitted_lines


def test_a_column_without_a_kept_width_gets_its_own(qtbot):
    model = RowsModel([Column("Satu", str, 10), Column("Dua", str, 60)], key=str)
    table = DataTable(model, "Uji")
    qtbot.addWidget(table)
    table.arrange([(0, True), (1, False)])
    table.set_widths({0: 90})
    table.arrange([(1, True), (0, True)])  # away from the end, where it would be stretched
    letter = table.fontMetrics().averageCharWidth()
    assert table.columnWidth(1) == int(60 * letter * SMALLEST)
    assert not table.fits


NUMBER = "500.12/26/DISPERINDAG/XII/2026"


@pytest.fixture
def narrow(qtbot):
    """Number, words and something spare, in a window that has not room for all."""
    columns = (
        Column("Nomor surat", lambda _row: NUMBER, 36, folded=10),
        Column("Kode", lambda _row: "500.12", 12, spare=True),
        Column("Perihal", str, 40, grows=True),
    )
    model = RowsModel(columns, key=str)
    table = DataTable(model, "Uji", lines=2)
    qtbot.addWidget(table)
    model.set_rows(["satu", "dua"])
    table.resize(400, 200)
    table.show()
    return table


def test_a_long_number_takes_two_lines_where_the_room_is_short(narrow):
    def lines() -> list[str]:
        inside = narrow.columnWidth(0) - 2 * PADDING
        return [text for text, _width in fitted_lines(NUMBER, narrow.font(), inside, 2)]

    assert lines() == ["500.12/26/", "DISPERINDAG/XII/2026"]
    assert narrow.horizontalScrollBar().maximum() == 0
    narrow.resize(900, 200)
    assert lines() == [NUMBER]


def test_a_spare_column_stands_only_where_there_is_room_for_it(narrow):
    assert narrow.shown_columns() == (0, 2)
    assert narrow.is_wanted(1)  # kept for a wider window
    narrow.resize(900, 200)
    assert narrow.shown_columns() == (0, 1, 2)
    narrow.resize(400, 200)
    assert narrow.fits  # nobody dragged a column
    narrow.set_widths({0: 200})
    assert narrow.shown_columns() == (0, 1, 2)  # as the user has them, whatever the room


def test_a_column_without_room_comes_back_after_the_next_start(narrow, tmp_path):
    memory = ColumnMemory(tmp_path / "jendela.ini", "uji")
    memory.keep(narrow)
    narrow.resize(900, 200)
    memory.restore(narrow)
    assert narrow.shown_columns() == (0, 1, 2)


def test_a_spare_column_that_was_hidden_stays_so(narrow):
    narrow.resize(900, 200)
    narrow.arrange([(1, False)])
    narrow.resize(1000, 200)
    assert narrow.shown_columns() == (0, 2)
    assert not narrow.is_wanted(1)


@pytest.mark.parametrize("width", [100, 500, 1900])
def test_only_columns_that_grow_share_the_room(qtbot, width):
    columns = (Column("Tgl.", str, 16), Column("Hal", str, 40, grows=True), Column("No.", str, 18))
    table = DataTable(RowsModel(columns, key=str), "Uji")
    qtbot.addWidget(table)
    table.resize(width, 200)
    table.show()
    letter = table.fontMetrics().averageCharWidth()
    first, hal, last = (table.columnWidth(column) for column in range(3))
    assert (first, last) == (16 * letter, 18 * letter)
    assert hal == max(int(40 * letter * SMALLEST), table.viewport().width() - first - last)


def test_larger_letters_get_higher_rows(narrow):
    font = narrow.font()
    font.setPointSizeF(font.pointSizeF() * 1.6)
    narrow.setFont(font)
    assert narrow.rowHeight(0) >= narrow.fontMetrics().lineSpacing() * narrow.lines
