"""A data file is brought up to date whole, after a checked copy, or left as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from sopapp.domain.errors import EnvironmentProblem, NewerDataError
from sopapp.persistence.database import Database, close_database, open_database
from sopapp.persistence.migrate import migrate
from sopapp.persistence.steps import STEPS
from sopapp.persistence.tables import MODELS

PARENTS = "CREATE TABLE parent (id INTEGER PRIMARY KEY, nama TEXT NOT NULL) STRICT"
CHILDREN = (
    "CREATE TABLE child (id INTEGER PRIMARY KEY, "
    "parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE) STRICT"
)
FIRST = SimpleNamespace(SQL=(PARENTS, CHILDREN))
# The way SQLite documents to change a table's columns.
REBUILD = SimpleNamespace(
    SQL=(
        "CREATE TABLE baru (id INTEGER PRIMARY KEY, nama TEXT NOT NULL, catatan TEXT) STRICT",
        "INSERT INTO baru (id, nama) SELECT id, nama FROM parent",
        "DROP TABLE parent",
        "ALTER TABLE baru RENAME TO parent",
    )
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data.sqlite3"


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    """As peewee opens it: no implicit transactions, foreign keys on."""
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        opened.execute("PRAGMA foreign_keys = ON")
        yield opened


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as opened:
        return list(opened.iterdump())


def one(connection: sqlite3.Connection, sql: str) -> object:
    return connection.execute(sql).fetchone()[0]


def filled(connection: sqlite3.Connection, path: Path) -> None:
    migrate(connection, path, (FIRST,))
    connection.execute("INSERT INTO parent VALUES (1, 'Satu')")
    connection.execute("INSERT INTO child VALUES (10, 1), (11, 1)")


def test_a_new_file_gets_every_table_that_the_program_reads(path: Path) -> None:
    database = open_database(path)
    try:
        for model in MODELS:
            columns = {column.name for column in database.orm.get_columns(model._meta.table_name)}
            assert columns == {field.column_name for field in model._meta.sorted_fields}, model
        assert database.execute_sql("PRAGMA user_version").fetchone()[0] == len(STEPS)
        assert database.execute_sql("PRAGMA integrity_check").fetchone()[0] == "ok"
    finally:
        close_database(database)


def test_every_table_is_strict_about_types(path: Path) -> None:
    database = open_database(path)
    try:
        loose = database.execute_sql(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict "
            "AND type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
    finally:
        close_database(database)

    assert loose == []


def test_a_new_file_leaves_no_copy_behind(path: Path) -> None:
    close_database(open_database(path))

    assert [each.name for each in path.parent.iterdir()] == ["data.sqlite3"]


def test_opening_again_changes_nothing(path: Path) -> None:
    close_database(open_database(path))
    before = dump(path)
    close_database(open_database(path))

    assert dump(path) == before
    assert [each.name for each in path.parent.iterdir()] == ["data.sqlite3"]


def test_only_the_missing_steps_run(connection: sqlite3.Connection, path: Path) -> None:
    filled(connection, path)
    migrate(connection, path, (FIRST, REBUILD))  # FIRST would fail on a table that is there

    assert one(connection, "PRAGMA user_version") == 2
    assert one(connection, "SELECT catatan IS NULL FROM parent") == 1


def test_child_rows_survive_the_rebuild_of_their_parent(
    connection: sqlite3.Connection, path: Path
) -> None:
    filled(connection, path)
    migrate(connection, path, (FIRST, REBUILD))

    assert connection.execute("SELECT id FROM child ORDER BY id").fetchall() == [(10,), (11,)]
    assert one(connection, "PRAGMA foreign_keys") == 1
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO child VALUES (12, 99)")


def test_a_failing_step_takes_the_whole_update_back(
    connection: sqlite3.Connection, path: Path
) -> None:
    filled(connection, path)
    before = dump(path)
    broken = SimpleNamespace(
        SQL=("CREATE TABLE ketiga (id INTEGER)", "INSERT INTO tiada VALUES (1)")
    )

    with pytest.raises(sqlite3.OperationalError, match="tiada"):
        migrate(connection, path, (FIRST, REBUILD, broken))

    assert dump(path) == before
    assert one(connection, "PRAGMA user_version") == 1
    assert one(connection, "PRAGMA foreign_keys") == 1
    migrate(connection, path, (FIRST, REBUILD))  # and it can be tried again
    assert one(connection, "PRAGMA user_version") == 2


def test_a_step_that_orphans_records_is_refused_with_a_sentence(
    connection: sqlite3.Connection, path: Path
) -> None:
    filled(connection, path)
    before = dump(path)

    with pytest.raises(EnvironmentProblem, match=r"kehilangan induknya \(tabel child\)"):
        migrate(connection, path, (FIRST, SimpleNamespace(SQL=("DELETE FROM parent",))))

    assert dump(path) == before


def test_a_copy_from_before_the_update_is_kept(connection: sqlite3.Connection, path: Path) -> None:
    filled(connection, path)
    before = dump(path)
    migrate(connection, path, (FIRST, REBUILD))

    assert dump(path.with_name("data.sqlite3.sebelum-skema-1")) == before
    assert sorted(each.name for each in path.parent.iterdir()) == [
        "data.sqlite3",
        "data.sqlite3.sebelum-skema-1",
    ]


def test_the_copy_holds_what_stands_only_in_the_write_ahead_log(
    connection: sqlite3.Connection, path: Path
) -> None:
    connection.execute("PRAGMA journal_mode = wal")
    filled(connection, path)
    migrate(connection, path, (FIRST, REBUILD))

    copy = path.with_name("data.sqlite3.sebelum-skema-1")
    with closing(sqlite3.connect(f"file:{copy}?immutable=1", uri=True)) as opened:
        assert opened.execute("SELECT count(*) FROM child").fetchone() == (2,)


def test_a_damaged_file_is_not_updated(connection: sqlite3.Connection, path: Path) -> None:
    filled(connection, path)
    connection.execute("PRAGMA synchronous = off")
    connection.executemany(
        "INSERT INTO parent VALUES (?, ?)", ((n, "nama" * 50) for n in range(2, 300))
    )
    connection.close()
    raw = bytearray(path.read_bytes())
    raw[4 * 4096 :] = b"\x5a" * (len(raw) - 4 * 4096)
    path.write_bytes(raw)

    with (
        closing(sqlite3.connect(path, isolation_level=None)) as reopened,
        pytest.raises(sqlite3.DatabaseError, match="malformed"),
    ):
        migrate(reopened, path, (FIRST, REBUILD))

    assert path.read_bytes() == bytes(raw)
    assert [each.name for each in path.parent.iterdir()] == ["data.sqlite3"]


def test_a_file_whose_copy_does_not_pass_the_check_is_not_updated(
    connection: sqlite3.Connection, path: Path
) -> None:
    filled(connection, path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, 'nama TEXT', 'nama INTEGER') "
        "WHERE name = 'parent'"
    )
    connection.execute("PRAGMA writable_schema = RESET")
    with pytest.raises(EnvironmentProblem, match=r"rusak(.|\n)*parent\.nama"):
        migrate(connection, path, (FIRST, REBUILD))

    assert one(connection, "PRAGMA user_version") == 1
    assert [each.name for each in path.parent.iterdir()] == ["data.sqlite3"]


@pytest.fixture
def as_it_was(path: Path) -> Iterator[None]:
    """Fails the test when the file at `path` changes after `path.read_bytes()` is noted."""
    yield
    noted = path.with_suffix(".noted")
    assert path.read_bytes() == noted.read_bytes()
    assert {each.name for each in path.parent.iterdir()} == {path.name, noted.name}


def note(path: Path) -> None:
    path.with_suffix(".noted").write_bytes(path.read_bytes())


@pytest.mark.usefixtures("as_it_was")
def test_data_of_a_newer_program_is_refused_and_untouched(path: Path) -> None:
    close_database(open_database(path))
    with closing(sqlite3.connect(path)) as opened:
        opened.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
        opened.commit()
    note(path)

    with pytest.raises(NewerDataError, match="versi program yang lebih baru") as caught:
        open_database(path)

    assert str(path) in str(caught.value)
    assert "Data tidak diubah" in str(caught.value)


@pytest.mark.usefixtures("as_it_was")
@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_another_programs_file_is_refused_and_untouched(path: Path, journal: str) -> None:
    with closing(sqlite3.connect(path)) as opened:
        opened.execute(f"PRAGMA journal_mode = {journal}")
        opened.execute("CREATE TABLE milik_lain (x)")
        opened.execute("PRAGMA user_version = 7")
        opened.commit()
    note(path)

    with pytest.raises(EnvironmentProblem, match="bukan data program ini"):
        open_database(path)


@pytest.mark.usefixtures("as_it_was")
def test_garbage_is_refused_and_untouched(path: Path) -> None:
    path.write_bytes(b"ini bukan basis data " * 500)
    note(path)

    with pytest.raises(EnvironmentProblem, match="rusak") as caught:
        open_database(path)

    assert str(path) in str(caught.value)


def test_a_refused_file_is_not_left_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Database] = []
    connect = Database.connect

    def noting(self: Database) -> None:
        opened.append(self)
        connect(self)

    monkeypatch.setattr(Database, "connect", noting)
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE milik_lain (x)")
    with pytest.raises(EnvironmentProblem):
        open_database(path)

    assert [database.is_closed() for database in opened] == [True]
