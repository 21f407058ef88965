"""What a killed run left half written is removed by the next, and nothing else is."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from sopapp.app import open_app
from sopapp.clock import FixedClock
from sopapp.paths import DataFolder
from sopapp.persistence.files import FileStore
from sopapp.persistence.leftovers import sweep
from tests.conftest import ACTOR, TODAY

DAY = 24 * 3600


@pytest.fixture
def left(tmp_path: Path) -> tuple[Path, ...]:
    """Rests in every place where files are written aside."""
    folder = DataFolder(tmp_path)
    rests = (
        folder.attachments / ".baru-0123456789ab",
        folder.root / ".baru-0123456789ab",
        folder.holiday_cache.parent / ".baru-abcd",
        folder.backups / ".baru-0123456789ab",
        folder.root / f"{folder.database.name}.sebelum-skema-2.baru",
        folder.root / f"{folder.database.name}.sebelum-skema-2.baru-journal",
    )
    for rest in rests:
        rest.parent.mkdir(exist_ok=True)
        rest.write_bytes(b"separuh")
    (folder.root / ".baru-folder").mkdir()
    (folder.root / ".baru-folder" / "data.sqlite3").write_bytes(b"salinan")
    return (*rests, folder.root / ".baru-folder")


def test_the_start_after_an_unclean_end_removes_them(
    tmp_path: Path, left: tuple[Path, ...]
) -> None:
    kept = FileStore(DataFolder(tmp_path).attachments).put_bytes(b"isi")
    (tmp_path / "data.sqlite3.sebelum-skema-2").write_bytes(b"salinan yang jadi")
    open_app(tmp_path, FixedClock(TODAY), ACTOR, suspicious=True).close()

    assert [path for path in left if path.exists()] == []
    assert FileStore(DataFolder(tmp_path).attachments).read(kept.sha256) == b"isi"
    assert (tmp_path / "data.sqlite3.sebelum-skema-2").exists()


def test_a_start_that_may_not_be_alone_touches_none(tmp_path: Path, left: tuple[Path, ...]) -> None:
    open_app(tmp_path, FixedClock(TODAY), ACTOR).close()

    assert all(path.exists() for path in left)


def test_an_old_rest_goes_with_the_first_file_that_is_stored(tmp_path: Path) -> None:
    old, young = tmp_path / ".baru-lama", tmp_path / ".baru-muda"
    for path in (old, young):
        path.write_bytes(b"separuh")
    long_ago = time.time() - 2 * DAY
    os.utime(old, (long_ago, long_ago))
    FileStore(tmp_path).put_bytes(b"isi")

    assert (old.exists(), young.exists()) == (False, True)


def test_a_folder_that_is_not_there_has_no_rests(tmp_path: Path) -> None:
    sweep(tmp_path / "tiada")
