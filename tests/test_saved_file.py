"""A file saved where the user says: a sentence with a remedy for what the disk says."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from sopapp.domain.errors import EnvironmentProblem
from sopapp.domain.progress import Cancelled
from sopapp.saved_file import not_written, save_file, save_files


def test_what_is_saved_is_there_whole(tmp_path: Path) -> None:
    save_file(tmp_path / "Daftar.pdf", b"isi")

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("Daftar.pdf", b"isi")
    ]


def test_a_file_that_is_stopped_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "Daftar.pdf"
    path.write_bytes(b"lama")

    def stop(done: int, total: int) -> None:
        if done == total:
            raise Cancelled

    with pytest.raises(Cancelled):
        save_file(path, b"baru" * 1_000_000, stop)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [
        ("Daftar.pdf", b"lama")
    ]


def test_of_several_files_none_takes_its_name_before_all_are_written(tmp_path: Path) -> None:
    seen: list[list[str]] = []

    def look(_done: int, _total: int) -> None:
        seen.append([each.name for each in tmp_path.iterdir() if not each.name.startswith(".")])

    save_files([(tmp_path / name, name.encode()) for name in ("a", "b", "c")], look)
    assert seen == [[], [], [], []]
    assert sorted((each.name, each.read_bytes()) for each in tmp_path.iterdir()) == [
        ("a", b"a"), ("b", b"b"), ("c", b"c"),
    ]  # fmt: skip


def test_one_that_the_disk_refuses_keeps_all_from_their_names(tmp_path: Path) -> None:
    files = [(tmp_path / "a", b"a"), (tmp_path / "tiada" / "b", b"b"), (tmp_path / "c", b"c")]
    with pytest.raises(EnvironmentProblem, match="tiada"):
        save_files(files)
    assert list(tmp_path.iterdir()) == []


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


def test_a_path_that_is_too_long_for_windows_is_no_folder_that_is_gone(tmp_path: Path) -> None:
    said = not_written(tmp_path / ("n" * 250), FileNotFoundError(errno.ENOENT, ""))
    assert "terlalu panjang" in said


def test_a_folder_that_windows_guards_is_no_folder_that_is_gone(tmp_path: Path) -> None:
    said = not_written(tmp_path / "Daftar.pdf", FileNotFoundError(errno.ENOENT, ""))
    assert "tidak diizinkan" in said


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
