"""Cards dragged on the board by mouse: onwards, refused, back, off the path, cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from sopapp.domain.sop import LaneCode
from tests.conftest import fill_office
from tests.journeys.driving import Desk
from tests.services import carrying

PPID, UNIT, ATASAN, ADMIN = (
    LaneCode.PPID_PEMBANTU,
    LaneCode.UNIT_KERJA,
    LaneCode.ATASAN_PPID_PEMBANTU,
    LaneCode.ADMIN_PPID,
)


@pytest.fixture
def desk(stored: Desk) -> Iterator[Desk]:
    """Three berkas: a new one (1), one printed (2), and one whose usulan are judged (3)."""
    office = fill_office(stored.app)
    carrying.start(stored.app, "Baru mulai")
    carrying.ask(stored.app, carrying.start(stored.app, "Sudah dicetak"), office.units)
    judged = carrying.to_validasi(stored.app, office.units, "Sudah dinilai")
    carrying.propose(stored.app, judged, office.units[0], carrying.complete("Data gaji pegawai"))
    stored.reopen()
    stored.click("Papan")
    return stored


def drop(desk: Desk, berkas_id: int, stage: int, lane: LaneCode) -> None:
    """Drag the card of a berkas onto a cell, and give the question time to come."""
    grid = desk.board.canvas.grid
    rows = [each.code for each in desk.board.board.sop.lanes]
    at = grid.cell(stage - 1, rows.index(lane)).center()
    desk.drag(desk.card(berkas_id), (desk.board.canvas, at))
    desk.settle()


def events(desk: Desk) -> int:
    return len(desk.app.riwayat.list())


def test_a_card_goes_onwards_where_the_sop_leads(desk: Desk):
    drop(desk, 2, 1, PPID)
    assert desk.stands(2) == (1, PPID)
    assert desk.window.statusBar().currentMessage() == (
        "“Sudah dicetak” sekarang di tahap 1 pada PPID Pembantu."
    )
    drop(desk, 2, 1, UNIT)
    assert desk.stands(2) == (1, UNIT)
    drop(desk, 3, 3, ADMIN)
    assert desk.stands(3) == (3, ADMIN)
    assert desk.prompts.shown == []
    shown = [each.accessibleName() for each in desk.see() if "berkas" in each.accessibleName()]
    assert "Tahap 3, Admin PPID, 1 berkas" in shown
    assert "Tahap 1, Unit Kerja, 1 berkas" in shown


def test_an_incomplete_card_stays_and_says_what_it_lacks(desk: Desk):
    before = events(desk)
    drop(desk, 1, 1, PPID)
    assert [each.text for each in desk.prompts.missing] == ["Belum ada unit kerja yang diminta."]
    assert desk.stands(1) == (1, ADMIN)
    desk.prompts.choose_missing = 0
    drop(desk, 1, 2, PPID)
    assert desk.stands(1) == (1, ADMIN)
    assert events(desk) == before
    assert desk.window.front == "berkas"
    assert desk.reads("Belum ada unit kerja yang diminta")


def test_a_card_goes_back_with_a_reason_only(desk: Desk):
    desk.prompts.text = None
    drop(desk, 3, 1, ADMIN)
    assert desk.stands(3) == (2, PPID)
    assert desk.prompts.shown[-1].startswith("Mengapa “Sudah dinilai” dikembalikan ke awal tahap 1")
    desk.prompts.text = "Nota Dinas salah alamat"
    drop(desk, 3, 1, ADMIN)
    assert desk.stands(3) == (1, ADMIN)
    desk.press_card(3, double=True)
    assert desk.window.front == "berkas"
    assert desk.reads("Dikembalikan: Nota Dinas salah alamat")
    assert desk.app.usulan.list(3)[0].putusan is not None


def test_a_card_cannot_leave_the_path_or_skip_a_stage(desk: Desk):
    before = events(desk)
    drop(desk, 3, 4, PPID)
    assert desk.prompts.shown == []
    drop(desk, 3, 5, ADMIN)
    assert desk.prompts.shown == ["Berkas hanya dapat dilanjutkan satu tahap sekaligus."]
    drop(desk, 3, 2, UNIT)
    assert "tidak diperlukan" in desk.prompts.shown[-1]
    assert desk.stands(3) == (2, PPID)
    assert events(desk) == before


def test_a_cancelled_berkas_leaves_the_board_and_keeps_its_record(desk: Desk):
    desk.press_card(2, right=True)
    desk.prompts.text = None
    desk.pick("Batalkan…")
    assert desk.stands(2) == (1, ADMIN)
    desk.press_card(2, right=True)
    desk.prompts.text = "Digabung dengan berkas lain"
    desk.pick("Batalkan…")
    assert desk.stands(2) is None
    desk.click("Arsip")
    ((title, _year, status, _start, _end, note),) = desk.table("Berkas di arsip")
    assert (title, status, note) == ("Sudah dicetak", "Dibatalkan", "Digabung dengan berkas lain")
    desk.row("Berkas di arsip", "Sudah dicetak", double=True)
    assert desk.reads("Dibatalkan 23 November 2026")
    desk.press_at(desk.page.stepper.button(1))
    assert len(desk.table("Permintaan per unit kerja")) == 3
    assert desk.app.surat.kept(1) is not None


def test_the_program_opens_again_as_it_was_left(desk: Desk):
    drop(desk, 2, 1, PPID)
    desk.prompts.text = "Salah hitung"
    drop(desk, 3, 1, ADMIN)
    before = desk.board.board
    desk.reopen()
    desk.click("Papan")
    assert desk.board.board.cards == before.cards
    desk.day(date(2026, 12, 15))
    assert desk.reads("3 berkas berjalan, 3 terlambat")
    assert desk.check() == ()


def test_a_drag_let_go_outside_the_board_does_nothing(desk: Desk):
    desk.drag(desk.card(2), (desk.button("Arsip"), QPoint(20, 10)))
    assert desk.window.front == "board"
    assert desk.stands(2) == (1, ADMIN)
    QTest.mouseMove(desk.window.windowHandle(), QPoint(5, 5))
    desk.press_card(2)
    assert desk.board.current_card().berkas_id == 2
