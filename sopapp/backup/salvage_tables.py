"""The tables of a salvaged data file: what they are like, and rows put into them.

What comes here was found in a damaged file: it may be a row of another table, or of none.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from sopapp.backup.sqlite_pages import Row, Value


@dataclass(frozen=True, slots=True)
class SchemaTable:
    """A table of the schema: its columns, which of them is the row number, how it is stored."""

    name: str
    columns: tuple[str, ...]
    stored: tuple[str, ...]
    number: str | None
    has_rowid: bool


def schema_tables(target: sqlite3.Connection) -> list[SchemaTable]:
    """The tables of the schema that hold records; the search index is made anew from them."""
    rows = target.execute(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    found = []
    for name, without_rowid in rows:
        info = target.execute(f"PRAGMA table_info({name})").fetchall()
        keys = [each[1] for each in sorted(info, key=lambda each: each[5]) if each[5]]
        columns = tuple(each[1] for each in info)
        number = None
        if not without_rowid and len(keys) == 1:
            kind = next(each[2] for each in info if each[1] == keys[0])
            number = keys[0] if kind == "INTEGER" else None
        stored = (*keys, *(c for c in columns if c not in keys)) if without_rowid else columns
        found.append(SchemaTable(name, columns, stored, number, not without_rowid))
    return found


def usual_roots(connection: sqlite3.Connection) -> dict[str, int]:
    """Where the tables of a file that was made today begin; an office's own may lie elsewhere."""
    return dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'"))


def known_roots(pages: Iterable[list[Row]]) -> dict[str, int]:
    """Where the tables begin, by the rows of the schema table wherever they lie."""
    found = {}
    for rows in pages:
        for row in rows:
            if len(row.values) != 5:
                continue
            kind, name, _table, root, _sql = row.values
            if kind == "table" and isinstance(name, str) and isinstance(root, int):
                found[name] = root
    return found


def _named(table: SchemaTable, row: Row) -> tuple[tuple[str, ...], tuple[Value, ...]] | None:
    """The columns and values of a stored row; None when it cannot be one of this table."""
    if len(row.values) > len(table.stored) or table.has_rowid != (row.rowid is not None):
        return None
    names = table.stored[: len(row.values)]  # a column that was added later is not stored
    values = tuple(
        row.rowid if name == table.number and value is None else value
        for name, value in zip(names, row.values, strict=True)
    )
    return names, values


def put_stored(target: sqlite3.Connection, table: SchemaTable, row: Row) -> bool:
    """Whether the row is in; one that cannot be of `table` or breaks a rule of it is not."""
    named = _named(table, row)
    return named is not None and put_row(target, table.name, *named)


def fits(target: sqlite3.Connection, table: SchemaTable, row: Row) -> bool:
    """Whether the row could be taken, tried and taken back."""
    target.execute("SAVEPOINT coba")
    try:
        return put_stored(target, table, row)
    finally:
        target.execute("ROLLBACK TO coba")
        target.execute("RELEASE coba")


def put_row(
    target: sqlite3.Connection, table: str, names: tuple[str, ...], values: tuple[Value, ...]
) -> bool:
    """Whether the row is in; one that breaks a rule of its table is not."""
    places = ", ".join("?" * len(names))
    try:
        target.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})", values)
    except sqlite3.IntegrityError:
        return False
    return True
