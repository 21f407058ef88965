"""Files, the lock and the log: what the disk refuses leaves the old one whole and no rest."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from pathlib import Path
from random import Random

from sopapp.folder_lock import FolderLock
from sopapp.paths import DataFolder
from sopapp.persistence.files import FileStore
from sopapp.persistence.leftovers import sweep
from sopapp.saved_file import save_file
from tests.faults.injecting import each_failure, failing

DATA = b"isi berkas" * 300_000  # more than one piece
DIGEST = hashlib.sha256(DATA).hexdigest()


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_stored_file(tmp_path: Path) -> None:
    source = tmp_path / "masukan" / "pindaian.pdf"
    source.parent.mkdir()
    source.write_bytes(DATA)
    (tmp_path / "data").mkdir()
    files = FileStore(tmp_path / "data" / "dokumen")

    def held(what: str) -> None:
        # A file that nobody refers to yet may be there, but then it is the whole file.
        assert files_in(tmp_path / "data") in ({}, {DIGEST: DATA}), what

    assert each_failure(tmp_path, lambda: files.put_file(source), held) >= 7
    assert files.read(DIGEST) == DATA


def test_a_file_that_is_stored_for_the_second_time(tmp_path: Path) -> None:
    files = FileStore(tmp_path / "dokumen")
    files.put_bytes(DATA)

    def held(what: str) -> None:
        assert files_in(tmp_path) == {DIGEST: DATA}, what

    assert each_failure(tmp_path, lambda: files.put_bytes(DATA), held) >= 3


def test_a_rest_that_cannot_be_removed_is_no_failure(tmp_path: Path) -> None:
    files = FileStore(tmp_path / "dokumen")
    files.put_bytes(DATA)
    with failing(tmp_path, 1, Random(1), lambda step: step.kind == "unlink") as fault:
        assert files.put_bytes(DATA).sha256 == DIGEST

    assert fault.struck is not None
    assert len(files_in(tmp_path)) == 2
    sweep(files.root)
    assert files_in(tmp_path) == {DIGEST: DATA}


def test_a_file_that_is_saved_over_another(tmp_path: Path) -> None:
    target = tmp_path / "Daftar.pdf"

    def held(what: str) -> None:
        assert files_in(tmp_path) in ({target.name: b"lama"}, {target.name: DATA}), what

    def old() -> None:
        target.write_bytes(b"lama")

    assert each_failure(tmp_path, lambda: save_file(target, DATA), held, prepare=old) > 3
    assert target.read_bytes() == DATA


def test_the_lock_of_a_folder(tmp_path: Path) -> None:
    path = DataFolder(tmp_path / "data").lock

    def take() -> None:
        with FolderLock(path):
            pass

    def held(what: str) -> None:
        with FolderLock(path) as lock:  # nobody holds it, and nothing was unclean
            assert not lock.was_unclean, what

    assert each_failure(tmp_path, take, held) > 1


def test_the_log(tmp_path: Path) -> None:
    from ui.program_log import start_log

    folder = DataFolder(tmp_path / "data")

    def start() -> None:
        with ExitStack() as closing:
            start_log(folder, closing)

    assert each_failure(tmp_path, start, lambda what: None) > 1
