"""Puts every write back before it is committed, looks whether all is as before, and goes on."""

from __future__ import annotations

import sqlite3
from collections import Counter

from sopapp.persistence.recorder import Written
from sopapp.persistence.store import Store
from sopapp.persistence.undo_log import UndoLog
from sopapp.services import undo_rules

APART = ("riwayat", "attachment", "sqlite_sequence")
"""Tables that undo leaves alone."""


def whole(connection: sqlite3.Connection) -> dict[str, Counter[tuple[object, ...]]]:
    """Every row of every table that undo puts back, and of the search index, in no order."""
    sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    names = [name for (name,) in connection.execute(sql) if name not in APART]
    dump = {
        name: Counter(connection.execute(f"SELECT * FROM {name}"))
        for name in names
        if not name.startswith("sqlite_")
    }
    dump["dik_cari"] = Counter(connection.execute("SELECT rowid, * FROM dik_cari"))
    return dump


class CheckingRecorder:
    """A recorder for a store; `seen` counts the writes that were put back, by aksi."""

    def __init__(self, store: Store, seen: Counter[str]) -> None:
        self._store = store
        self._log = UndoLog(store.database)
        self._seen = seen
        self._after = 0
        self._before: dict[str, Counter[tuple[object, ...]]] = {}
        self._checked = False

    def prepare(self) -> None:
        self._log.prepare()

    def begin(self) -> None:
        self._after = self._log.last()
        self._before = whole(self._store.database.connection())

    def end(self) -> None:
        self._checked = undo_rules.refusal_of_rows(self._log, self._after) is None
        if not self._checked:
            return
        connection = self._store.database.connection()
        riwayat = connection.execute("SELECT count(*) FROM riwayat").fetchone()
        connection.execute("SAVEPOINT uji")
        done, noted = whole(connection), self._log.last()
        self._log.revert(self._after, noted)
        assert whole(connection) == self._before
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT count(*) FROM riwayat").fetchone() == riwayat
        self._log.revert(noted, self._log.last())
        assert whole(connection) == done
        connection.execute("ROLLBACK TO uji")
        connection.execute("RELEASE uji")

    def keep(self, written: Written) -> None:
        if self._checked and undo_rules.refusal(written.aksi, None) is None:
            self._seen[written.aksi] += 1
