"""What was carried once is put down again: long ways to a state are walked once a process.

A call of the services on the same records, day and arguments leaves the same records and files,
for clocks in tests stand still. A remembered way is told by all of that; what it left is put
into the open program instead of being made again, also in the other workers of a run. Nothing
is remembered while undo follows the writes, for it must see each of them.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sqlite3
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

from sopapp.app import App
from sopapp.domain.changes import Changes
from sopapp.paths import DataFolder

_KEPT = 150
"""Ways; each takes some four hundred thousand bytes."""
_ways: OrderedDict[str, _Way] = OrderedDict()
_shared: list[Path] = []
"""The folder in which the workers of a run tell each other of their ways; none in a run alone."""


def share_in(folder: Path) -> None:
    """Tell the other workers of this run what is walked from now on, and use what they told."""
    folder.mkdir(exist_ok=True)
    _shared[:] = [folder]


@dataclass(frozen=True, slots=True)
class _Way:
    """What a call left: its answer, what listeners heard, the records, the files by their names."""

    answer: object
    heard: list[Changes]
    records: sqlite3.Connection
    files: dict[tuple[int, str], bytes]


def remembered(way: Callable[..., Any]) -> Callable[..., Any]:
    """Let `way` be walked once for the same start.

    It is called with an App first; a folder among its arguments is one that it writes to, and a
    file is told by its name and content.
    """

    @wraps(way)
    def walk(app: App, *arguments: Any, **named: Any) -> Any:
        if app._store.recorder is not None or app._store._writing is not None:
            return way(app, *arguments, **named)
        folders = [app.data, *(each for each in arguments if _is_folder(each))]
        start = _told(app, way.__qualname__, arguments, named)
        if start not in _ways and (found := _taken_over(start)) is not None:
            _keep(start, found)
        if start not in _ways:
            before = [_names(folder) for folder in folders]
            heard: list[Changes] = []
            app.subscribe(heard.append)
            try:
                answer = way(app, *arguments, **named)
            finally:
                app._store._listeners.remove(heard.append)
            made = _Way(answer, heard, _copy(app), _new_files(folders, before))
            _keep(start, made)
            _hand_out(start, made)
            return answer
        _ways.move_to_end(start)
        known = _ways[start]
        for (number, name), content in known.files.items():
            path = folders[number] / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        known.records.backup(app._database.connection())
        for changes in known.heard:
            app._store._writes.update(changes.kinds)
            app._store._tell(way.__name__, changes)
        return known.answer

    return walk


def _keep(start: str, way: _Way) -> None:
    _ways[start] = way
    if len(_ways) > _KEPT:
        _ways.popitem(last=False)[1].records.close()


def _hand_out(start: str, way: _Way) -> None:
    for folder in _shared:
        told = pickle.dumps((way.answer, way.heard, way.records.serialize(), way.files))
        beside = folder / f"{start}.{os.getpid()}"
        beside.write_bytes(told)
        beside.replace(folder / start)


def _taken_over(start: str) -> _Way | None:
    for folder in _shared:
        if (folder / start).exists():
            answer, heard, content, files = pickle.loads((folder / start).read_bytes())
            records = sqlite3.connect(":memory:", check_same_thread=False)
            # As a file without a write-ahead log, which memory cannot have: byte 18 and 19 say so.
            records.deserialize(content[:18] + b"\1\1" + content[20:])
            return _Way(answer, heard, records, files)
    return None


def _is_folder(value: object) -> bool:
    return isinstance(value, Path) and value.is_dir()


def _told(app: App, name: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> str:
    told = hashlib.blake2b(app._database.connection().serialize())
    for value in (name, app.clock.today(), app._store.actor, *arguments, *sorted(named.items())):
        if _is_folder(value):
            told.update(b"a folder")
        elif isinstance(value, Path):
            told.update(value.name.encode() + value.read_bytes())
        else:
            told.update(repr(value).encode())
        told.update(b"\0")
    return told.hexdigest()


def _names(folder: Path) -> set[str]:
    own = DataFolder(folder).database.name
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(own)
    }


def _new_files(folders: list[Path], before: list[set[str]]) -> dict[tuple[int, str], bytes]:
    return {
        (number, name): (folder / name).read_bytes()
        for number, (folder, known) in enumerate(zip(folders, before, strict=True))
        for name in _names(folder) - known
    }


def _copy(app: App) -> sqlite3.Connection:
    records = sqlite3.connect(":memory:", check_same_thread=False)
    app._database.connection().backup(records)
    return records
