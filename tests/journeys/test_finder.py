"""Somebody who knows a word of it finds anything from one box, and ends at the right place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.conftest import fill_office
from tests.journeys.driving import Desk
from tests.services import carrying
from ui.board.new_berkas_dialog import NewBerkasDialog
from ui.finder.finder_dialog import FinderDialog
from ui.finder.finder_model import Row

TITLE = "Perubahan daftar triwulan pertama"


@pytest.fixture
def desk(stored: Desk) -> Desk:
    """A berkas that ended, so that letters have numbers and the DIK an entry; one that runs."""
    app, office = stored.app, fill_office(stored.app)
    entries = [(office.units[0], "Rekam medis pegawai")]
    done = carrying.to_register(app, office.units, stored.folder, "188/KEP/2026", entries)
    carrying.finish(app, done)
    carrying.start(app, TITLE)
    stored.reopen()
    return stored


def finder(desk: Desk) -> FinderDialog:
    """The box, when it has read everything."""
    found = desk.top
    assert isinstance(found, FinderDialog), found
    desk.wait(lambda: not found.search.busy)
    return found


def typed(desk: Desk, text: str) -> FinderDialog:
    """Open the box by its key and type, as the window system hands the keys to a popup."""
    desk.keys("Ctrl+K")
    box = finder(desk)
    for letter in text:
        QTest.keyClick(box.windowHandle(), letter)
    assert box.field.text() == text
    return box


def enter(desk: Desk, text: str) -> None:
    """Type and take the first that is found."""
    box = typed(desk, text)
    QTest.keyClick(box.windowHandle(), Qt.Key.Key_Return)
    desk.wait(lambda: QApplication.activePopupWidget() is None)
    QApplication.processEvents()


def pressed(desk: Desk, text: str, title: str) -> None:
    """Type, and click the row with this title."""
    box = typed(desk, text)
    number = next(n for n, row in enumerate(box.model.rows) if titled(row, title))
    index = box.model.index(number)
    box.list.scrollTo(index)
    desk.press_at(box.list.viewport(), box.list.visualRect(index).center())
    desk.wait(lambda: QApplication.activePopupWidget() is None)
    QApplication.processEvents()


def titled(row: Row, title: str) -> bool:
    return row.target is not None and title in (row.target.title + row.target.detail)


def the_letter_is_chosen(desk: Desk) -> None:
    desk.wait(lambda: desk.window.front == "surat")
    assert [row.nomor for row in desk.page.tab.chosen] == ["188/KEP/2026"]


def the_entry_is_chosen(desk: Desk) -> None:
    desk.wait(lambda: desk.window.front == "register")
    assert desk.page.table.current.isi.informasi == "Rekam medis pegawai"


def the_unit_is_open(desk: Desk) -> None:
    desk.wait(lambda: desk.window.front == "settings")
    assert desk.field("Nama").text() == "Bidang 2"


def test_by_keyboard(desk: Desk):
    enter(desk, "perubhan trwulan")
    desk.wait(lambda: desk.window.front == "berkas")
    assert desk.reads(TITLE)
    enter(desk, "#188/kep")
    the_letter_is_chosen(desk)
    enter(desk, "rekm medis")
    the_entry_is_chosen(desk)
    enter(desk, "bidang 2")
    the_unit_is_open(desk)
    enter(desk, ">arsip")
    assert desk.window.front == "archive"
    enter(desk, ">berkas baru")
    assert isinstance(desk.top, NewBerkasDialog)
    desk.keys("Esc")
    # What was opened from here last stands first when nothing is typed yet.
    desk.keys("Ctrl+K")
    assert next(row.target.title for row in finder(desk).model.rows if row.target) == "Bidang 2"
    QTest.keyClick(desk.top.windowHandle(), Qt.Key.Key_Escape)
    assert desk.top is desk.window
    assert desk.check() == ()


def test_by_mouse(desk: Desk):
    pressed(desk, "triwulna", TITLE)
    desk.wait(lambda: desk.window.front == "berkas")
    assert desk.reads(TITLE)
    pressed(desk, "188", "188/KEP/2026")
    the_letter_is_chosen(desk)
    pressed(desk, "medis", "Rekam medis")
    the_entry_is_chosen(desk)
    pressed(desk, "bidang", "Bidang 2")
    the_unit_is_open(desk)
    pressed(desk, "kalendr", "Kalender")
    assert desk.window.front == "calendar"


def test_what_nobody_wrote_is_not_found_and_harms_nothing(desk: Desk):
    front = desk.window.front
    for text in ("  ", "#", "\N{GRINNING FACE}", "\u0645\u0631\u062d\u0628\u0627", "x" * 10_000):
        desk.keys("Ctrl+K")
        box = finder(desk)
        QApplication.clipboard().setText(text)
        QTest.keyClick(box.windowHandle(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert box.field.text() == text
        if text.strip(" #"):
            assert desk.reads("Tidak ada yang cocok.")
        QTest.keyClick(box.windowHandle(), Qt.Key.Key_Escape)
        desk.wait(lambda: desk.top is desk.window)
    assert desk.window.front == front
