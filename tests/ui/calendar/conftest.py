"""The calendar page over an office with one running berkas and one request."""

from __future__ import annotations

import dataclasses

import pytest

from sopapp.app import App
from tests.services import carrying
from tests.services.test_permohonan import REQUEST
from ui.calendar.calendar_page import CalendarPage
from ui.context import UiContext


@pytest.fixture
def berkas(app: App, office) -> int:
    """Due on 30 November."""
    return carrying.start(app, "Pemutakhiran 2026")


@pytest.fixture
def permohonan(app: App) -> int:
    """Due on 7 December."""
    return app.permohonan.add(dataclasses.replace(REQUEST, nomor_pendaftaran="7/PI"))


@pytest.fixture
def page(qtbot, context: UiContext) -> CalendarPage:
    made = CalendarPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.view.setFocus()
    return made
