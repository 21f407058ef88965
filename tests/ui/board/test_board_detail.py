"""The pane beside the board says what the page of the berkas would, and leads there."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sopapp.app import open_app
from sopapp.clock import FixedClock
from tests.conftest import SAMPLE_DAY
from ui.berkas.due_dialog import DueDialog
from ui.berkas.panel_numbers import HISTORY
from ui.board.board_page import BoardPage
from ui.context import UiContext


@pytest.fixture
def app(tmp_path, sample_data):
    """The sample's running berkas; they are only looked at."""
    shutil.copytree(sample_data.folder, tmp_path / "data")
    with open_app(tmp_path / "data", FixedClock(SAMPLE_DAY), "Penguji") as opened:
        opened._database.execute_sql("PRAGMA synchronous = off")
        yield opened


@pytest.fixture
def page(qtbot, app, hub, tasks, prompts, navigate):
    app.subscribe(hub.publish)
    made = BoardPage(UiContext(app, hub, tasks, prompts, navigate))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.frame.complete()
    made.take_focus()
    return made


def press_f4(page):
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_F4)


def test_f4_opens_and_closes_the_pane(page):
    assert "pane" not in page.frame.__dict__
    press_f4(page)
    assert page.frame.pane.isVisible()
    assert page.frame.tools.details_button.isChecked()
    press_f4(page)
    assert not page.frame.pane.isVisible()
    assert not page.frame.tools.details_button.isChecked()


@pytest.mark.qt_log_ignore(r"raise\(\)", r"grabbing the keyboard", extend=True)
def test_in_a_field_of_the_filter_f4_opens_its_list(page):
    page.frame.tools.filter_button.click()
    field = page.frame.bar.tahun
    field.setFocus()
    press_f4(page)
    assert field.view().isVisible()
    assert not page.frame.tools.details_button.isChecked()
    field.hidePopup()


def test_the_pane_says_all_of_the_current_card(page, app):
    press_f4(page)
    pane, card = page.frame.pane, page.view.current_card()
    detail = app.berkas.get(card.berkas_id)
    assert pane.title.text().replace("\u200b", "") == detail.judul
    assert detail.sop.stage(card.stage).short_name in pane.where.text()
    assert detail.sop.lane_name(card.lane) in pane.holder.text()
    assert "Terlambat" in pane.due.text()
    assert f"{detail.sop.stage(card.stage).hari_kerja} hari kerja" in pane.counted.text()
    assert [link.toolTip() for link in pane.links] == [each.text for each in detail.missing]
    told = [each.ringkasan for each in app.riwayat.list(card.berkas_id, 3)]
    assert [label.toolTip().splitlines()[0] for label in pane.events] == told
    assert len(told) == 3
    assert "PPID Pembantu" in pane.upcoming.text()


def test_the_pane_follows_the_keyboard_when_it_rests(qtbot, page):
    press_f4(page)
    pane, first = page.frame.pane, page.frame.pane.berkas_id
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Left)
    now = page.view.current_card().berkas_id
    assert now != first
    assert pane.berkas_id == first
    qtbot.waitUntil(lambda: pane.berkas_id == now)


def test_what_is_missing_leads_to_its_panel(page, app, navigate):
    press_f4(page)
    pane = page.frame.pane
    (lack, *_) = app.berkas.get(pane.berkas_id).missing
    pane.links[0].click()
    pane.history.click()
    pane.open.click()
    here = pane.berkas_id
    assert navigate.went == [
        ("berkas", here, lack.panel),
        ("berkas", here, HISTORY),
        ("berkas", here),
    ]


def test_the_due_date_is_explained_day_by_day(qtbot, page, app):
    press_f4(page)
    pane = page.frame.pane
    card = page.view.current_card()
    told = pane.days.accessibleDescription()
    assert told.count("hari ke-") == app.berkas.get(card.berkas_id).sop.stage(card.stage).hari_kerja
    pane.why.click()
    dialog = page.findChild(DueDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.accept()


def test_the_button_does_the_next_move_or_says_what_is_missing(page, app, prompts, navigate):
    press_f4(page)
    pane = page.frame.pane
    pane.advance.click()
    assert [each.text for each in prompts.missing] == [
        each.text for each in app.berkas.get(pane.berkas_id).missing
    ]


def test_the_pane_is_read_anew_after_a_change(page, app):
    press_f4(page)
    pane = page.frame.pane
    app.berkas.rename(pane.berkas_id, "Judul yang baru")
    assert pane.title.text().replace("\u200b", "") == "Judul yang baru"
    assert "Judul yang baru" in pane.events[0].text()


def test_esc_in_the_pane_goes_back_to_the_card(page):
    press_f4(page)
    page.frame.pane.open.setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page.focusWidget() in page.view.canvas.lists.values()


def test_closing_the_pane_gives_the_keyboard_back(page):
    press_f4(page)
    page.frame.pane.open.setFocus()
    press_f4(page)
    assert page.focusWidget() in page.view.canvas.lists.values()


def test_without_a_card_the_pane_says_nothing(page):
    press_f4(page)
    page.view.fold(frozenset(lane.code for lane in page.view.board.sop.lanes))
    page.frame.pane.reread()
    assert page.frame.pane.berkas_id is None
    assert not page.frame.pane.advance.isVisible()


def test_the_open_pane_is_open_at_the_next_start(qtbot, page):
    press_f4(page)
    again = BoardPage(page._context)
    qtbot.addWidget(again)
    again.show()
    again.frame.complete()
    assert again.frame.pane.isVisible()
    assert again.frame.pane.berkas_id == again.view.current_card().berkas_id
