"""How wide columns are."""

from __future__ import annotations

import pytest

from ui.widgets.data_table import SMALLEST, DataTable
from ui.widgets.rows_model import Column, RowsModel


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
