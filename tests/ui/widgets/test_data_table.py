"""How wide columns are."""

from __future__ import annotations

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
