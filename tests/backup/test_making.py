"""Making a backup: whole or not at all, and never at the cost of an older one."""

from __future__ import annotations

import errno
import itertools
import os
import sqlite3
import threading
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.backup.bundle import open_bundle
from sopapp.backup.making import make_backup, make_single
from sopapp.backup.place import Place
from sopapp.backup.retention import Rule
from sopapp.backup.sealing import Key
from sopapp.backup.source import Source
from sopapp.backup.working_folder import working_folder
from sopapp.domain.errors import DamagedDataError, DomainError, EnvironmentProblem
from sopapp.domain.progress import Cancelled
from sopapp.file_lock import IN_USE
from sopapp.persistence.store import chain
from tests.backup.records import KEEP_ONE, NOW, Records, back_up, files_below, records_of

KEY = Key.derive("rahasia")


@pytest.fixture
def records(app: App) -> Records:
    return records_of(app)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "cadangan")


def heads(path: Path) -> tuple[int, str]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT id, rantai FROM riwayat ORDER BY id DESC LIMIT 1"
        ).fetchone()


@pytest.mark.parametrize("key", [None, KEY], ids=["open", "sealed"])
def test_what_was_backed_up_comes_out(
    records: Records, place: Place, tmp_path: Path, key: Key | None
) -> None:
    digest = records.add("nota.pdf", b"%PDF-" + os.urandom(3_000_000))
    made = back_up(records, place, key=key)

    with open_bundle(made.path, "rahasia" if key else None) as bundle:
        assert bundle.verify() == ()
        bundle.extract_database(tmp_path / "keluar.sqlite3")
        bundle.extract_file(digest, tmp_path / "keluar.pdf")
        assert [(file.name, file.size) for file in bundle.details.files] == [
            ("nota.pdf", 3_000_005)
        ]
    assert (tmp_path / "keluar.pdf").read_bytes() == records.source.stored(digest).read_bytes()
    assert heads(tmp_path / "keluar.sqlite3") == heads(records.source.database)
    assert (made.copied_files, made.damaged) == (1, ())


@pytest.mark.parametrize("key", [None, KEY], ids=["open", "sealed"])
def test_a_single_file_has_everything_inside(
    records: Records, tmp_path: Path, key: Key | None
) -> None:
    digest = records.add("nota.pdf", b"%PDF-" + os.urandom(1000))
    out = tmp_path / "lain"
    out.mkdir()
    make_single(records.source, out / "data.sopdik", reason="diminta", now=NOW, key=key)
    (out / "data.sopdik").rename(tmp_path / "pindah.sopdik")

    with open_bundle(tmp_path / "pindah.sopdik", "rahasia") as bundle:
        assert bundle.verify() == ()
        bundle.extract_file(digest, tmp_path / "keluar.pdf")
    assert list(out.iterdir()) == []


def test_a_sealed_backup_shows_neither_words_nor_files(records: Records, place: Place) -> None:
    data = b"%PDF- isi yang dikecualikan"
    digest = records.add("rahasia-negara.pdf", data)
    back_up(records, place, key=KEY)

    for name, found in files_below(place.root).items():
        assert digest not in name
        for word in (b"rahasia-negara", b"dikecualikan\0", data, digest.encode(), b"SQLite format"):
            assert word not in found


def test_unchanged_files_are_not_copied_again(records: Records, place: Place) -> None:
    first = records.add("a.pdf", b"a" * 1000)
    back_up(records, place)
    before = place.object_path(first).stat()
    records.add("b.pdf", b"b" * 1000)
    made = back_up(records, place, NOW + timedelta(hours=1))

    assert (made.copied_files, made.copied_bytes) == (1, 1000)
    after = place.object_path(first).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_same_file_under_two_names_is_one_object(records: Records, place: Place) -> None:
    records.add("a.pdf", b"sama")
    records.add("b.pdf", b"sama")

    assert back_up(records, place).copied_files == 1


def test_an_object_that_was_cut_off_is_copied_again(records: Records, place: Place) -> None:
    digest = records.add("a.pdf", b"a" * 1000)
    back_up(records, place)
    place.object_path(digest).write_bytes(b"a" * 10)

    assert back_up(records, place).copied_files == 1
    assert place.object_path(digest).read_bytes() == b"a" * 1000


@pytest.mark.parametrize("key", [None, KEY], ids=["open", "sealed"])
def test_a_changed_object_is_mended_when_asked(
    records: Records, place: Place, key: Key | None
) -> None:
    records.add("a.pdf", b"a" * 1000)
    made = back_up(records, place, key=key)
    (path,) = (path for path in (place.root / "isi").rglob("*") if path.is_file())
    path.write_bytes(bytes(path.stat().st_size))
    with open_bundle(made.path, "rahasia") as bundle:
        assert ["a.pdf" in problem for problem in bundle.verify()] == [True]

    assert back_up(records, place, key=key).copied_files == 0
    assert back_up(records, place, key=key, recheck=True).copied_files == 1
    with open_bundle(made.path, "rahasia") as bundle:
        assert bundle.verify() == ()


def test_missing_and_changed_files_are_told_and_the_rest_is_kept(
    records: Records, place: Place
) -> None:
    records.source.stored(records.add("hilang.pdf", b"satu")).unlink()
    records.source.stored(records.add("pendek.pdf", b"dua")).write_bytes(b"du")
    records.source.stored(records.add("berubah.pdf", b"tiga")).write_bytes(b"TIGA")
    good = records.add("utuh.pdf", b"empat")
    made = back_up(records, place)

    assert made.damaged == (
        "File “hilang.pdf” tidak ditemukan di folder data.",
        "File “pendek.pdf” isinya berubah.",
        "File “berubah.pdf” isinya berubah.",
    )
    with open_bundle(made.path) as bundle:
        assert [file.sha256 for file in bundle.details.files] == [good]
        assert [each.name for each in bundle.details.damaged] == [
            "hilang.pdf",
            "pendek.pdf",
            "berubah.pdf",
        ]
        assert bundle.verify() == ()


def test_a_single_file_tells_of_missing_files_too(records: Records, tmp_path: Path) -> None:
    records.source.stored(records.add("hilang.pdf", b"satu")).unlink()
    made = make_single(records.source, tmp_path / "a.sopdik", reason="diminta", now=NOW)

    assert made.damaged == ("File “hilang.pdf” tidak ditemukan di folder data.",)
    with open_bundle(made.path) as bundle:
        assert bundle.verify() == ()


def test_the_last_copy_of_a_lost_file_outlives_the_backup_that_made_it(
    records: Records, place: Place, tmp_path: Path
) -> None:
    digest = records.add("a.pdf", b"hanya ini")
    back_up(records, place)
    records.source.stored(digest).unlink()
    records.write()
    made = back_up(records, place, NOW + timedelta(days=1), rule=KEEP_ONE)

    assert (made.pruned, len(made.damaged)) == (1, 1)
    with open_bundle(made.path) as bundle:
        bundle.extract_file(digest, tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"hanya ini"


def test_what_the_rule_does_not_keep_goes_with_its_files(records: Records, place: Place) -> None:
    for number in range(5):
        records.write()
        made = back_up(records, place, NOW + timedelta(hours=number), rule=Rule(3, 0, 0))

    assert len(place.bundles()) == 3
    assert place.bundles()[0].path == made.path
    stray = place.object_path("ab" * 32)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"tidak disebut")
    foreign = place.root / "isi" / "catatan.txt"
    foreign.write_bytes(b"milik orang")
    back_up(records, place, rule=Rule(3, 0, 0))
    assert not stray.exists()
    assert foreign.exists()


def test_a_clock_set_back_does_not_cost_the_newest(records: Records, place: Place) -> None:
    back_up(records, place, rule=KEEP_ONE)
    records.write()
    made = back_up(records, place, NOW - timedelta(days=4000), rule=KEEP_ONE)
    assert [bundle.path for bundle in place.bundles()] == [made.path]

    again = back_up(records, place, NOW - timedelta(days=5000), rule=KEEP_ONE)
    assert again.path.exists(), "the one just made is never pruned"


def test_backups_of_other_records_are_left_alone(
    records: Records, place: Place, tmp_path: Path, blank_data: Path
) -> None:
    records.write()
    back_up(records, place)
    other = tmp_path / "lain.sqlite3"
    with closing(sqlite3.connect(other)) as copy, copy:
        with closing(sqlite3.connect(records.source.database)) as here:
            here.backup(copy)
        copy.execute("DROP TRIGGER riwayat_tetap")
        copy.execute("UPDATE riwayat SET rantai = ? WHERE id = 1", ("f" * 64,))
    make_backup(
        Source(other, records.source.attachments), place, reason="harian", now=NOW, rule=KEEP_ONE
    )

    assert len(place.bundles()) == 2


def test_a_line_left_by_a_restore_is_not_pushed_out(records: Records, place: Place) -> None:
    records.write()
    old = back_up(records, place)
    for _ in range(3):
        records.write()
    left = back_up(records, place, NOW + timedelta(days=1), rule=KEEP_ONE)
    assert not old.path.exists()
    restored = Source(records.source.database.with_name("lama.sqlite3"), records.source.attachments)
    with closing(sqlite3.connect(restored.database)) as copy, copy:
        with closing(sqlite3.connect(records.source.database)) as here:
            here.backup(copy)
        copy.execute("DROP TRIGGER riwayat_kekal")
        copy.execute("DELETE FROM riwayat WHERE id > (SELECT max(id) - 2 FROM riwayat)")
        (link,) = copy.execute("SELECT rantai FROM riwayat ORDER BY id DESC LIMIT 1").fetchone()
        row = {"waktu": "2026-11-24T00:00:00Z", "pelaku": "x", "aksi": "uji", "berkas": None}
        row |= {"ringkasan": "x", "sebelum": None, "sesudah": None}
        for _number in range(20):  # and then worked on, past the line that was left
            link = chain(link, row)
            copy.execute(
                "INSERT INTO riwayat (waktu, pelaku, aksi, ringkasan, rantai) "
                "VALUES (:waktu, :pelaku, :aksi, :ringkasan, :link)",
                row | {"link": link},
            )
    made = make_backup(restored, place, reason="tutup", now=NOW + timedelta(days=2), rule=KEEP_ONE)

    assert left.path.exists()
    assert made.path.exists()


def test_a_damaged_backup_is_neither_counted_nor_pruned(records: Records, place: Place) -> None:
    records.add("a.pdf", b"a")
    damaged = back_up(records, place).path
    damaged.write_bytes(damaged.read_bytes()[:-40])
    stray = place.object_path("ab" * 32)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"mungkin disebut oleh yang rusak")
    records.write()
    back_up(records, place, NOW + timedelta(hours=1), rule=KEEP_ONE)

    assert place.unreadable() == (damaged,)
    assert len(place.bundles()) == 1
    assert stray.exists()


def test_damaged_records_never_push_out_a_good_backup(records: Records, place: Place) -> None:
    records.app.instansi  # noqa: B018 - the folder is open as it is in the program
    back_up(records, place)
    before = files_below(place.root)
    records.app.close()
    data = bytearray(records.source.database.read_bytes())
    data[8192 : 8192 + 4000] = os.urandom(4000)
    records.source.database.write_bytes(bytes(data))

    with pytest.raises(DamagedDataError, match="rusak"):
        back_up(records, place, rule=KEEP_ONE)
    assert files_below(place.root) == before


def test_no_records_no_backup(tmp_path: Path, place: Place) -> None:
    with pytest.raises(DomainError, match="Tidak ada data program"):
        make_backup(Source(tmp_path / "x.sqlite3", tmp_path), place, reason="diminta", now=NOW)


def test_a_file_of_another_program_is_refused(tmp_path: Path, place: Place) -> None:
    other = tmp_path / "x.sqlite3"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE a (b)")

    with pytest.raises(DomainError, match="bukan data program"):
        make_backup(Source(other, tmp_path), place, reason="diminta", now=NOW)
    assert place.bundles() == ()


@pytest.mark.parametrize("single", [False, True])
def test_stopping_at_any_moment_leaves_nothing_half_done(
    records: Records, place: Place, tmp_path: Path, single: bool
) -> None:
    for number in range(3):
        records.add(f"{number}.pdf", os.urandom(600_000))
    target = tmp_path / "satu.sopdik"
    place.root.mkdir()
    stopped = 0
    for limit in range(1, 200, 7):
        asked = itertools.count(1)
        cancelled = partial(lambda asked, limit: next(asked) > limit, asked, limit)
        try:
            if single:
                make_single(records.source, target, reason="diminta", now=NOW, cancelled=cancelled)
            else:
                back_up(records, place, cancelled=cancelled)
        except Cancelled:
            stopped += 1
        else:
            break
        assert not target.exists()
        assert place.bundles() == ()
        assert not list(tmp_path.rglob(".baru-*"))
        for path in (place.root / "isi").rglob("*"):
            assert path.is_dir() or path.stat().st_size == 600_000
    assert stopped > 3


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.ENODEV])
def test_a_disk_that_refuses_is_told_and_nothing_is_left(
    records: Records, place: Place, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    records.add("a.pdf", os.urandom(1000))
    back_up(records, place)
    records.add("b.pdf", os.urandom(1000))
    before = files_below(place.root)

    def refuse(_handle: int) -> None:
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(EnvironmentProblem, match="lalu ulangi") as caught:
        back_up(records, place, rule=KEEP_ONE)

    assert str(place.root) in str(caught.value)
    assert files_below(place.root) == before
    assert not list(place.root.parent.rglob(".baru-*"))


def test_a_disk_that_gives_back_other_bytes_is_not_trusted(
    records: Records, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = records.add("a.pdf", os.urandom(1000))
    real = os.fsync

    def spoil(descriptor: int) -> None:
        real(descriptor)
        for path in place.root.glob(f".baru-*/{digest}"):
            path.write_bytes(b"lain")

    monkeypatch.setattr(os, "fsync", spoil)
    with pytest.raises(EnvironmentProblem, match="pakai disk lain"):
        back_up(records, place)
    assert place.bundles() == ()
    assert not place.object_path(digest).exists()


def test_a_bundle_that_the_disk_spoilt_does_not_take_its_name(
    records: Records, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def spoil(descriptor: int) -> None:
        real(descriptor)
        for path in place.root.glob(".baru-*/bundel"):
            data = bytearray(path.read_bytes())
            data[len(data) // 2] ^= 255
            path.write_bytes(bytes(data))

    monkeypatch.setattr(os, "fsync", spoil)
    with pytest.raises(EnvironmentProblem, match="pakai disk lain"):
        back_up(records, place)
    assert place.bundles() == ()


def test_a_place_that_is_not_connected_is_not_made(records: Records, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="terhubung"):
        back_up(records, Place(tmp_path / "stik" / "cadangan"))
    assert not (tmp_path / "stik").exists()


def test_what_a_killed_run_left_is_swept(records: Records, place: Place) -> None:
    place.root.mkdir()
    back_up(records, place)
    with working_folder(place.root, records.source.database) as folder:
        mark = folder.name.rpartition("-")[0].rpartition("-")[0]
    killed = place.root / f"{mark}-999999999-abcd"
    others = place.root / ".baru-0123456789ab-1-abcd"
    forgotten = place.root / ".baru-0123456789ab-2-abcd"
    for each in (killed, others, forgotten):
        each.mkdir()
        (each / "bundel").write_bytes(b"separuh")
    (killed / IN_USE).write_bytes(b"")
    os.utime(forgotten, (0, 0))
    back_up(records, place)

    assert not killed.exists()
    assert others.exists(), "another PC may be at work in it"
    assert not forgotten.exists()


def test_two_runs_for_the_same_records_leave_each_other_alone(
    records: Records, place: Place
) -> None:
    back_up(records, place)
    with working_folder(place.root, records.source.database) as window:
        (window / "bundel").write_bytes(b"separuh")
        # As the command `cadangkan` does while the window makes its own.
        command = window.rename(window.with_name(window.name.replace(str(os.getpid()), "1")))
        stray = place.object_path("ab" * 32)
        stray.parent.mkdir(exist_ok=True)
        stray.write_bytes(b"baru disalin")
        back_up(records, place, rule=KEEP_ONE)
        assert (command / "bundel").exists()
        assert stray.exists()
        command.rename(window)


def test_records_with_a_broken_riwayat_push_out_nothing(records: Records, place: Place) -> None:
    records.write()
    good = back_up(records, place)
    with closing(sqlite3.connect(records.source.database)) as copy, copy:
        copy.execute("DROP TRIGGER riwayat_tetap")
        copy.execute("UPDATE riwayat SET ringkasan = 'diganti' WHERE id = 1")
    records.write()
    made = back_up(records, place, NOW + timedelta(days=1), rule=KEEP_ONE)

    assert made.pruned == 0
    assert good.path.exists()


def test_the_same_records_twice_cost_no_other_backup(records: Records, place: Place) -> None:
    states = []
    for hour in range(3):
        records.write()
        states.append(back_up(records, place, NOW + timedelta(hours=hour)).path)
    for minute in range(9):
        when = NOW + timedelta(hours=5, minutes=minute)
        last = back_up(records, place, when, rule=Rule(3, 0, 0)).path

    assert {each.path for each in place.bundles()} == {*states[:2], last}


def test_a_lost_file_keeps_the_sealed_backups_that_may_hold_it(
    records: Records, place: Place
) -> None:
    digest = records.add("a.pdf", b"hanya ini")
    first, second = Key.derive("sandi yang pertama"), Key.derive("sandi yang kedua")
    holds = back_up(records, place, key=first)
    records.source.stored(digest).unlink()
    records.write()
    without = back_up(records, place, NOW + timedelta(days=1), key=second)
    records.write()
    back_up(records, place, NOW + timedelta(days=2), key=second, rule=KEEP_ONE)

    assert holds.path.exists()
    assert not without.path.exists()


def test_records_that_went_on_after_a_restore_are_the_newest(
    records: Records, place: Place
) -> None:
    for _ in range(5):
        records.write()
    back_up(records, place)
    aside = records.source.database.with_name("lama.sqlite3")
    with closing(sqlite3.connect(aside)) as copy, copy:
        with closing(sqlite3.connect(records.source.database)) as here:
            here.backup(copy)
        copy.execute("DROP TRIGGER riwayat_kekal")
        copy.execute("DELETE FROM riwayat WHERE id > 2")
        copy.execute(
            "INSERT INTO riwayat (waktu, pelaku, aksi, ringkasan, rantai) "
            "VALUES ('2026-11-24T00:00:00Z', 'x', 'cadangan.pulih', 'x', ?)",
            ("ab" * 32,),
        )
    source = Source(aside, records.source.attachments)
    living = make_backup(source, place, reason="tutup", now=NOW)

    assert place.bundles()[0].path == living.path


def test_an_unfinished_file_in_the_users_folder_is_swept_when_it_is_old(
    records: Records, tmp_path: Path
) -> None:
    folder = tmp_path / "Dokumen saya"
    folder.mkdir()
    old, fresh = folder / ".baru-0123456789ab", folder / ".baru-ba9876543210"
    theirs = folder / ".baru-catatan", folder / "baru-0123456789ab.txt"
    for each in (old, fresh, *theirs):
        each.write_bytes(b"separuh")
    for each in (old, *theirs):
        os.utime(each, (0, 0))
    link = folder / ".baru-aaaaaaaaaaaa"
    link.mkdir()
    os.utime(link, (0, 0))
    make_single(records.source, folder / "satu.sopdik", reason="diminta", now=NOW)

    assert not old.exists()
    assert fresh.exists(), "another program may be writing it"
    assert all(each.exists() for each in theirs), "not of our form"
    assert link.is_dir()


def test_nothing_is_swept_from_under_another_pc(records: Records, place: Place) -> None:
    back_up(records, place)
    stray = place.object_path("ab" * 32)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"baru disalin oleh PC lain")
    (place.root / ".baru-0123456789ab-1-abcd").mkdir()
    back_up(records, place, rule=KEEP_ONE)

    assert stray.exists()


def test_a_backup_is_of_one_moment_while_the_program_writes(
    records: Records, place: Place, tmp_path: Path
) -> None:
    stop = threading.Event()
    made = []

    def keep_backing_up() -> None:
        while not stop.is_set():
            made.append(back_up(records, place).path)

    worker = threading.Thread(target=keep_backing_up)
    worker.start()
    for _ in range(150):
        records.write()
    stop.set()
    worker.join()

    assert made
    for number, path in enumerate(made):
        with open_bundle(path) as bundle:
            assert bundle.verify() == ()
            out = tmp_path / f"{number}.sqlite3"
            bundle.extract_database(out)
            assert heads(out) == (bundle.info.riwayat, bundle.info.rantai)


def test_progress_reaches_its_end_and_never_goes_back(records: Records, place: Place) -> None:
    records.add("a.pdf", os.urandom(3_000_000))
    told: list[tuple[int, int]] = []
    back_up(records, place, progress=lambda done, total: told.append((done, total)))

    assert [done for done, _total in told] == sorted(done for done, _total in told)
    assert told[-1][0] == told[-1][1] > 6_000_000


def test_a_second_within_a_second_has_a_name_of_its_own(records: Records, place: Place) -> None:
    first, second = back_up(records, place).path, back_up(records, place).path

    assert first != second
    assert len(place.bundles()) == 2


def test_a_backup_without_the_program_leaves_the_folder_as_it_was(
    records: Records, place: Place
) -> None:
    records.add("a.pdf", b"a")
    records.app.close()
    root = records.source.database.parent
    before = files_below(root)
    back_up(records, place)

    assert files_below(root) == before
