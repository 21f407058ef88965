"""The board as the user sees it, hears it and walks through it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent

from sopapp.domain.sop import LaneCode
from tests.ui.board.boards import board, busy_board, card, crowd, sop
from ui.board.cell_model import MIME

ADMIN, PPID, UNIT, ATASAN = (
    LaneCode.ADMIN_PPID,
    LaneCode.PPID_PEMBANTU,
    LaneCode.UNIT_KERJA,
    LaneCode.ATASAN_PPID_PEMBANTU,
)


def ids(view, stage, lane):
    return [each.berkas_id for each in view.cell(stage, lane).cell.cards]


def drop(cell_list, berkas_id, mime=MIME):
    """What Qt sends when a card is let go over a list; whether and how it was taken."""
    data = QMimeData()
    data.setData(mime, str(berkas_id).encode())
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setDropAction(Qt.DropAction.MoveAction)
    cell_list.dropEvent(event)
    return event.isAccepted(), event.dropAction()


def test_each_card_lies_in_the_cell_of_its_stage_and_lane(view):
    assert ids(view, 1, UNIT) == [1]
    assert ids(view, 1, ADMIN) == [2]
    assert ids(view, 2, PPID) == [3]
    assert ids(view, 3, ATASAN) == [4]


def test_most_urgent_first(view):
    assert ids(view, 5, ADMIN) == [6, 5]


def test_only_cells_with_a_step_can_take_cards(view):
    path = {(s.number, step.lane) for s in sop().stages for step in s.steps}
    for stage in range(1, 6):
        for lane in LaneCode:
            cell = view.cell(stage, lane)
            assert (cell is not None and cell.acceptDrops()) == ((stage, lane) in path)


def test_a_card_of_an_older_sop_is_shown_where_the_present_one_has_no_step(view):
    stray = card(9, 4, 0)._replace(lane=PPID)
    view.show_board(board(stray))
    cell = view.cell(4, PPID)
    assert ids(view, 4, PPID) == [9]
    assert cell.isVisible()
    assert not cell.acceptDrops()
    view.show_board(board())
    assert not cell.isVisible()


def test_heads_say_stage_days_and_count(view):
    head = view.heads[4]
    assert head.accessibleName() == "Tahap 5, Dokumentasi, 1 hari kerja, 2 berkas"
    assert "Scan copy SK → Dokumentasi, publikasi, dan arsip" in head.accessibleDescription()


def test_screen_readers_hear_cells_and_cards(view):
    cell = view.cell(5, ADMIN)
    assert cell.accessibleName() == "Tahap 5, Admin PPID, 2 berkas"
    assert "5.1 Mendokumentasikan" in cell.accessibleDescription()
    heard = view.cell(1, UNIT).cell.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in (
        "Pemutakhiran DIK Tahun 2026",
        "Terlambat 3 hari kerja; tenggat 23 November 2026",
        "3 dari 6 unit menjawab",
        "Masih kurang: 3 unit kerja belum menjawab",
    ):
        assert part in heard
    order = ("Tahun 2026", "Terlambat 3", "Masih kurang", "3 dari 6", "Langkah 1.3", "sejak")
    assert [heard.index(each) for each in order] == sorted(heard.index(each) for each in order)
    late = view.cell(1, UNIT).accessibleName()
    assert late == "Tahap 1, Unit Kerja, 1 berkas, 1 terlambat"
    returned = view.cell(2, PPID).cell.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Dikembalikan: Dasar hukum tiga usulan" in returned


def test_the_uncertain_due_date_says_why(view):
    tip = view.cell(5, ADMIN).cell.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert "Hari libur 2027 belum ditetapkan" in tip


def test_arrows_walk_from_cell_to_cell(qtbot, view):
    view.select(2, focus=True)
    for key, expected in (
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Right, 4),
        (Qt.Key.Key_Right, 6),
        (Qt.Key.Key_Down, 5),
        (Qt.Key.Key_Down, 5),
        (Qt.Key.Key_Left, 4),
        (Qt.Key.Key_Left, 3),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_Down, 2),
    ):
        qtbot.keyClick(view.focusWidget(), key)
        assert view.current_card().berkas_id == expected, key


def test_one_card_is_selected_on_the_whole_board(view):
    view.select(2, focus=True)
    view.select(4, focus=True)
    chosen = [index.data() for _, each in view.canvas.cells() for index in each.selectedIndexes()]
    assert chosen == ["Pemutakhiran DIK Tahun 2024"]


def test_tab_stops_once_on_the_board(view):
    view.select(4)
    stops = [
        each for _, each in view.canvas.cells() if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [view.cell(3, ATASAN)]


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "opened"),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "opened"),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, "advance_asked"),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, "return_asked"),
    ],
)
def test_keys_ask_for_the_current_berkas(qtbot, view, key, modifier, signal):
    view.select(4, focus=True)
    with qtbot.waitSignal(getattr(view, signal), timeout=1000) as caught:
        qtbot.keyClick(view.focusWidget(), key, modifier)
    assert caught.args == [4]


def test_double_click_opens(qtbot, view):
    cell = view.cell(3, ATASAN)
    place = cell.visualRect(cell.cell.index(0)).center()
    with qtbot.waitSignal(view.opened, timeout=1000) as caught:
        qtbot.mouseClick(cell.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(cell.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(cell.viewport(), Qt.MouseButton.LeftButton, pos=place)  # QTest holds it
    assert caught.args == [4]


def test_a_drop_asks_to_move_and_changes_nothing_itself(qtbot, view):
    with qtbot.waitSignal(view.move_asked, timeout=1000) as caught:
        taken, action = drop(view.cell(1, PPID), 2)
    assert caught.args == [2, 1, PPID]
    assert taken
    assert action == Qt.DropAction.CopyAction
    assert ids(view, 1, ADMIN) == [2]
    assert ids(view, 1, PPID) == []


@pytest.mark.parametrize("mime", ["text/plain", "application/octet-stream"])
def test_other_things_cannot_be_dropped(qtbot, view, mime):
    with qtbot.assertNotEmitted(view.move_asked):
        taken, _action = drop(view.cell(1, PPID), 2, mime)
    assert not taken


def test_a_dragged_card_carries_its_berkas_and_is_never_moved_by_qt(view):
    model = view.cell(3, ATASAN).cell
    data = model.mimeData([model.index(0)])
    assert bytes(data.data(MIME).data()) == b"4"
    assert model.supportedDragActions() == Qt.DropAction.CopyAction


def test_selection_and_focus_follow_the_card_to_its_new_cell(view):
    view.select(2, focus=True)
    moved = view.card(2)._replace(lane=PPID, step_index=1, activity="Menandatangani Nota Dinas")
    others = [each for each in busy_board().cards if each.berkas_id != 2]
    view.show_board(board(*others, moved))
    assert view.current_card().berkas_id == 2
    assert view.focusWidget() is view.cell(1, PPID)


def test_when_the_card_leaves_the_board_the_next_in_its_cell_is_current(view):
    view.select(6, focus=True)
    view.show_board(board(*(each for each in busy_board().cards if each.berkas_id != 6)))
    assert view.current_card().berkas_id == 5
    assert view.focusWidget() is view.cell(5, ADMIN)


def test_scroll_position_survives_a_reload(qapp, view):
    whole = crowd(300)
    view.show_board(whole)
    cell = view.cell(4, ADMIN)
    qapp.processEvents()
    cell.verticalScrollBar().setValue(500)
    view.show_board(whole._replace(cards=whole.cards[:-1]))
    assert cell.verticalScrollBar().value() == 500


def test_a_changed_sop_changes_the_board(view):
    present = sop()
    stages = list(present.stages)
    steps = (stages[3].steps[0]._replace(lane=UNIT),)
    stages[3] = stages[3]._replace(short_name="Selaras", steps=steps)
    changed = present._replace(stages=tuple(stages))
    view.show_board(board()._replace(sop=changed))
    assert view.heads[3].accessibleName().startswith("Tahap 4, Selaras")
    assert view.cell(4, UNIT).acceptDrops()
    assert view.cell(4, ADMIN) is None


def test_pictures_change_with_the_state_of_a_card(qtbot, view):
    """Late, due today and on time differ in shape and words, not in colour alone."""
    from ui.board.card_words import due_icon, tone

    assert len({due_icon(days) for days in (-1, 0, 1)}) == 3
    assert len({tone(days) for days in (-1, 0, 1)}) == 3
    late = view.cell(1, UNIT).grab().toImage()
    calm = busy_board()
    cards = [each._replace(days_left=5) for each in calm.cards]
    view.show_board(board(*cards))
    assert view.cell(1, UNIT).grab().toImage() != late
