"""What a damaged data file still gives: every row that lies on a whole page."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopapp.backup.salvage import salvage
from sopapp.domain.errors import DomainError, EnvironmentProblem, NewerDataError
from sopapp.persistence.steps import STEPS
from tests.backup.older_schemas import TIME, make_folder, records

PAGE = 4096
UNITS = 500


def write_many(folder: Path) -> Path:
    """A file with several pages of units and riwayat, and one row over several pages."""
    path = folder / "data.sqlite3"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(
            "INSERT INTO unit_kerja VALUES (?, ?, ?, 'Kepala', ?, 1)",
            ((n, f"U{n}", f"Bidang {n} " * 8, n) for n in range(3, UNITS + 1)),
        )
        connection.executemany(
            "INSERT INTO riwayat (waktu, pelaku, aksi, ringkasan, rantai) "
            "VALUES (?, 'x', 'x', ?, ?)",
            ((TIME, f"Kejadian {n} " * 10, "0" * 64) for n in range(400)),
        )
        connection.executemany(
            "INSERT INTO libur_kantor VALUES (?, 1, ?)",
            ((f"2030-{n:03}", "Masuk " * 30) for n in range(200)),
        )
        connection.execute("INSERT INTO setting VALUES ('panjang', ?)", ("kata " * 5000,))
        connection.execute("UPDATE surat SET isi = ? WHERE id = 2", ("{}" + " " * 20000,))
    return path


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """To be copied before it is touched."""
    return write_many(make_folder(tmp_path_factory.mktemp("utuh") / "data", len(STEPS)))


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    target = tmp_path / "data.sqlite3"
    target.write_bytes(whole.read_bytes())
    return target


def roots(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage"))


def spoil(path: Path, *pages: int, filled: bytes = b"\x5a") -> None:
    raw = bytearray(path.read_bytes())
    for page in pages:
        raw[(page - 1) * PAGE : page * PAGE] = filled * PAGE
    path.write_bytes(raw)


def children(path: Path, table: str) -> list[int]:
    """The leaf pages of a table whose tree has two levels."""
    raw = path.read_bytes()
    page = raw[(roots(path)[table] - 1) * PAGE :][:PAGE]
    assert page[0] == 5
    count = int.from_bytes(page[3:5], "big")
    places = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n], "big") for n in range(count)]
    return [int.from_bytes(page[place : place + 4], "big") for place in places]


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                "AND name NOT LIKE 'sqlite_%'"
            )
        ]
    return {name: rows(path, name) for name in names}


def test_a_whole_file_gives_every_row(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    done = salvage(path, tmp_path / "hasil.sqlite3")

    assert everything(done.target) == everything(path)
    assert done.lost == 0
    assert done.tables["unit_kerja"] == (UNITS, 0)
    assert done.events[0] == (1, TIME, "Instansi diisi.")
    assert path.read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} == {"data.sqlite3", "hasil.sqlite3"}
    with closing(sqlite3.connect(done.target)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)


def test_one_page_lost_loses_its_rows_only(path: Path, tmp_path: Path) -> None:
    pages = children(path, "unit_kerja")
    whole = everything(path)
    spoil(path, pages[len(pages) // 2])
    done = salvage(path, tmp_path / "hasil.sqlite3")
    found = everything(done.target)

    read, lost = done.tables["unit_kerja"]
    assert read + lost == UNITS
    assert 0 < lost < 60
    assert set(found["unit_kerja"]) < set(whole["unit_kerja"])
    del found["unit_kerja"], whole["unit_kerja"]
    assert found == whole


@pytest.mark.parametrize("table", ["unit_kerja", "riwayat"])
def test_the_top_of_a_table_lost_loses_no_row(path: Path, tmp_path: Path, table: str) -> None:
    whole = everything(path)
    spoil(path, roots(path)[table])
    done = salvage(path, tmp_path / "hasil.sqlite3")

    assert everything(done.target) == whole
    assert done.lost == 0


def test_a_table_without_row_numbers_is_read_by_its_pages(path: Path, tmp_path: Path) -> None:
    raw = path.read_bytes()
    start = (roots(path)["libur_kantor"] - 1) * PAGE
    spoil(path, int.from_bytes(raw[start + 8 : start + 12], "big"))  # its last page
    before = rows_by_other_way = 201
    done = salvage(path, tmp_path / "hasil.sqlite3")

    read, lost = done.tables["libur_kantor"]
    assert before // 2 < read < rows_by_other_way
    assert lost >= 1
    assert len(rows(done.target, "libur_kantor")) == read


@pytest.mark.parametrize("filled", [b"\x00", b"\xff", b"\x5a"])
def test_the_first_page_lost(path: Path, tmp_path: Path, filled: bytes) -> None:
    """It holds the header and where the tables begin."""
    whole = everything(path)
    spoil(path, 1, filled=filled)
    found = everything(salvage(path, tmp_path / "hasil.sqlite3").target)

    assert {name for name in whole if found[name] != whole[name]} == set()


def test_a_file_cut_off_in_the_middle(path: Path, tmp_path: Path) -> None:
    whole = everything(path)
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) * 2 // 3])
    done = salvage(path, tmp_path / "hasil.sqlite3")

    found = everything(done.target)
    assert all(set(found[name]) <= set(whole[name]) for name in whole)
    assert found["surat"] == whole["surat"] or done.tables["surat"][1]
    assert done.lost > 0


def test_a_lost_index_loses_nothing(path: Path, tmp_path: Path) -> None:
    whole = everything(path)
    spoil(path, roots(path)["riwayat_berkas"], roots(path)["sqlite_autoindex_unit_kerja_1"])

    assert everything(salvage(path, tmp_path / "hasil.sqlite3").target) == whole


def test_what_stands_in_the_log_beside_it_is_read_too(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA journal_mode = wal")
        writer.execute("INSERT INTO unit_kerja VALUES (9000, 'AKHIR', 'Akhir', 'Kepala', 1, 1)")
        writer.commit()
        done = salvage(path, tmp_path / "hasil.sqlite3")

    assert done.tables["unit_kerja"] == (UNITS + 1, 0)


def test_a_cut_off_end_of_riwayat_still_shows(path: Path, tmp_path: Path) -> None:
    last = children(path, "riwayat")[-1]
    total = len(rows(path, "riwayat"))
    spoil(path, last)
    done = salvage(path, tmp_path / "hasil.sqlite3")

    read, lost = done.tables["riwayat"]
    assert read + lost == total
    assert len(done.events) == read


def test_what_stands_only_in_the_log_of_a_damaged_table(path: Path, tmp_path: Path) -> None:
    spoilt = roots(path)["unit_kerja"]
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA journal_mode = wal")
        writer.execute("PRAGMA wal_autocheckpoint = 0")
        writer.execute("INSERT INTO unit_kerja VALUES (9000, 'AKHIR', 'Akhir', 'Kepala', 1, 1)")
        writer.commit()
        spoil(path, spoilt)
        done = salvage(path, tmp_path / "hasil.sqlite3")

    assert done.tables["unit_kerja"] == (UNITS + 1, 0)


def test_deleted_rows_do_not_come_back(path: Path, tmp_path: Path) -> None:
    """Their pages are free, but still hold what they held."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA secure_delete = off")  # some systems have it on
        connection.execute("DELETE FROM unit_kerja WHERE id > 250")
    spoil(path, roots(path)["unit_kerja"])
    done = salvage(path, tmp_path / "hasil.sqlite3")

    assert done.tables["unit_kerja"] == (250, 0)


@pytest.mark.parametrize("schema", range(1, len(STEPS) + 1))
def test_an_older_file_is_kept_in_its_own_schema(tmp_path: Path, schema: int) -> None:
    folder = make_folder(tmp_path / "lama", schema)
    spoil(folder / "data.sqlite3", roots(folder / "data.sqlite3")["riwayat"])
    (tmp_path / "baru").mkdir()
    done = salvage(folder / "data.sqlite3", tmp_path / "baru" / "data.sqlite3")
    with closing(sqlite3.connect(done.target)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema,)
    found = records(done.target.parent)
    assert len(found["surat"]) >= 4
    assert len(found["attachment"]) >= 6


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"bukan basis data" * 4000),
        lambda path: path.write_bytes(path.read_bytes()[:100]),
    ],
)
def test_a_file_that_gives_nothing(
    path: Path, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(path)
    done = salvage(path, tmp_path / "hasil.sqlite3")

    assert (done.read, done.events) == (0, ())


def test_a_file_that_is_there_is_not_overwritten(path: Path, tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="sudah ada"):
        salvage(path, path)
    with pytest.raises(EnvironmentProblem, match="tidak dapat disimpan"):
        salvage(path, tmp_path / "tiada" / "hasil.sqlite3")


def test_a_newer_programs_file_is_not_guessed_at(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    with pytest.raises(NewerDataError, match="lebih baru"):
        salvage(path, tmp_path / "hasil.sqlite3")

    assert [each.name for each in tmp_path.iterdir()] == ["data.sqlite3"]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_no_damage_stops_it_or_makes_up_rows(whole: Path, tmp_path: Path, data) -> None:
    raw = bytearray(whole.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(raw) - 1))
        piece = data.draw(st.binary(min_size=1, max_size=64))
        length = data.draw(st.integers(1, 3 * PAGE))
        raw[start : start + length] = (piece * length)[: len(raw[start : start + length])]
    damaged, target = tmp_path / "rusak.sqlite3", tmp_path / "hasil.sqlite3"
    damaged.write_bytes(raw)
    target.unlink(missing_ok=True)
    try:
        done = salvage(damaged, target)
    except NewerDataError:
        return  # a header that says so
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert done.tables["unit_kerja"][0] <= UNITS + 5
