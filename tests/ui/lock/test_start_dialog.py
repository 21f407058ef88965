"""The password before the window: Enter opens, the wrong one does not, closing ends the start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.lock.start_dialog import StartDialog

WORD = "kapal layar"


@pytest.fixture
def dialog(qtbot) -> StartDialog:
    made = StartDialog(lambda typed: typed == WORD)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_with_the_right_word_only(dialog, key) -> None:
    for typed, result in (("salah", 0), (WORD, StartDialog.DialogCode.Accepted)):
        QTest.keyClicks(dialog.panel.field, typed)
        QTest.keyClick(dialog.panel.field, key)
        assert dialog.result() == result
    assert not dialog.isVisible()


def test_escape_ends_the_start(dialog) -> None:
    QTest.keyClicks(dialog.panel.field, "sal")
    QTest.keyClick(dialog.panel.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == StartDialog.DialogCode.Rejected
