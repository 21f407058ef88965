"""Every action is declared once, and shows in menu and list of keys as it is declared."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QRadioButton, QWidget

from ui.actions.action import Menu
from ui.actions.catalogue import ACTIONS
from ui.actions.page_buttons import page_buttons
from ui.actions.shortcut_list import page_keys
from ui.icons import FOLDER

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_names_and_keys_are_given_once():
    assert [
        name for name, count in Counter(each.name for each in ACTIONS).items() if count > 1
    ] == []
    keys = Counter(key for each in ACTIONS for key in each.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_letters_of_a_menu_are_given_once():
    for menu in Menu:
        texts = [each.text for each in ACTIONS if each.menu is menu]
        letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
        assert [letter for letter, count in letters.items() if count > 1] == [], menu


def test_every_icon_is_there():
    assert [each.icon for each in ACTIONS if not (FOLDER / f"{each.icon}.svg").exists()] == []


def test_menus_show_every_action_with_its_keys(window):
    for menu in Menu:
        shown = window.commands.menus[menu]
        shown.aboutToShow.emit()
        found = [each.text() for each in shown.actions() if not each.isSeparator()]
        assert found == [each.text for each in ACTIONS if each.menu is menu]
    new = window.commands.by_name["new_berkas"]
    assert new.shortcut().toString() == "Ctrl+N"


def test_the_menu_bar_is_reached_by_alt(qtbot, window):
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Alt)
    assert window.menuBar().activeAction() is not None or window.menuBar().hasFocus()


@pytest.mark.parametrize(
    "action",
    [each for each in ACTIONS if each.name not in {"quit", "guide", "glossary", "trouble"}],
    ids=lambda each: each.name,
)
def test_every_action_does_something_without_a_fault(qtbot, window, action):
    action.run(window)
    for dialog in window.findChildren(QDialog):
        dialog.reject()


def test_the_menu_of_the_page_presses_its_buttons(qtbot, window):
    window.archive()
    window.settings("unit_kerja")
    names = [each.text.replace("&", "") for each in page_buttons(window)]
    shown = {
        each.text().replace("&", "")
        for each in window.page("settings").findChildren(QPushButton)
        if each.isVisible() and each.text()
    }
    assert shown <= set(names)
    menu = window.commands.menus["Halaman"]
    menu.aboutToShow.emit()
    assert [each.text().replace("&", "") for each in menu.actions()] == names


def test_what_belongs_to_one_row_stands_in_no_menu(window):
    window.archive()
    page = window.page("archive")
    row = QRadioButton("Satu baris", page)  # as the rows of Hari ini, a button that has buttons
    made = [QPushButton("Ingatkan lagi…", row)]
    for text, spoken in (
        ("Lihat", "Lihat instansi"), ("Lihat", "Lihat pejabat"), ("30 hari", ""),
        ("5 unit kerja belum menjawab.", ""), ("‹", "Halaman sebelumnya"), ("Simpan &semua", ""),
    ):  # fmt: skip
        made.append(QPushButton(text, page))
        made[-1].setAccessibleName(spoken)
    for each in (row, *made):
        each.show()
    names = {each.text for each in page_buttons(window)}
    assert names - {"Buka Papan"} == {"Halaman sebelumnya", "Simpan &semua"}


def test_the_list_of_keys_names_them_all(qtbot, window):
    window.shortcuts()
    (dialog,) = window.findChildren(QDialog)
    first = dialog.table.topLevelItem(0)
    told = {first.child(row).text(1) for row in range(first.childCount())}
    assert told == {each.plain for each in ACTIONS if each.keys}
    assert "Ctrl+K" in {first.child(row).text(0).strip() for row in range(first.childCount())}
    assert dialog.table.currentItem() is first.child(0)  # a key, not the head above it
    dialog.reject()


def test_a_key_of_the_page_is_listed_once(qtbot, window):
    window.board()
    frame = window.page("board").frame
    assert frame.tools
    assert frame.bar.field  # either has the key; that of the field is off
    window.shortcuts()
    (dialog,) = window.findChildren(QDialog)
    here = dialog.table.topLevelItem(0)
    assert here.text(0) == "Di halaman Papan"
    keys = [here.child(row).text(0).strip() for row in range(here.childCount())]
    assert keys.count("Ctrl+F") == 1
    dialog.reject()


def test_both_enter_keys_are_one_key_of_the_list(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    for keys in ("Ctrl+Return", "Ctrl+Enter", "F2"):
        QShortcut(QKeySequence(keys), page).setWhatsThis("Menyimpan")
    assert list(page_keys(page)) == [("Ctrl+Enter, F2", "Menyimpan")]
