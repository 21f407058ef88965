"""The page of refused requests over a register with three entries."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from sopapp.app import App
from tests.request_sample import REQUEST
from tests.services import carrying
from ui.permohonan.permohonan_page import PermohonanPage


@pytest.fixture
def entries(app: App, office, tmp_path: Path) -> tuple[int, ...]:
    """Satu and Dua of unit 1, Tiga of unit 2."""
    one, two = office.units[:2]
    carrying.to_register(
        app, office.units, tmp_path, "1", [(one, "Satu"), (one, "Dua"), (two, "Tiga")]
    )
    return tuple(entri.id for entri in app.dik.current())


@pytest.fixture
def request_of(app: App):
    """Records a request for the entries given."""

    def add(*entri_ids: int, **changes: object) -> int:
        return app.permohonan.add(dataclasses.replace(REQUEST, entri_ids=entri_ids, **changes))

    return add


@pytest.fixture
def page(qtbot, context) -> PermohonanPage:
    made = PermohonanPage(context)
    qtbot.addWidget(made)
    made.show()
    return made
