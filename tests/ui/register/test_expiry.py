"""Periods that end are pointed out, on the register, on the board and as set."""

from __future__ import annotations

import pytest

from tests.ui.register.conftest import titles
from ui.board.board_page import BoardPage
from ui.register.expiry_watch import expiry_words
from ui.settings.settings_page import SettingsPage


@pytest.fixture
def page(five, make_page):
    page = make_page()
    page.show()
    return page


def test_the_banner_counts_and_leads_to_the_entries(qtbot, page):
    assert page.banner.isHidden()  # nothing waits for the counting
    qtbot.waitUntil(lambda: not page.banner.isHidden())
    assert page.banner.text == "2 informasi akan berakhir dalam 90 hari, 1 sudah lewat."
    page.day_bar.day.set_day(page.day_bar.day.day().replace(year=2025))
    page.banner.button.click()
    assert titles(page) == ["Rencana pengawasan", "Resep produk", "Data gaji"]
    assert page.day_bar.is_today


def test_the_limit_is_set_in_the_settings(qtbot, page, context, app):
    settings = SettingsPage(context)
    qtbot.addWidget(settings)
    settings.open_tab("umum")
    settings.tab.days.setValue(40)
    assert settings.edited
    assert settings.save()
    assert app.setting.register().batas_hari == 40
    qtbot.waitUntil(
        lambda: page.banner.text == "1 informasi akan berakhir dalam 40 hari, 1 sudah lewat."
    )
    tones = [page.model.index(n, 7).data() for n in range(5)]
    assert tones == ["Berlaku", "Akan berakhir", "Lewat jangka waktu", "Berlaku", "Berlaku"]


def test_the_usual_limits_are_one_press_away(qtbot, context):
    from PySide6.QtWidgets import QPushButton

    settings = SettingsPage(context)
    qtbot.addWidget(settings)
    settings.open_tab("umum")
    usual = {each.text(): each for each in settings.tab.findChildren(QPushButton)}
    usual["180 hari"].click()
    assert settings.tab.days.value() == 180


def test_nothing_ends_and_no_banner(qtbot, app, office, make_page):
    page = make_page()
    page.show()
    with qtbot.waitSignal(page.banner.watch.counted):
        pass
    assert page.banner.isHidden()


def test_the_board_says_it_after_it_is_shown_and_leads_to_the_register(
    qtbot, five, context, navigate
):
    board = BoardPage(context)
    qtbot.addWidget(board)
    board.show()
    assert board.banner is None
    qtbot.waitUntil(lambda: board.banner is not None and not board.banner.isHidden())
    assert board.banner.text == "2 informasi akan berakhir dalam 90 hari, 1 sudah lewat."
    board.banner.button.click()
    assert navigate.went == [("register", ("due", True))]


def test_large_counts_are_written_as_on_the_rest_of_the_page():
    assert expiry_words(1200, 19042, 90) == (
        "1.200 informasi akan berakhir dalam 90 hari, 19.042 sudah lewat."
    )
