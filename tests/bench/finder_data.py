"""An office of many years, all of it to be found: berkas, letters and a register."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

from sopapp.app import open_app
from sopapp.clock import FixedClock
from sopapp.paths import DataFolder
from tests.bench.agenda_data import SUBJECTS
from tests.bench.register_data import TODAY, make_register


def make_findable(root: Path, berkas: int, letters: int, entries: int) -> None:
    """So many running berkas, numbered Nota Dinas and entries in force."""
    dice = random.Random(6)
    make_register(root, entries, 1)
    with open_app(root, FixedClock(TODAY), "Uji") as app:
        app.berkas.create("Pemutakhiran nomor 1", TODAY.year, TODAY)
    day = TODAY.isoformat()
    with closing(sqlite3.connect(DataFolder(root).database)) as connection, connection:
        more = range(2, berkas + 1)
        connection.executemany(
            "INSERT INTO berkas VALUES (?, ?, ?, 1, ?)",
            [(n, f"Pemutakhiran DIK nomor {n}", TODAY.year - n % 9, day) for n in more],
        )
        connection.executemany(
            "INSERT INTO stage_run (id, berkas_id, stage, mulai) VALUES (?, ?, ?, ?)",
            [(n, n, n % 5 + 1, day) for n in more],
        )
        connection.executemany(
            "INSERT INTO step_run (stage_run_id, step, lane, mulai) VALUES (?, 0, ?, ?)",
            [(n, "admin_ppid", day) for n in more],
        )
        connection.executemany(
            "INSERT INTO surat (berkas_id, jenis, unit_id, deret, nomor, tanggal, urut, perihal, "
            "tujuan) VALUES (?, 'nota_dinas', ?, 'Nota Dinas', ?, ?, ?, ?, ?)",
            [
                (
                    n % berkas + 1, n % 9 + 1, f"500.12/{n:03d}/UJI/{n % 12 + 1}/2026",
                    f"2026-{n % 12 + 1:02d}-03", n, f"{dice.choice(SUBJECTS)} nomor {n}",
                    f"Kepala Bidang {n % 9 + 1}",
                )
                for n in range(1, letters + 1)
            ],
        )  # fmt: skip
