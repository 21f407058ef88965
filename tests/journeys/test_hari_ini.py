"""The day begun on the page of the day: a unit reminded, a letter signed, another start page."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sopapp.domain.surat import JenisSurat
from tests.conftest import TODAY, fill_office
from tests.journeys.driving import Desk
from tests.services import carrying
from ui.berkas.remind_dialog import RemindDialog
from ui.preview.preview_dialog import PreviewDialog
from ui.surat.letter_sign_dialog import LetterSignDialog


@pytest.fixture
def desk(stored: Desk) -> Desk:
    """A week later: a berkas (1) due today that waits for two units, and one (2) that is late."""
    office = fill_office(stored.app)
    stored.app.berkas.create("Ditunggu", 2026, TODAY)
    carrying.ask(stored.app, 1, office.units[:2])
    stored.app.berkas.create("Terlambat", 2026, TODAY - timedelta(days=14))
    stored.clock.day = TODAY + timedelta(days=7)
    stored.reopen()
    stored.wait(lambda: stored.page.filled)
    return stored


def line(desk: Desk, words: str):
    """The line whose title has these words and that has a button."""
    return next(each for each in desk.page.views if words in each.row.title and each.row.act)


def reminders(desk: Desk) -> list[tuple[int | None, bool]]:
    letters = desk.app.surat.list(1)
    return [(s.unit_id, bool(s.nomor)) for s in letters if s.jenis is JenisSurat.PENGINGAT]


def test_the_day_begins_with_what_is_late(desk: Desk):
    assert desk.window.front == "today"
    assert desk.page.views[0].row.title == "Terlambat"
    desk.keys("Return")
    assert (desk.window.front, desk.page.detail.judul) == ("berkas", "Terlambat")


def test_a_unit_is_reminded_by_mouse(desk: Desk):
    act = line(desk, "Bidang 2").act
    desk.page.scroll_area.ensureWidgetVisible(act)
    desk.press_at(act)
    assert isinstance(desk.top, RemindDialog)
    desk.click("Ingatkan 1 unit kerja")
    desk.wait(lambda: isinstance(desk.top, PreviewDialog))
    desk.top.close()
    assert reminders(desk) == [(2, True)]
    desk.wait(lambda: line(desk, "Bidang 2").row.detail.startswith("Diingatkan 30 Nov"))


def test_a_unit_is_reminded_by_keyboard(desk: Desk):
    while not (desk.focus.row and desk.focus.row.title == "Bidang 1"):
        desk.keys("Down")
    desk.keys("Tab", "Return")
    assert isinstance(desk.top, RemindDialog)
    assert desk.top.checked() == [1]
    desk.keys("Alt+I")
    desk.wait(lambda: isinstance(desk.top, PreviewDialog))
    desk.keys("Esc")
    assert reminders(desk) == [(1, True)]
    desk.wait(lambda: line(desk, "Bidang 1").row.act == "Ingatkan lagi…")


def test_a_letter_is_recorded_as_signed_where_it_is_listed(desk: Desk):
    name = next(each.row.title for each in desk.page.views if each.row.act.startswith("Catat"))
    act = line(desk, name).act
    desk.page.scroll_area.ensureWidgetVisible(act)
    desk.press_at(act)
    assert isinstance(desk.top, LetterSignDialog)
    desk.click("Catat sudah ditandatangani")
    desk.wait(lambda: line(desk, name).row.act == "Lampirkan pindaian…")


def test_the_program_opens_on_the_board_when_that_is_wished(desk: Desk):
    desk.click("Pengaturan")
    desk.tab("Umum")
    desk.keys("Alt+A", "Down")
    desk.click("Simpan")
    desk.reopen()
    assert desk.window.front == "board"
    desk.click("Hari ini")
    assert desk.window.front == "today"
