"""The filter above the board: typed, chosen, told, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sopapp.domain.board_filter import Batas
from sopapp.domain.changes import Changes, Kind
from sopapp.domain.sop import LaneCode
from tests.ui.board.boards import board, busy_board, card


@pytest.fixture
def framed(page):
    page.frame.complete()
    return page


def seen(page) -> set[int]:
    return {each.berkas_id for _, one in page.view.canvas.cells() for each in one.cell.cards}


def asked(qtbot, page, text) -> None:
    with qtbot.waitSignal(page.frame.bar.field.asked, timeout=1000):
        QTest.keyClicks(page.frame.bar.field, text)


def test_ctrl_f_opens_the_bar_and_typing_narrows(qtbot, framed):
    framed.take_focus()
    qtbot.keyClick(framed.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = framed.frame.bar
    assert bar.isVisible()
    assert bar.field.hasFocus()
    asked(qtbot, framed, "tahun 2023")
    assert seen(framed) == {5}
    assert bar.count.text() == "1 dari 6 berkas"
    assert framed.view.heads[4].accessibleName().endswith("1 dari 2 berkas")
    assert framed.head.note.endswith("6 berkas berjalan, 1 terlambat, 1 tenggat hari ini")


def test_ctrl_f_reaches_the_open_bar_from_the_bar_too(qtbot, framed):
    framed.frame.tools.filter_button.click()
    framed.frame.bar.tahun.setFocus()
    qtbot.keyClick(framed.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert framed.frame.bar.field.hasFocus()


def test_esc_shows_all_then_closes(qtbot, framed):
    framed.frame.tools.filter_button.click()
    bar = framed.frame.bar
    asked(qtbot, framed, "metrologi")
    bar.batas.set_value(Batas.TERLAMBAT.value)
    with qtbot.waitSignal(bar.field.asked, timeout=1000):
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert seen(framed) == {1}
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert len(seen(framed)) == 6
    assert bar.isVisible()
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert not framed.frame.tools.filter_button.isChecked()
    assert framed.focusWidget() in framed.view.canvas.lists.values()


def test_closing_the_bar_hides_nothing_any_more(qtbot, framed):
    framed.frame.tools.filter_button.click()
    asked(qtbot, framed, "metrologi")
    framed.frame.tools.filter_button.click()
    assert len(seen(framed)) == 6


def test_show_all_takes_words_and_choices_back(qtbot, framed):
    framed.frame.tools.filter_button.click()
    bar = framed.frame.bar
    assert not bar.all_button.isEnabled()
    asked(qtbot, framed, "tahun")
    qtbot.keyClick(bar.batas, Qt.Key.Key_Down)
    assert bar.value().batas is Batas.TERLAMBAT
    assert seen(framed) == {1}
    bar.all_button.click()
    assert len(seen(framed)) == 6
    assert bar.count.text() == ""


def test_the_unit_s_berkas_are_asked_for_only_when_the_list_is_opened(qtbot, framed, app, hub):
    framed.frame.tools.filter_button.click()
    app.board.asked = {7: frozenset({1, 3})}
    unit = framed.frame.bar.unit
    assert unit.count() == 1
    qtbot.keyClick(unit, Qt.Key.Key_Down)
    assert unit.currentText() == "Bidang 7"
    assert seen(framed) == {1, 3}
    app.board.asked = {7: frozenset({3})}
    hub.publish(Changes(frozenset({Kind.PERMINTAAN}), 1))
    assert seen(framed) == {3}


def test_a_narrowed_board_stays_narrow_when_it_is_read_anew(qtbot, framed, app, hub):
    framed.frame.tools.filter_button.click()
    asked(qtbot, framed, "2023")
    moved = card(8, 4, 0)._replace(judul="Pemutakhiran DIK Tahun 2023 lagi")
    app.board.now = board(*busy_board().cards, moved)
    hub.publish(Changes(frozenset({Kind.BERKAS}), 8))
    assert seen(framed) == {5, 8}
    assert framed.frame.bar.count.text() == "2 dari 7 berkas"


def test_the_card_that_the_filter_took_away_is_current_again_afterwards(qtbot, framed):
    framed.view.select(3)
    framed.frame.tools.filter_button.click()
    asked(qtbot, framed, "2023")
    assert framed.view.current_card().berkas_id == 5
    framed.frame.bar.clear()
    assert framed.view.current_card().berkas_id == 3
    asked(qtbot, framed, "2023")
    framed.frame.bar.clear()
    framed.view.select(6, focus=True)
    asked(qtbot, framed, "metrologi")
    framed.frame.bar.clear()
    assert framed.view.current_card().berkas_id == 6


def test_a_moved_card_that_the_filter_hides_is_told_to_be_hidden(qtbot, framed, app):
    told = []
    framed.announced.connect(told.append)
    framed.frame.tools.filter_button.click()
    asked(qtbot, framed, "2023")
    framed.controller.advance(4)
    framed.controller.advance(5)
    assert told[0].endswith(
        "tahap 3 pada Atasan PPID Pembantu. Kartunya tersembunyi oleh saringan."
    )
    assert told[1].endswith("tahap 5 pada Admin PPID.")


def test_a_board_whose_cards_are_all_hidden_keeps_the_keyboard(qtbot, framed):
    framed.frame.tools.filter_button.click()
    asked(qtbot, framed, "tidak ada yang begini")
    assert framed.view.current_card() is None
    framed.frame.tools.look_button.setFocus()
    framed.take_focus()
    assert framed.frame.bar.field.hasFocus()
    framed.frame.tools.filter_button.click()
    framed.view.fold(frozenset(LaneCode))
    framed.take_focus()
    assert framed.focusWidget() in framed.view.canvas.lane_heads


def test_down_goes_from_the_words_to_the_cards(qtbot, framed):
    framed.frame.tools.filter_button.click()
    qtbot.keyClick(framed.frame.bar.field, Qt.Key.Key_Down)
    assert framed.focusWidget() in framed.view.canvas.lists.values()


def test_the_open_bar_is_open_at_the_next_start_but_empty(qtbot, framed, context):
    from ui.board.board_page import BoardPage

    framed.frame.tools.filter_button.click()
    asked(qtbot, framed, "2023")
    again = BoardPage(context)
    qtbot.addWidget(again)
    again.show()
    again.take_focus()
    again.frame.complete()
    assert again.frame.bar.isVisible()
    assert not again.frame.bar.field.hasFocus()
    assert len(seen(again)) == 6
