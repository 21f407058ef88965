"""The page of the day of a real office."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ui.today.row_view import RowView
from ui.today.today_page import TodayPage


@pytest.fixture
def open_page(qtbot, context) -> Callable[[], TodayPage]:
    """Shows the page and waits until it has read everything."""

    def make() -> TodayPage:
        page = TodayPage(context)
        qtbot.addWidget(page)
        page.resize(1100, 650)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(lambda: page.filled)
        return page

    return make


@pytest.fixture
def line() -> Callable[[TodayPage, str, str], RowView]:
    """The line of a section whose title has some words in it."""

    def find(page: TodayPage, section: str, words: str = "") -> RowView:
        return next(view for view in page.sections[section].views if words in view.row.title)

    return find
