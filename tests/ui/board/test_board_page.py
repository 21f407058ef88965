"""What the user does on the board reaches the services, and what they say reaches the user."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from sopapp.domain.berkas import NO_WAY_BACK
from sopapp.domain.changes import Changes, Kind
from sopapp.domain.errors import DomainError, IncompleteError, Missing
from sopapp.domain.sop import LaneCode
from sopapp.services.berkas import NeedsReasonError
from tests.ui.board.boards import board, busy_board, card
from tests.ui.board.test_board_view import drop
from ui.berkas.panel_numbers import HISTORY, SURAT
from ui.board.board_page import BoardPage

ADMIN, PPID, UNIT = LaneCode.ADMIN_PPID, LaneCode.PPID_PEMBANTU, LaneCode.UNIT_KERJA
LACK = Missing("unit_dipilih", "Belum ada unit kerja yang diminta.", 1)


def test_a_drop_moves_the_berkas(qtbot, page, app):
    drop(page.view.cell(1, PPID), 2)
    qtbot.waitUntil(lambda: bool(app.berkas.calls))
    assert app.berkas.calls == [("move", 2, 1, PPID)]


def test_a_drop_onto_its_own_cell_does_nothing(page, app):
    page.controller.move(2, 1, ADMIN)
    assert app.berkas.calls == []


def test_a_return_by_drop_asks_why_and_moves_with_the_reason(page, app, prompts):
    app.berkas.errors = [NeedsReasonError("Tuliskan alasan.")]
    prompts.text = "Nota Dinas salah alamat"
    page.controller.move(3, 1, ADMIN)
    assert app.berkas.calls == [
        ("move", 3, 1, ADMIN),
        ("move", 3, 1, ADMIN, "Nota Dinas salah alamat"),
    ]
    assert "tahap 1 (Permintaan)" in prompts.shown[0]


def test_a_return_without_a_reason_is_not_done(page, app, prompts):
    app.berkas.errors = [NeedsReasonError("Tuliskan alasan.")]
    prompts.text = None
    page.controller.move(3, 1, ADMIN)
    assert len(app.berkas.calls) == 1


def test_what_is_missing_is_shown_and_can_be_gone_to(qtbot, page, app, prompts, navigate):
    app.berkas.errors = [IncompleteError("Belum lengkap.", (LACK,))]
    prompts.choose_missing = 0
    page.view.select(2, focus=True)
    qtbot.keyClick(page.view.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert app.berkas.calls == [("advance", 2)]
    assert prompts.missing == (LACK,)
    assert navigate.went == [("berkas", 2, 1)]


def test_a_refusal_is_told(page, app, prompts):
    app.berkas.errors = [DomainError("Berkas hanya dapat dilanjutkan satu tahap sekaligus.")]
    page.controller.move(2, 4, ADMIN)
    assert prompts.shown == ["Berkas hanya dapat dilanjutkan satu tahap sekaligus."]


def test_enter_opens_the_berkas(qtbot, page, navigate):
    page.view.select(4, focus=True)
    qtbot.keyClick(page.view.focusWidget(), Qt.Key.Key_Return)
    assert navigate.went == [("berkas", 4)]


def test_in_the_first_stage_going_back_means_who_held_it_before(page, app):
    page.controller.send_back(1)
    assert app.berkas.calls == [("move", 1, 1, PPID)]


def test_the_very_first_step_has_nowhere_to_go_back_to(page, app, prompts):
    page.controller.send_back(2)
    assert app.berkas.calls == []
    assert "langkah pertama" in prompts.shown[0]


def test_once_the_register_follows_the_keputusan_nothing_goes_back(page, app, prompts):
    app.berkas.get = lambda _berkas_id: SimpleNamespace(return_stages=())
    page.controller.send_back(3)
    assert prompts.shown == [NO_WAY_BACK]


def test_cancelling_asks_why(page, app, prompts):
    prompts.text = "Digabung dengan berkas lain"
    page.controller.cancel(4)
    assert app.berkas.calls == [("cancel", 4, "Digabung dengan berkas lain")]
    prompts.text = None
    page.controller.cancel(4)
    assert len(app.berkas.calls) == 1


def test_the_menu_offers_every_move(page, app, navigate):
    menu = page.controller.menu(4)
    words = [each.text().replace("&", "") for each in menu.actions() if each.text()]
    assert words == [
        "Buka",
        "Lanjutkan",
        "Kembalikan…",
        "Kembalikan kepada Admin PPID…",
        "Surat berkas ini",
        "Cetak semua untuk tahap ini…",
        "Riwayat berkas",
        "Mengapa tanggal ini?",
        "Batalkan…",
    ]
    menu.actions()[1].trigger()
    menu.actions()[3].trigger()
    assert app.berkas.calls == [("advance", 4), ("move", 4, 3, ADMIN)]


def entry(menu, words):
    return next(each for each in menu.actions() if each.text().replace("&", "") == words)


def test_the_menu_opens_letters_and_history(page, navigate):
    entry(page.controller.menu(4), "Surat berkas ini").trigger()
    entry(page.controller.menu(4), "Riwayat berkas").trigger()
    assert navigate.went == [("berkas", 4, SURAT), ("berkas", 4, HISTORY)]


def test_only_a_berkas_that_asks_units_offers_to_remind_them(page):
    offered = {
        number: any("Ingatkan" in each.text() for each in page.controller.menu(number).actions())
        for number in (1, 3, 4)
    }
    assert offered == {1: True, 3: False, 4: False}


def test_in_the_first_stage_the_menu_names_an_earlier_lane_only_beside_another(page):
    words = [each.text() for each in page.controller.menu(1).actions()]
    assert [each for each in words if "kepada" in each] == [
        "Kembalikan kepada PPID Pembantu…",
        "Kembalikan kepada Admin PPID…",
    ]
    words = [each.text() for each in page.controller.menu(2).actions()]
    assert not any("kepada" in each for each in words)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_key_opens_the_menu_of_the_current_card(qtbot, page):
    page.view.select(4, focus=True)
    cell = page.view.focusWidget()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), cell.mapToGlobal(QPoint(1, 1))
    )
    QApplication.sendEvent(cell, event)
    menu = QApplication.activePopupWidget()
    assert entry(menu, "Buka") is not None
    menu.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends the menu key for it")
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_shift_f10_opens_the_menu_too(qtbot, page):
    page.view.select(4, focus=True)
    qtbot.keyClick(page.view.focusWidget(), Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert entry(menu, "Buka") is not None
    menu.close()


def test_a_change_reloads_the_board(page, app, hub):
    app.board.now = board(card(7, 4, 0))
    hub.publish(Changes(frozenset({Kind.BERKAS}), 7))
    assert page.view.cell(4, ADMIN).accessibleName() == "Tahap 4, Admin PPID, 1 berkas"
    assert "1 berkas berjalan" in page.head.note


def test_a_change_that_the_board_does_not_show_is_ignored(page, app, hub):
    before = app.board.loads
    hub.publish(Changes(frozenset({Kind.PEJABAT})))
    assert app.board.loads == before


def test_a_hidden_board_waits_until_it_is_seen(page, app, hub):
    page.hide()
    before = app.board.loads
    for _ in range(3):
        hub.publish(Changes(frozenset({Kind.USULAN}), 1))
    assert app.board.loads == before
    page.show()
    assert app.board.loads == before + 1


def test_the_head_counts_what_is_late(page):
    assert page.head.note == (
        "Kamis, 26 November 2026  ·  6 berkas berjalan, 1 terlambat, 1 tenggat hari ini"
    )


def test_a_new_day_reloads_the_board(page, app):
    before = app.board.loads
    page.check_day()
    assert app.board.loads == before
    app.clock.day = app.clock.day.replace(day=27)
    app.board.now = busy_board()._replace(today=app.clock.day)
    page.check_day()
    assert app.board.loads == before + 1
    assert page.head.note.startswith("Jumat, 27 November 2026")


@pytest.mark.parametrize(
    ("lacking", "button"),
    [
        ((), "Buat berkas pertama"),
        (((Kind.UNIT_KERJA, "Unit kerja belum diisi."),), "Buka Pengaturan"),
    ],
)
def test_an_empty_board_says_what_to_do_first(qtbot, context, app, navigate, lacking, button):
    app.board.now = board()
    app.instansi.lacking = lacking
    page = BoardPage(context)
    qtbot.addWidget(page)
    asked = []
    page.new_berkas_asked.connect(lambda: asked.append(True))
    page.show()
    _title, text, words = page.empty.words
    assert page.empty.isVisible()
    assert words == button
    assert all(each in text for _, each in lacking)
    assert text.startswith("Yang masih kurang untuk membuat surat:") is bool(lacking)
    page.empty.button.click()
    assert (navigate.went == [("settings", "unit_kerja")]) is bool(lacking)
    assert asked == ([] if lacking else [True])


def test_an_empty_board_after_ended_ones_offers_the_archive(qtbot, context, app, navigate):
    app.board.now, app.board.closed = board(), 12
    page = BoardPage(context)
    qtbot.addWidget(page)
    page.show()
    title, text, words = page.empty.words
    assert (title, words.replace("&", "")) == ("Tidak ada berkas berjalan", "Buat berkas")
    assert text.startswith("12 berkas sudah selesai")
    assert page.head.note.endswith("Tidak ada berkas berjalan")
    page.empty.archive_button.click()
    assert navigate.went == [("archive",)]
    page.frame.complete()
    assert not page.frame.tools.isVisible()


def test_the_empty_board_notices_that_the_office_is_ready(qtbot, context, app, hub):
    app.board.now = board()
    app.instansi.lacking = ((Kind.UNIT_KERJA, "Unit kerja belum diisi."),)
    page = BoardPage(context)
    qtbot.addWidget(page)
    page.show()
    app.instansi.lacking = ()
    hub.publish(Changes(frozenset({Kind.PEJABAT})))
    assert page.empty.words[2] == "Buat berkas pertama"
