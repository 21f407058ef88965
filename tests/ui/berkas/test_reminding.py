"""Whom a reminder is offered for: the same units as Hari ini says, with the reminders they got."""

from __future__ import annotations

import pytest

from sopapp.services.permintaan import Jawaban
from tests.services.carrying import PDF
from tests.ui.berkas.conftest import TODAY
from ui.berkas.reminding import waiting_units


@pytest.fixture
def waiting(app, office):
    """Names of the units that wait, after a look that Hari ini says the same."""

    def names() -> list[str]:
        found = waiting_units(app, office.berkas_id)
        assert [each.unit_id for each in found] == [each.unit_id for each in app.hari_ini.units()]
        return [each.nama for each in found]

    return names


def test_a_unit_waits_from_its_printed_number_to_its_answer(app, office, waiting):
    app.permintaan.choose_units(office.berkas_id, [unit.id for unit in app.unit_kerja.list()])
    assert waiting() == []
    first, second, third = app.penyusunan.permintaan(office.berkas_id, per_unit=True)
    app.surat.keep(first, PDF, "dicetak")
    assert waiting() == []  # printed to be read over, without a number
    app.surat.number_letters((first, second, third), TODAY)
    assert waiting() == ["Sekretariat"]  # the others did not go out yet
    for letter in (second, third):
        app.surat.keep(letter, PDF, "dicetak")
    assert waiting() == [
        "Sekretariat", "Bidang Industri Agro", "Bidang Perdagangan Dalam Negeri",
    ]  # fmt: skip
    answered = app.permintaan.list(office.berkas_id)[1]
    app.permintaan.answer(answered.id, Jawaban.NIHIL, TODAY)
    assert waiting() == ["Sekretariat", "Bidang Perdagangan Dalam Negeri"]
    app.surat.void(third, "Salah alamat")
    assert waiting() == ["Sekretariat"]


def test_a_reminder_that_is_void_was_none(app, office):
    office.ask()
    (reminder,) = app.penyusunan.pengingat(office.berkas_id, [app.unit_kerja.list()[0].id])
    app.surat.number_letters((reminder,), TODAY)
    reminded, other, _third = waiting_units(app, office.berkas_id)
    assert [surat.id for surat in reminded.reminders] == [reminder]
    assert (reminded.due_for_one(TODAY), other.reminders) == (False, ())
    app.surat.void(reminder, "Salah alamat")
    again = waiting_units(app, office.berkas_id)[0]
    assert (again.reminders, again.words) == ((), "Sekretariat")
