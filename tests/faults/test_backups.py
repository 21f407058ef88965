"""Backups and restores that fail at any step: no half bundle, no pruned backup, the old data."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sopapp.app import App, open_app
from sopapp.backup.bundle import open_bundle
from sopapp.backup.exchange import finish_restore
from sopapp.backup.making import make_single
from sopapp.backup.place import Place
from sopapp.backup.restoring import restore
from sopapp.backup.source import Source
from sopapp.clock import FixedClock
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from sopapp.persistence.steps import STEPS
from tests.backup.older_schemas import make_folder, records, stored_files
from tests.backup.records import KEEP_ONE, NOW, Records, back_up, records_of
from tests.conftest import ACTOR, TODAY
from tests.faults.injecting import each_failure


@pytest.fixture
def filled(app: App) -> Iterator[Records]:
    held = records_of(app)
    for number in range(3):
        held.add(f"surat {number}.pdf", b"%PDF-1.4 " + bytes([number]) * 50_000)
    yield held
    database, attachments = DataFolder(app.data).database, DataFolder(app.data).attachments
    assert check_data(database, attachments) == ()


def all_sound(place: Place) -> int:
    """How many bundles there are; each opens and is whole."""
    assert place.unreadable() == ()
    for info in place.bundles():
        with open_bundle(info.path) as bundle:
            assert bundle.verify() == ()
    return len(place.bundles())


def test_a_backup_that_fails_keeps_the_one_before(filled: Records, tmp_path: Path) -> None:
    place = Place(tmp_path / "tempat")
    back_up(filled, place)

    def change() -> None:
        filled.write()

    def held(what: str) -> None:
        assert all_sound(place) >= 1, what

    def make() -> None:
        back_up(filled, place, rule=KEEP_ONE)

    assert each_failure(tmp_path, make, held, prepare=change, every=2) > 10
    assert all_sound(place) == 1


def test_a_bundle_in_one_file_is_the_old_or_the_new(filled: Records, tmp_path: Path) -> None:
    target = tmp_path / "tempat" / "semua.sopdik"
    target.parent.mkdir()
    target.write_bytes(b"lama")

    def make() -> None:
        make_single(filled.source, target, reason="diminta", now=NOW)

    def held(what: str) -> None:
        if target.read_bytes() != b"lama":
            with open_bundle(target) as bundle:
                assert bundle.verify() == (), what
            target.write_bytes(b"lama")
        assert [path.name for path in target.parent.iterdir()] == [target.name], what

    assert each_failure(tmp_path, make, held, every=2) > 10


def test_a_restore_that_fails_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    newest = make_folder(tmp_path / "asal", len(STEPS))
    came = DataFolder(newest)
    bundle = tmp_path / "semua.sopdik"
    make_single(Source(came.database, came.attachments), bundle, reason="diminta", now=NOW)
    there = make_folder(tmp_path / "lama", 2)
    folder = tmp_path / "data"
    old, new = (records(there), stored_files(there)), (records(newest), stored_files(newest))

    def afresh() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(there, folder)

    def put_back() -> None:
        with open_bundle(bundle) as opened:
            restore(opened, folder, now=NOW)

    def held(what: str) -> None:
        finish_restore(folder)
        assert (records(folder), stored_files(folder)) in (old, new), what

    assert each_failure(folder, put_back, held, prepare=afresh, every=2) > 10
    assert (records(folder), stored_files(folder)) == new
    open_app(folder, FixedClock(TODAY), ACTOR).close()
