"""A folder whose data file is gone is not opened as a new one when backups tell of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sopapp.app import open_app
from sopapp.domain.errors import DamagedDataError, EnvironmentProblem
from sopapp.lost_records import refuse_lost_records
from sopapp.paths import DataFolder


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """A folder with a backup and without records."""
    made = DataFolder(tmp_path)
    made.backups.mkdir()
    (made.backups / "cadangan-1.sopdik").write_bytes(b"cadangan")
    return made


def test_records_that_are_gone_are_missed(data: DataFolder) -> None:
    with pytest.raises(DamagedDataError, match="tidak ditemukan"):
        refuse_lost_records(data)
    data.database.touch()
    with pytest.raises(DamagedDataError, match="kosong"):
        refuse_lost_records(data)


def test_a_new_folder_misses_nothing(data: DataFolder, tmp_path: Path) -> None:
    refuse_lost_records(DataFolder(tmp_path / "baru"))
    next(data.backups.iterdir()).unlink()
    refuse_lost_records(data)
    data.database.touch()  # as a kill at the very first start leaves it
    refuse_lost_records(data)


def test_records_that_are_there_are_left_to_be_opened(data: DataFolder) -> None:
    data.database.write_bytes(b"apa pun")
    refuse_lost_records(data)


def test_a_place_of_backups_is_not_opened_as_data(tmp_path: Path) -> None:
    place = tmp_path / "stik"
    (place / "isi").mkdir(parents=True)
    (place / "cadangan-1.sopdik").write_bytes(b"cadangan")
    place.chmod(0o755)

    with pytest.raises(EnvironmentProblem, match="tempat cadangan"):
        open_app(place)
    assert sorted(each.name for each in place.iterdir()) == ["cadangan-1.sopdik", "isi"]
    if os.name == "posix":
        assert place.stat().st_mode & 0o777 == 0o755
