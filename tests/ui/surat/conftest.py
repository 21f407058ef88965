"""An office with a berkas whose letters are numbered and printed today."""

from __future__ import annotations

import pytest

from tests.services import carrying
from ui.surat.agenda_tab import AgendaTab
from ui.surat.ekspedisi_tab import EkspedisiTab
from ui.surat.letter_panel import LetterPanel


@pytest.fixture
def berkas(app, office) -> int:
    made = carrying.start(app)
    carrying.ask(app, made, office.units)
    return made


@pytest.fixture
def letters(app, berkas) -> tuple[int, ...]:
    return tuple(letter.id for letter in app.surat.list(berkas))


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.resize(1200, 640)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def agenda(qtbot, context, letters) -> AgendaTab:
    return shown(qtbot, AgendaTab(context))


@pytest.fixture
def ekspedisi(qtbot, context, letters) -> EkspedisiTab:
    return shown(qtbot, EkspedisiTab(context))


@pytest.fixture
def panel(qtbot, context, berkas, letters) -> LetterPanel:
    made = shown(qtbot, LetterPanel(context))
    made.set_berkas(berkas)
    return made


def cells(model, title: str) -> list[str]:
    """What a column shows, from the top."""
    column = next(n for n, each in enumerate(model.columns) if each.title == title)
    return [model.index(row, column).data() for row in range(model.rowCount())]


def dialog_of(widget, kind):
    """The one open dialog of a kind over a widget."""
    (found,) = (each for each in widget.window().findChildren(kind) if each.isVisible())
    return found
