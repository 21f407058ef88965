"""Columns as the user left them, and what copying puts on the clipboard."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.register.conftest import titles
from ui.widgets.table_paint import PADDING

USUAL = (
    "No.", "Informasi", "Dasar hukum", "Bila dibuka", "Bila ditutup", "Jangka waktu", "Berakhir",
    "Status", "Unit kerja", "Keputusan",
)  # fmt: skip

# Said by the offscreen platform about menus; no meaning for the program.
POPUP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def page(five, make_page):
    return make_page()


def again(make_page, page):
    """The page of the next start."""
    page.show()
    page.hide()
    made = make_page()
    made.show()
    return made


def menu_action(table, text):
    menu = QMenu(table)
    table.fill_column_menu(menu)
    return next(each for each in menu.actions() if each.text().replace("&", "") == text)


def clipboard_sheet():
    return list(csv.reader(StringIO(QGuiApplication.clipboard().text()), dialect="excel-tab"))


def test_the_usual_columns_and_the_one_that_stays(page):
    assert page.table.shown_titles() == USUAL
    assert not menu_action(page.table, "Informasi").isEnabled()
    assert not menu_action(page.table, "Catatan internal").isChecked()


def test_choice_order_and_widths_come_back_after_a_restart(page, make_page):
    page.show()
    table = page.table
    menu_action(table, "Catatan internal").trigger()
    menu_action(table, "Bila dibuka").trigger()
    table.horizontalHeader().moveSection(8, 2)  # Unit kerja before Dasar hukum
    table.horizontalHeader().resizeSection(1, 333)
    page = again(make_page, page)
    shown = page.table.shown_titles()
    assert shown[:4] == ("No.", "Informasi", "Unit kerja", "Dasar hukum")
    assert shown[-1] == "Catatan internal"
    assert "Bila dibuka" not in shown
    letter = page.fontMetrics().averageCharWidth()
    assert page.table.columnWidth(1) == pytest.approx(333, abs=letter)
    menu_action(page.table, "Kembalikan kolom bawaan").trigger()
    assert page.table.shown_titles() == USUAL
    assert again(make_page, page).table.shown_titles() == USUAL


def test_columns_share_the_width_until_one_is_dragged(page):
    page.show()
    table = page.table
    table.show_column(3, False)
    assert table.horizontalHeader().length() == table.viewport().width()
    page.resize(page.width() + 200, page.height())
    assert table.horizontalHeader().length() == table.viewport().width()


def test_a_broken_memory_is_no_obstacle(page, make_page, app):
    from PySide6.QtCore import QSettings

    from sopapp.paths import DataFolder

    store = QSettings(str(DataFolder(app.data).window), QSettings.Format.IniFormat)
    for text in ("{", "[1]", '[{"kolom": "Informasi", "tampak": false, "lebar": -3}]', ""):
        store.setValue("daftar/kolom", text)
        store.sync()
        assert "Informasi" in make_page().table.shown_titles()


def test_ctrl_c_copies_the_chosen_rows_with_heads(qtbot, page):
    table = page.table
    table.setCurrentIndex(page.model.index(0, 1))
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().select(page.model.index(2, 1), rows)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = clipboard_sheet()
    assert copied[0] == list(USUAL)
    assert [row[1] for row in copied[1:]] == ["Identitas pelapor", "Resep produk"]
    assert copied[2][7] == "Lewat jangka waktu"
    html = QGuiApplication.clipboard().mimeData().html()
    assert html.count("<tr>") == 3
    assert "Resep produk" in html


def test_hidden_columns_are_not_copied(qtbot, page, app):
    app.dik.set_note(page.model.row(0).id, "Rahasia sendiri")
    page.table.setCurrentIndex(page.model.index(0, 1))
    page.table.copy()
    assert "Rahasia sendiri" not in QGuiApplication.clipboard().text()
    page.table.show_column(11, True)
    page.table.copy()
    assert clipboard_sheet()[0][-1] == "Rahasia sendiri"


@POPUP
def test_the_context_menu_copies_rows_and_one_cell(qtbot, page):
    page.show()
    table = page.table
    index = page.model.index(1, 2)
    table.setCurrentIndex(index)
    at = table.visualRect(index).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at))
    QApplication.sendEvent(table.viewport(), event)
    menu = QApplication.activePopupWidget()
    words = [each.text().replace("&", "") for each in menu.actions()]
    assert words[:2] == ["Salin baris", "Salin sel (Dasar hukum)"]
    menu.actions()[1].trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() == "Pasal 17 huruf a UU Nomor 14 Tahun 2008"


@POPUP
def test_a_right_click_on_the_heads_offers_the_columns(page):
    page.show()
    head = page.table.horizontalHeader()
    head.customContextMenuRequested.emit(QPoint(30, 5))
    menu = QApplication.activePopupWidget()
    titles = [each.text() for each in menu.actions()]
    assert "Bentuk" in titles
    menu.close()


def test_the_number_of_a_large_list_is_never_cut(page, monkeypatch):
    page.show()
    monkeypatch.setattr(type(page.model), "total", 20_000)
    page.reload()
    digits = page.table.fontMetrics().horizontalAdvance("20000")
    assert page.table.columnWidth(0) >= digits + 2 * PADDING


def test_rows_are_sorted_from_the_menu_without_a_mouse(page):
    def sort(title):
        menu = QMenu(page.table)
        page.table.fill_column_menu(menu)
        inner = next(each.menu() for each in menu.actions() if each.menu() is not None)
        next(each for each in inner.actions() if each.text() == title).trigger()
        return titles(page)

    upwards = sort("Informasi")
    assert upwards == sorted(upwards)
    assert sort("Informasi") == upwards[::-1]
    assert sort("No.") != upwards[::-1]
