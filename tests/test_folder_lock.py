"""One run at a time on a data folder; a crash leaves a trace but no obstacle."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sopapp import file_lock, folder_lock
from sopapp.domain.errors import EnvironmentProblem, InUseError
from sopapp.folder_lock import ElsewhereError, FolderLock

ROOT = Path(__file__).resolve().parents[1]

HOLD = """
import sys
from pathlib import Path
from sopapp.folder_lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.readline()
lock.release()
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "terpakai.lock"


@pytest.fixture
def other(path):
    """A second process that holds the lock until it is killed or told to end."""
    made = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert made.stdout.readline() == "held\n"
    yield made
    made.kill()
    made.communicate()


def _elsewhere(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    said = {"pid": 7, "komputer": "PC-LAIN", "sejak": "2026-11-23T01:12:00+00:00"}
    path.write_text(json.dumps(said), encoding="utf-8")


def test_a_clean_end_leaves_no_trace(path):
    for _time in range(2):
        with FolderLock(path) as lock:
            assert not lock.was_unclean
            assert lock.holder().pid == os.getpid()
        assert path.read_bytes() == b""


def test_another_process_is_refused_until_this_one_has_ended(path, other):
    lock = FolderLock(path)
    with pytest.raises(InUseError, match="sudah terbuka") as refused:
        lock.acquire()
    assert str(path.parent) in str(refused.value)
    assert lock.holder().pid == other.pid
    other.communicate("\n")
    lock.acquire()
    assert not lock.was_unclean
    lock.release()


def test_a_killed_process_is_no_obstacle_but_is_told(path, other):
    other.kill()
    other.wait()
    with FolderLock(path) as lock:
        assert lock.was_unclean
    with FolderLock(path) as lock:
        assert not lock.was_unclean


def test_two_locks_in_one_process_exclude_each_other(path):
    with FolderLock(path), pytest.raises(InUseError):
        FolderLock(path).acquire()


def test_data_that_were_suspicious_stay_so_when_the_start_fails(path, other):
    other.kill()
    other.wait()
    with pytest.raises(RuntimeError), FolderLock(path):
        raise RuntimeError
    with FolderLock(path) as lock:
        assert lock.was_unclean


@pytest.mark.parametrize("content", [b"\x00" * 40, b"{", b"[]", b'{"pid": "x"}', b"\xff\xfe"])
def test_a_mangled_file_is_an_unclean_end(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with FolderLock(path) as lock:
        assert lock.was_unclean
        assert lock.holder().pid == os.getpid()


def test_another_pc_is_named_with_a_way_on_and_its_mark_is_kept(path):
    _elsewhere(path)
    before = path.read_bytes()
    with pytest.raises(ElsewhereError) as refused:
        FolderLock(path).acquire()
    said = str(refused.value)
    assert "PC-LAIN" in said
    assert "2026 pukul" in said
    assert "hapus file berikut" in said
    assert str(path) in said
    assert path.read_bytes() == before
    path.unlink()
    with FolderLock(path) as lock:
        assert not lock.was_unclean


def test_another_pcs_mark_can_be_taken_over_after_checking(path):
    _elsewhere(path)
    lock = FolderLock(path)
    lock.acquire(take_over=True)
    assert lock.was_unclean
    lock.release()
    assert path.read_bytes() == b""


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "data").write_text("file, bukan folder", encoding="utf-8")
    with pytest.raises(EnvironmentProblem, match=r"dengan folder lain \(pilihan --data\)"):
        FolderLock(tmp_path / "data" / "terpakai.lock").acquire()


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_a_folder_that_it_makes_is_for_its_user_alone_from_the_first(path):
    old = os.umask(0)
    try:
        with FolderLock(path):
            assert path.parent.stat().st_mode & 0o777 == 0o700
            assert path.stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(old)


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_a_folder_that_is_there_keeps_its_rights(tmp_path):
    # The sample's lock lies beside its folder: in one that need not be ours.
    tmp_path.chmod(0o755)
    with FolderLock(tmp_path / "contoh-dibuat.lock"):
        assert tmp_path.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EACCES, "tidak dapat ditulisi"), (errno.EROFS, "tidak dapat ditulisi"),
     (errno.ENOSPC, "Ruang disk penuh")],
)  # fmt: skip
def test_a_disk_that_refuses_the_file_is_told(path, monkeypatch, number, words):
    def refuse(*_arguments):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(folder_lock.os, "open", refuse)
    with pytest.raises(EnvironmentProblem, match=words) as told:
        FolderLock(path).acquire()
    assert str(path) in str(told.value)


def test_a_disk_that_fills_up_leaves_no_half_mark(path, monkeypatch):
    def refuse(*_arguments):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr(folder_lock.os, "fsync", refuse)
        with pytest.raises(EnvironmentProblem, match="Ruang disk penuh"):
            FolderLock(path).acquire()
    with FolderLock(path) as lock:
        assert not lock.was_unclean


@pytest.mark.skipif(os.name == "nt", reason="flock")
def test_a_share_without_locks_falls_back_on_the_content(path, other, monkeypatch):
    def unsupported(*_arguments):
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(file_lock.fcntl, "flock", unsupported)
    with pytest.raises(InUseError):
        FolderLock(path).acquire()
    other.kill()
    other.wait()
    with FolderLock(path) as lock:
        assert lock.was_unclean
