"""Riwayat as evidence: whatever is done to its rows from outside is found, and named."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopapp.persistence.check_riwayat import PULIH, Anchor, riwayat_problems
from sopapp.persistence.store import AWAL, chain
from tests.conftest import Sample

Connection = sqlite3.Connection
GUARDS = ("riwayat_tetap", "riwayat_kekal")
COLUMNS = ("waktu", "pelaku", "aksi", "berkas_id", "ringkasan", "sebelum", "sesudah", "rantai")


class Real:
    """The bytes of a data file, shown shortly."""

    def __init__(self, data: bytes) -> None:
        self.data = data


@pytest.fixture(scope="module")
def real(sample_data: Sample, tmp_path_factory: pytest.TempPathFactory) -> Real:
    """The data file of an office that carried a berkas to its end, its guards taken away."""
    root = tmp_path_factory.mktemp("riwayat") / "contoh"
    shutil.copytree(sample_data.folder, root)
    with closing(sqlite3.connect(root / "data.sqlite3")) as connection:
        connection.execute("PRAGMA journal_mode = delete")
        for name in GUARDS:
            connection.execute(f"DROP TRIGGER {name}")
        connection.commit()
        return Real(connection.serialize())


def opened(real: Real) -> Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(real.data)
    return connection


@pytest.fixture
def data(real: Real) -> Iterator[Connection]:
    with closing(opened(real)) as connection:
        yield connection


def said(connection: Connection, *anchors: Anchor) -> tuple[str, ...]:
    return tuple(riwayat_problems(connection, anchors))


def last(connection: Connection) -> int:
    return connection.execute("SELECT max(id) FROM riwayat").fetchone()[0]


def anchor(connection: Connection, number: int, where: str = "cadangan-uji", made: str = ""):
    (link,) = connection.execute("SELECT rantai FROM riwayat WHERE id = ?", (number,)).fetchone()
    return Anchor(number, link, where, made)


def numbers(sentences: tuple[str, ...]) -> set[int]:
    """Every number of a row that the sentences name."""
    named: set[int] = set()
    for sentence in sentences:
        plain = re.sub(r"“[^”]*”|\([^)]*\)", "", sentence)
        for first, end in re.findall(r"(\d+)(?:–(\d+))?", plain):
            named.update(range(int(first), int(end or first) + 1))
    return named


def chain_anew(connection: Connection, first: int) -> None:
    """As somebody would who knows how the chain is made."""
    row = connection.execute("SELECT rantai FROM riwayat WHERE id < ? ORDER BY id DESC", (first,))
    found = row.fetchone()
    previous = found[0] if found else AWAL
    names = ("waktu", "pelaku", "aksi", "berkas", "ringkasan", "sebelum", "sesudah")
    rows = connection.execute(
        "SELECT id, waktu, pelaku, aksi, berkas_id, ringkasan, sebelum, sesudah FROM riwayat "
        "WHERE id >= ? ORDER BY id",
        (first,),
    ).fetchall()
    for number, *values in rows:
        previous = chain(previous, dict(zip(names, values, strict=True)))
        connection.execute("UPDATE riwayat SET rantai = ? WHERE id = ?", (previous, number))


def forge(connection: Connection, number: int, link: str) -> None:
    connection.execute(
        "INSERT INTO riwayat (id, waktu, pelaku, aksi, ringkasan, rantai) "
        "VALUES (?, '2026-11-23T01:00:00Z', 'x', 'x', 'Disisipkan orang.', ?)",
        (number, link),
    )


def make_room(connection: Connection, number: int) -> None:
    connection.execute("UPDATE riwayat SET id = -id - 1 WHERE id >= ?", (number,))
    connection.execute("UPDATE riwayat SET id = -id WHERE id < 0")


# What may be done to row `number` of riwayat, and the numbers one of which has to be named.


def changed(column: str) -> Callable[[Connection, int], set[int]]:
    def act(connection: Connection, number: int) -> set[int]:
        new = {"rantai": "f" * 64, "berkas_id": None, "waktu": "2020-01-01T00:00:00Z"}.get(
            column, '{"x": 1}'
        )
        (old,) = connection.execute(
            f"SELECT {column} FROM riwayat WHERE id = ?", (number,)
        ).fetchone()
        if old is None and new is None:
            new = 1
        connection.execute(f"UPDATE riwayat SET {column} = ? WHERE id = ?", (new, number))
        return {number}

    act.__name__ = f"changed_{column}"
    return act


def renumbered(connection: Connection, number: int) -> set[int]:
    connection.execute("UPDATE riwayat SET id = id + 5000 WHERE id = ?", (number,))
    return {number + 5000}


def removed(connection: Connection, number: int) -> set[int]:
    connection.execute("DELETE FROM riwayat WHERE id = ?", (number,))
    return {number}


def removed_and_closed_up(connection: Connection, number: int) -> set[int]:
    end = last(connection)
    connection.execute("DELETE FROM riwayat WHERE id = ?", (number,))
    connection.execute("UPDATE riwayat SET id = -id + 1 WHERE id > ?", (number,))
    connection.execute("UPDATE riwayat SET id = -id WHERE id < 0")
    return {number, end} if number == end else {number}


def put_in(connection: Connection, number: int) -> set[int]:
    make_room(connection, number)
    forge(connection, number, "a" * 64)
    return {number}


def put_in_with_its_hash(connection: Connection, number: int) -> set[int]:
    make_room(connection, number)
    forge(connection, number, "a" * 64)
    later = connection.execute("SELECT id, rantai FROM riwayat WHERE id > ?", (number,)).fetchall()
    chain_anew(connection, number)
    for each, link in later:
        connection.execute("UPDATE riwayat SET rantai = ? WHERE id = ?", (link, each))
    return {number}


def swapped(connection: Connection, number: int) -> set[int]:
    for sql in ("id = -1 WHERE id = :n", "id = :n WHERE id = :n + 1", "id = :n + 1 WHERE id = -1"):
        connection.execute(f"UPDATE riwayat SET {sql}", {"n": number})
    return {number, number + 1}


def replaced(connection: Connection, number: int) -> set[int]:
    connection.execute("DELETE FROM riwayat WHERE id = ?", (number,))
    forge(connection, number, "b" * 64)
    return {number}


def rewritten_with_its_hash(connection: Connection, number: int) -> set[int]:
    """Only its own hash is made anew: the next row no longer fits to it."""
    (following,) = connection.execute(
        "SELECT rantai FROM riwayat WHERE id = ?", (number + 1,)
    ).fetchone()
    connection.execute("UPDATE riwayat SET pelaku = 'x' WHERE id = ?", (number,))
    rest = connection.execute("SELECT id, rantai FROM riwayat WHERE id > ?", (number,)).fetchall()
    chain_anew(connection, number)
    for each, link in rest:
        connection.execute("UPDATE riwayat SET rantai = ? WHERE id = ?", (link, each))
    assert following
    return {number}


TAMPERING = (
    *map(changed, COLUMNS), renumbered, removed, removed_and_closed_up, put_in,
    put_in_with_its_hash, swapped, replaced, rewritten_with_its_hash,
)  # fmt: skip


def test_a_riwayat_that_nobody_touched_says_nothing(data: Connection) -> None:
    end = last(data)

    assert said(data) == ()
    assert said(data, *(anchor(data, number) for number in (1, end // 2, end))) == ()


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(act=st.sampled_from(TAMPERING), share=st.floats(0, 1))
def test_whatever_is_done_to_a_row_is_found_and_named(
    real: Real, act: Callable[[Connection, int], set[int]], share: float
) -> None:
    with closing(opened(real)) as data:
        number = 1 + int(share * (last(data) - 2))
        wanted = act(data, number)
        sentences = said(data)

        assert wanted <= numbers(sentences), (act.__name__, number, sentences)
        assert len(sentences) <= 3, (act.__name__, number, sentences)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    acts=st.lists(
        st.tuples(st.sampled_from([changed("pelaku"), changed("sesudah"), removed]),
                  st.integers(0, 10**6)),
        min_size=2, max_size=5,
    )
)  # fmt: skip
def test_several_at_once_are_all_named(
    real: Real, acts: list[tuple[Callable[[Connection, int], set[int]], int]]
) -> None:
    with closing(opened(real)) as data:
        end = last(data)
        wanted: dict[int, Callable[[Connection, int], set[int]]] = {}
        for act, place in acts:
            wanted.setdefault(1 + place % end, act)
        for number, act in wanted.items():
            act(data, number)
        sentences = said(data)

        whole = " ".join(sentences)
        named = numbers(sentences) | {int(n) for n in re.findall(r"nomor (\d+) \(", whole)}
        assert set(wanted) <= named, sentences


@pytest.mark.parametrize("act", TAMPERING)
@pytest.mark.parametrize("number", [1, 2])
def test_the_first_rows_are_as_safe(data: Connection, act, number: int) -> None:
    wanted = act(data, number)

    assert wanted <= numbers(said(data))


def test_what_the_row_says_is_told_with_its_time(data: Connection) -> None:
    removed(data, 20)
    data.execute("UPDATE riwayat SET ringkasan = 'Tidak pernah terjadi.' WHERE id = 21")
    data.execute("UPDATE riwayat SET pelaku = 'x' WHERE id = 30")

    gone, other = said(data)
    assert gone.startswith("Riwayat nomor 20 hilang. Apakah nomor 21 (")
    assert "“Tidak pernah terjadi.”" in gone
    assert re.match(r"Riwayat nomor 30 \(\d+ \w+ 20\d\d \d\d\.\d\d: “.+”\) tidak cocok", other)


def test_a_changed_hash_alone_is_told_apart_from_changed_words(data: Connection) -> None:
    changed("rantai")(data, 12)

    (sentence,) = said(data)
    assert sentence.startswith("Tanda rantai riwayat nomor 12 (")


def test_a_row_that_was_put_in_is_called_so(data: Connection) -> None:
    put_in(data, 12)

    (sentence,) = said(data)
    assert "Disisipkan orang." in sentence
    assert "disisipkan kemudian" in sentence


def test_every_row_changed_is_told_shortly(data: Connection) -> None:
    data.execute("UPDATE riwayat SET pelaku = 'x'")

    sentences = said(data)
    assert sentences[0].startswith("Riwayat nomor 1 (")
    assert re.match(r"Masih ada \d+ catatan", sentences[-1])
    assert len(sentences) < 60


class TestAgainstBackups:
    """What the file alone cannot tell."""

    def cut(self, data: Connection, number: int) -> None:
        data.execute("DELETE FROM riwayat WHERE id > ?", (number,))
        data.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'riwayat'", (number,))

    def test_an_end_that_was_cut_off_cleanly(self, data: Connection) -> None:
        end = last(data)
        known = anchor(data, end), anchor(data, 10, "lama")
        self.cut(data, end - 3)

        assert said(data) == ()
        (sentence,) = said(data, *known)
        assert sentence.startswith(f"Riwayat nomor {end - 2}–{end} hilang: cadangan “cadangan-uji”")

    def test_the_whole_riwayat_gone(self, data: Connection) -> None:
        end = last(data)
        known = anchor(data, end)
        data.execute("DELETE FROM riwayat")
        data.execute("DELETE FROM sqlite_sequence WHERE name = 'riwayat'")

        assert said(data, known)[0].startswith(f"Riwayat nomor 1–{end} hilang")

    @settings(
        max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(share=st.floats(0, 1))
    def test_a_riwayat_that_was_chained_anew(self, real: Real, share: float) -> None:
        with closing(opened(real)) as data:
            end = last(data)
            known = anchor(data, end), anchor(data, 10, "lama")
            number = 1 + int(share * (end - 1))
            data.execute("UPDATE riwayat SET pelaku = 'x' WHERE id = ?", (number,))
            chain_anew(data, number)

            assert said(data) == ()
            (sentence,) = said(data, *known)
            span = re.match(r"Riwayat nomor (\d+)(?:–(\d+))? tidak sama", sentence)
            assert span is not None
            assert int(span[1]) <= number <= int(span[2] or span[1])

    def test_rows_written_after_a_cut_do_not_hide_it(self, data: Connection) -> None:
        end = last(data)
        known = anchor(data, end)
        self.cut(data, end - 2)
        for number in (end - 1, end, end + 1):
            forge(data, number, "0" * 64)
        chain_anew(data, end - 1)

        (sentence,) = said(data, known)
        assert f"–{end} tidak sama" in sentence

    def test_a_restore_is_no_tampering(self, data: Connection) -> None:
        end = last(data)
        known = anchor(data, end, made="2026-12-17T10:00:00Z")
        self.cut(data, end - 5)
        data.execute(
            "INSERT INTO riwayat (waktu, pelaku, aksi, ringkasan, rantai) "
            f"VALUES ('2026-12-18T08:00:00Z', 'x', '{PULIH}', 'Dipulihkan.', '{'0' * 64}')"
        )
        chain_anew(data, end - 4)

        assert said(data, known) == ()
        assert said(data, known._replace(made="2026-12-18T09:00:00Z")) != ()


def test_the_counter_of_riwayat_is_watched(data: Connection) -> None:
    data.execute("UPDATE sqlite_sequence SET seq = 3 WHERE name = 'riwayat'")

    (sentence,) = said(data)
    assert "Penghitung nomor riwayat berhenti pada 3" in sentence
