"""`periksa` holds riwayat against the backups beside the data."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sopapp.backup.making import make_backup
from sopapp.backup.place import Place
from sopapp.backup.source import Source
from sopapp.cli import periksa
from sopapp.clock import FixedClock
from sopapp.paths import DataFolder
from sopapp.persistence.store import AWAL, chain
from tests.conftest import SAMPLE_DAY, Sample

NAMES = ("waktu", "pelaku", "aksi", "berkas", "ringkasan", "sebelum", "sesudah")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, sample_data: Sample) -> Path:
    """A data folder with a backup beside it; copy it before touching it."""
    root = tmp_path_factory.mktemp("periksa") / "contoh"
    shutil.copytree(sample_data.folder, root)
    data = DataFolder(root)
    source = Source(data.database, data.attachments)
    moment = datetime(2026, 12, 18, 10, tzinfo=UTC)
    make_backup(source, Place(data.backups), reason="diminta", now=moment)
    return root


@pytest.fixture
def folder(kept: Path, tmp_path: Path) -> DataFolder:
    shutil.copytree(kept, tmp_path / "data")
    return DataFolder(tmp_path / "data")


def found(folder: DataFolder) -> list[str]:
    said: list[str] = []
    periksa.run([str(folder.root), "--json"], said.append, FixedClock(SAMPLE_DAY))
    return json.loads(said[0])["masalah"]


def tamper(folder: DataFolder, *statements: str, anew: bool = False) -> None:
    """As somebody would who knows how the file is made; the guards stand again afterwards."""
    with closing(sqlite3.connect(folder.database)) as connection, connection:
        guards = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'riwayat'"
        ).fetchall()
        for name, _sql in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        if anew:
            previous = AWAL
            rows = connection.execute(
                "SELECT id, waktu, pelaku, aksi, berkas_id, ringkasan, sebelum, sesudah "
                "FROM riwayat ORDER BY id"
            ).fetchall()
            for number, *values in rows:
                previous = chain(previous, dict(zip(NAMES, values, strict=True)))
                connection.execute("UPDATE riwayat SET rantai = ? WHERE id = ?", (previous, number))
        for _name, sql in guards:
            connection.execute(sql)


def test_data_and_backup_that_fit_say_nothing(folder: DataFolder) -> None:
    assert found(folder) == []


def test_an_end_that_was_cut_off_without_a_trace_is_found(folder: DataFolder) -> None:
    tamper(
        folder,
        "DELETE FROM riwayat WHERE id > (SELECT max(id) - 2 FROM riwayat)",
        "UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM riwayat) WHERE name = 'riwayat'",
    )
    (said,) = found(folder)
    assert "hilang: cadangan “cadangan-20261218-" in said


@pytest.mark.parametrize("number", [1, 40])
def test_a_riwayat_that_was_made_anew_is_found(folder: DataFolder, number: int) -> None:
    tamper(folder, f"UPDATE riwayat SET pelaku = 'Orang lain' WHERE id = {number}", anew=True)
    (said,) = found(folder)
    assert "tidak sama dengan yang dicatat cadangan" in said
