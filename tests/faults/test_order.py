"""What a power cut may leave: a record never points to a file that is not on the disk yet."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sopapp.app import App, open_app
from sopapp.clock import FixedClock
from sopapp.persistence.files import FileStore
from tests.conftest import TODAY
from tests.faults.steps import Step, sql_seen, watched
from tests.kill.golden import data_folder, desk
from tests.kill.story import FIRST_DAY, next_move

posix = pytest.mark.skipif(os.name != "posix", reason="Windows cannot sync a folder")


class Disk:
    """Which names would survive a power cut now: of synced bytes, in synced folders."""

    def __init__(self) -> None:
        self.synced: set[str] = set()
        self.committed: list[set[str]] = []

    def __call__(self, step: Step) -> None:
        if step.kind == "sync":
            self.synced.add(step.what)
        elif step.kind == "rename":
            self.synced.discard(str(Path(step.what).parent))  # a new name: to be synced again
        elif step.kind == "sql" and step.what.startswith("COMMIT"):
            self.committed.append(set(self.synced))


def new_files(app: App, since: int) -> list[Path]:
    sql = "SELECT sha256 FROM attachment WHERE id > ?"
    return [app._files.path(sha256) for (sha256,) in app._database.execute_sql(sql, (since,))]


def newest(app: App) -> int:
    return app._database.execute_sql("SELECT ifnull(max(id), 0) FROM attachment").fetchone()[0]


@posix
def test_bytes_name_and_folders_are_synced_before_the_record_is_committed(tmp_path: Path) -> None:
    clock, seen = FixedClock(FIRST_DAY), 0
    with sql_seen(), open_app(data_folder(tmp_path), clock) as app:
        at = desk(app, clock, tmp_path)
        for place in range(60):
            before, move, disk = newest(app), next_move(at, 8, place), Disk()
            with watched(data_folder(tmp_path), disk):
                move.call()
            for path in new_files(app, before):
                seen += 1
                synced = disk.committed[-1]
                for folder in (path.parent, path.parent.parent, app.data):
                    assert str(folder) in synced, (move.name, folder)
                assert any(".baru-" in each for each in synced), move.name  # the bytes themselves

    assert seen > 10


@posix
def test_a_file_that_a_killed_run_stored_is_made_durable_all_the_same(tmp_path: Path) -> None:
    files = FileStore(tmp_path / "dokumen")
    stored = files.put_bytes(b"isi")
    disk = Disk()
    with watched(tmp_path, disk):
        files.put_bytes(b"isi")

    assert {str(files.path(stored.sha256).parent), str(files.root)} <= disk.synced


@posix
def test_a_new_data_folder_has_its_name_synced(tmp_path: Path) -> None:
    disk, data = Disk(), tmp_path / "baru" / "data"
    with watched(tmp_path, disk):
        open_app(data, FixedClock(TODAY)).close()

    assert {str(data.parent), str(tmp_path)} <= disk.synced


def test_commits_wait_for_the_disk_while_the_program_runs(tmp_path: Path) -> None:
    with open_app(tmp_path, FixedClock(TODAY)) as app:
        app.katalog.add_law("UU Nomor 1 Tahun 2020")
        asked = {
            name: app._database.execute_sql(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "journal_mode", "foreign_keys")
        }

    assert asked == {"synchronous": 2, "journal_mode": "wal", "foreign_keys": 1}
