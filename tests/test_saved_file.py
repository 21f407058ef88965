"""A file saved where the user says: a sentence with a remedy for what the disk says."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from sopapp.domain.errors import EnvironmentProblem
from sopapp.saved_file import not_written, save_file


def test_what_is_saved_is_there_whole(tmp_path: Path) -> None:
    save_file(tmp_path / "Daftar.pdf", b"isi")

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("Daftar.pdf", b"isi")
    ]


def test_a_folder_that_is_gone_is_told_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="foldernya tidak ada") as caught:
        save_file(tmp_path / "tiada" / "Daftar.pdf", b"isi")

    assert str(tmp_path / "tiada" / "Daftar.pdf") in str(caught.value)


def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="Nama file itu tidak dapat dipakai"):
        save_file(tmp_path / "Daftar\0.pdf", b"isi")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["n" * 300, "folder"])
def test_a_name_that_is_too_long_or_of_a_folder_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(EnvironmentProblem, match="Pilih nama yang lain"):
        save_file(tmp_path / name, b"isi")

    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_the_name_of_a_folder_is_told_as_such_where_the_system_only_refuses(tmp_path: Path) -> None:
    assert "milik sebuah folder" in not_written(tmp_path, PermissionError(errno.EACCES, ""))


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "Kosongkan sebagian disk"),
        (errno.EACCES, "Tutup file itu"),
        (errno.EROFS, "hanya dapat dibaca"),
        (errno.ENODEV, "disknya terlepas"),
        (errno.EIO, "Periksa disknya"),
    ],
)
def test_each_refusal_has_its_remedy(number: int, remedy: str) -> None:
    said = not_written(Path("Daftar.pdf"), OSError(number, os.strerror(number)))

    assert said.startswith("Daftar.pdf tidak dapat ditulis: ")
    assert remedy in said
