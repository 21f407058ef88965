"""Size of cards and collapsed lanes: changed by keys and mouse, kept for the next start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from sopapp.domain.sop import LaneCode
from tests.ui.board.boards import board, busy_board
from ui.board.board_look import BoardLook, Zoom, keep_look, read_look
from ui.board.board_page import BoardPage
from ui.board.card_words import shared_beginning, without_beginning
from ui.board.cell_model import MIME

ADMIN, PPID, UNIT, ATASAN = (
    LaneCode.ADMIN_PPID,
    LaneCode.PPID_PEMBANTU,
    LaneCode.UNIT_KERJA,
    LaneCode.ATASAN_PPID_PEMBANTU,
)
ROW = {PPID: 0, UNIT: 1, ATASAN: 2, ADMIN: 3}


@pytest.fixture
def framed(page):
    page.frame.complete()
    page.take_focus()
    return page


def head(view, lane):
    return view.canvas.lane_heads[ROW[lane]]


def press(qtbot, page, key):
    qtbot.keyClick(page.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)


def test_keys_change_the_size_of_cards(qtbot, framed):
    view = framed.view
    heights = {view.zoom: view.canvas.delegate.card_height}
    for key, size in (
        (Qt.Key.Key_Plus, Zoom.BESAR),
        (Qt.Key.Key_Plus, Zoom.BESAR),
        (Qt.Key.Key_Minus, Zoom.BIASA),
        (Qt.Key.Key_Minus, Zoom.RINGKAS),
        (Qt.Key.Key_Minus, Zoom.RINGKAS),
        (Qt.Key.Key_0, Zoom.BIASA),
    ):
        press(qtbot, framed, key)
        assert view.zoom is size
        heights[size] = view.canvas.delegate.card_height
    assert heights[Zoom.RINGKAS] < heights[Zoom.BIASA] / 3
    assert heights[Zoom.BIASA] < heights[Zoom.BESAR]
    assert view.current_card().berkas_id == 1


def test_the_lists_follow_the_size(qtbot, framed):
    cell = framed.view.cell(5, ADMIN)
    before = cell.visualRect(cell.cell.index(0)).height()
    press(qtbot, framed, Qt.Key.Key_Minus)
    assert cell.visualRect(cell.cell.index(0)).height() < before / 3
    assert framed.view.heads[0].height() < 70


@pytest.mark.parametrize(
    ("titles", "beginning"),
    [
        (["Pemutakhiran DIK 2025", "Pemutakhiran DIK 2026", "Susulan"], "Pemutakhiran DIK"),
        (["Pemutakhiran DIK", "Pemutakhiran DIK"], "Pemutakhiran"),
        (["Pemutakhiran DIK 2025"], ""),
        (["Satu", "Dua", ""], ""),
        ([], ""),
    ],
)
def test_what_most_titles_begin_with_is_found(titles, beginning):
    assert shared_beginning(titles) == beginning


def test_a_card_of_one_line_shows_what_sets_it_apart(view):
    view.set_zoom(Zoom.RINGKAS)
    beginning = view.canvas.delegate.beginning
    assert beginning == "Pemutakhiran DIK Tahun"
    assert without_beginning("Pemutakhiran DIK Tahun 2026", beginning) == "…2026"
    assert without_beginning("Susulan 2026", beginning) == "Susulan 2026"


def test_the_wheel_with_ctrl_changes_the_size(qtbot, framed):
    cell = framed.view.cell(1, UNIT)
    for target in (cell.viewport(), framed.view.canvas):
        place = QPointF(target.rect().center())
        event = QWheelEvent(
            place, QPointF(target.mapToGlobal(place.toPoint())), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        framed.frame._set_zoom(Zoom.BIASA)
        QApplication.sendEvent(target, event)
        assert framed.view.zoom is Zoom.RINGKAS, target


def test_the_menu_marks_the_size_and_collapses_all(qtbot, framed):
    menu = framed.frame.tools.look_button.menu()
    actions = {each.text().replace("&", ""): each for each in menu.actions()}
    assert actions["Biasa"].isChecked()
    actions["Besar"].trigger()
    assert framed.view.zoom is Zoom.BESAR
    press(qtbot, framed, Qt.Key.Key_0)
    assert actions["Biasa"].isChecked()
    actions["Ciutkan semua baris"].trigger()
    assert framed.view.folded == set(LaneCode)
    assert framed.view.current_card() is None
    actions["Bentangkan semua baris"].trigger()
    assert framed.view.folded == set()


def test_a_lane_collapses_by_its_head_and_keeps_its_count(qtbot, view):
    view.select(1, focus=True)
    qtbot.mouseClick(head(view, UNIT), Qt.MouseButton.LeftButton)
    assert not view.cell(1, UNIT).isVisible()
    assert view.cell(1, ADMIN).isVisible()
    low = view.canvas.grid.cell(0, ROW[UNIT]).height()
    assert low < view.canvas.delegate.card_height / 2
    assert head(view, UNIT).accessibleName() == "Baris Unit Kerja, 1 berkas, 1 terlambat"
    assert "Terciut" in head(view, UNIT).accessibleDescription()
    assert view.cell(1, UNIT).accessibleName() == "Tahap 1, Unit Kerja, 1 berkas, 1 terlambat"
    assert view.current_card().berkas_id == 2
    assert view.focusWidget() is view.cell(1, ADMIN)
    qtbot.mouseClick(head(view, UNIT), Qt.MouseButton.LeftButton)
    assert view.cell(1, UNIT).isVisible()


def test_the_keyboard_reaches_the_lanes_heads_by_one_stop(qtbot, view):
    view.select(4, focus=True)
    stops = [
        each for each in view.canvas.lane_heads if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [head(view, ATASAN)]
    head(view, ATASAN).setFocus()
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Up)
    assert view.focusWidget() is head(view, UNIT)
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Space)
    assert view.folded == {UNIT}
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    assert view.folded == set()
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Right)
    assert view.current_card().berkas_id == 4
    assert view.focusWidget() is view.cell(3, ATASAN)


def test_tab_stops_once_at_the_links_to_the_sop_and_arrows_walk_along_them(qtbot, framed):
    links = [each.sop for each in framed.view.heads]
    framed.frame.tools.details_button.setFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(framed.focusWidget(), Qt.Key.Key_Tab)
        seen += [each for each in links if each.hasFocus()]
    assert seen == links[:1]
    links[0].setFocus()
    for key, at in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1)):
        qtbot.keyClick(framed.focusWidget(), key)
        assert links[at].hasFocus()
    assert [bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus) for each in links].count(True) == 1
    asked = []
    framed.view.sop_asked.disconnect(framed.show_sop)
    framed.view.sop_asked.connect(asked.append)
    qtbot.keyClick(links[1], Qt.Key.Key_Space)
    assert asked == [2]


def test_arrows_pass_over_a_collapsed_lane(qtbot, view):
    view.fold(frozenset({ATASAN}))
    view.select(3, focus=True)
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Right)
    assert view.current_card().berkas_id == 6


def test_a_card_can_be_let_go_on_a_collapsed_lane_and_is_seen_there(qtbot, view):
    view.fold(frozenset({PPID}))
    data = QMimeData()
    data.setData(MIME, b"2")
    place = QPointF(view.canvas.grid.cell(0, ROW[PPID]).center())
    event = QDropEvent(
        place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(view.move_asked, timeout=1000) as caught:
        view.canvas.dropEvent(event)
    assert caught.args == [2, 1, PPID]
    view.select(2, focus=True)
    moved = view.card(2)._replace(lane=PPID, step_index=1)
    others = [each for each in busy_board().cards if each.berkas_id != 2]
    view.show_board(board(*others, moved))
    assert view.folded == set()
    assert view.current_card().berkas_id == 2
    assert view.focusWidget() is view.cell(1, PPID)


def test_a_collapsed_lane_stays_so_when_other_cards_change(view):
    view.fold(frozenset({PPID}))
    view.show_board(board(*busy_board().cards[:-1]))
    assert view.folded == {PPID}
    assert not view.cell(2, PPID).isVisible()


def test_the_most_urgent_card_that_is_seen_is_current_at_first(qtbot, context, app):
    keep_look(app.data / "tampilan.ini", BoardLook(folded=frozenset({UNIT})))
    page = BoardPage(context)
    qtbot.addWidget(page)
    page.show()
    assert page.view.folded == {UNIT}
    assert page.view.current_card().berkas_id == 2


def test_size_and_lanes_are_kept_for_the_next_start(qtbot, framed, context):
    press(qtbot, framed, Qt.Key.Key_Minus)
    qtbot.mouseClick(head(framed.view, ADMIN), Qt.MouseButton.LeftButton)
    again = BoardPage(context)
    qtbot.addWidget(again)
    again.show()
    assert again.view.zoom is Zoom.RINGKAS
    assert again.view.folded == {ADMIN}


def test_a_broken_file_gives_the_first_look(tmp_path):
    path = tmp_path / "tampilan.ini"
    path.write_text("[papan]\nukuran=raksasa\nterciut=atap\nsaringan=mungkin\n", encoding="utf-8")
    assert read_look(path) == BoardLook()
    assert read_look(tmp_path / "tidak-ada.ini") == BoardLook()


def test_a_look_is_read_as_it_was_kept(tmp_path):
    look = BoardLook(Zoom.BESAR, frozenset({ADMIN, UNIT}), True, True)
    keep_look(tmp_path / "tampilan.ini", look)
    assert read_look(tmp_path / "tampilan.ini") == look
