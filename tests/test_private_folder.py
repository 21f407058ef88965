"""The data folder is its user's alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sopapp.app import open_app
from sopapp.private_folder import make_private, others_may_look

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")


def rights(path: Path) -> str:
    return oct(path.stat().st_mode & 0o777)


def test_a_new_data_folder_is_for_its_user_only(tmp_path: Path) -> None:
    with open_app(tmp_path / "baru" / "data"):
        assert rights(tmp_path / "baru" / "data") == "0o700"


def test_an_older_folder_is_closed_to_others_when_it_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    assert others_may_look(folder)
    with open_app(folder):
        assert rights(folder) == "0o700"


def test_a_disk_that_knows_no_rights_is_used_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "fat"
    folder.mkdir()
    folder.chmod(0o777)

    def refuse(_path: Path, _mode: int) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refuse)
    make_private(folder)
    assert others_may_look(folder)
