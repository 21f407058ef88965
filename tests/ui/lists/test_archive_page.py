"""What left the board stays to be found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.services import carrying
from ui.lists.archive_page import ArchivePage


@pytest.fixture
def page(qtbot, context):
    made = ArchivePage(context)
    qtbot.addWidget(made)
    return made


def test_an_empty_archive_leads_to_the_board(page, navigate, office, app):
    carrying.start(app)
    assert not page.stack.shows_list
    page.stack.empty.button.click()
    assert navigate.went == [("board",)]


def test_finished_and_cancelled_are_listed_running_ones_not(page, app, office, tmp_path):
    carrying.start(app, "Berjalan")
    cancelled = carrying.start(app, "Batal")
    app.berkas.cancel(cancelled, "Digabung dengan tahun depan")
    done = carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Info")])
    carrying.finish(app, done)
    rows = [page.model.row(n) for n in range(page.model.rowCount())]
    assert [row.id for row in rows] == [done, cancelled]
    cells = [page.model.index(1, n).data() for n in range(page.model.columnCount())]
    assert cells[0] == "Batal"
    assert cells[2] == "Dibatalkan"
    assert cells[4] == "23 Nov 2026"
    assert "Digabung" in cells[5]
    assert page._head.note == "2 berkas"


def test_enter_opens_the_berkas(qtbot, page, app, office, navigate):
    berkas_id = carrying.start(app)
    app.berkas.cancel(berkas_id, "Alasan")
    page.table.choose(berkas_id)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert navigate.went == [("berkas", berkas_id)]


def test_escape_empties_the_filter(qtbot, page, app, office):
    app.berkas.cancel(carrying.start(app), "Alasan")
    page.filter.setText("tidak ada")
    qtbot.keyClick(page.filter, Qt.Key.Key_Return)
    assert page.model.rowCount() == 0
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)


def test_hidden_it_reads_nothing_until_it_is_seen_again(page, app, office, monkeypatch):
    page.show()
    page.hide()
    reads = []
    listed = app.berkas.list
    monkeypatch.setattr(app.berkas, "list", lambda *status: (reads.append(1), listed(*status))[1])
    app.berkas.cancel(carrying.start(app, "Batal"), "Digabung")
    assert reads == []
    page.show()
    assert len(reads) == 1
    assert page.model.row(0).judul == "Batal"
