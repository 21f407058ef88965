"""When a section of the day says that there is more, and what stands in the head."""

from __future__ import annotations

import dataclasses

import pytest

from tests.services import carrying
from tests.ui.today.test_today_page import REQUEST, begun
from ui.today import filling
from ui.today.filling import LATER, due_fillings


@pytest.fixture
def sections(app, office, monkeypatch):
    """What the sections show of three of each, when they have room for so many lines."""
    asking = begun(app, 20)
    carrying.ask(app, asking, office.units)
    for number in range(3):
        app.permohonan.add(dataclasses.replace(REQUEST, nomor_pendaftaran=str(number)))
    for _number in range(2):
        begun(app, 20)

    def read(room: int) -> dict[str, filling.Filling]:
        monkeypatch.setattr(filling, "MOST_ROWS", room)
        late = due_fillings(app.board.due(room))["terlambat"]
        return {"terlambat": late} | {name: make(app) for name, make in LATER.items()}

    return read


@pytest.mark.parametrize("name", ["terlambat", "permohonan", "unit", "surat"])
def test_a_way_to_all_is_shown_only_where_something_was_cut(sections, name):
    whole = sections(4)[name]  # the units stand below a line that names their berkas
    assert (whole.total, whole.more) == (3, "")
    assert whole.summary.startswith("3 ")
    cut = sections(2)[name]
    assert (cut.total, len(cut.rows)) == (3, 2)
    assert cut.more.startswith("Tampilkan semua 3 di ")
    if name != "unit":
        assert sections(3)[name].more == ""


def test_nothing_is_said_of_an_empty_section(app):
    for each in (*due_fillings(app.board.due(9)).values(), *(make(app) for make in LATER.values())):
        assert (list(each.rows), each.total, each.more, each.summary) == ([], 0, "", "")
