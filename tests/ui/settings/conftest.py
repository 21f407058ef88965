"""The settings page on a real data folder."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.settings.settings_page import SettingsPage


@pytest.fixture
def page(qtbot, context: UiContext) -> SettingsPage:
    made = SettingsPage(context)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def open_tab(page: SettingsPage):
    """Opens a tab and gives it."""

    def opened(name: str) -> QWidget:
        page.open_tab(name)
        assert page.tab_name == name
        return page.tab

    return opened
