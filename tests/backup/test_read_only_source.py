"""Backing up from a disk that cannot be written, such as the one of a dead PC."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.backup.bundle import open_bundle
from sopapp.backup.making import make_backup
from sopapp.backup.place import Place
from sopapp.backup.source import Source
from tests.backup.records import NOW, back_up, records_of
from tests.persistence.test_database_errors import own_folder, without_rights

__all__ = ["own_folder"]


@pytest.fixture
def place(own_folder: Path) -> Iterator[Place]:
    root = own_folder / "tempat"
    root.mkdir()
    root.chmod(0o777)
    return Place(root / "cadangan")


def dead_disk(app: App, own_folder: Path, *, log: bool, index: bool) -> Source:
    """The data folder as a killed program leaves it, or a closed one, that nobody may write."""
    records = records_of(app)
    records.add("a.pdf", b"isi")
    # What Python loads late has to be loaded now: the user without rights may not read it.
    back_up(records, Place(app.data.parent / "sebelumnya"))
    if not log:
        app.close()
    root = own_folder / "data"
    shutil.copytree(app.data, root)
    if log and not index:
        (root / "data.sqlite3-shm").unlink()
    for path in (*root.rglob("*"), root):
        path.chmod(0o555 if path.is_dir() else 0o444)
    return Source(root / "data.sqlite3", root / "dokumen")


@pytest.mark.parametrize(
    ("log", "index"), [(False, False), (True, True), (True, False)], ids=["closed", "killed", "log"]
)
def test_a_disk_that_cannot_be_written_is_backed_up(
    app: App, own_folder: Path, place: Place, log: bool, index: bool
) -> None:
    source = dead_disk(app, own_folder, log=log, index=index)
    try:
        with without_rights():
            made = make_backup(source, place, reason="diminta", now=NOW)
        with open_bundle(made.path) as bundle:
            assert bundle.verify() == ()
            assert [file.name for file in bundle.details.files] == ["a.pdf"]
    finally:
        for path in (own_folder / "data", *(own_folder / "data").rglob("*")):
            path.chmod(0o755)
    assert list(place.root.parent.iterdir()) == [place.root]
