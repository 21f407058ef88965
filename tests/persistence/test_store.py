"""One write is one transaction and one row of riwayat, or nothing at all."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from sopapp.clock import FixedClock
from sopapp.domain.changes import Changes, Kind
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.persistence import tables
from sopapp.persistence.database import close_database, open_database
from sopapp.persistence.store import AWAL, Store, chain


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "data.sqlite3"
    close_database(open_database(path))
    database = open_database(path)  # as at every start but the first
    yield Store(database, path, FixedClock(date(2026, 11, 23)), "Penguji")
    close_database(database)


def put(kunci: str, nilai: str = "1") -> None:
    tables.Setting.create(kunci=kunci, nilai=nilai)


def counts(store: Store) -> tuple[int, int]:
    """Rows written and rows of riwayat, as another connection sees them."""
    with closing(sqlite3.connect(store.path)) as other:
        return (
            other.execute("SELECT count(*) FROM setting").fetchone()[0],
            other.execute("SELECT count(*) FROM riwayat").fetchone()[0],
        )


def write(store: Store, kunci: str, **said: object) -> None:
    with store.write("uji", Kind.SETTING) as entry:
        put(kunci)
        entry.say(f"Setelan {kunci} ditulis.", **said)


def test_a_write_and_its_riwayat_are_committed_together(store: Store) -> None:
    write(store, "a", sebelum={"x": 1}, sesudah={"hari": date(2026, 1, 2), "nama": "Né"})

    assert counts(store) == (1, 1)
    row = tables.Riwayat.get()
    assert (row.waktu, row.pelaku, row.aksi, row.ringkasan) == (
        "2026-11-23T02:00:00Z", "Penguji", "uji", "Setelan a ditulis.",
    )  # fmt: skip
    assert json.loads(row.sebelum) == {"x": 1}
    assert json.loads(row.sesudah) == {"hari": "2026-01-02", "nama": "Né"}


def write_and_fail(store: Store, error: BaseException) -> None:
    with store.write("uji") as entry:
        put("a")
        entry.say("Tidak jadi.")
        raise error


@pytest.mark.parametrize(
    "error", [DomainError("ditolak"), ValueError("galat"), KeyboardInterrupt()]
)
def test_an_error_inside_leaves_nothing(store: Store, error: BaseException) -> None:
    with pytest.raises(type(error)):
        write_and_fail(store, error)

    assert counts(store) == (0, 0)
    write(store, "b")  # and the next one works
    assert counts(store) == (1, 1)


def test_nothing_is_visible_before_the_end(store: Store) -> None:
    with store.write("uji") as entry:
        put("a")
        assert counts(store) == (0, 0)
        entry.say("Ditulis.")
    assert counts(store) == (1, 1)


def test_a_write_that_says_nothing_is_a_bug(store: Store) -> None:
    with pytest.raises(RuntimeError, match="said nothing"), store.write("uji"):
        put("a")

    assert counts(store) == (0, 0)


def write_inside_a_write(store: Store) -> None:
    with store.write("luar") as entry:
        put("a")
        entry.say("Luar.")
        write(store, "b")


def test_a_write_inside_a_write_is_refused_and_takes_both_back(store: Store) -> None:
    with pytest.raises(RuntimeError, match="inside a write"):
        write_inside_a_write(store)

    assert counts(store) == (0, 0)
    write(store, "c")
    assert counts(store) == (1, 1)


def test_listeners_hear_of_a_write_once_it_is_committed(store: Store) -> None:
    heard: list[tuple[Changes, tuple[int, int]]] = []
    store.subscribe(lambda changes: heard.append((changes, counts(store))))
    with store.write("uji", Kind.SETTING, Kind.SURAT, berkas_id=None) as entry:
        put("a")
        entry.say("Ditulis.")
        assert heard == []

    assert heard == [(Changes(frozenset({Kind.SETTING, Kind.SURAT}), None), (1, 1))]


def test_listeners_hear_nothing_of_a_refused_write(store: Store) -> None:
    heard: list[Changes] = []
    store.subscribe(heard.append)
    with pytest.raises(DomainError), store.write("uji"):
        raise DomainError("ditolak")

    assert heard == []


def test_a_listener_may_write(store: Store) -> None:
    def once(changes: Changes) -> None:
        if changes.touches(Kind.SETTING):
            with store.write("balasan") as entry:
                put("dari pendengar")
                entry.say("Dibalas.")

    store.subscribe(once)
    write(store, "a")

    assert counts(store) == (2, 2)


def test_the_berkas_that_was_just_made_is_told(store: Store) -> None:
    heard: list[Changes] = []
    store.subscribe(heard.append)
    with store.write("uji") as entry:
        sop = tables.SopVersi.create(sha256="0" * 64, nama="a", isi="", dimuat="")
        berkas = tables.Berkas.create(judul="b", tahun=2026, sop=sop, mulai="2026-01-01")
        entry.say("Dimulai.", berkas_id=berkas.id)

    assert heard[0].berkas_id == berkas.id
    assert tables.Riwayat.get().berkas_id == berkas.id


COLUMNS = ("waktu", "pelaku", "aksi", "berkas", "ringkasan", "sebelum", "sesudah")


def chained(store: Store) -> list[bool]:
    """For each row of riwayat, whether its hash fits to it and to the row before."""
    found, previous = [], AWAL
    sql = (
        "SELECT waktu, pelaku, aksi, berkas_id, ringkasan, sebelum, sesudah, rantai "
        "FROM riwayat ORDER BY id"
    )
    for *values, rantai in store.database.execute_sql(sql):
        found.append(rantai == chain(previous, dict(zip(COLUMNS, values, strict=True))))
        previous = rantai
    return found


def test_riwayat_is_chained_from_the_first_row(store: Store) -> None:
    for kunci in "abc":
        write(store, kunci, sesudah={"nilai": "é"})

    assert chained(store) == [True, True, True]


@pytest.mark.parametrize("column", ["waktu", "pelaku", "aksi", "ringkasan", "sesudah"])
def test_the_chain_shows_a_row_that_was_changed_behind_the_programs_back(
    store: Store, column: str
) -> None:
    for kunci in "abc":
        write(store, kunci, sesudah={"nilai": "1"})
    store.database.execute_sql("DROP TRIGGER riwayat_tetap")
    store.database.execute_sql(f"UPDATE riwayat SET {column} = 'lain' WHERE id = 2")

    assert chained(store) == [True, False, True]


def test_the_chain_shows_a_row_that_was_taken_out(store: Store) -> None:
    for kunci in "abc":
        write(store, kunci)
    store.database.execute_sql("DROP TRIGGER riwayat_kekal")
    store.database.execute_sql("DELETE FROM riwayat WHERE id = 2")

    assert chained(store) == [True, False]


REPLACING = (
    "INSERT OR REPLACE INTO riwayat SELECT id, waktu, 'lain', aksi, berkas_id, ringkasan, "
    "sebelum, sesudah, rantai FROM riwayat"
)


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE riwayat SET pelaku = 'lain'", "tidak boleh diubah"),
        ("DELETE FROM riwayat", "tidak boleh dihapus"),
        (
            REPLACING,
            "tidak boleh dihapus",
        ),
    ],
)
def test_riwayat_cannot_be_changed(store: Store, sql: str, words: str) -> None:
    write(store, "a")

    with pytest.raises(sqlite3.DatabaseError, match=words):
        store.database.execute_sql(sql)
    assert tables.Riwayat.get().pelaku == "Penguji"


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("foreign_keys", 1),
        ("synchronous", 2),
        ("busy_timeout", 5000),
        ("trusted_schema", 0),
    ],
)
def test_the_pragmas_are_in_force(store: Store, pragma: str, value: object) -> None:
    assert store.database.execute_sql(f"PRAGMA {pragma}").fetchone()[0] == value


def test_a_write_takes_the_lock_at_its_start(store: Store) -> None:
    """Else two writers that read first could both believe in the same next number."""
    with closing(sqlite3.connect(store.path, timeout=0)) as other, store.write("uji") as entry:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        entry.say("Ditulis.")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not move what is open")
def test_nothing_is_written_into_a_folder_that_was_moved(store: Store) -> None:
    store.path.rename(store.path.with_name("pindah.sqlite3"))
    with pytest.raises(EnvironmentProblem, match="tidak ada lagi di tempatnya"):
        write(store, "a")
    store.path.with_name("pindah.sqlite3").rename(store.path)
    write(store, "b")
    assert [row.kunci for row in tables.Setting.select()] == ["b"]


def test_a_disk_that_does_not_answer_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(EnvironmentProblem, match="tidak ada lagi di tempatnya"):
        write(store, "a")
