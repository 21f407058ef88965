"""The report of a year with 2,000 berkas that went their whole way, beside 200 of them.

Run: `python -m tests.bench.bench_kinerja`. Needs no screen.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from sopapp.app import open_app
from sopapp.clock import FixedClock
from sopapp.paths import DataFolder
from tests.conftest import TODAY, fill_office

_TURNS = 7
_FEW, _MANY = 200, 2_000
_UNITS = 9


def run() -> list[tuple[str, float, float]]:
    """(what, figure, aim): milliseconds or a ratio, as the name says."""
    with tempfile.TemporaryDirectory() as folder:
        few = _read(make_year(Path(folder) / "few", _FEW))
        many = _read(make_year(Path(folder) / "many", _MANY))
    return [
        (f"The report of a year with {_MANY:,} berkas, ms of the processor", many, 100.0),
        (f"the same against {_FEW} berkas", many / few, _MANY / _FEW),
    ]


def _read(root: Path) -> float:
    with open_app(root, FixedClock(TODAY), "Uji") as app:
        app.kinerja.of(TODAY.year)  # holidays and the SOP are known then
        turns = []
        for _turn in range(_TURNS):
            start = time.process_time()
            app.kinerja.of(TODAY.year)
            turns.append((time.process_time() - start) * 1000)
    return statistics.median(turns)


def make_year(root: Path, count: int) -> Path:
    """An office whose berkas all ended, every third after a return."""
    with open_app(root, FixedClock(TODAY), "Uji") as app:
        fill_office(app, units=_UNITS)
        app.calendar().due(TODAY, 5)
    chance = random.Random(1)
    with closing(sqlite3.connect(DataFolder(root).database)) as connection, connection:
        for number in range(1, count + 1):
            _write_berkas(connection, number, chance)
    return root


def _write_berkas(connection: sqlite3.Connection, number: int, chance: random.Random) -> None:
    day = date(TODAY.year, 1, 5) + timedelta(chance.randrange(280))
    connection.execute(
        "INSERT INTO berkas VALUES (?, ?, ?, 1, ?)",
        (number, f"Berkas {number}", TODAY.year, day.isoformat()),
    )
    connection.execute(
        "INSERT INTO surat (id, berkas_id, jenis, deret, nomor, tanggal, urut) "
        "VALUES (?, ?, 'nota_dinas', 'Nota Dinas', ?, ?, ?)",
        (number, number, str(number), day.isoformat(), number),
    )
    connection.executemany(
        "INSERT INTO permintaan (berkas_id, unit_id, surat_id, jawaban, dijawab) "
        "VALUES (?, ?, ?, 'nihil', ?)",
        [
            (number, unit, number, (day + timedelta(chance.randrange(12))).isoformat())
            for unit in range(1, _UNITS + 1)
        ],
    )
    stages = (1, 2, 3, 4, 5) if number % 3 else (1, 2, 1, 2, 3, 4, 5)
    for place, stage in enumerate(stages):
        end = day + timedelta(chance.randrange(9))
        back = place + 1 < len(stages) and stages[place + 1] < stage
        outcome, reason = ("kembali", "Belum lengkap") if back else ("maju", "")
        connection.execute(
            "INSERT INTO stage_run (berkas_id, stage, mulai, selesai, hasil, alasan) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (number, stage, day.isoformat(), end.isoformat(), outcome, reason),
        )
        day = end


if __name__ == "__main__":
    for what, figure, aim in run():
        print(f"{figure:9.2f}  (aim {aim:g})  {what}")
