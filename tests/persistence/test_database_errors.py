"""Disk, lock, damage and rights become sentences with the file and a remedy."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.domain.errors import DamagedDataError, EnvironmentProblem
from sopapp.paths import DataFolder
from sopapp.services.unit_kerja import UnitKerjaInput

UNIT = UnitKerjaInput("U1", "Bidang", "Kepala Bidang")
NOBODY = 65534


@contextmanager
def without_rights() -> Iterator[None]:
    """As a user whom file modes bind: root passes them by."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def own_folder() -> Iterator[Path]:
    """A folder that nobody may enter, too: pytest's own lie below one for root alone."""
    if not hasattr(os, "geteuid"):
        pytest.skip("file modes of POSIX")
    root = Path(tempfile.mkdtemp(prefix="sop-dik-uji-"))
    root.chmod(0o755)
    yield root
    shutil.rmtree(root)


def test_a_folder_that_cannot_be_made(own_folder: Path) -> None:
    own_folder.chmod(0o555)
    with without_rights(), pytest.raises(EnvironmentProblem, match="tidak dapat dibuat") as caught:
        open_app(own_folder / "data", FixedClock(date(2026, 11, 23)), "Penguji")

    assert str(own_folder / "data") in str(caught.value)


def test_a_folder_in_which_nothing_can_be_written(own_folder: Path) -> None:
    own_folder.chmod(0o555)
    with without_rights(), pytest.raises(EnvironmentProblem, match="Periksa") as caught:
        open_app(own_folder, FixedClock(date(2026, 11, 23)), "Penguji")

    assert str(own_folder) in str(caught.value)
    assert list(own_folder.iterdir()) == []


def test_a_data_file_that_may_only_be_read(own_folder: Path) -> None:
    clock = FixedClock(date(2026, 11, 23))
    open_app(own_folder, clock, "Penguji").close()
    DataFolder(own_folder).database.chmod(0o444)
    own_folder.chmod(0o555)

    with without_rights(), pytest.raises(EnvironmentProblem) as caught:
        open_and_add(own_folder, clock)

    assert "Periksa" in str(caught.value)
    assert str(DataFolder(own_folder).database) in str(caught.value)


def open_and_add(folder: Path, clock: FixedClock) -> None:
    with open_app(folder, clock, "Penguji") as app:
        app.unit_kerja.add(UNIT)


def test_a_folder_where_the_data_file_should_be(tmp_path: Path) -> None:
    DataFolder(tmp_path).database.mkdir()

    with pytest.raises(EnvironmentProblem, match="tidak dapat dibuka"):
        open_app(tmp_path, FixedClock(date(2026, 11, 23)), "Penguji")


def hold_lock(path: Path) -> sqlite3.Connection:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


def test_another_program_holds_the_file(app: App) -> None:
    path = DataFolder(app.data).database
    app._database.execute_sql("PRAGMA busy_timeout = 1")  # not the five seconds of real use
    with (
        closing(hold_lock(path)),
        pytest.raises(EnvironmentProblem, match="sedang dipakai") as caught,
    ):
        app.unit_kerja.add(UNIT)

    assert str(path) in str(caught.value)
    app.unit_kerja.add(UNIT)  # once it is free again
    assert len(app.unit_kerja.list()) == 1


def add_units(app: App, count: int, start: int = 0) -> None:
    for number in range(start, start + count):
        app.unit_kerja.add(UnitKerjaInput(f"U{number}", "Bidang " * 40, "Kepala"))


def test_a_full_disk_leaves_nothing_half_done(app: App) -> None:
    pages = app._database.execute_sql("PRAGMA page_count").fetchone()[0]
    app._database.execute_sql(f"PRAGMA max_page_count = {pages}")
    riwayat = len(app.riwayat.list(limit=None))
    with pytest.raises(EnvironmentProblem, match="Ruang disk penuh"):
        add_units(app, 200)

    assert len(app.riwayat.list(limit=None)) - riwayat == len(app.unit_kerja.list())


def test_damage_that_shows_in_a_write(tmp_path: Path) -> None:
    clock = FixedClock(date(2026, 11, 23))
    path = DataFolder(tmp_path).database
    with open_app(tmp_path, clock, "Penguji") as app:
        add_units(app, 40)
    with closing(sqlite3.connect(path)) as opened:
        roots = dict(opened.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage"))
        page_size = opened.execute("PRAGMA page_size").fetchone()[0]
    raw = bytearray(path.read_bytes())
    start = (roots["riwayat"] - 1) * page_size
    raw[start : start + page_size] = b"\x5a" * page_size
    path.write_bytes(raw)

    with (
        open_app(tmp_path, clock, "Penguji") as app,
        pytest.raises(EnvironmentProblem, match="rusak") as caught,
    ):
        app.unit_kerja.add(UnitKerjaInput("BARU", "Bidang Baru", "Kepala"))

    assert str(path) in str(caught.value)


def test_closing_while_another_program_holds_the_file(tmp_path: Path) -> None:
    app = open_app(tmp_path, FixedClock(date(2026, 11, 23)), "Penguji")
    app._database.execute_sql("PRAGMA busy_timeout = 1")
    # Statistics that are out of date, so that closing has something to write.
    add_units(app, 1)
    app._database.execute_sql("ANALYZE")
    add_units(app, 60, start=1)
    app._database.execute_sql("SELECT id FROM unit_kerja WHERE kode = 'U7'").fetchall()
    with closing(hold_lock(DataFolder(app.data).database)):
        app.close()

    assert app._database.is_closed()


def test_a_start_that_fails_leaves_no_open_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[object] = []
    monkeypatch.setattr("sopapp.app.close_database", closed.append)
    monkeypatch.setattr("sopapp.services.sop.bundled_sop_path", lambda: tmp_path / "tiada.toml")

    with pytest.raises(Exception, match=r"tiada\.toml"):
        open_app(tmp_path / "data", FixedClock(date(2026, 11, 23)), "Penguji")
    assert len(closed) == 1


def test_damage_that_shows_in_a_later_row_is_told(app: App) -> None:
    """SQLite gives rows one by one: the first may be read and a later one not."""
    for number in range(40):
        app.unit_kerja.add(UnitKerjaInput(f"Q{number}", f"{'x' * 150}{number}", "Kepala"))
    data = DataFolder(app.data)
    app.close()
    root, pages = _pages_of(data.database, "unit_kerja")
    assert len(pages) > 1
    with data.database.open("r+b") as handle:
        handle.seek((pages[-1] - 1) * root)
        handle.write(b"\xff" * root)

    with open_app(app.data, app.clock, "Penguji") as again:
        with pytest.raises(DamagedDataError, match="pulihkan dari cadangan") as caught:
            again.unit_kerja.list()
        with pytest.raises(DamagedDataError):
            again._database.execute_sql("SELECT * FROM unit_kerja").fetchall()
        with pytest.raises(DamagedDataError):
            list(again._database.execute_sql("SELECT * FROM unit_kerja"))

    assert str(data.database) in str(caught.value)


def _pages_of(database: Path, table: str) -> tuple[int, list[int]]:
    """Size of a page, and the leaf pages of a table by their numbers in the file."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
    page = database.read_bytes()[(root - 1) * size : root * size]
    assert page[0] == 5, "an inner page of a table"
    cells = int.from_bytes(page[3:5], "big")
    places = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n], "big") for n in range(cells)]
    children = [int.from_bytes(page[place : place + 4], "big") for place in places]
    return size, [*children, int.from_bytes(page[8:12], "big")]


def test_text_that_is_none_is_told(app: App) -> None:
    app.unit_kerja.add(UNIT)
    app._database.execute_sql("UPDATE unit_kerja SET nama = CAST(X'ff41' AS TEXT)")

    with pytest.raises(DamagedDataError, match="pulihkan dari cadangan"):
        app.unit_kerja.list()


def test_a_read_after_the_file_was_closed_is_a_bug_that_says_so(tmp_path: Path) -> None:
    app = open_app(tmp_path / "data", FixedClock(date(2026, 11, 23)), "Penguji")
    app.load_rest()
    app.unit_kerja.add(UNIT)
    app.close()

    with pytest.raises(RuntimeError, match="closed"):
        app.unit_kerja.list()
    with pytest.raises(RuntimeError, match="closed"):
        app.kinerja.years()
