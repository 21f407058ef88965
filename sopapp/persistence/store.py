"""The one way in for writes: a call is a transaction is a row of riwayat."""

from __future__ import annotations

import hashlib
import json
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import peewee

from sopapp.clock import Clock
from sopapp.domain.changes import Changes, Kind
from sopapp.persistence.database import database_errors
from sopapp.persistence.stored_time import utc_text
from sopapp.persistence.tables import Riwayat

Snapshot = Mapping[str, Any]
log = logging.getLogger(__name__)

AWAL = "0" * 64
"""What the first row of riwayat is chained to."""


def chain(previous: str, row: Mapping[str, object]) -> str:
    """The hash that ties a row of riwayat (without id and rantai) to the one before."""
    text = json.dumps(row, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


@dataclass(slots=True)
class Entry:
    """What a write says about itself in riwayat; `say` must be called once."""

    ringkasan: str = ""
    sebelum: Snapshot | None = None
    sesudah: Snapshot | None = None
    berkas_id: int | None = None

    def say(
        self,
        ringkasan: str,
        *,
        sebelum: Snapshot | None = None,
        sesudah: Snapshot | None = None,
        berkas_id: int | None = None,
    ) -> None:
        """Set the sentence, and the state before and after where there is one."""
        self.ringkasan = ringkasan
        self.sebelum = sebelum
        self.sesudah = sesudah
        if berkas_id is not None:
            self.berkas_id = berkas_id


@dataclass(slots=True)
class Store:
    """The open data file with the clock and the name that riwayat records."""

    database: peewee.SqliteDatabase
    path: Path
    clock: Clock
    actor: str
    _listeners: list[Callable[[Changes], None]] = field(default_factory=list)
    _writing: bool = False
    _writes: Counter[Kind] = field(default_factory=Counter)

    @property
    def writing(self) -> bool:
        """Whether a write is under way, which may still be taken back."""
        return self._writing

    def stamp(self, kinds: Iterable[Kind]) -> tuple[int, ...]:
        """How many committed writes touched each of `kinds` since the file was opened."""
        return tuple(self._writes[kind] for kind in kinds)

    def subscribe(self, listener: Callable[[Changes], None]) -> None:
        """Call `listener` after each committed write."""
        self._listeners.append(listener)

    @contextmanager
    def write(self, aksi: str, *kinds: Kind, berkas_id: int | None = None) -> Iterator[Entry]:
        """One write: everything inside is committed together with its riwayat row, or nothing.

        Raises EnvironmentProblem for disk, lock and damage.
        """
        if self._writing:
            raise RuntimeError("a write inside a write")
        if Riwayat._meta.database is not self.database:  # noqa: SLF001 - peewee's documented place
            raise RuntimeError("the tables are bound to another data file")
        entry = Entry(berkas_id=berkas_id)
        self._writing = True
        try:
            with database_errors(self.path), self.database.atomic("IMMEDIATE"):
                yield entry
                if not entry.ringkasan:
                    raise RuntimeError(f"write {aksi!r} said nothing for riwayat")
                self._record(aksi, entry)
        finally:
            self._writing = False
        self._writes.update(kinds)
        changes = Changes(frozenset(kinds), entry.berkas_id)
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception:
                log.exception("A listener failed after %s", aksi)

    def _record(self, aksi: str, entry: Entry) -> None:
        row: dict[str, object] = {
            "waktu": utc_text(self.clock.now()),
            "pelaku": self.actor,
            "aksi": aksi,
            "berkas": entry.berkas_id,
            "ringkasan": entry.ringkasan,
            "sebelum": _json(entry.sebelum),
            "sesudah": _json(entry.sesudah),
        }
        last = Riwayat.select(Riwayat.rantai).order_by(Riwayat.id.desc()).first()
        Riwayat.create(**row, rantai=chain(last.rantai if last else AWAL, row))


def _json(snapshot: Snapshot | None) -> str | None:
    if snapshot is None:
        return None
    return json.dumps(snapshot, ensure_ascii=False, default=str)
