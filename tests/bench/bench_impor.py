"""Taking in a sheet of 10,000 rows, against reading it bare and inserting the rows bare.

Run: `python -m tests.bench.bench_impor`.

The bare work never enters Python for a cell: its reader and SQLite are compiled, so half as much
again (the first aim) left no room for a single look at a row. Ours judges each row (grounds,
period, twins, the present entry), writes its JSON and notes it for undo: about 75 microseconds,
spread evenly, of which no part could be left out. The aim is what keeps 10,000 rows near a second.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from pathlib import Path

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.formulir import nilai_isi
from sopapp.domain.impor import Kolom
from tests.bench.register_data import TODAY, content
from tests.conftest import fill_office
from tests.services import carrying

AIM = 8.0
_AIM_MS = 1500.0
_ROWS = 10_000
_TURNS = 5
_SHOWN = (
    Kolom.INFORMASI, Kolom.HURUF, Kolom.UNDANG_UNDANG, Kolom.DIBUKA, Kolom.DITUTUP, Kolom.JANGKA,
    Kolom.BENTUK,
)  # fmt: skip


def run() -> list[tuple[str, float, float]]:
    """Name, ratio to the bare work (lower is better) and the ratio aimed at."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        sheet = _sheet(root / "lembar.xlsx")
        bare, ours = [], []
        for turn in range(_TURNS):
            # By turns, so that a slow moment of the machine meets both.
            bare.append(_bare(sheet, root / f"bare{turn}.sqlite3"))
            ours.append(_ours(sheet, root / f"data{turn}"))
    took = statistics.median(ours)
    return [
        (
            f"Import of {_ROWS} rows against bare reading and inserts",
            took / statistics.median(bare),
            AIM,
        ),
        ("the same in milliseconds", took * 1000, _AIM_MS),
    ]


def _sheet(path: Path) -> Path:
    import random

    import xlsxwriter

    dice = random.Random(3)
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Usulan")
        sheet.write_row(0, 0, [kolom.label for kolom in _SHOWN])
        for number in range(1, _ROWS + 1):
            cells = nilai_isi(content(number, dice))
            for column, kolom in enumerate(_SHOWN):
                sheet.write_string(number, column, cells[kolom])
    return path


def _bare(sheet: Path, data: Path) -> float:
    from python_calamine import CalamineWorkbook

    with closing(sqlite3.connect(data)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("PRAGMA synchronous = full")
        connection.execute(
            "CREATE TABLE usulan (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT, d TEXT, e TEXT,"
            " f TEXT, g TEXT)"
        )
        start = time.perf_counter()
        rows = CalamineWorkbook.from_path(sheet).get_sheet_by_index(0).to_python()
        with connection:
            connection.executemany(
                "INSERT INTO usulan (a, b, c, d, e, f, g) VALUES (?, ?, ?, ?, ?, ?, ?)", rows[1:]
            )
        return time.perf_counter() - start


def _ours(sheet: Path, folder: Path) -> float:
    with open_app(folder, FixedClock(TODAY), "Uji") as app:
        berkas_id, unit = _waiting(app)
        start = time.perf_counter()
        hasil = app.impor.check(sheet, berkas_id, unit)
        stored = app.impor.store(berkas_id, unit, hasil, sheet)
        took = time.perf_counter() - start
        assert stored == _ROWS
    return took


def _waiting(app: App) -> tuple[int, int]:
    office = fill_office(app, units=1)
    return carrying.to_answers(app, office.units), office.units[0]


if __name__ == "__main__":
    for name, figure, aim in run():
        print(f"{name}: {figure:.2f} (aim {aim:g})")
