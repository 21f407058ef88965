"""A folder of backups: what it shows, what it is called, and what explains it."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.backup.place import Place
from sopapp.domain.errors import EnvironmentProblem
from tests.backup.records import KEEP_ONE, NOW, Records, back_up, records_of


@pytest.fixture
def records(app: App) -> Records:
    return records_of(app)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "cadangan")


def test_a_folder_that_is_not_there_has_none(place: Place) -> None:
    assert not place.present()
    assert place.bundles() == place.unreadable() == ()


def test_the_list_is_by_what_they_hold(records: Records, place: Place) -> None:
    records.write()
    first = back_up(records, place, NOW + timedelta(days=9))
    records.write()
    second = back_up(records, place, NOW)

    assert [bundle.path for bundle in place.bundles()] == [second.path, first.path]
    shown = place.bundles()[0]
    assert (shown.made, shown.reason, shown.sealed) == (NOW, "diminta", False)
    assert shown.size_bytes == second.path.stat().st_size


def test_every_name_is_one_that_a_stick_takes(records: Records, place: Place) -> None:
    records.add("Nota: “Dinas” <1>?.pdf", b"isi")
    back_up(records, place)

    for path in place.root.rglob("*"):
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]*", path.name), path.name
    assert re.fullmatch(r"cadangan-\d{8}-\d{6}-r\d{6}\.sopdik", place.bundles()[0].path.name)


def test_the_folder_explains_itself(records: Records, place: Place) -> None:
    back_up(records, place)
    readme = place.root / "BACA-SAYA.txt"
    text = readme.read_text(encoding="utf-8")
    for word in ("pulihkan", "folder isi", "Kata sandi".upper(), ".sopdik", "--isi"):
        assert word in text
    readme.write_text("lama", encoding="utf-8")
    back_up(records, place)

    assert readme.read_text(encoding="utf-8") == text


def test_a_file_in_the_place_of_the_folder(records: Records, place: Place) -> None:
    place.root.write_bytes(b"")

    with pytest.raises(EnvironmentProblem, match=str(place.root.name)):
        back_up(records, place)


def test_a_backup_that_somebody_holds_open_does_not_stop_the_next(
    records: Records, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows lets nobody remove a file that is open."""
    held = back_up(records, place).path
    records.write()
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path == held:
            raise PermissionError(13, "in use")
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    made = back_up(records, place, NOW + timedelta(hours=1), rule=KEEP_ONE)

    assert made.pruned == 0
    assert len(place.bundles()) == 2


def test_an_object_that_somebody_holds_open_is_told(
    records: Records, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = records.add("a.pdf", b"isi")
    back_up(records, place)
    place.object_path(digest).write_bytes(b"potong")
    real = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if target == place.object_path(digest):
            raise PermissionError(13, "in use")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(EnvironmentProblem, match="tutup program lain"):
        back_up(records, place)
    assert len(place.bundles()) == 1
    assert not list(place.root.glob(".baru-*"))
