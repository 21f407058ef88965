"""A restore puts the new in whole, keeps the old, and survives being cut off anywhere."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from sopapp.backup import exchange, staging
from sopapp.backup.choosing import open_source
from sopapp.backup.exchange import KEPT, finish_restore
from sopapp.backup.plain import PlainData, open_plain
from sopapp.backup.restore_note import NOTE, read_note
from sopapp.backup.restoring import MissingFilesError, RestoreCancelled, restore
from sopapp.backup.unfinished import PLAN, STAGING
from sopapp.domain.errors import DomainError, EnvironmentProblem, NewerDataError
from sopapp.paths import DataFolder
from sopapp.persistence.check import check_data
from sopapp.persistence.steps import STEPS
from tests.backup.older_schemas import make_folder, records, stored_files

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data that comes."""
    return make_folder(tmp_path_factory.mktemp("baru") / "data", len(STEPS))


@pytest.fixture
def source(other: Path, tmp_path: Path) -> Iterator[PlainData]:
    shutil.copytree(other, tmp_path / "sumber")
    with open_plain(tmp_path / "sumber") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data that is there, with what else lies in a data folder."""
    made = make_folder(tmp_path / "data", 2)
    (made / "cadangan").mkdir()
    (made / "cadangan" / "x.sopdik").write_bytes(b"cadangan")
    (made / "log").mkdir()
    (made / "data.sqlite3.sebelum-skema-1").write_bytes(b"lama")
    return made


def seen(folder: Path) -> tuple[object, object]:
    """Records and files."""
    found = records(folder)
    return found, stored_files(folder)


def kept_in(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{KEPT}*"))


def test_the_new_is_in_and_the_old_is_kept(source: PlainData, folder: Path, other: Path) -> None:
    before = seen(folder)
    heard: list[tuple[int, int]] = []
    done = restore(source, folder, now=NOW, progress=lambda *each: heard.append(each))

    assert seen(folder) == seen(other)
    assert check_data(folder / "data.sqlite3", folder / "dokumen") == ()
    (kept,) = kept_in(folder)
    assert done.kept == kept
    assert (done.files, done.missing) == (9, ())
    assert (kept / "data.sqlite3.sebelum-skema-1").read_bytes() == b"lama"
    assert (folder / "cadangan" / "x.sopdik").read_bytes() == b"cadangan"
    assert heard[-1][0] == heard[-1][1] > 0
    assert {each.name for each in folder.iterdir()} == {
        "data.sqlite3", "dokumen", "cadangan", "log", kept.name, NOTE,
    }  # fmt: skip
    assert seen(kept) == before


def test_what_was_kept_can_be_restored_again(source: PlainData, folder: Path) -> None:
    before = seen(folder)
    kept = restore(source, folder, now=NOW).kept
    assert kept is not None
    with open_source(kept) as back:
        again = restore(back, folder, now=NOW)

    assert seen(folder) == before
    assert again.kept != kept
    assert len(kept_in(folder)) == 2


def test_a_folder_that_is_not_there_yet(source: PlainData, tmp_path: Path, other: Path) -> None:
    target = tmp_path / "pc" / "baru"
    done = restore(source, target, now=NOW)

    assert done.kept is None
    assert seen(target) == seen(other)
    assert {each.name for each in target.iterdir()} == {"data.sqlite3", "dokumen", NOTE}
    if os.name == "posix":
        assert target.stat().st_mode & 0o077 == 0


def test_a_log_left_beside_the_old_records_goes_with_them(source: PlainData, folder: Path) -> None:
    """A log that met the new records would damage them."""
    (folder / "data.sqlite3-wal").write_bytes(b"dari data lama")
    kept = restore(source, folder, now=NOW).kept

    assert kept is not None
    assert (kept / "data.sqlite3-wal").read_bytes() == b"dari data lama"
    assert not (folder / "data.sqlite3-wal").exists()


def test_files_that_are_there_already_are_not_read_again(
    source: PlainData, folder: Path, tmp_path: Path
) -> None:
    shutil.rmtree(tmp_path / "sumber" / "dokumen")
    shutil.copytree(
        make_folder(tmp_path / "tiga", 3) / "dokumen", folder / "dokumen", dirs_exist_ok=True
    )
    done = restore(source, folder, now=NOW)

    assert (done.files, done.missing) == (9, ())
    assert check_data(folder / "data.sqlite3", folder / "dokumen") == ()


def test_a_changed_file_that_is_there_is_not_taken(
    source: PlainData, folder: Path, other: Path
) -> None:
    path = next((folder / "dokumen").glob("*/*"))
    path.write_bytes(b"x" * path.stat().st_size)
    restore(source, folder, now=NOW)

    assert stored_files(folder) == stored_files(other)


def lose(root: Path, name: str, changed: bool = False) -> None:
    with closing(sqlite3.connect(DataFolder(root).database)) as connection:
        ((sha256,),) = connection.execute("SELECT sha256 FROM attachment WHERE nama = ?", (name,))
    path = root / "dokumen" / sha256[:2] / sha256
    if changed:
        path.write_bytes(b"lain")
    else:
        path.unlink()


@pytest.mark.parametrize("changed", [False, True])
def test_a_missing_file_is_named_with_its_letter_and_stops(
    source: PlainData, tmp_path: Path, folder: Path, changed: bool
) -> None:
    lose(tmp_path / "sumber", "SK 1.pdf", changed=changed)
    lose(folder, "SK 1.pdf")
    before = seen(folder)
    with pytest.raises(MissingFilesError, match=r"“SK 1\.pdf” milik Keputusan Nomor 1/KEP/2026"):
        restore(source, folder, now=NOW)

    assert seen(folder) == before
    assert kept_in(folder) == []
    assert not (folder / STAGING).exists()

    done = restore(source, folder, now=NOW, allow_missing=True)
    assert done.files == 8
    assert len(done.missing) == 1
    (told,) = check_data(folder / "data.sqlite3", folder / "dokumen")
    assert "SK 1.pdf" in told


def test_a_newer_programs_data_changes_nothing(source: PlainData, folder: Path) -> None:
    before = seen(folder)
    newer = SimpleNamespace(
        info=SimpleNamespace(schema=len(STEPS) + 1, path=source.info.path), details=source.details
    )
    with pytest.raises(NewerDataError, match="lebih baru"):
        restore(newer, folder, now=NOW)

    assert seen(folder) == before
    assert not kept_in(folder)


def test_it_can_be_stopped(source: PlainData, folder: Path) -> None:
    before = seen(folder)
    answers = iter([False, False, False, True])
    with pytest.raises(RestoreCancelled, match="Pemulihan dibatalkan"):
        restore(source, folder, now=NOW, cancelled=lambda: next(answers))

    assert seen(folder) == before
    assert not (folder / STAGING).exists()


def test_a_disk_without_room_is_told_before_anything_is_moved(
    source: PlainData, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = seen(folder)
    usage = shutil.disk_usage(folder)._replace(free=1_000_000)
    monkeypatch.setattr(staging.shutil, "disk_usage", lambda path: usage)
    with pytest.raises(EnvironmentProblem, match=r"diperlukan 17 MB, tersedia 1 MB"):
        restore(source, folder, now=NOW)

    assert seen(folder) == before
    assert not (folder / STAGING).exists()


def test_the_target_may_not_lie_among_backups(source: PlainData, tmp_path: Path) -> None:
    place = tmp_path / "usb"
    (place / "isi").mkdir(parents=True)
    (place / "cadangan-1.sopdik").write_bytes(b"")
    for target in (place, place / "data", place / "isi" / "data"):
        with pytest.raises(DomainError, match="berada di tempat cadangan"):
            restore(source, target, now=NOW)
    assert sorted(each.name for each in place.iterdir()) == ["cadangan-1.sopdik", "isi"]


def test_source_and_target_may_not_be_one(source: PlainData, tmp_path: Path, folder: Path) -> None:
    for target in (tmp_path / "sumber", tmp_path / "sumber" / "dalam"):
        with pytest.raises(DomainError, match="Sumber dan tujuan sama"):
            restore(source, target, now=NOW)
    with pytest.raises(DomainError, match="bukan folder"):
        restore(source, folder / "data.sqlite3", now=NOW)


def test_a_file_kept_before_a_change_of_the_schema(tmp_path: Path, folder: Path) -> None:
    """It lies among the records that are moved away."""
    before = seen(folder)
    kept = folder / "data.sqlite3.sebelum-skema-2"
    with closing(sqlite3.connect(folder / "data.sqlite3")) as connection:
        connection.execute("VACUUM INTO ?", (str(kept),))
        connection.execute("DELETE FROM usulan WHERE id NOT IN (SELECT usulan_id FROM uji)")
        connection.commit()
    with open_source(kept) as source:
        restore(source, folder, now=NOW)

    assert seen(folder) == before


class Killed(BaseException):
    """The power went."""


class Power:
    """Goes at the n-th thing that is done to the disk, before or after it; then nothing works."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left = -1
        self.late = False
        self.dead = False
        monkeypatch.setattr(os, "fsync", lambda _descriptor: None)  # counted, not waited for
        for owner, name in (
            (Path, "rename"),
            (Path, "replace"),
            (Path, "unlink"),
            (Path, "mkdir"),
            (Path, "rmdir"),
            (exchange.shutil, "rmtree"),
            (os, "link"),
            (os, "fsync"),
        ):
            monkeypatch.setattr(owner, name, self._watched(getattr(owner, name)))

    def _watched(self, real: Callable) -> Callable:
        def watched(*args: object, **options: object) -> object:
            if self.dead:
                raise Killed
            if self.left < 0:
                return real(*args, **options)
            self.left -= 1
            if self.left >= 0:
                return real(*args, **options)
            if self.late:
                real(*args, **options)
            self.dead = True
            raise Killed

        return watched

    def until(self, count: int, late: bool, work: Callable[[], object]) -> bool:
        """Do it with the power going after `count` steps; whether it was done before that."""
        self.left, self.late, self.dead = count, late, False
        try:
            work()
        except Killed:
            return False
        finally:
            self.left, self.dead = -1, False
        return True


@pytest.mark.parametrize("late", [False, True])
def test_a_power_cut_anywhere_leaves_the_old_or_the_new_whole(
    source: PlainData, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: bool
) -> None:
    base = make_folder(tmp_path / "asal", 2)
    old, new = seen(base), seen(other)
    power = Power(monkeypatch)
    outcomes = []
    for step in range(500):
        folder = tmp_path / f"data{step}"
        shutil.copytree(base, folder)
        whole = power.until(step, late, lambda: restore(source, folder, now=NOW))  # noqa: B023
        # The next start is cut off as well, somewhere.
        power.until(step % 7, late, lambda: finish_restore(folder))  # noqa: B023
        finish_restore(folder)

        found = seen(folder)
        assert found in (old, new), step
        outcomes.append(found == new)
        assert not (folder / PLAN).exists()
        assert not (folder / STAGING).exists()
        kept = kept_in(folder)
        note = read_note(folder)
        assert ([note.kept] if note else []) == [each.name for each in kept], step
        assert [seen(each) for each in kept] == ([old] if found == new else []), step
        shutil.rmtree(folder)
        if whole:
            break
    assert whole
    assert outcomes == sorted(outcomes)  # once it is the new, it stays the new
    assert outcomes[0] is False
    assert outcomes.count(True) > 5


def test_a_file_held_by_another_program_takes_everything_back(
    source: PlainData, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = seen(folder)
    names = {each.name for each in folder.iterdir()}
    real = Path.replace
    moved = []

    def replace(self: Path, target: Path) -> Path:
        if self.parent.name == STAGING and self.name == "dokumen":  # Windows is asked again
            moved.append(self.name)
            raise PermissionError(errno.EACCES, "dipakai proses lain")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(EnvironmentProblem, match="Data yang ada tidak diubah"):
        restore(source, folder, now=NOW)

    assert moved
    assert {each.name for each in folder.iterdir()} == names
    assert seen(folder) == before


def test_a_disk_that_refuses_the_way_back_too_is_finished_later(
    source: PlainData, folder: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace
    refused = []

    def replace(self: Path, target: Path) -> Path:
        if refused or self.name == "dokumen":
            refused.append(self)
            raise OSError(errno.EIO, "I/O")
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(EnvironmentProblem, match="terhenti di tengah"):
            restore(source, folder, now=NOW)
        with pytest.raises(EnvironmentProblem, match="terhenti di tengah"):
            finish_restore(folder)

    kept = finish_restore(folder)
    assert seen(folder) == seen(other)
    assert [kept] == kept_in(folder)


def test_when_the_new_was_taken_away_the_old_comes_back(
    source: PlainData, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = seen(folder)
    power = Power(monkeypatch)
    step = 0
    while not (folder / PLAN).exists():
        step += 1
        power.until(step, False, lambda: restore(source, folder, now=NOW))
    shutil.rmtree(folder / STAGING)

    assert finish_restore(folder) is None
    assert seen(folder) == before
    assert not (folder / PLAN).exists()


def test_a_disk_that_refuses_once_leaves_what_was_told(
    source: PlainData, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A restore that failed is not done at the next start behind one's back."""
    base = make_folder(tmp_path / "asal", 2)
    old, new = seen(base), seen(other)
    left = -1

    def refusing(real: Callable) -> Callable:
        def asked(*args: object, **options: object) -> object:
            nonlocal left
            left -= 1
            if left == 0:
                raise OSError(errno.EIO, "I/O")
            return real(*args, **options)

        return asked

    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)
    for owner, name in (
        (Path, "rename"), (Path, "replace"), (Path, "unlink"), (Path, "mkdir"), (os, "fsync"),
    ):  # fmt: skip
        monkeypatch.setattr(owner, name, refusing(getattr(owner, name)))
    told = []
    for step in range(1, 500):
        folder = tmp_path / f"data{step}"
        shutil.copytree(base, folder)
        left = step
        try:
            restore(source, folder, now=NOW)
        except EnvironmentProblem:
            told.append("failed")
        else:
            told.append("done")
        unused, left = left, -1
        finish_restore(folder)
        found = seen(folder)
        assert found == (old if told[-1] == "failed" else new), step
        assert [seen(each) for each in kept_in(folder)] == ([] if found == old else [old]), step
        assert not (folder / STAGING).exists()
        shutil.rmtree(folder)
        if unused > 0:
            break
    assert told.count("failed") > 20
    assert told[-1] == "done"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"simpan": "../x", "lama": [], "baru": []}', '{"simpan": 1}']
)
def test_a_plan_that_is_not_ours_moves_nothing(folder: Path, text: str) -> None:
    before = seen(folder)
    (folder / PLAN).write_text(text, encoding="utf-8")
    with pytest.raises(EnvironmentProblem, match="Jangan menghapus apa pun"):
        finish_restore(folder)

    (folder / PLAN).unlink()
    assert seen(folder) == before


def test_a_folder_without_a_restore_has_nothing_to_finish(folder: Path, tmp_path: Path) -> None:
    before = {each.name for each in folder.iterdir()}
    assert finish_restore(folder) is None
    assert finish_restore(tmp_path / "tiada") is None
    assert {each.name for each in folder.iterdir()} == before


def test_a_folder_without_data_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    with pytest.raises(DomainError, match="Tidak ada data program"):
        open_source(tmp_path / "kosong")
    with pytest.raises(EnvironmentProblem, match="tidak ditemukan"):
        open_source(tmp_path / "tiada.sopdik")
