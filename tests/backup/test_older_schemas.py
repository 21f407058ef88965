"""A bundle of every schema ever released is restored, brought up to date, and lacks nothing."""

from __future__ import annotations

import functools
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sopapp.app import open_app
from sopapp.backup.choosing import open_source
from sopapp.backup.errors import WrongPasswordError
from sopapp.backup.making import make_backup, make_single
from sopapp.backup.place import Place
from sopapp.backup.restoring import restore
from sopapp.backup.sealing import Key
from sopapp.backup.source import Source
from sopapp.clock import FixedClock
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from sopapp.persistence.steps import STEPS
from tests.backup.older_schemas import MAKERS, make_folder, records, stored_files

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SCHEMAS = range(1, len(STEPS) + 1)
PASSWORD = "rahasia kantor"


def in_a_place(source: Source, root: Path) -> Path:
    root.mkdir()
    return make_backup(source, Place(root), reason="tutup", now=NOW).path


def in_one_file(source: Source, root: Path) -> Path:
    root.mkdir()
    return make_single(source, root / "satu.sopdik", reason="diminta", now=NOW).path


def sealed(source: Source, root: Path) -> Path:
    root.mkdir()
    key = Key.derive(PASSWORD)
    return make_backup(source, Place(root), reason="tutup", now=NOW, key=key).path


def copied_by_hand(source: Source, root: Path) -> Path:
    shutil.copytree(source.database.parent, root)
    return root


def before_the_schema_changed(source: Source, root: Path) -> Path:
    """Opened by the program of today, which keeps the old file beside the new."""
    shutil.copytree(source.database.parent, root)
    schema = version(root)
    if schema == len(STEPS):
        return root
    with open_app(root, FixedClock(date(2026, 11, 23)), "Penguji"):
        pass
    return root / f"data.sqlite3.sebelum-skema-{schema}"


WAYS = (in_a_place, in_one_file, sealed, copied_by_hand, before_the_schema_changed)


def version(folder: Path) -> int:
    with closing(sqlite3.connect(DataFolder(folder).database)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def source_of(folder: Path) -> Source:
    return Source(DataFolder(folder).database, DataFolder(folder).attachments)


def test_every_released_schema_has_its_data() -> None:
    assert len(MAKERS) == len(STEPS)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """The folder of a schema, made once; copy it before it is opened."""
    return functools.cache(
        lambda schema: make_folder(tmp_path_factory.mktemp("lama") / "data", schema)
    )


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("schema", SCHEMAS)
def test_nothing_is_lost_on_the_way(
    tmp_path: Path,
    made: Callable[[int], Path],
    schema: int,
    way: Callable[[Source, Path], Path],
) -> None:
    old = Path(shutil.copytree(made(schema), tmp_path / "lama"))
    before, files = records(old), stored_files(old)
    assert all(before[name] for name in ("surat", "dik_versi", "attachment", "cetakan", "riwayat"))
    bundle = way(source_of(old), tmp_path / "cadangan")
    target = tmp_path / "pc-baru"
    with open_source(bundle, PASSWORD) as opened:
        assert opened.info.schema == schema
        assert opened.info.riwayat == len(before["riwayat"])
        assert opened.details.instansi == "Dinas Lama"
        assert len(opened.details.files) == len(files)
        done = restore(opened, target, now=NOW)

    assert (done.files, done.missing, done.kept) == (len(files), (), None)
    assert version(target) == schema
    assert (records(target), stored_files(target)) == (before, files)

    with open_app(target, FixedClock(date(2026, 11, 23)), "Penguji") as app:
        assert len(app.board.load().cards) == 1
        assert [each.nomor for each in app.dik.terbitan()] == ["1/KEP/2026", "2/KEP/2026"]
        assert [each.isi.informasi for each in app.dik.current()] == [
            "Data pelapor dan saksi",
            "Hasil audit",
        ]
    after = records(target)
    assert {name: before[name] - after[name] for name in before if before[name] - after[name]} == {}
    assert len(after["riwayat"]) == len(before["riwayat"])
    assert stored_files(target) == files
    assert version(target) == len(STEPS)
    assert check_data(DataFolder(target).database, DataFolder(target).attachments) == ()


def test_a_sealed_one_opens_only_with_its_password(tmp_path: Path) -> None:
    old = make_folder(tmp_path / "lama", len(STEPS))
    bundle = sealed(source_of(old), tmp_path / "cadangan")
    with open_source(bundle, PASSWORD) as found:
        assert found.path == bundle
    for wrong in (None, "salah"):
        with pytest.raises(WrongPasswordError):
            open_source(bundle, wrong)
