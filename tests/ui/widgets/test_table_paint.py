"""Texts and heads as tables paint them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from ui.theme import tokens
from ui.widgets.data_table import DataTable
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.table_paint import PADDING, fitted_lines

WIDE = 10_000


@pytest.fixture
def table(qtbot):
    columns = (Column("Nama", str, 10), Column("Panjang sekali", str, 10))
    model = RowsModel(columns, key=str)
    made = DataTable(model, "Uji")
    qtbot.addWidget(made)
    model.set_rows(["satu", "dua", "tiga"])
    made.resize(600, 300)
    made.show()
    made.activateWindow()
    made.setFocus()
    return made


def shown(text: str, width: float, most: int = 9) -> list[str]:
    return [line for line, _width in fitted_lines(text, QFont(), width, most)]


def test_an_emoji_does_not_move_where_a_line_ends(qapp):
    text = "📁📁 arsip\nrahasia 📁 dinas\nselesai"
    assert shown(text, WIDE) == ["📁📁 arsip", "rahasia 📁 dinas", "selesai"]
    assert shown(text, WIDE, 2)[0] == "📁📁 arsip"


def test_a_narrow_head_keeps_the_arrow_of_the_order(table):
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    head = table.horizontalHeader()
    title = head.shown_title(1, "Panjang sekali", 60)
    assert title.endswith(" ↓")
    assert head.fontMetrics().horizontalAdvance(title) <= 60
    assert head.shown_title(0, "Nama", WIDE) == "Nama"


def test_the_bar_stands_before_the_row_that_has_the_keyboard_only(table):
    table.setSelectionMode(DataTable.SelectionMode.ExtendedSelection)
    table.selectAll()
    flag = QItemSelectionModel.SelectionFlag.NoUpdate
    table.selectionModel().setCurrentIndex(table.rows.index(1, 0), flag)
    table.horizontalHeader().moveSection(1, 0)  # the bar stays at the left edge
    picture = table.viewport().grab().toImage()
    accent = tokens(table).accent
    marked = [
        picture.pixelColor(1, table.visualRect(table.rows.index(row, 1)).center().y()).name()
        == accent.lower()
        for row in range(3)
    ]
    assert marked == [False, True, False]


def test_a_word_wider_than_its_cell_is_cut_with_an_ellipsis(qapp):
    width = QFontMetricsF(QFont()).horizontalAdvance("X" * 20)
    (line,) = shown("X" * 300, width, 1)
    assert line.endswith("…")
    assert QFontMetricsF(QFont()).horizontalAdvance(line) <= width
    snug = shown("X" * 20, width - PADDING + 1, 1)
    assert snug == ["X" * 20]  # there is room for the last letter in the air beside the cell
    first, second = shown("X" * 300 + " dua", width, 2)
    assert (first[-1], second) == ("…", "dua")


def test_what_is_cut_at_a_line_break_does_not_run_into_the_next_line(qapp):
    text = "Statistik\nPasal 17\nPasal 18"
    assert shown(text, WIDE, 2) == ["Statistik", "Pasal 17 …"]
    assert shown(text, WIDE, 3) == ["Statistik", "Pasal 17", "Pasal 18"]


@pytest.mark.parametrize("day", ["23 Nov 2026", "1 Mei 2026", "23 Desember 2026"])
def test_a_date_is_not_divided_between_lines(qapp, day):
    width = QFontMetricsF(QFont()).horizontalAdvance(f"2026, {day}") - 5
    assert shown(f"2026, {day}", width) == ["2026,", day]
