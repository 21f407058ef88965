"""A board of which one berkas was read anew is the board read anew."""

from __future__ import annotations

from datetime import timedelta

from sopapp.app import App
from sopapp.domain.changes import Changes, Kind
from tests.conftest import TODAY, Office
from tests.services import carrying


def test_after_every_step_of_a_berkas_and_its_undoing(app: App, office: Office) -> None:
    for number in range(3):
        moved = carrying.to_answers(app, office.units, f"Berkas {number}")
    carrying.answer_all(app, moved)
    board = app.board.load()
    seen: list[str] = []

    def follow(changes: Changes) -> None:
        nonlocal board
        assert changes.kinds == {Kind.BERKAS}
        assert changes.berkas_id is not None
        board = app.board.renewed(board, changes.berkas_id)
        assert board == app.board.load()
        seen.append(f"{len(board.cards)}")

    app.subscribe(follow)
    new = app.berkas.create("Berkas baru", TODAY.year, TODAY)
    app.berkas.rename(new, "Nama lain")
    app.berkas.advance(moved)
    app.berkas.send_back(moved, 1, "Belum lengkap")
    app.berkas.cancel(new, "Tidak jadi")

    assert seen == ["4", "4", "4", "4", "3"]


def test_on_another_day_everything_is_judged_anew(app: App, office: Office) -> None:
    first = carrying.to_answers(app, office.units, "Berkas satu")
    carrying.to_answers(app, office.units, "Berkas dua")
    board = app.board.load()
    app.clock.day = TODAY + timedelta(days=1)

    assert app.board.renewed(board, first) == app.board.load()
