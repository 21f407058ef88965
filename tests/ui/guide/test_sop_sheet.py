"""The SOP is one click away from each stage: on the board and on the page of a berkas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.conftest import TODAY
from ui.berkas.panel_numbers import HISTORY
from ui.guide.sop_sheet import SopSheet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def app(app):
    app.berkas.create("Berkas Pertama", TODAY.year, TODAY)
    return app


def read() -> tuple[str, str]:
    """(title, heading on top) of the sheet that is open; it is closed again."""
    (sheet,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, SopSheet))
    said = sheet.windowTitle(), sheet.article.asked_heading
    assert sheet.article.verticalScrollBar().value() > 0
    sheet.close()
    sheet.deleteLater()
    QApplication.processEvents()
    return said


def test_from_the_head_of_a_column(qtbot, window):
    window.board()
    page = window.page("board")
    for number, head in enumerate(page.view.heads, 1):
        assert head.sop.accessibleName() == f"Lihat tahap {number} di SOP"
        assert head.rect().contains(head.sop.geometry())
    head = page.view.heads[2]
    qtbot.mouseClick(head.sop, Qt.MouseButton.LeftButton)
    assert read() == ("SOP yang berlaku", "3-penetapan")


def test_from_the_page_of_a_berkas_at_the_stage_looked_at(qtbot, window, app):
    (berkas,) = app.berkas.list()
    window.berkas(berkas.id, 4)
    page = window.page("berkas")
    qtbot.mouseClick(page.header.sop, Qt.MouseButton.LeftButton)
    assert read() == ("SOP berkas ini", "4-pemutakhiran")
    page.show_panel(HISTORY)
    page.header.sop.click()
    assert read() == ("SOP berkas ini", "1-permintaan")


def test_a_berkas_shows_the_sop_that_it_began_on(app):
    (berkas,) = app.berkas.list()
    assert app.berkas.sop_id(berkas.id) == app.sop.current_id
