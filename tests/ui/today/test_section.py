"""The lines of a section, shown, hidden and shown again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.today.row import Row
from ui.today.section import Section


def line(detail: str, link: str) -> Row:
    return Row(("berkas", 1), "Judul", "Judul.", None, detail=detail, since="Hari ini", link=link)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(900, 300)
    QVBoxLayout(window)
    qtbot.addWidget(window)
    window.show()
    return window


def shown(window: QWidget, *rows: Row) -> Section:
    section = Section("terlambat", "Terlambat", window)
    window.layout().addWidget(section)
    for row in rows:
        section.show_rows([row], 1)
        window.layout().activate()
    return section


@pytest.mark.parametrize("hidden", [False, True])
def test_the_link_stands_behind_the_words_of_the_line_shown_last(
    window: QWidget, hidden: bool
) -> None:
    before, after = line("Tahap 1", "kurang"), line("Tahap 1 Permintaan", "dua belum dijawab")
    again = shown(window, before)
    if hidden:
        again.show_rows([], 0)
    again.show_rows([after], 1)
    window.layout().activate()

    new = shown(window, after)
    view = again.views[0]
    assert view.link.isVisible()
    assert view.link.geometry() == new.views[0].link.geometry()
    assert view.link.x() > view.fontMetrics().horizontalAdvance(after.detail)


def test_what_leads_to_all_lines_comes_and_goes(window: QWidget) -> None:
    section = Section("terlambat", "Terlambat", window)
    window.layout().addWidget(section)
    row = line("Tahap 1", "")
    section.show_rows([row], 30, "Tampilkan semua 30 di Papan")
    assert section.stops == (*section.views, section.more)
    section.show_rows([row], 1)
    assert section.stops == section.views
    assert not section.more.isVisible()
