"""How a card is held, which its frame shows: chosen, with the keyboard, under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from ui.board.board_view import BoardView
from ui.board.cell_list import CellList, Held
from ui.theme import tokens


def held(cell: CellList, row: int) -> Held:
    index = cell.model().index(row, 0)
    return cell.held(index, cell.visualRect(index))


def edge(cell: CellList, row: int) -> QColor:
    """The colour in the middle of the upper edge of a card."""
    place = cell.visualRect(cell.model().index(row, 0))
    return cell.viewport().grab().toImage().pixelColor(place.center().x(), place.top() + 3)


def full_cell(view: BoardView) -> CellList:
    return max(view.canvas.lists.values(), key=lambda each: each.cell.rowCount())


def test_only_the_chosen_card_is_chosen_and_only_one_list_has_the_keyboard(view, qtbot) -> None:
    cell = full_cell(view)
    assert cell.cell.rowCount() > 1
    view.select(cell.cell.cards[0].berkas_id, focus=True)
    qtbot.waitUntil(cell.hasFocus)

    assert held(cell, 0)[:2] == (True, True)
    assert held(cell, 1)[:2] == (False, False)
    view.head_strip.heads[0].sop.setFocus(Qt.FocusReason.OtherFocusReason)
    assert held(cell, 0)[:2] == (True, False)


def test_the_card_under_the_mouse_is_framed_until_the_mouse_leaves(view, qtbot) -> None:
    chosen, other = view.board.cards[:2]
    view.select(chosen.berkas_id, focus=True)
    qtbot.waitUntil(view.cell(chosen.stage, chosen.lane).hasFocus)
    cell = view.cell(other.stage, other.lane)
    accent = QColor(tokens(view).accent)
    assert edge(cell, 0) != accent
    # Qt remembers what it heard of the mouse last, also in a test that ran before.
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    place = cell.visualRect(cell.model().index(0, 0)).center()
    QTest.mouseMove(cell.viewport(), place - QPoint(2, 2))
    QTest.mouseMove(cell.viewport(), place)
    assert held(cell, 0) == (False, False, True)
    assert edge(cell, 0) == accent
    QTest.mouseMove(view, QPoint(1, 1))
    assert not held(cell, 0).hovered
    assert edge(cell, 0) != accent
