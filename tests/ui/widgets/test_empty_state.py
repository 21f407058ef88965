"""A page that holds nothing says what to do next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.empty_state import EmptyState


@pytest.fixture
def page(qtbot: QtBot) -> EmptyState:
    made = EmptyState("board", "Masih kosong", "Mulailah dari Papan.", "Buka papan")
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_its_button_answers_to_the_keyboard(page, qtbot, key):
    page.button.setFocus()
    with qtbot.waitSignal(page.activated):
        QTest.keyClick(page.button, key)


def test_a_list_of_what_lacks_stands_line_below_line_in_the_middle(page, qtbot):
    words = page._text
    page.say("Lengkapi dahulu", "Yang kurang:\n• nama\n• kode klasifikasi surat", "Buka")
    qtbot.waitUntil(lambda: words.width() < page.width() // 2)
    assert words.alignment() & Qt.AlignmentFlag.AlignLeft
    assert abs(words.geometry().center().x() - page.rect().center().x()) <= 1
    page.say("Masih kosong", "Satu kalimat.", "Buka")
    assert words.alignment() & Qt.AlignmentFlag.AlignHCenter
