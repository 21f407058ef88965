"""What a write changed, row by row, kept in memory so that it can be put back.

Triggers of this connection alone (SQLite's TEMP) note each row as it was. They are derived
from the schema, so a table that a later step adds is followed too. Not followed: riwayat,
which is never touched; records of stored files, which stay beside their files; and the
search index, which has no triggers and is mended from its records.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

_APART = frozenset({"riwayat", "attachment"})
_TABLES = """
SELECT l.name FROM pragma_table_list l
WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
ORDER BY l.name
"""


class Op(StrEnum):
    """What happened to a row."""

    INSERT = "I"
    UPDATE = "U"
    DELETE = "D"


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row as it was before a write and as it is after; None where there is none.

    A row that was written several times comes once for each time, in order; `after` is always
    how it stands now.
    """

    table: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class _Shape:
    """The columns of a table, and those that tell its rows apart."""

    table: str
    columns: tuple[str, ...]
    key: tuple[str, ...]


class UndoLog:
    """Notes of the writes since it was last emptied, in order; `last` tells their end."""

    def __init__(self, database: Any) -> None:
        self._database = database
        self._shapes: dict[str, _Shape] = {}
        self._followed: sqlite3.Connection | None = None

    def prepare(self) -> None:
        """Follow the connection's tables; made at its first write, outside a transaction.

        One that failed half way is gone on with.
        """
        connection = self._database.connection()
        if self._followed is connection:
            return
        # The notes hold what the records hold, so they must not lie in the system's own folder.
        connection.execute("PRAGMA temp_store = memory")
        self._shapes = {shape.table: shape for shape in _shapes(connection)}
        for statement in _statements(tuple(self._shapes.values())):
            connection.execute(statement)
        self._followed = connection

    def last(self) -> int:
        """The number of the newest note; 0 when there is none."""
        (number,) = self._run("SELECT coalesce(max(nomor), 0) FROM temp.catatan_urung").fetchone()
        return int(number)

    def tables(self, after: int) -> frozenset[tuple[str, Op]]:
        """Which tables the notes after number `after` are about, and what happened there."""
        sql = "SELECT DISTINCT tabel, op FROM temp.catatan_urung WHERE nomor > ?"
        return frozenset((table, Op(op)) for table, op in self._run(sql, (after,)))

    def changes(self, table: str, after: int) -> Iterator[RowChange]:
        """The rows of one table that changed after note `after`."""
        sql = "SELECT * FROM temp.catatan_urung WHERE tabel = ? AND nomor > ? ORDER BY nomor"
        for note in self._run(sql, (table, after)).fetchall():
            shape, op, key, old = self._read(note)
            before = None if op is Op.INSERT else old
            yield RowChange(table, before, None if op is Op.DELETE else self._row(shape, key))

    def revert(self, after: int, until: int) -> None:
        """Put back what the notes after `after` up to `until` tell; call inside a write.

        Those notes are forgotten. Putting back is noted as every change is, so it can be put
        back in its turn.
        """
        # Rows that point at each other come and go in an order that need not suit the check.
        self._run("PRAGMA defer_foreign_keys = 1")
        span = "FROM temp.catatan_urung WHERE nomor > ? AND nomor <= ?"
        for note in self._run(f"SELECT * {span} ORDER BY nomor DESC", (after, until)).fetchall():
            self._put_back(*self._read(note))
        self._run(f"DELETE {span}", (after, until))

    def forget(self, until: int) -> None:
        """Drop the notes up to number `until`."""
        self._run("DELETE FROM temp.catatan_urung WHERE nomor <= ?", (until,))

    def _put_back(self, shape: _Shape, op: Op, key: Sequence[Any], old: dict[str, Any]) -> None:
        where = _where(shape)
        if op is Op.INSERT:
            self._run(f"DELETE FROM {shape.table} WHERE {where}", key)
        elif op is Op.DELETE:
            marks = ", ".join("?" * len(old))
            names = ", ".join(old)
            self._run(f"INSERT INTO {shape.table} ({names}) VALUES ({marks})", (*old.values(),))
        else:
            self._set_back(shape, key, old)
        if shape.table == "dik_entri" and op is Op.UPDATE:
            from sopapp.persistence.dik_index import index_note  # the board needs no index

            index_note(self._database, old["id"], old["catatan"])

    def _set_back(self, shape: _Shape, key: Sequence[Any], old: dict[str, Any]) -> None:
        # Only what differs: triggers of the schema look at which columns a statement names.
        now = self._row(shape, key)
        if now is None:
            raise RuntimeError(f"a row of {shape.table} that was changed is gone")
        changed = {name: value for name, value in old.items() if now[name] != value}
        if changed:
            sets = ", ".join(f"{name} = ?" for name in changed)
            sql = f"UPDATE {shape.table} SET {sets} WHERE {_where(shape)}"
            self._run(sql, (*changed.values(), *key))

    def _row(self, shape: _Shape, key: Sequence[Any]) -> dict[str, Any] | None:
        names = ", ".join(shape.columns)
        sql = f"SELECT {names} FROM {shape.table} WHERE {_where(shape)}"
        found = self._run(sql, key).fetchone()
        return None if found is None else dict(zip(shape.columns, found, strict=True))

    def _read(self, note: Sequence[Any]) -> tuple[_Shape, Op, tuple[Any, ...], dict[str, Any]]:
        _number, table, op, first, second, *values = note
        shape = self._shapes[table]
        key = (first, second)[: len(shape.key)]
        return shape, Op(op), key, dict(zip(shape.columns, values, strict=False))

    def _run(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        connection: sqlite3.Connection = self._database.connection()
        return connection.execute(sql, values)


def _shapes(connection: sqlite3.Connection) -> Iterator[_Shape]:
    for (table,) in connection.execute(_TABLES).fetchall():
        if table in _APART:
            continue
        columns = connection.execute(f"PRAGMA main.table_info ({table})").fetchall()
        key = sorted((place, name) for _, name, _, _, _, place in columns if place)
        names = tuple(column[1] for column in columns)
        yield _Shape(table, names, tuple(name for _, name in key))


def _statements(shapes: Sequence[_Shape]) -> Iterator[str]:
    widest = max(len(shape.columns) for shape in shapes)
    values = ", ".join(f"v{place}" for place in range(widest))
    yield (
        "CREATE TEMP TABLE IF NOT EXISTS catatan_urung "
        f"(nomor INTEGER PRIMARY KEY, tabel, op, k0, k1, {values})"
    )
    for shape in shapes:
        keys = [f"k{place}" for place in range(len(shape.key))]
        fields = [f"v{place}" for place in range(len(shape.columns))]
        new_key = [f"NEW.{name}" for name in shape.key]
        old_row = [f"OLD.{name}" for name in shape.columns]
        yield _trigger(shape.table, Op.INSERT, keys, new_key)
        yield _trigger(shape.table, Op.UPDATE, keys + fields, new_key + old_row)
        yield _trigger(shape.table, Op.DELETE, fields, old_row)


def _trigger(table: str, op: Op, names: Sequence[str], values: Sequence[str]) -> str:
    return (
        f"CREATE TEMP TRIGGER IF NOT EXISTS urung_{table}_{op.name} "
        f"AFTER {op.name} ON main.{table} BEGIN "
        f"INSERT INTO catatan_urung (tabel, op, {', '.join(names)}) "
        f"VALUES ('{table}', '{op.value}', {', '.join(values)}); END"
    )


def _where(shape: _Shape) -> str:
    return " AND ".join(f"{name} = ?" for name in shape.key)
