"""Everything on the page is reached by the keyboard and has a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTableView


@pytest.fixture
def page(five, make_page, qtbot):
    page = make_page()
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_inputs_have_names(page):
    page.table.setCurrentIndex(page.model.index(0, 1))
    kinds = (QComboBox, QLineEdit, QPlainTextEdit, QTableView)
    inputs = [each for kind in kinds for each in page.findChildren(kind)]
    # The inner parts of a date field and of a drop-down list are Qt's own.
    own = [each for each in inputs if not each.objectName().startswith("qt_")]
    assert [each for each in own if not each.accessibleName()] == []


def test_the_page_opens_on_the_search_and_the_arrow_leads_to_the_rows(qtbot, page):
    assert page.filter.hasFocus()
    qtbot.keyClick(page.filter, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert not page.detail.isHidden()


def test_tab_goes_as_the_eye_reads(qtbot, page):
    page.table.setCurrentIndex(page.model.index(0, 1))
    page.actions_row.columns.setFocus()
    wanted = [
        page.actions_row.compare, page.actions_row.export, page.actions_row.print_button,
        page.day_bar.day, page.day_bar.version, page.filter, *page.filter_bar.combos, page.table,
        page.detail.fields, page.detail.changes_button, page.detail.history_button,
        page.detail.timeline,
        page.detail.note.edit,
    ]  # fmt: skip
    for widget in wanted:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is widget, widget.accessibleName()


def test_a_list_is_chosen_by_keys(qtbot, page):
    combo = page.filter_bar.unit
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == "Bidang 1"
    assert page.model.rowCount() == 2
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    assert page.model.rowCount() == 5
