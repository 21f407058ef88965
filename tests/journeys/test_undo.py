"""A card dropped on the wrong cell, a usulan deleted by mistake: Ctrl+Z, and on with the work."""

from __future__ import annotations

from sopapp.domain.sop import LaneCode
from tests.conftest import fill_office
from tests.journeys.driving import Desk
from tests.services import carrying


def test_a_mistake_on_the_board_and_one_in_the_list_are_taken_back(desk: Desk) -> None:
    undo = desk.window.undo
    undo.refresh()  # follows the writes from now on, as a moment after the start
    office = fill_office(desk.app)
    berkas = carrying.start(desk.app)
    carrying.ask(desk.app, berkas, office.units)
    before = desk.stands(berkas)

    # The card goes one step too far, by its keys; the board shows it back in its place.
    desk.press_card(berkas)
    desk.keys("Ctrl+Right")
    assert desk.stands(berkas) != before
    assert undo.button.isVisible()
    desk.keys("Ctrl+Z")
    assert desk.stands(berkas) == before
    assert desk.window.statusBar().currentMessage().startswith("Diurungkan: ")
    assert desk.cell(*before).cell.row_of(berkas) == 0

    # A usulan is deleted and comes back with its verdict.
    desk.app.berkas.move(berkas, 1, LaneCode.UNIT_KERJA)
    carrying.answer_all(desk.app, berkas)
    desk.app.berkas.advance(berkas)
    usulan = carrying.propose(desk.app, berkas, office.units[0], carrying.complete("Satu"))
    later = desk.stands(berkas)
    desk.app.usulan.remove(usulan)
    desk.press_at(undo.button)
    assert desk.app.usulan.get(usulan).putusan is not None

    # The next Ctrl+Z has nothing to take back, and says so without a dialog.
    desk.keys("Ctrl+Z")
    assert desk.window.statusBar().currentMessage() == "Tidak ada lagi yang dapat diurungkan."
    assert desk.top is desk.window
    assert desk.stands(berkas) == later

    # What was done before the program was closed stays.
    desk.app.berkas.rename(berkas, "Judul lain")
    desk.reopen()
    desk.keys("Ctrl+Z")
    assert desk.app.berkas.get(berkas).judul == "Judul lain"
    assert desk.check() == ()
