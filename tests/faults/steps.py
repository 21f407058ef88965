"""Every step with which the program touches the disk, seen before it happens.

Database statements, files opened to be written, bytes written, syncs, renames, new folders.
Only what lies below a given folder counts, so that fonts and templates are left alone.
"""

from __future__ import annotations

import io
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `kind` is sql, open, write, sync, rename, mkdir or unlink; `what` names it.

    After a COMMIT and a rename comes one of the kind "done".
    """

    kind: str
    what: str
    connection: sqlite3.Connection | None = None

    @property
    def reads(self) -> bool:
        """Whether a statement only reads."""
        return self.kind == "sql" and self.what.lstrip().upper().startswith("SELECT")


Watcher = Callable[[Step], None]
"""Hears each step before it happens; may raise what the disk would say, or kill."""


@contextmanager
def watched(root: Path, tell: Watcher) -> Iterator[None]:
    """Tell of each step below `root` while the block runs."""
    inside = _Inside(root)
    with ExitStack() as stack:

        def put(target: str, replacement: Any) -> None:
            stack.enter_context(mock.patch(target, replacement))

        opened = _opening(io.open, inside, tell)
        put("io.open", opened)
        put("builtins.open", opened)
        put("os.open", _low_opening(os.open, inside, tell))
        put("os.write", _low_writing(os.write, inside, tell))
        put("os.fsync", _syncing(os.fsync, inside, tell))
        for name in ("replace", "rename"):
            put(f"os.{name}", _renaming(getattr(os, name), inside, tell))
        put("os.mkdir", _one_path(os.mkdir, "mkdir", inside, tell))
        for name in ("unlink", "remove"):
            put(f"os.{name}", _one_path(getattr(os, name), "unlink", inside, tell))
        _watch_sql(stack, tell)
        yield


@contextmanager
def sql_seen() -> Iterator[None]:
    """Connections that are opened here can be watched later, by `watched`."""
    with mock.patch("sqlite3.connect", _connecting(sqlite3.connect)):
        yield


class _Inside:
    """Whether a path or a descriptor lies below the folder."""

    def __init__(self, root: Path) -> None:
        self._root = str(root.resolve())

    def __call__(self, path: object) -> bool:
        if isinstance(path, int):
            try:
                path = Path(f"/proc/self/fd/{path}").readlink()
            except OSError:  # no such place on this system: every descriptor counts
                return True
        try:
            text = os.path.abspath(os.fsdecode(path))  # type: ignore[arg-type]  # noqa: PTH100
        except TypeError:
            return False
        return text == self._root or text.startswith(self._root + os.sep)


def _opening(real: Any, inside: _Inside, tell: Watcher) -> Any:
    def opened(file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        writes = bool(set(mode) & set("wxa+"))
        if not (writes and inside(file)):
            return real(file, mode, *args, **kwargs)
        if not isinstance(file, int):
            tell(Step("open", str(file)))
        return _Written(real(file, mode, *args, **kwargs), tell)

    return opened


class _Written:
    """A file whose writes are told; all else is that of the file itself."""

    def __init__(self, file: Any, tell: Watcher) -> None:
        self._file = file
        self._tell = tell

    def write(self, data: Any) -> Any:
        self._tell(Step("write", str(self._file.name)))
        return self._file.write(data)

    def writelines(self, lines: Any) -> None:
        for line in lines:
            self.write(line)

    def __enter__(self) -> _Written:
        self._file.__enter__()
        return self

    def __exit__(self, *error: Any) -> Any:
        return self._file.__exit__(*error)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def _low_opening(real: Any, inside: _Inside, tell: Watcher) -> Any:
    def opened(path: Any, flags: int, *args: Any, **kwargs: Any) -> Any:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and inside(path):
            tell(Step("open", str(path)))
        return real(path, flags, *args, **kwargs)

    return opened


def _low_writing(real: Any, inside: _Inside, tell: Watcher) -> Any:
    def written(descriptor: int, data: Any) -> Any:
        if inside(descriptor):
            tell(Step("write", str(descriptor)))
        return real(descriptor, data)

    return written


def _syncing(real: Any, inside: _Inside, tell: Watcher) -> Any:
    def synced(descriptor: Any) -> Any:
        number = descriptor if isinstance(descriptor, int) else descriptor.fileno()
        if inside(number):
            tell(Step("sync", _name_of(number)))
        return real(descriptor)

    return synced


def _name_of(descriptor: int) -> str:
    try:
        return str(Path(f"/proc/self/fd/{descriptor}").readlink())
    except OSError:
        return str(descriptor)


def _renaming(real: Any, inside: _Inside, tell: Watcher) -> Any:
    def renamed(source: Any, target: Any, **kwargs: Any) -> Any:
        if inside(target):
            tell(Step("rename", str(target)))
        real(source, target, **kwargs)
        if inside(target):
            tell(Step("done", str(target)))

    return renamed


def _one_path(real: Any, kind: str, inside: _Inside, tell: Watcher) -> Any:
    def done(path: Any, *args: Any, **kwargs: Any) -> Any:
        # Making a folder that is there, or removing a file that is not, asks nothing of the disk.
        if inside(path) and os.path.lexists(path) == (kind == "unlink"):
            tell(Step(kind, str(path)))
        return real(path, *args, **kwargs)

    return done


# -- the database -----------------------------------------------------------------------------

_watchers: list[Watcher] = []
"""Who hears of statements now; connections outlive the block in which they are watched."""


class _Cursor(sqlite3.Cursor):
    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        for tell in tuple(_watchers):
            tell(Step("sql", sql, self.connection))
        result = super().execute(sql, *args)
        if sql.startswith("COMMIT"):
            for tell in tuple(_watchers):
                tell(Step("done", sql, self.connection))
        return result

    def executemany(self, sql: str, *args: Any) -> sqlite3.Cursor:
        for tell in tuple(_watchers):
            tell(Step("sql", sql, self.connection))
        return super().executemany(sql, *args)


@cache
def _watching(factory: type[sqlite3.Cursor]) -> type[sqlite3.Cursor]:
    """The kind of cursor that the program asks for, watched."""
    return type(factory.__name__, (_Cursor, factory), {})


class _Connection(sqlite3.Connection):
    def cursor(self, factory: Any = sqlite3.Cursor) -> Any:
        return super().cursor(_watching(factory))

    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        return self.cursor().execute(sql, *args)

    def executemany(self, sql: str, *args: Any) -> sqlite3.Cursor:
        return self.cursor().executemany(sql, *args)

    def backup(self, *args: Any, **kwargs: Any) -> None:
        for tell in tuple(_watchers):
            tell(Step("sql", "(backup)", self))
        super().backup(*args, **kwargs)


def _connecting(real: Any) -> Any:
    def connect(database: Any, *args: Any, **kwargs: Any) -> Any:
        for tell in tuple(_watchers):
            tell(Step("sql", "(connect)"))
        kwargs.setdefault("factory", _Connection)
        return real(database, *args, **kwargs)

    return connect


def _watch_sql(stack: ExitStack, tell: Watcher) -> None:
    stack.enter_context(sql_seen())
    _watchers.append(tell)
    stack.callback(_watchers.remove, tell)
