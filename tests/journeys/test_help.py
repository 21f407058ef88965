"""Somebody who is stuck: F1 where they are, a word looked up, the SOP of a stage, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.conftest import fill_office
from tests.journeys.driving import Desk
from tests.services import carrying
from ui.board.new_berkas_dialog import NewBerkasDialog
from ui.guide.guide_window import GuideWindow
from ui.guide.sop_sheet import SopSheet


@pytest.fixture
def desk(stored: Desk) -> Desk:
    """An office with a berkas at its first stage, and the board in front."""
    fill_office(stored.app)
    carrying.start(stored.app, "Berkas pertama")
    stored.reopen()
    stored.click("Papan")
    stored.wait(lambda: stored.page.frame.ready)
    return stored


@pytest.fixture
def guide(desk: Desk) -> GuideWindow:
    """The guide as it stands open; only what is seen of it is asked."""
    desk.keys("F1")
    return shown(desk)


def shown(desk: Desk) -> GuideWindow:
    (found,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, GuideWindow))
    desk.wait(lambda: found.isVisible() and QApplication.activeWindow() is found)
    return found


def click(window: QWidget, widget: QWidget, spot: QPoint | None = None) -> None:
    """Click where the widget lies in its window."""
    at = widget.mapTo(window, spot or widget.rect().center())
    QTest.mouseClick(
        window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    QApplication.processEvents()


def heading(guide: GuideWindow) -> str:
    """What the article is about, as its first line says."""
    return guide.article.toPlainText().splitlines()[0]


def test_by_keyboard_the_guide_follows_the_page_and_goes_back(desk: Desk, guide: GuideWindow):
    assert heading(guide) == "Papan"
    QTest.keyClick(guide.windowHandle(), Qt.Key.Key_Escape)
    desk.wait(lambda: not guide.isVisible())
    desk.keys("Ctrl+3", "F1")
    assert shown(desk) is guide
    assert heading(guide) == "Kalender"
    QTest.keyClick(guide.windowHandle(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert heading(guide) == "Papan"
    QTest.keyClick(guide.windowHandle(), Qt.Key.Key_Escape)
    desk.wait(lambda: not guide.isVisible())


def test_by_mouse_a_word_is_looked_up_and_left_again(desk: Desk, guide: GuideWindow):
    click(guide, guide.search)
    for letter in "glosarium":
        QTest.keyClick(guide.windowHandle(), letter)
    assert "glosarium" in guide.topics_listed
    item = next(
        guide.contents.item(n)
        for n in range(guide.contents.count())
        if guide.contents.item(n).text().strip() == "Glosarium"
    )
    click(guide, guide.contents.viewport(), guide.contents.visualItemRect(item).center())
    assert heading(guide) == "Glosarium"
    assert "Uji konsekuensi" in guide.article.toPlainText()
    click(guide, guide.back_button)
    assert heading(guide) != "Glosarium"


def test_inside_a_dialog_the_guide_tells_of_it_and_nothing_typed_is_lost(desk: Desk):
    desk.keys("Ctrl+N")
    desk.fill("Judul", "Judul yang sudah diketik")
    desk.keys("F1")
    guide = shown(desk)
    assert guide.topic == "berkas-baru"
    QTest.keyClick(guide.windowHandle(), Qt.Key.Key_Escape)
    desk.wait(lambda: not guide.isVisible())
    assert isinstance(desk.top, NewBerkasDialog)
    assert desk.field("Judul").text() == "Judul yang sudah diketik"
    desk.keys("Esc")


def test_the_sop_is_one_click_from_each_stage(desk: Desk):
    for stage, head in enumerate(desk.board.heads, 1):
        click(desk.window, head.sop)
        assert isinstance(desk.top, SopSheet), stage
        assert desk.top.article.asked_heading.startswith(f"{stage}-"), stage
        desk.keys("Esc")
        assert desk.top is desk.window


def test_the_sop_and_the_keys_come_from_the_menu(desk: Desk):
    bar = desk.window.menuBar()
    help_ = bar.actions()[-1]
    desk.press_at(bar, bar.actionGeometry(help_).center())
    desk.pick("SOP yang berlaku")
    assert isinstance(desk.top, SopSheet)
    desk.click("Tutup")
    desk.keys("Ctrl+/")
    assert desk.reads("Tombol pintas")
    desk.click("Tutup")
    assert desk.top is desk.window
