"""A data folder as large as an office's after many years, written straight into the file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from sopapp.app import open_app
from sopapp.clock import FixedClock
from sopapp.domain.dik import DasarPengecualian, IsiDik, JangkaWaktu, JenisJangka
from sopapp.domain.sop import LaneCode
from sopapp.paths import DataFolder
from sopapp.persistence.isi import isi_to_json
from tests.conftest import fill_office

_STEPS = (
    (1, 0, LaneCode.ADMIN_PPID),
    (1, 2, LaneCode.UNIT_KERJA),
    (2, 0, LaneCode.PPID_PEMBANTU),
    (3, 0, LaneCode.ADMIN_PPID),
    (3, 1, LaneCode.ATASAN_PPID_PEMBANTU),
    (4, 0, LaneCode.ADMIN_PPID),
    (5, 0, LaneCode.ADMIN_PPID),
)
WITH_USULAN = (702, 703, 705, 706)
"""Berkas of stage 2, 3, 4 and 5."""
_USULAN = 12


def make_big_data(root: Path, berkas: int, entries: int, today: date) -> None:
    """Fill `root` with running berkas spread over the SOP and a register of `entries` rows."""
    with open_app(root, FixedClock(today), "Uji") as app:
        fill_office(app, units=9)
        app.berkas.create("Dasar daftar", today.year, today)
        app.calendar().due(today, 5)
    with closing(sqlite3.connect(DataFolder(root).database)) as connection, connection:
        _write_berkas(connection, berkas, today)
        _write_entries(connection, entries, today)
        if berkas > max(WITH_USULAN):
            _write_usulan(connection)
    with open_app(root, FixedClock(today), "Uji") as app:
        app.dik_search.find("x")  # the services would have kept its index in step


def _write_berkas(connection: sqlite3.Connection, count: int, today: date) -> None:
    for number in range(2, count + 1):
        stage, step, lane = _STEPS[number % len(_STEPS)]
        day = date.fromordinal(today.toordinal() - number % 20).isoformat()
        connection.execute(
            "INSERT INTO berkas VALUES (?, ?, ?, 1, ?)",
            (number, f"Pemutakhiran DIK nomor {number}", today.year, day),
        )
        connection.execute(
            "INSERT INTO stage_run (id, berkas_id, stage, mulai) VALUES (?, ?, ?, ?)",
            (number, number, stage, day),
        )
        connection.execute(
            "INSERT INTO step_run (stage_run_id, step, lane, mulai) VALUES (?, ?, ?, ?)",
            (number, step, lane.value, day),
        )
        connection.executemany(
            "INSERT INTO permintaan (berkas_id, unit_id, jawaban, dijawab) VALUES (?, ?, ?, ?)",
            [(number, unit, "nihil", day) for unit in (1, 2, 3)],
        )


def _isi() -> IsiDik:
    return IsiDik(
        "Hasil uji laboratorium milik pelanggan",
        (DasarPengecualian("b"), DasarPengecualian("j", None, "UU Nomor 30 Tahun 2000")),
        "Merugikan posisi usaha pelanggan",
        "Kerahasiaan pelanggan terjaga",
        JangkaWaktu(JenisJangka.DURASI, bulan=60),
    )


def _write_entries(connection: sqlite3.Connection, count: int, today: date) -> None:
    connection.execute(
        "INSERT INTO surat (id, berkas_id, jenis, deret, nomor, tanggal, ditandatangani) "
        "VALUES (1, 1, 'keputusan', 'Keputusan', '1', ?, 1)",
        (today.isoformat(),),
    )
    connection.execute(
        "INSERT INTO dik_terbitan (id, surat_id, diterapkan) VALUES (1, 1, '2026-01-01T00:00:00Z')"
    )
    connection.execute("INSERT INTO dik_terbitan_unit SELECT 1, id, nama, urutan FROM unit_kerja")
    text = isi_to_json(_isi())
    connection.executemany(
        "INSERT INTO dik_entri (id) VALUES (?)", [(n,) for n in range(1, count + 1)]
    )
    connection.executemany(
        "INSERT INTO dik_versi (entri_id, terbitan_id, perubahan, unit_id, isi) "
        "VALUES (?, 1, 'tambah', ?, ?)",
        [
            (n, n % 9 + 1, text.replace("pelanggan", f"pelanggan {n}", 1))
            for n in range(1, count + 1)
        ],
    )


def _write_usulan(connection: sqlite3.Connection) -> None:
    """Some usulan in a berkas of each later stage; half of them repeat an entry."""
    text = isi_to_json(_isi())
    for berkas in WITH_USULAN:
        for n in range(_USULAN):
            title = f"Hasil uji laboratorium milik pelanggan {n if n % 2 else 1_000_000 + n}"
            connection.execute(
                "INSERT INTO usulan (berkas_id, unit_id, jenis, isi) VALUES (?, ?, 'baru', ?)",
                (berkas, n % 3 + 1, text.replace("Hasil uji laboratorium milik pelanggan", title)),
            )
