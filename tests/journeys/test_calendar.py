"""The calendar in the real window: a holiday of the office made, dragged, moved by keys, undone."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from sopapp.services.libur import LiburKantor
from tests.conftest import fill_office
from tests.journeys.driving import Desk
from tests.journeys.hands import LEFT
from tests.services import carrying
from ui.calendar.month_view import MonthView

THURSDAY, FRIDAY = date(2026, 11, 26), date(2026, 11, 27)


def spot(desk: Desk, day: date) -> QPoint:
    """Where a day stands in the window."""
    view = desk.page.view
    return view.viewport().mapTo(desk.window, view.visualRect(view.rows.index_of(day)).center())


def drag(desk: Desk, day: date, target: date) -> None:
    """Take the office day of a date by mouse and let it go on another."""
    view, handle = desk.page.view, desk.window.windowHandle()
    here, there = spot(desk, day), spot(desk, target)
    QTest.mousePress(handle, LEFT, Qt.KeyboardModifier.NoModifier, here)
    QTest.mouseMove(handle, here + QPoint(3, 3))
    assert view.state() is MonthView.State.DraggingState
    QTest.mouseMove(handle, here + QPoint(24, 24))
    desk._carry(handle, view.rows.mimeData([view.currentIndex()]), here, there)
    QTest.mouseRelease(handle, LEFT, Qt.KeyboardModifier.NoModifier, there)
    desk.wait(lambda: desk.top is not desk.window)


def due(desk: Desk) -> date:
    return desk.app.board.load().cards[0].due


def test_a_holiday_of_the_office_by_mouse(desk: Desk) -> None:
    desk.window.undo.refresh()
    fill_office(desk.app)
    carrying.start(desk.app, "Pemutakhiran 2026")
    desk.window.calendar()
    desk.window.page("calendar").show_day(THURSDAY)
    assert desk.window.front == "calendar"
    assert desk.reads("Kamis, 26 November 2026")

    # The chosen day becomes a holiday of the office; what that moves is told first.
    desk.click("Jadikan libur kantor…")
    assert desk.reads("1 tenggat akan bergeser:")
    assert desk.column("Tenggat yang bergeser", "Tenggat baru") == ["1 Desember 2026"]
    desk.fill("Alasan", "Hari raya setempat")
    desk.click("Simpan")
    assert desk.top is desk.window
    assert due(desk) == date(2026, 12, 1)
    assert desk.reads("Libur kantor: Hari raya setempat.")

    # Dragged to a day after the due date: the due date comes back; Batal would have left it.
    drag(desk, THURSDAY, FRIDAY)
    assert desk.reads("Tidak ada tenggat yang bergeser.")
    desk.click("Batal")
    assert desk.app.libur.list()[0].tanggal == THURSDAY
    drag(desk, THURSDAY, date(2026, 12, 3))
    assert desk.column("Tenggat yang bergeser", "Tenggat baru") == ["30 November 2026"]
    desk.click("Simpan")
    assert due(desk) == date(2026, 11, 30)

    # Ctrl+Z takes it back, in one step, and the calendar shows it.
    desk.keys("Ctrl+Z")
    assert desk.app.libur.list() == (LiburKantor(THURSDAY, False, "Hari raya setempat"),)
    assert desk.page.view.rows.month.day(THURSDAY).kantor is not None
    assert due(desk) == date(2026, 12, 1)
    assert desk.check() == ()


def test_the_same_by_keyboard_and_on_to_the_berkas(desk: Desk) -> None:
    fill_office(desk.app)
    carrying.start(desk.app, "Pemutakhiran 2026")
    desk.app.libur.save(LiburKantor(THURSDAY, False, "Hari raya setempat"))
    desk.window.calendar()
    desk.keys("Right", "Right", "Right", "Ctrl+X", "PgDown", "Ctrl+V")
    assert desk.reads("Semula Kamis, 26 November 2026.")
    assert desk.column("Tenggat yang bergeser", "Tenggat baru") == ["30 November 2026"]
    desk.keys("Return")
    assert [day.tanggal for day in desk.app.libur.list()] == [date(2026, 12, 26)]

    # Back to this month, to the day it is due, and into the berkas.
    desk.keys("T", "Down", "Return")
    assert desk.reads("Senin, 30 November 2026")
    desk.keys("Return")
    assert desk.window.front == "berkas"
    assert desk.page.header.title.text() == "Pemutakhiran 2026"
