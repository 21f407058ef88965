"""Looks are kept beside the data, and never where the data were moved away."""

from __future__ import annotations

import pytest

from sopapp.paths import DataFolder
from ui.board.board_look import BoardLook, keep_look, read_look
from ui.looks_file import looks_file
from ui.window_memory import window_store


@pytest.fixture
def folder(tmp_path):
    made = DataFolder(tmp_path / "data")
    made.root.mkdir()
    return made


def test_what_is_kept_is_read_again(folder):
    keep_look(folder.window, BoardLook(details=True))
    assert read_look(folder.window).details
    looks_file(folder.window).setValue("jendela", "di sini")
    assert window_store(folder).value("jendela") == "di sini"


def test_a_folder_that_was_moved_is_not_made_anew(folder, tmp_path):
    folder.root.rename(tmp_path / "pindah")
    looks = [looks_file(folder.window), window_store(folder)]
    for each in looks:
        each.setValue("jendela", 1)
        each.sync()
    keep_look(folder.window, BoardLook(details=True))
    assert not read_look(folder.window).details
    assert [path.name for path in tmp_path.iterdir()] == ["pindah"]
