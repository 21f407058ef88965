"""The board made to somebody's liking: filtered, smaller, collapsed, with details beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sopapp.domain.sop import LaneCode
from tests.conftest import fill_office
from tests.journeys.driving import Desk
from tests.services import carrying
from ui.berkas.panel_numbers import SURAT
from ui.board.board_look import Zoom
from ui.board.lane_head import LaneHead
from ui.preview.preview_dialog import PreviewDialog

PPID, UNIT, ATASAN, ADMIN = (
    LaneCode.PPID_PEMBANTU,
    LaneCode.UNIT_KERJA,
    LaneCode.ATASAN_PPID_PEMBANTU,
    LaneCode.ADMIN_PPID,
)


@pytest.fixture
def desk(stored: Desk) -> Iterator[Desk]:
    """Three berkas: a new one (1), one that asks two units (2), one with a usulan (3)."""
    office = fill_office(stored.app)
    carrying.start(stored.app, "Baru mulai")
    asking = carrying.start(stored.app, "Sudah dicetak")
    carrying.ask(stored.app, asking, office.units[:2])
    judged = carrying.to_validasi(stored.app, office.units[2:], "Sudah dinilai")
    carrying.propose(stored.app, judged, office.units[2], carrying.complete("Data gaji pegawai"))
    to_board(stored)
    return stored


def to_board(desk: Desk) -> None:
    """Start the program anew and go to the board, whose tools come after its first paint."""
    desk.reopen()
    desk.click("Papan")
    desk.wait(lambda: desk.page.frame.ready)


def seen(desk: Desk) -> set[int]:
    cells = desk.board.canvas.cells()
    return {c.berkas_id for _, each in cells if each.isVisible() for c in each.cell.cards}


def test_by_mouse(desk: Desk):
    desk.click("Saring")
    unit = desk.field("Saring menurut unit kerja")
    unit.fill()
    desk.choose("Saring menurut unit kerja", unit.itemText(1))
    assert seen(desk) == {2}
    assert desk.reads("1 dari 3 berkas")
    assert desk.reads("3 berkas berjalan")
    desk.click("Tampilkan semua")
    assert seen(desk) == {1, 2, 3}
    desk.click("Ciutkan baris Admin PPID")
    assert seen(desk) == {3}
    desk.press_at(desk.button("Tampilan"))
    desk.pick("Ringkas")
    assert desk.board.zoom is Zoom.RINGKAS
    desk.click("Rincian")
    assert desk.reads("Sudah dinilai")
    assert desk.reads("Berikutnya: PPID Pembantu")
    assert desk.letters_shared() == {}
    to_board(desk)
    assert desk.board.zoom is Zoom.RINGKAS
    assert seen(desk) == {3}
    desk.click("Bentangkan baris Admin PPID")
    assert seen(desk) == {1, 2, 3}
    desk.press_card(1)
    desk.wait(lambda: desk.reads("Belum ada unit kerja yang diminta."))
    desk.click("Belum ada unit kerja yang diminta.")
    assert desk.window.front == "berkas"


def test_by_keyboard(desk: Desk):
    desk.board.select(3, focus=True)
    desk.keys("Ctrl+F")
    desk.write("sudah dicetak")
    desk.keys("Return")
    assert seen(desk) == {2}
    desk.keys("Down", "F4")
    assert desk.reads("Sudah dicetak")
    desk.keys("Ctrl+F", "Escape")
    desk.wait(lambda: len(seen(desk)) == 3)
    desk.keys("Escape")
    assert not desk.page.frame.bar.isVisible()
    desk.keys("Ctrl+-", "Ctrl++", "Ctrl++")
    assert desk.board.zoom is Zoom.BESAR
    desk.keys("Ctrl+0", "F4")
    assert desk.board.zoom is Zoom.BIASA
    assert not desk.page.frame.pane.isVisible()
    desk.tab_to(lambda widget: isinstance(widget, LaneHead))
    desk.keys("Down", "Down", "Down", "Space")
    assert seen(desk) == {3}
    desk.keys("Return", "Right")
    assert seen(desk) == {1, 2, 3}


def test_a_card_dropped_on_a_collapsed_lane_is_seen_there(desk: Desk):
    desk.click("Ciutkan baris PPID Pembantu")
    grid = desk.board.canvas.grid
    at = grid.cell(0, 0).center()
    desk.drag(desk.card(2), (desk.board.canvas, at))
    desk.settle()
    assert desk.stands(2) == (1, PPID)
    assert desk.board.folded == frozenset()
    assert desk.board.current_card().berkas_id == 2


def test_the_menu_of_a_card_reaches_its_papers_and_due_date(desk: Desk):
    desk.press_card(2, right=True)
    desk.pick("Cetak semua")
    desk.settle()
    assert isinstance(desk.top, PreviewDialog)
    desk.click("Tutup")
    desk.press_card(2, right=True)
    desk.pick("Mengapa tanggal ini?")
    assert desk.reads("lamanya 5 hari kerja")
    desk.click("Tutup")
    desk.press_card(2, right=True)
    desk.pick("Ingatkan unit kerja…")
    assert desk.reads("Ingatkan 2 unit kerja")
    desk.click("Batal")
    desk.press_card(1, right=True)
    desk.pick("Ingatkan unit kerja…")
    assert "Tidak ada unit kerja" in desk.prompts.shown[-1]
    desk.press_card(3, right=True)
    desk.pick("Riwayat berkas")
    assert desk.window.front == "berkas"
    assert desk.reads("Perjalanan berkas")
    desk.click("Papan")
    desk.press_card(3, right=True)
    desk.pick("Surat berkas ini")
    assert desk.page.panel_number == SURAT


def test_the_board_after_the_last_berkas_leads_to_the_archive(desk: Desk):
    desk.prompts.text = "Digabung"
    for berkas_id in (1, 2, 3):
        desk.press_card(berkas_id, right=True)
        desk.pick("Batalkan…")
    assert desk.reads("Tidak ada berkas berjalan")
    assert desk.reads("3 berkas sudah selesai atau dibatalkan")
    desk.click("Buka Arsip")
    assert desk.window.front == "archive"
