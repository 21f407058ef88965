"""What each section of the page of the day shows, read one section at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sopapp.domain.ribuan import ribuan
from sopapp.domain.tenggatan import Golongan, Tenggatan
from ui.today.row import Row
from ui.today.row_words import due_row, letter_row, request_row, unit_rows

if TYPE_CHECKING:
    from sopapp.app import App

SECTIONS = (
    ("terlambat", "Terlambat"),
    ("hari_ini", "Tenggat hari ini"),
    ("mendekat", "Lima hari kerja ke depan"),
    ("permohonan", "Permohonan yang harus dijawab"),
    ("unit", "Unit kerja yang belum menjawab"),
    ("surat", "Surat yang belum selesai"),
    ("berakhir", "Informasi yang akan berakhir"),
    ("cadangan", "Cadangan"),
)
"""(name, heading) from the most to the least urgent."""

MOST_ROWS = 20
"""Lines of a section; all of them stand on a page of their own."""


class Filling(NamedTuple):
    """The lines of a section, of `total`; `more` leads to all, `summary` stands in the head."""

    rows: Sequence[Row]
    total: int
    more: str = ""
    summary: str = ""


def due_fillings(found: Tenggatan) -> dict[str, Filling]:
    """The sections of running berkas."""

    def made(group: Golongan, words: str) -> Filling:
        rows = [due_row(card, found) for card in group.cards[:MOST_ROWS]]
        return _filling(rows, group.jumlah, group.jumlah > len(rows), "Papan", words)

    return {
        "terlambat": made(found.terlambat, "terlambat"),
        "hari_ini": made(found.hari_ini, "tenggat hari ini"),
        "mendekat": made(found.mendekat, "mendekati tenggat"),
    }


def _requests(app: App) -> Filling:
    found, today = app.hari_ini.requests(), app.clock.today()
    rows = [request_row(each, today) for each in found[:MOST_ROWS]]
    return _filling(rows, len(found), len(found) > len(rows), "Surat", "permohonan")


def _units(app: App) -> Filling:
    found, today = app.hari_ini.units(), app.clock.today()
    rows = unit_rows(found, today, MOST_ROWS)
    cut = sum(row.inner for row in rows) < len(found)
    return _filling(rows, len(found), cut, "Papan", "unit kerja belum menjawab")


def _letters(app: App) -> Filling:
    count, found = app.hari_ini.letters(MOST_ROWS)
    rows = [letter_row(each, app.clock.today()) for each in found]
    return _filling(rows, count, count > len(rows), "Surat", "surat belum selesai")


LATER: dict[str, Callable[[App], Filling]] = {
    "permohonan": _requests,
    "unit": _units,
    "surat": _letters,
}
"""The sections that are read after the first paint."""


def _filling(rows: Sequence[Row], count: int, cut: bool, where: str, words: str) -> Filling:
    """The words for what was cut off and for the head."""
    number = ribuan(count)
    more = f"Tampilkan semua {number} di {where}" if cut else ""
    return Filling(rows, count, more, f"{number} {words}" if count else "")
