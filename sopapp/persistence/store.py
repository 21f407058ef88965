"""The one way in for writes: a call is a transaction is a row of riwayat."""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sopapp.clock import Clock
from sopapp.domain.changes import Changes, Kind
from sopapp.domain.errors import EnvironmentProblem
from sopapp.persistence.database import Database, database_errors
from sopapp.persistence.stored_time import utc_text

if TYPE_CHECKING:
    from sopapp.persistence.recorder import Recorder, Snapshot

log = logging.getLogger(__name__)

AWAL = "0" * 64
"""What the first row of riwayat is chained to."""


def chain(previous: str, row: Mapping[str, object]) -> str:
    """The hash that ties a row of riwayat (without id and rantai) to the one before."""
    return hashing(row)(previous)


def hashing(row: Mapping[str, object]) -> Callable[[str], str]:
    """`chain` for one row behind many, its text made once."""
    import hashlib  # a start only reads

    text = f"\n{json.dumps(row, ensure_ascii=False, sort_keys=True)}".encode()
    return lambda previous: hashlib.sha256(previous.encode() + text).hexdigest()


class Entry:
    """What a write says about itself in riwayat; `say` must be called once."""

    def __init__(self, berkas_id: int | None = None) -> None:
        self.ringkasan = ""
        self.sebelum: Snapshot | None = None
        self.sesudah: Snapshot | None = None
        self.berkas_id = berkas_id

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


class Store:
    """The open data file with the clock and the name that riwayat records.

    `on_listener_error` is told what a listener raised after the write named first was
    committed; without one it is only logged.
    """

    def __init__(self, database: Database, path: Path, clock: Clock, actor: str) -> None:
        self.database = database
        self.path = path
        self.clock = clock
        self.actor = actor
        self.recorder: Recorder | None = None
        self.on_listener_error: Callable[[str, Exception], None] | None = None
        self._listeners: list[Callable[[Changes], None]] = []
        self._writing: frozenset[Kind] | None = None
        self._writes: Counter[Kind] = Counter()

    def changing(self, kinds: Iterable[Kind]) -> bool:
        """Whether a write under way may touch one of `kinds`."""
        return self._writing is not None and not self._writing.isdisjoint(kinds)

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
        if self._writing is not None:
            raise RuntimeError("a write inside a write")
        self._refuse_gone()
        from sopapp.persistence.tables import Riwayat  # a start only reads

        if Riwayat._meta.database is not self.database.orm:  # noqa: SLF001 - peewee's place
            raise RuntimeError("the tables are bound to another data file")
        entry = Entry(berkas_id=berkas_id)
        recorder, pelaku = self.recorder, self.actor
        self._writing = frozenset(kinds)
        try:
            with database_errors(self.path):
                if recorder is not None:
                    recorder.prepare()
                with self.database.atomic("IMMEDIATE"):
                    if recorder is not None:
                        recorder.begin()
                    yield entry
                    if not entry.ringkasan:
                        raise RuntimeError(f"write {aksi!r} said nothing for riwayat")
                    number = self._record(aksi, entry)
                    if recorder is not None:
                        recorder.end()
        finally:
            self._writing = None
        self._writes.update(kinds)
        if recorder is not None:
            from sopapp.persistence.recorder import Written

            said = (entry.ringkasan, entry.sebelum, entry.sesudah, entry.berkas_id)
            recorder.keep(Written(aksi, kinds, *said, pelaku, number))
        self._tell(aksi, Changes(frozenset(kinds), entry.berkas_id))

    def _refuse_gone(self) -> None:
        """A file that was moved while it is open still takes writes, which nobody finds again."""
        try:
            there = self.path.exists()
        except OSError:  # a disk that fails, a folder that may not be looked into
            there = False
        if not there:
            raise EnvironmentProblem(
                "File data tidak ada lagi di tempatnya: foldernya dipindahkan atau diganti nama, "
                "atau disknya dilepas. Tidak ada yang disimpan. Kembalikan ke tempat semula, "
                f"lalu ulangi.\nFile: {self.path}"
            )

    def _tell(self, aksi: str, changes: Changes) -> None:
        """Let every listener hear, also when one before it fails: the write stands."""
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception as error:
                log.exception("A listener failed after %s", aksi)
                if self.on_listener_error is not None:
                    self.on_listener_error(aksi, error)

    def _record(self, aksi: str, entry: Entry) -> int:
        from sopapp.persistence.tables import Riwayat

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
        made = Riwayat.create(**row, rantai=chain(last.rantai if last else AWAL, row))
        return int(made.id)


def _json(snapshot: Snapshot | None) -> str | None:
    if snapshot is None:
        return None
    return json.dumps(snapshot, ensure_ascii=False, default=str)
