"""A file that is written durably is the old one or the new one, never something between."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from sopapp.durable import durable_target, put_in_place, write_durably


def test_a_new_file_holds_what_was_written_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "surat.pdf"
    write_durably(target, b"isi")
    assert target.read_bytes() == b"isi"
    assert list(tmp_path.iterdir()) == [target]


def test_when_writing_fails_half_way_the_old_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "surat.pdf"
    target.write_bytes(b"lama")

    def fail_half_way() -> None:
        with durable_target(target) as handle:
            handle.write(b"ba")
            raise OSError("penuh")

    with pytest.raises(OSError, match="penuh"):
        fail_half_way()
    assert target.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [target]


def test_bytes_are_synced_before_the_name_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    sync, replace = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        sync(descriptor)

    def rename(self: Path, target: Path) -> Path:
        order.append("name")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", rename)
    write_durably(tmp_path / "a", b"x")
    assert order == (["file", "name", "folder"] if os.name == "posix" else ["file", "name"])


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_a_file_for_others_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    other = tmp_path / "biasa"
    other.write_bytes(b"")
    write_durably(tmp_path / "a", b"x")
    assert (tmp_path / "a").stat().st_mode == other.stat().st_mode


class Scanner:
    """Another program that holds a new file for some seconds of a clock that only it moves."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
        self.time = 0.0
        self._until = seconds
        self._replace = Path.replace
        monkeypatch.setattr(Path, "replace", lambda path, target: self._rename(path, target))

    def _rename(self, path: Path, target: Path) -> Path:
        if self.time < self._until:
            raise PermissionError(13, "Access is denied")
        return self._replace(path, target)

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.time += seconds

    def put(self, aside: Path, path: Path, patience: float) -> None:
        put_in_place(aside, path, patience=patience, now=lambda: self.time, sleep=self.sleep)


def test_a_file_that_is_held_for_a_moment_takes_its_place_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside, target = tmp_path / ".baru-1", tmp_path / "surat.pdf"
    aside.write_bytes(b"baru")
    target.write_bytes(b"lama")

    Scanner(monkeypatch, 0.7).put(aside, target, 1.0)

    assert target.read_bytes() == b"baru"
    assert not aside.exists()


def test_a_folder_is_waited_for_longer_as_any_of_its_files_may_be_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside, target = tmp_path / "contoh-dibuat", tmp_path / "contoh"
    aside.mkdir()

    Scanner(monkeypatch, 7.0).put(aside, target, 1.0)

    assert target.is_dir()


@pytest.mark.parametrize("patience", [0.0, 1.0])
def test_one_that_stays_held_is_refused_after_about_that_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, patience: float
) -> None:
    aside, target = tmp_path / ".baru-1", tmp_path / "surat.pdf"
    aside.write_bytes(b"baru")
    target.write_bytes(b"lama")
    scanner = Scanner(monkeypatch, 60.0)

    with pytest.raises(PermissionError):
        scanner.put(aside, target, patience)

    assert patience <= scanner.time < patience + 0.2
    assert target.read_bytes() == b"lama"


def test_another_refusal_is_not_waited_on(tmp_path: Path) -> None:
    def never(_seconds: float) -> None:
        pytest.fail("waited")

    with pytest.raises(FileNotFoundError):
        put_in_place(tmp_path / ".baru-1", tmp_path / "a", patience=1.0, sleep=never)


def test_what_went_wrong_first_is_told_also_when_the_rest_cannot_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_arguments: object, **_named: object) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(Path, "unlink", held)

    with pytest.raises(OSError, match="penuh"), durable_target(tmp_path / "a"):
        raise OSError("penuh")
