"""What the board asks the records for its filter and while it is empty."""

from __future__ import annotations

from tests.services import carrying


def test_a_card_knows_the_year_of_its_berkas(app, office):
    app.berkas.create("Tahun depan", 2027, app.clock.today())
    (card,) = app.board.load().cards
    assert card.tahun == 2027
    assert app.board.card(card.berkas_id).tahun == 2027


def test_units_are_those_of_running_berkas_in_the_office_s_order(app, office):
    first, second, third = office.units[:3]
    assert app.board.units() == ()
    asking = carrying.start(app, "Meminta")
    app.permintaan.choose_units(asking, [third, first])
    names = {unit.id: unit.nama for unit in app.unit_kerja.list()}
    assert app.board.units() == ((first, names[first]), (third, names[third]))
    assert app.board.of_unit(first) == {asking}
    assert app.board.of_unit(second) == frozenset()


def test_a_usulan_brings_its_unit_and_an_ended_berkas_brings_none(app, office):
    berkas_id = carrying.to_validasi(app, office.units, "Dengan usulan")
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Data gaji"))
    other = carrying.start(app, "Lain")
    assert app.board.of_unit(office.units[0]) == {berkas_id}
    app.berkas.cancel(berkas_id, "Digabung")
    assert app.board.of_unit(office.units[0]) == frozenset()
    assert app.board.units() == ()
    assert app.board.ended() == 1
    app.berkas.cancel(other, "Digabung")
    assert app.board.ended() == 2
