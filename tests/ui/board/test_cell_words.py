"""How many berkas a cell or a lane holds, in words."""

from __future__ import annotations

from ui.board.cell_words import Tally


def test_thousands_are_written_as_in_indonesian():
    assert Tally(2000, 1443, -12).words == "2.000 berkas, 1.443 terlambat"
    assert Tally(3).words == "3 berkas"
