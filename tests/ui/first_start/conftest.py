"""The guide of the first start on an empty data folder."""

from __future__ import annotations

import pytest

from ui.context import UiContext
from ui.first_start.first_start_page import FirstStartPage


@pytest.fixture
def open_page(qtbot, context: UiContext):
    """Opens the guide in a window of its own, as after a start; again for a later start."""

    def opened() -> FirstStartPage:
        page = FirstStartPage(context)
        qtbot.addWidget(page)
        page.resize(1200, 680)
        page.show()
        page.activateWindow()
        qtbot.waitActive(page)
        # The keyboard comes to the step once the event that showed it is over.
        qtbot.waitUntil(lambda: page.focusWidget() is not None)
        return page

    return opened


@pytest.fixture
def page(open_page) -> FirstStartPage:
    return open_page()
