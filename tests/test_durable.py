"""A file that is written durably is the old one or the new one, never something between."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from sopapp.durable import durable_target, write_durably


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
