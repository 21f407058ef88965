"""The open data file as peewee's tables know it: the same connection, and the same words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import peewee

from sopapp.persistence.database import Database, raise_in_words, refused_values


class _Writing(peewee.Context):  # type: ignore[misc]  # peewee has no types
    """Writes what peewee writes; a column of a table in one go, for most of a query is columns."""

    __slots__ = ()

    def sql(self, obj: Any) -> Any:
        """Peewee: add a part of the query."""
        if type(obj) is not peewee.Column or type(obj.source) is not peewee.Table:
            return super().sql(obj)
        if self.state.scope == peewee.SCOPE_VALUES:
            return self.literal(f'"{obj.name}"')
        table, known = obj.source, self.alias_manager
        if table._alias:  # noqa: SLF001 - as Table writes itself
            known[table] = table._alias  # noqa: SLF001
        return self.literal(f'"{known[table]}"."{obj.name}"')


class Orm(peewee.SqliteDatabase):  # type: ignore[misc]  # peewee has no types
    """Says what is wrong with disk or file in our words, also while reading."""

    context_class = _Writing

    def __init__(self, file: Database) -> None:
        self._file = file
        super().__init__(file.path)

    def execute_sql(self, *args: Any, **kwargs: Any) -> Any:
        """Peewee: run one statement."""
        with self._errors(), refused_values():
            return super().execute_sql(*args, **kwargs)

    def cursor(self, named_cursor: str | None = None) -> Any:  # noqa: ARG002 - peewee's
        """A cursor that tells of the file this one is open on."""
        self.connection()  # peewee opens at the first need
        return self._file.cursor()

    def begin(self, lock_type: str | None = None) -> None:
        """Peewee: another program may hold the file."""
        with self._errors():
            super().begin(lock_type)

    def commit(self) -> Any:
        """Peewee: also here the disk may be full."""
        with self._errors():
            return super().commit()

    def rollback(self) -> None:
        """Peewee: take back what is not committed."""
        # A full disk ends the transaction; a second ROLLBACK would fail and hide why.
        if self.connection().in_transaction:
            super().rollback()

    def _connect(self) -> sqlite3.Connection:
        connection = self._file.connection()
        self._add_conn_hooks(connection)
        return connection

    def _close(self, conn: sqlite3.Connection) -> None:
        """Peewee: the file itself closes it."""

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
            raise_in_words(error, self._file.path)
