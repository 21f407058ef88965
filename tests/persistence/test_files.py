"""Stored files: under their checksum, once, whole, and checked when read."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.persistence.files import FileStore
from tests.persistence.test_database_errors import without_rights

DATA = b"isi berkas" * 1000
DIGEST = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "dokumen")


def stored(files: FileStore) -> list[str]:
    return sorted(path.name for path in files.root.rglob("*") if path.is_file())


def test_what_was_stored_is_read_back(files: FileStore) -> None:
    kept = files.put_bytes(DATA)

    assert (kept.sha256, kept.size) == (DIGEST, len(DATA))
    assert files.read(DIGEST) == DATA
    assert files.problem(DIGEST) is None


def test_a_file_is_copied_and_the_original_left_alone(files: FileStore, tmp_path: Path) -> None:
    source = tmp_path / "Nota Dinas – ké 1.pdf"
    source.write_bytes(DATA)
    before = source.stat().st_mtime_ns

    assert files.put_file(source).sha256 == DIGEST
    source.write_bytes(b"lain")
    assert files.read(DIGEST) == DATA
    assert before
    assert stored(files) == [DIGEST]


def test_the_same_bytes_are_stored_once(files: FileStore) -> None:
    files.put_bytes(DATA)
    written = files.path(DIGEST).stat()
    files.put_bytes(DATA)

    assert stored(files) == [DIGEST]
    again = files.path(DIGEST).stat()
    assert (again.st_ino, again.st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


def test_an_empty_file_has_a_place_too(files: FileStore) -> None:
    assert files.read(files.put_bytes(b"").sha256) == b""


def test_a_changed_file_is_noticed(files: FileStore) -> None:
    files.put_bytes(DATA)
    files.path(DIGEST).write_bytes(DATA + b"!")

    with pytest.raises(EnvironmentProblem, match="telah berubah") as caught:
        files.read(DIGEST)
    assert str(files.path(DIGEST)) in str(caught.value)
    assert files.problem(DIGEST) == "isinya berubah"


def test_storing_the_right_bytes_again_mends_a_changed_file(files: FileStore) -> None:
    files.put_bytes(DATA)
    files.path(DIGEST).write_bytes(b"rusak")
    files.put_bytes(DATA)

    assert files.read(DIGEST) == DATA


def test_a_missing_file_is_noticed(files: FileStore) -> None:
    files.put_bytes(DATA)
    files.path(DIGEST).unlink()

    with pytest.raises(EnvironmentProblem, match="tidak ditemukan"):
        files.read(DIGEST)
    assert files.problem(DIGEST) == "tidak ditemukan"


def test_a_source_that_is_gone_is_told_with_its_name(files: FileStore, tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="pindaian hilang"):
        files.put_file(tmp_path / "pindaian hilang.pdf")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="file modes of POSIX")
def test_a_source_without_rights_is_told_with_its_name(files: FileStore, tmp_path: Path) -> None:
    source = tmp_path / "terkunci.pdf"
    source.write_bytes(DATA)
    source.chmod(0)

    with without_rights(), pytest.raises(DomainError, match=r"terkunci\.pdf"):
        files.put_file(source)
    assert not files.root.exists()


def test_a_disk_that_refuses_leaves_no_rest(
    files: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EnvironmentProblem, match="ruang disk penuh") as caught:
        files.put_bytes(DATA)

    assert str(files.root) in str(caught.value)
    assert stored(files) == []


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "dokumen").write_bytes(b"")

    with pytest.raises(EnvironmentProblem, match="tidak dapat disimpan"):
        FileStore(tmp_path / "dokumen").put_bytes(DATA)


def test_a_data_folder_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="masih ada"):
        FileStore(tmp_path / "pindah" / "dokumen").put_bytes(DATA)
    assert not (tmp_path / "pindah").exists()
