"""The model under every list: filter, order, and the choice that stays."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ui.widgets.data_table import DataTable
from ui.widgets.rows_model import Column, RowsModel

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Thing:
    id: int
    name: str
    size: int | None = None


COLUMNS = (
    Column("No.", lambda row: "", 6, counts=True),
    Column("Nama", lambda row: row.name, 20),
    Column("Ukuran", lambda row: str(row.size or ""), 10, key=lambda row: row.size),
)


@pytest.fixture
def model(qtbot, qtmodeltester) -> RowsModel[Thing]:
    made = RowsModel(COLUMNS, key=lambda row: row.id)
    made.set_rows([Thing(1, "beta", 30), Thing(2, "Alpha", None), Thing(3, "gamma beta", 4)])
    qtmodeltester.check(made)
    return made


def names(model):
    return [model.row(n).name for n in range(model.rowCount())]


def test_the_filter_wants_every_word_in_any_case(model):
    model.set_filter("BETA gam")
    assert names(model) == ["gamma beta"]
    assert model.total == 3
    model.set_filter("  ")
    assert model.rowCount() == 3


def test_a_new_reading_keeps_filter_and_order(model):
    model.set_filter("beta")
    model.sort(1, DOWN)
    model.set_rows([Thing(1, "beta a"), Thing(2, "beta b"), Thing(3, "lain")])
    assert names(model) == ["beta b", "beta a"]


def test_order_is_by_key_and_rows_without_one_come_last(model):
    model.sort(2, UP)
    assert names(model) == ["gamma beta", "beta", "Alpha"]
    model.sort(2, DOWN)
    assert names(model) == ["beta", "gamma beta", "Alpha"]
    model.sort(1, UP)
    assert names(model) == ["Alpha", "beta", "gamma beta"]
    model.sort(-1, UP)
    assert names(model) == ["beta", "Alpha", "gamma beta"]


def test_the_first_column_counts_what_is_shown(model):
    model.set_filter("beta")
    assert [model.index(n, 0).data() for n in range(2)] == ["1", "2"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(st.text("abAB \n", max_size=6), max_size=12), st.text("abAB ", max_size=4))
def test_the_filter_hides_exactly_what_lacks_a_word(qtbot, texts, wanted):
    model = RowsModel(COLUMNS[1:2], key=lambda row: row.id)
    model.set_rows([Thing(n, text) for n, text in enumerate(texts)])
    model.set_filter(wanted)
    words = wanted.lower().split()
    assert names(model) == [t for t in texts if all(word in t.lower() for word in words)]


def test_the_chosen_row_stays_chosen_through_filter_order_and_reading(qtbot, model):
    table = DataTable(model, "Benda")
    qtbot.addWidget(table)
    table.choose(3)
    seen = []
    table.chosen.connect(seen.append)
    model.set_filter("gamma")
    model.sort(1, UP)
    assert table.current.id == 3
    model.set_rows([Thing(9, "gamma baru"), Thing(3, "gamma lain")])
    assert table.current.name == "gamma lain"
    model.set_filter("baru")
    assert table.current is None
    assert seen[-1] is None


def test_enter_opens_and_copying_takes_the_cells(qtbot, model):
    table = DataTable(model, "Benda")
    qtbot.addWidget(table)
    model.set_rows([Thing(1, "dua\nbaris", 5)])
    opened = []
    table.opened.connect(opened.append)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert not opened
    table.choose(1)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert [row.id for row in opened] == [1]
    table.copy()
    assert QGuiApplication.clipboard().text() == "1\tdua baris\t5"


def test_columns_share_the_width_until_one_is_dragged(qtbot, model):
    table = DataTable(model, "Benda")
    qtbot.addWidget(table)
    table.resize(600, 200)
    table.show()
    table.resize(1200, 200)
    wide = table.columnWidth(1)
    assert table.horizontalHeader().length() == table.viewport().width()
    table.horizontalHeader().resizeSection(1, 77)
    table.resize(900, 200)
    assert table.columnWidth(1) == 77 != wide


def test_twenty_thousand_rows_paint_and_filter(qtbot):
    model = RowsModel(COLUMNS, key=lambda row: row.id)
    table = DataTable(model, "Benda", lines=3)
    qtbot.addWidget(table)
    model.set_rows([Thing(n, f"Informasi ke-{n} " * 9, n) for n in range(20_000)])
    table.resize(500, 300)
    assert not table.grab().isNull()
    model.set_filter("ke-19999")
    assert model.rowCount() == 1
