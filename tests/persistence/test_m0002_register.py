"""A file of schema 1 keeps every entry, its words, dates and order when it is brought up."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.persistence.migrate import migrate
from sopapp.persistence.steps import STEPS

_USULAN = (
    # id, berkas, unit, jenis, entri, informasi, putusan
    (1, 1, 2, "baru", None, "Satu", "dikecualikan"),
    (2, 1, 1, "baru", None, "Dua", "dikecualikan"),
    (3, 1, 1, "baru", None, "Ditolak", "terbuka"),
    (4, 2, 2, "ubah", 1, "Satu baru", "dikecualikan"),
    (5, 2, 1, "buka", 2, "Dua", "terbuka"),
    (6, 2, 1, "baru", None, "Tiga", "dikecualikan"),
)
_VERSI = (
    # id, entri, terbitan, perubahan, unit, informasi
    (1, 2, 1, "tambah", 1, "Dua"),
    (2, 1, 1, "tambah", 2, "Satu"),
    (3, 2, 2, "cabut", 1, "Dua"),
    (4, 3, 2, "tambah", 1, "Tiga"),
    (5, 1, 2, "ubah", 2, "Satu baru"),
    (6, 3, 3, "tetap", 1, "Tiga"),
    (7, 1, 3, "tetap", 2, "Satu baru"),
)
_DAYS = ("2026-01-05", "2026-06-05", "2026-09-07")


def words(informasi: str) -> str:
    """Content as schema 1 wrote it: neither article nor part."""
    return json.dumps(
        {
            "informasi": informasi,
            "dasar": [{"huruf": "j", "angka": None, "undang_undang": "UU 27/2022"}],
            "konsekuensi_dibuka": "Merugikan orang yang disebut.",
            "manfaat_ditutup": "Orang yang disebut terlindungi.",
            "jangka": {"jenis": "durasi", "bulan": 24, "sampai": None, "peristiwa": ""},
            "bentuk": "",
        }
    )


def fill(connection: sqlite3.Connection) -> None:
    run = connection.execute
    run("INSERT INTO unit_kerja VALUES (1, 'A', 'Bidang A', 'Kepala', 1, 1)")
    run("INSERT INTO unit_kerja VALUES (2, 'B', 'Bidang B', 'Kepala', 2, 1)")
    run("INSERT INTO sop_versi VALUES (1, ?, 'sop', '', '2026-01-01T00:00:00Z')", ("0" * 64,))
    for number, day in enumerate(_DAYS, 1):
        run("INSERT INTO berkas VALUES (?, ?, 2026, 1, ?)", (number, f"Berkas {number}", day))
        run(
            "INSERT INTO surat (id, berkas_id, jenis, nomor, tanggal, ditandatangani)"
            " VALUES (?, ?, 'keputusan', ?, ?, 1)",
            (number, number, f"KEP {number}", day),
        )
        run("INSERT INTO dik_terbitan VALUES (?, ?, ?)", (number, number, f"{day}T01:00:00Z"))
        run("INSERT INTO dik_entri VALUES (?)", (number,))
    for each, berkas, unit, jenis, entri, informasi, putusan in _USULAN:
        run(
            "INSERT INTO usulan VALUES (?, ?, ?, ?, ?, ?, ?, '')",
            (each, berkas, unit, jenis, entri, words(informasi), putusan),
        )
    for each, entri, terbitan, change, unit, informasi in _VERSI:
        run(
            "INSERT INTO dik_versi VALUES (?, ?, ?, ?, ?, ?)",
            (each, entri, terbitan, change, unit, words(informasi)),
        )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "data.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, STEPS[:1])
        fill(connection)
    return tmp_path


def shown(app: App, day: date) -> list[tuple[str, str, str, date]]:
    return [
        (entry.unit_nama, entry.isi.informasi, entry.keputusan_nomor, entry.mulai)
        for entry in app.dik.as_of(day)
    ]


def test_every_day_reads_as_before(folder: Path) -> None:
    with open_app(folder, FixedClock(date(2026, 11, 23)), "Penguji") as app:
        assert shown(app, date(2026, 1, 4)) == []
        assert shown(app, date(2026, 1, 5)) == [
            ("Bidang A", "Dua", "KEP 1", date(2026, 1, 5)),
            ("Bidang B", "Satu", "KEP 1", date(2026, 1, 5)),
        ]
        second = [
            ("Bidang A", "Tiga", "KEP 2", date(2026, 6, 5)),
            ("Bidang B", "Satu baru", "KEP 2", date(2026, 6, 5)),
        ]
        assert shown(app, date(2026, 9, 6)) == second
        # The third Keputusan left all as it was: the periods run on.
        assert shown(app, date(2026, 12, 1)) == [
            (unit, informasi, "KEP 3", mulai) for unit, informasi, _nomor, mulai in second
        ]


def test_what_each_keputusan_did_is_told_as_before(folder: Path) -> None:
    with open_app(folder, FixedClock(date(2026, 11, 23)), "Penguji") as app:
        rows = [
            (row.perubahan, row.isi.informasi, row.sebelum and row.sebelum.informasi)
            for row in app.dik.rows(2)
        ]
        assert rows == [
            ("cabut", "Dua", "Dua"),
            ("tambah", "Tiga", None),
            ("ubah", "Satu baru", "Satu"),
        ]
        assert [(row.perubahan, row.isi.informasi) for row in app.dik.rows(3)] == [
            ("tetap", "Tiga"),
            ("tetap", "Satu baru"),
        ]
        assert [version.jumlah for version in app.dik.terbitan()] == [2, 2, 2]


def test_a_lampiran_keeps_the_order_in_which_it_was_signed(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "data.sqlite3")) as connection, connection:
        connection.execute("UPDATE unit_kerja SET urutan = 3 - urutan")
    with open_app(folder, FixedClock(date(2026, 11, 23)), "Penguji") as app:
        units = [entry.unit_nama for entry in app.dik.as_of(date(2026, 1, 5))]
        assert units == ["Bidang A", "Bidang B"]
        assert [row.unit_nama for row in app.dik.rows(3)] == ["Bidang A", "Bidang B"]
        assert [entry.unit_nama for entry in app.dik.current()] == ["Bidang B", "Bidang A"]


def test_each_change_finds_the_usulan_it_came_from(folder: Path) -> None:
    with open_app(folder, FixedClock(date(2026, 11, 23)), "Penguji") as app:
        found = app._database.execute_sql("SELECT id, usulan_id FROM dik_versi ORDER BY id")
        assert list(found) == [(1, 2), (2, 1), (3, 5), (4, 6), (5, 4)]


def test_old_entries_are_found_by_their_words(folder: Path) -> None:
    with open_app(folder, FixedClock(date(2026, 11, 23)), "Penguji") as app:
        found = app.dik_search.find("satu bar")
        assert found == {5}
