"""Bundles that are not what they should be change nothing, or only what was agreed to."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sopapp.backup import bundle as bundles
from sopapp.backup.choosing import open_source
from sopapp.backup.errors import DamagedBundleError
from sopapp.backup.making import make_backup, make_single
from sopapp.backup.place import Place
from sopapp.backup.restoring import MissingFilesError, restore
from sopapp.backup.source import Source
from sopapp.domain.errors import EnvironmentProblem
from sopapp.paths import DataFolder
from sopapp.persistence.steps import STEPS
from tests.backup.older_schemas import make_folder, records, stored_files

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = make_folder(tmp_path / "asal", len(STEPS))
    (tmp_path / "usb").mkdir()
    place = Place(tmp_path / "usb")
    data = DataFolder(made)
    make_backup(Source(data.database, data.attachments), place, reason="tutup", now=NOW)
    return place


@pytest.fixture
def bundle(place: Place) -> Path:
    return place.bundles()[0].path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What is there; it has the same files as long as it is asked for them."""
    made = make_folder(tmp_path / "data", 1)
    for path in made.glob("dokumen/*/*"):
        path.write_bytes(b"lain " + path.read_bytes())
    return made


@contextmanager
def unchanged(folder: Path) -> Iterator[None]:
    before = records(folder), stored_files(folder), {each.name for each in folder.iterdir()}
    yield
    assert before == (
        records(folder), stored_files(folder), {each.name for each in folder.iterdir()},
    )  # fmt: skip


def test_damaged_records_are_found_before_anything_moves(bundle: Path, folder: Path) -> None:
    raw = bytearray(bundle.read_bytes())
    raw[len(raw) // 2] ^= 0xFF
    bundle.write_bytes(raw)
    with (
        unchanged(folder),
        pytest.raises(DamagedBundleError, match="rusak"),
        open_source(bundle) as opened,
    ):
        restore(opened, folder, now=NOW)


@pytest.mark.parametrize("how", ["cut", "changed", "gone"])
def test_a_file_that_is_not_whole_beside_the_bundle_is_named(
    place: Place, bundle: Path, folder: Path, how: str
) -> None:
    path = sorted((place.root / "isi").glob("*/*"))[0]
    raw = path.read_bytes()
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(raw[:-1] if how == "cut" else raw[:-1] + b"?")
    with open_source(bundle) as opened:
        with unchanged(folder), pytest.raises(MissingFilesError, match=r"File “.*” milik "):
            restore(opened, folder, now=NOW)
        done = restore(opened, folder, now=NOW, allow_missing=True)

    assert (done.files, len(done.missing)) == (8, 1)
    assert path.name not in stored_files(folder)


def test_a_bundle_taken_without_its_files(bundle: Path, folder: Path, tmp_path: Path) -> None:
    alone = tmp_path / bundle.name
    alone.write_bytes(bundle.read_bytes())
    with (
        open_source(alone) as opened,
        unchanged(folder),
        pytest.raises(MissingFilesError) as caught,
    ):
        restore(opened, folder, now=NOW)

    assert len(caught.value.missing) == 9
    assert any("milik logo instansi" in each for each in caught.value.missing)


def test_a_file_missing_when_the_bundle_was_made_is_told_too(tmp_path: Path, folder: Path) -> None:
    origin = make_folder(tmp_path / "asal", len(STEPS))
    next(origin.glob("dokumen/*/*")).unlink()
    data = DataFolder(origin)
    path = tmp_path / "satu.sopdik"
    make_single(Source(data.database, data.attachments), path, reason="diminta", now=NOW)
    with (
        open_source(path) as opened,
        unchanged(folder),
        pytest.raises(MissingFilesError, match="1 file"),
    ):
        restore(opened, folder, now=NOW)


def test_a_bundle_in_the_folder_that_is_restored(bundle: Path, folder: Path, place: Place) -> None:
    inside = folder / "cadangan"
    place.root.rename(inside)
    with open_source(inside / bundle.name) as opened:
        done = restore(opened, folder, now=NOW)

    assert (inside / bundle.name).is_file()
    assert done.kept is not None
    assert done.kept.parent == folder


def test_a_full_disk_speaks_of_the_data_folder(
    bundle: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = bundles.durable_target

    @contextmanager
    def full(path: Path) -> Iterator[object]:
        if path.parent.parent.name == "dokumen":
            raise OSError(errno.ENOSPC, "No space left on device")
        with real(path) as handle:
            yield handle

    monkeypatch.setattr(bundles, "durable_target", full)
    with (
        open_source(bundle) as opened,
        unchanged(folder),
        pytest.raises(EnvironmentProblem, match="Periksa ruang disk") as caught,
    ):
        restore(opened, folder, now=NOW)

    assert str(folder) in str(caught.value)
    assert "cadangan" not in str(caught.value)
