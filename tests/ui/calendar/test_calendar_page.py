"""The month as it is walked through, read and painted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from sopapp.domain.tanggal import tanggal
from sopapp.services.libur import LiburKantor
from tests.conftest import TODAY
from ui.calendar.calendar_page import CalendarPage
from ui.theme import DARK, LIGHT, make_palette

CHRISTMAS = date(2026, 12, 25)


def read(page: CalendarPage, day: date) -> str:
    """What a screen reader says of a day."""
    table = QAccessible.queryAccessibleInterface(page.view)
    names = [table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())]
    (found,) = [name for name in names if f" {tanggal(day)}," in name]
    return found


def shown(page: CalendarPage) -> list[str]:
    return [page.pane.list.item(row).text() for row in range(page.pane.list.count())]


def test_it_opens_on_today(page, berkas):
    assert page.day == TODAY
    assert page.view.current.tanggal == TODAY
    assert page.bar.month.currentText() == "November"
    assert page.bar.year.value() == 2026
    assert page.head.note == "November 2026 · 21 hari kerja · 1 tenggat"
    heads = [page.view.rows.headerData(n, Qt.Orientation.Horizontal) for n in (0, 6)]
    assert heads == ["Senin", "Minggu"]


@pytest.fixture
def reader() -> Iterator[None]:
    """A screen reader listens: without one Qt does not tell it of another month."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("reader")
def test_each_day_is_read_with_what_it_is(page, berkas, permohonan):
    assert read(page, TODAY) == "Senin 23 November 2026, hari ini, hari kerja, 1 berkas dimulai"
    assert read(page, date(2026, 11, 30)) == (
        "Senin 30 November 2026, hari kerja, 1 tenggat: Pemutakhiran 2026, tahap 1"
    )
    page.show_day(CHRISTMAS)
    assert read(page, CHRISTMAS) == "Jumat 25 Desember 2026, libur nasional: Hari Raya Natal"
    assert "1 tenggat: Permohonan 7/PI" in read(page, date(2026, 12, 7))


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 11, 22)),
        (Qt.Key.Key_Right, date(2026, 11, 24)),
        (Qt.Key.Key_Up, date(2026, 11, 16)),
        (Qt.Key.Key_Down, date(2026, 11, 30)),
        (Qt.Key.Key_PageUp, date(2026, 10, 23)),
        (Qt.Key.Key_PageDown, date(2026, 12, 23)),
        (Qt.Key.Key_Home, date(2026, 11, 1)),
        (Qt.Key.Key_End, date(2026, 11, 30)),
    ],
)
def test_keys_walk_from_day_to_day(page, key, day):
    QTest.keyClick(page.view, key)
    assert page.day == day
    assert page.view.current.tanggal == day
    assert page.bar.month.currentIndex() == day.month - 1
    QTest.keyClick(page.view, Qt.Key.Key_T)
    assert page.day == TODAY


def test_arrows_lead_over_the_end_of_a_month(page):
    page.show_day(date(2026, 11, 30))
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    assert page.view.rows.month.bulan == 12
    QTest.keyClick(page.view, Qt.Key.Key_Left)
    assert page.view.rows.month.bulan == 11


def test_the_years_shown_have_an_end(page):
    page.show_day(date(2100, 12, 31))
    assert not page.bar.forward.isEnabled()
    QTest.keyClick(page.view, Qt.Key.Key_PageDown)
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    assert page.day == date(2100, 12, 31)
    page.show_day(date(1999, 1, 1))
    assert page.day == date(2000, 1, 1)


def test_buttons_and_choosers_change_the_month(page):
    page.bar.forward.click()
    assert page.day == date(2026, 12, 23)
    page.bar.month.setCurrentIndex(1)
    page.bar.month.activated.emit(1)
    assert page.day == date(2026, 2, 23)
    page.bar.year.setValue(2027)
    assert page.day == date(2027, 2, 23)
    page.bar.today.click()
    assert page.day == TODAY


def test_a_click_on_a_neighbouring_month_leaves_the_month_in_place(page):
    page.show_day(date(2026, 12, 1))
    spot = page.view.visualRect(page.view.rows.index_of(date(2026, 11, 30))).center()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.day == date(2026, 11, 30)
    assert page.view.rows.month.bulan == 12
    assert page.pane.title.text() == "Senin, 30 November 2026"
    page.reload()
    assert page.view.rows.month.bulan == 12
    page.bar.forward.click()
    assert page.day == date(2027, 1, 30)


def test_the_pane_says_what_a_day_is_and_why(page, app):
    assert page.pane.meaning.text() == "Hari ini, hari kerja."
    assert page.pane.number.text().startswith("Hari kerja ke-16 bulan November")
    assert "tahun 2026" in page.pane.number.text()
    page.show_day(CHRISTMAS)
    assert page.pane.meaning.text() == "Libur nasional: Hari Raya Natal."
    assert "keputusan pemerintah tentang libur 2026" in page.pane.source.text()
    assert page.pane.number.isHidden()
    app.libur.save(LiburKantor(CHRISTMAS, True, "Piket"))
    assert page.pane.meaning.text() == "Masuk kantor: Piket."
    assert page.pane.source.text() == "Sumber: ketetapan kantor."


def test_a_year_without_decree_warns(page):
    assert not page.notice.isVisible()
    page.show_day(date(2031, 3, 3))
    assert "2031 masih perkiraan" in page.notice.text
    page.show_day(date(2026, 12, 31))
    assert not page.notice.isVisible()


def test_enter_opens_the_day_and_then_its_berkas(page, berkas, permohonan, navigate):
    page.show_day(date(2026, 11, 30))
    assert shown(page) == ["Pemutakhiran 2026\nTahap 1 · Sisa 5 hari kerja"]
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.pane.list.hasFocus()
    QTest.keyClick(page.pane.list, Qt.Key.Key_Escape)
    assert page.view.hasFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    QTest.keyClick(page.pane.list, Qt.Key.Key_Return)
    assert navigate.went == [("berkas", berkas)]
    page.show_day(date(2026, 12, 7))
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    QTest.keyClick(page.pane.list, Qt.Key.Key_Return)
    assert navigate.went[-1] == ("permohonan", permohonan)


def test_a_day_on_which_a_berkas_only_began_does_not_say_that_nothing_is_there(page, berkas):
    page.show_day(TODAY)
    assert page.pane.caption.text() == "1 berkas dimulai"
    QTest.qWait(0)
    lines = page.pane.list.visualItemRect(page.pane.list.item(0)).height()
    assert lines <= page.pane.list.height() < 2 * lines  # no empty box below it


def test_a_day_with_nothing_due_says_so_and_offers_what_can_be_done(page):
    page.show_day(date(2026, 11, 25))
    assert page.pane.caption.text() == "Tidak ada tenggat."
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.pane.off_button.hasFocus()


def test_tab_goes_as_the_eye_reads(page, berkas):
    page.show_day(date(2026, 11, 30))
    page.bar.back.setFocus()
    order = []
    for _step in range(9):
        order.append(page.focusWidget())
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    bar, pane = page.bar, page.pane
    assert order == [
        bar.back, bar.month, bar.year, bar.forward, bar.today,
        page.view, page.chip, pane.off_button, pane.list,
    ]  # fmt: skip


def test_a_write_elsewhere_is_seen_at_once(page, app, berkas):
    assert page.view.rows.month.day(date(2026, 11, 30)).tenggat
    app.berkas.cancel(berkas, "Keliru")
    assert not page.view.rows.month.day(date(2026, 11, 30)).tenggat


def test_what_happened_while_it_was_hidden_is_read_when_it_is_seen(page, app, berkas):
    page.hide()
    app.berkas.cancel(berkas, "Keliru")
    assert page.view.rows.month.day(date(2026, 11, 30)).tenggat
    page.show()
    assert not page.view.rows.month.day(date(2026, 11, 30)).tenggat


def test_midnight_moves_the_mark(page, clock):
    clock.day = date(2026, 11, 24)
    page.check_day()
    assert "hari ini" in read(page, date(2026, 11, 24))
    assert page.day == TODAY


def test_late_days_off_and_today_are_seen_in_both_themes(page, app, berkas, clock):
    clock.day = date(2026, 12, 2)
    page.check_day()
    page.show_day(date(2026, 11, 4))
    for look in (LIGHT, DARK):
        page.setPalette(make_palette(look))
        picture = page.view.viewport().grab().toImage()

        def colours(day: date, picture=picture) -> set[str]:
            area = page.view.visualRect(page.view.rows.index_of(day))
            spots = [
                (x, y)
                for x in range(area.left() + 1, area.right(), 2)
                for y in range(area.top() + 1, area.bottom(), 2)
            ]
            return {picture.pixelColor(x, y).name() for x, y in spots}

        assert look.danger_tint in colours(date(2026, 11, 30))
        assert look.off_path in colours(date(2026, 11, 7))
        assert look.card in colours(date(2026, 11, 5))
        assert look.accent in colours(date(2026, 12, 2))
