"""The board as a screen reader goes through it: cells by name and count, cards in sentences."""

from __future__ import annotations

from PySide6.QtGui import QAccessible

from tests.ui.accessibility.controls import description_of, name_of
from tests.ui.board.boards import busy_board
from tests.ui.board.test_board_view import UNIT
from ui.board.board_view import BoardView


def heard(view: BoardView) -> list[str]:
    """The names of the cells that are shown, in the order of the stages."""
    cells = sorted(view.canvas.cells(), key=lambda each: each[0])
    return [name_of(each) for _cell, each in cells if each.isVisible()]


def test_a_cell_says_stage_lane_count_and_what_is_late(qtbot):
    view = BoardView()
    qtbot.addWidget(view)
    view.resize(1300, 700)
    view.show_board(busy_board())
    view.show()
    assert "Tahap 1, Unit Kerja, 1 berkas, 1 terlambat" in heard(view)
    assert all(name.startswith("Tahap ") and " berkas" in name for name in heard(view))
    assert description_of(view.cell(1, UNIT)) != ""  # the steps that are done there


def test_each_card_is_a_sentence_of_its_own(qtbot):
    view = BoardView()
    qtbot.addWidget(view)
    view.resize(1300, 700)
    view.show_board(busy_board())
    view.show()
    late = QAccessible.queryAccessibleInterface(view.cell(1, UNIT))
    cards = [late.child(number) for number in range(late.childCount())]
    words = [each.text(QAccessible.Text.Name) for each in cards if each is not None]
    spoken = [text for text in words if "terlambat" in text.lower() or "Terlambat" in text]
    assert len(spoken) == 1
