"""Each kind of change of a row is noted, and put back in the right order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sopapp.clock import FixedClock
from sopapp.persistence import tables
from sopapp.persistence.database import Database, close_database, open_database
from sopapp.persistence.recorder import Written
from sopapp.persistence.store import Store
from sopapp.persistence.undo_log import Op, UndoLog


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = open_database(tmp_path / "data.sqlite3")
    yield made
    close_database(made)


@pytest.fixture
def log(database: Database) -> UndoLog:
    made = UndoLog(database)
    made.prepare()
    return made


def rows(database: Database, table: str) -> list[tuple[object, ...]]:
    return database.execute_sql(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()


def revert(database: Database, log: UndoLog, after: int = 0) -> None:
    with database.atomic("IMMEDIATE"):
        log.revert(after, log.last())


def unit(kode: str, **more: object) -> tables.UnitKerja:
    return tables.UnitKerja.create(kode=kode, nama=f"Bidang {kode}", pimpinan="", urutan=1, **more)


def test_every_table_is_followed_but_those_that_stay(database: Database, log: UndoLog) -> None:
    followed = {
        name
        for (name,) in database.execute_sql(
            "SELECT DISTINCT tbl_name FROM sqlite_temp_schema WHERE type = 'trigger'"
        )
    }
    models = {model._meta.table_name for model in tables.MODELS}
    assert followed == models - {"riwayat", "attachment", "terbitan"}


def test_values_come_back_as_they_were(database: Database, log: UndoLog) -> None:
    odd = "kutip ' \" ` ; -- \x00 \n 🗂 \u202e"
    unit("A", aktif=False)
    tables.Pejabat.create(
        nama=odd, nip="", pangkat="", golongan="", jabatan="", selaku="", peran=None,
        status="plt", berlaku_dari="2026-01-01",
    )  # fmt: skip
    start, before = log.last(), [rows(database, name) for name in ("unit_kerja", "pejabat")]
    tables.UnitKerja.update(nama="x", aktif=True).execute()
    tables.Pejabat.update(nama="y", peran="admin_ppid").execute()
    tables.UnitKerja.delete().execute()
    tables.Pejabat.delete().execute()
    revert(database, log, start)

    assert [rows(database, name) for name in ("unit_kerja", "pejabat")] == before


def test_a_row_written_many_times_ends_as_it_began(database: Database, log: UndoLog) -> None:
    unit("A")
    start, before = log.last(), rows(database, "unit_kerja")
    for name in "xyz":
        tables.UnitKerja.update(nama=name).execute()
    tables.UnitKerja.delete().execute()
    unit("B")  # takes the number of the one that went
    revert(database, log, start)

    assert rows(database, "unit_kerja") == before


def test_what_was_put_back_can_be_put_back_in_its_turn(database: Database, log: UndoLog) -> None:
    start, before = log.last(), rows(database, "unit_kerja")
    unit("A")
    done, noted = rows(database, "unit_kerja"), log.last()
    revert(database, log, start)
    assert rows(database, "unit_kerja") == before
    revert(database, log, noted)
    assert rows(database, "unit_kerja") == done


def test_a_replaced_setting_and_a_key_of_two_columns(database: Database, log: UndoLog) -> None:
    tables.Setting.create(kunci="a", nilai="1")
    start = log.last()
    tables.Setting.replace(kunci="a", nilai="2").execute()
    tables.Setting.replace(kunci="b", nilai="3").execute()
    sop = tables.SopVersi.create(sha256="", nama="", isi="", dimuat="")
    assert sop.id
    first, second = unit("A"), unit("B")
    terbitan = tables.DikTerbitan.create(nomor="1", tanggal="2026-01-01", diterapkan="")
    for place, each in enumerate((first, second)):
        tables.DikTerbitanUnit.create(terbitan=terbitan, unit=each, nama="", urutan=place)
    middle, kept = log.last(), rows(database, "dik_terbitan_unit")
    tables.DikTerbitanUnit.delete().where(tables.DikTerbitanUnit.unit == first).execute()
    revert(database, log, middle)
    assert rows(database, "dik_terbitan_unit") == kept
    revert(database, log, start)

    assert rows(database, "setting") == [("a", "1")]
    assert rows(database, "dik_terbitan_unit") == rows(database, "unit_kerja") == []


def test_what_went_with_its_owner_comes_back_with_it(database: Database, log: UndoLog) -> None:
    sop = tables.SopVersi.create(sha256="", nama="", isi="", dimuat="")
    berkas = tables.Berkas.create(judul="", tahun=2026, sop=sop, mulai="2026-01-01")
    usulan = tables.Usulan.create(berkas=berkas, unit=unit("A"), jenis="baru", isi="{}")
    uji = tables.Uji.create(usulan=usulan, isi_usulan="{}", isi="{}", waktu="")
    file = tables.Attachment.create(sha256="0" * 64, nama="", ukuran=1, tipe="", ditambahkan="")
    tables.CetakanUji.create(berkas=berkas, uji=uji, jenis="lembar_uji", attachment=file, waktu="")
    names = ("usulan", "uji", "cetakan_uji")
    start, before = log.last(), [rows(database, name) for name in names]
    tables.Usulan.delete().execute()
    assert log.tables(start) == {
        ("usulan", Op.DELETE), ("uji", Op.DELETE), ("cetakan_uji", Op.UPDATE),
    }  # fmt: skip
    revert(database, log, start)

    assert [rows(database, name) for name in names] == before


def test_only_what_differs_is_set_so_that_frozen_letters_let_it(
    database: Database, log: UndoLog
) -> None:
    tables.Surat.create(
        jenis="lain", deret="Nota Dinas", nomor="1", tanggal="2026-01-01", ditandatangani=True
    )
    start = log.last()
    tables.Surat.update(perihal="Lain").execute()
    revert(database, log, start)

    assert tables.Surat.get().perihal == ""


def test_a_transaction_taken_back_leaves_no_note(database: Database, log: UndoLog) -> None:
    def fail() -> None:
        with database.atomic("IMMEDIATE"):
            unit("A")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert log.last() == 0


def test_notes_are_dropped_from_the_oldest_on(database: Database, log: UndoLog) -> None:
    unit("A")
    start = log.last()
    unit("B")
    log.forget(start)
    revert(database, log)

    assert [row[1] for row in rows(database, "unit_kerja")] == ["A"]


def test_the_notes_never_lie_in_a_file(database: Database, log: UndoLog) -> None:
    assert database.execute_sql("PRAGMA temp_store").fetchone() == (2,)  # memory
    with pytest.raises(sqlite3.OperationalError):
        sqlite3.connect(database.path).execute("SELECT * FROM catatan_urung")


class Watching:
    """A recorder that keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def prepare(self) -> None:
        self.told.append("prepare")

    def begin(self) -> None:
        self.told.append("begin")

    def end(self) -> None:
        self.told.append("end")

    def keep(self, written: Written) -> None:
        self.told.append(written)


@pytest.fixture
def store(database: Database, tmp_path: Path) -> Store:
    path = tmp_path / "data.sqlite3"
    store = Store(database, path, FixedClock(date(2026, 11, 23)), "Penguji")
    store.recorder = Watching()
    return store


def test_the_recorder_hears_of_a_write_before_any_listener(store: Store) -> None:
    store.subscribe(lambda _changes: store.recorder.told.append("listener"))
    with store.write("uji") as entry:
        unit("A")
        entry.say("Ditulis.", sebelum={"a": 1}, sesudah={"a": 2})

    *before, written, after = store.recorder.told
    assert (before, after) == (["prepare", "begin", "end"], "listener")
    assert (written.aksi, written.ringkasan, written.riwayat_id) == ("uji", "Ditulis.", 1)
    assert (written.sebelum, written.sesudah, written.pelaku) == ({"a": 1}, {"a": 2}, "Penguji")


def test_a_listener_that_fails_reaches_the_one_who_asked(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[object] = []

    def fail(_changes: object) -> None:
        raise ZeroDivisionError

    store.subscribe(fail)
    store.subscribe(lambda _changes: heard.append("next"))
    store.on_listener_error = lambda aksi, error: heard.append((aksi, type(error)))
    with store.write("uji") as entry:
        unit("A")
        entry.say("Ditulis.")

    assert heard == [("uji", ZeroDivisionError), "next"]
    assert tables.UnitKerja.select().count() == 1
    assert "A listener failed after uji" in caplog.text
