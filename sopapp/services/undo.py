"""Takes back what was done by mistake: by a step of its own, which riwayat tells as well."""

from __future__ import annotations

import logging
import sqlite3
from dataclasses import dataclass

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.persistence.recorder import Written
from sopapp.persistence.store import Store
from sopapp.persistence.undo_log import UndoLog
from sopapp.services import undo_rules

log = logging.getLogger(__name__)

URUNGKAN = "urungkan"
"""The aksi of a step that takes another one back."""

ULANGI = "urungkan.ulangi"
"""The aksi of a step that does again what was taken back."""

DEEPEST = 50
"""Steps that are kept at most."""

NOTHING = "Belum ada perubahan yang dapat diurungkan sejak program dibuka."
NO_MORE = "Tidak ada lagi yang dapat diurungkan."
NOT_UNDONE = "Tidak ada yang dapat diulangi."
STRANGER = "Data berubah dari luar jendela ini, jadi perubahan sebelumnya tidak diurungkan."


@dataclass(frozen=True, slots=True)
class Urungan:
    """A write that can be or was taken back, by its sentence in riwayat."""

    ringkasan: str
    berkas_id: int | None


@dataclass(frozen=True, slots=True)
class _Step:
    written: Written
    after: int
    """The newest note of the log before the write, or before it was taken back."""
    until: int
    """Its newest one after it."""
    actor: str = ""
    """Who was at work when it was taken back."""


class UndoService:
    """Follows the writes from its making on; what came before, or another run did, stays.

    Several writes of one aksi in a row can be taken back one after the other, the last first;
    a write of another aksi ends that. What was taken back can be done again until another
    write is made.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._log = UndoLog(store.database)
        self._steps: list[_Step] = []
        self._undone: list[_Step] = []
        self._refusal = NOTHING
        self._last: int | None = None
        self._after = 0
        self._until = 0
        self._rows: str | None = None
        store.recorder = self

    def next(self) -> Urungan | None:
        """What `undo` would take back now."""
        return _urungan(self._steps[-1].written) if self._steps else None

    @property
    def followed(self) -> bool:
        """Whether there was any write since it follows them."""
        return self._last is not None

    @property
    def refusal(self) -> str:
        """Why nothing can be taken back while `next` is None, and what to do instead."""
        return self._refusal

    def undo(self) -> Urungan:
        """Take the last write back, as one write.

        Raises DomainError with the sentence of `refusal` when it cannot be.
        """
        if not self._steps:
            raise DomainError(self._refusal)
        step = self._steps[-1]
        was = step.written
        try:
            with self._store.write(URUNGKAN, *was.kinds, berkas_id=was.berkas_id) as entry:
                self._refuse_stranger()
                self._log.revert(step.after, step.until)
                entry.say(f"Diurungkan: {was.ringkasan}", sebelum=was.sesudah, sesudah=was.sebelum)
        except DomainError as error:
            self._drop(str(error))
            raise
        if Kind.SETTING in was.kinds:  # the name to be recorded may have been what was set
            self._store.actor = was.pelaku
        return _urungan(was)

    def next_again(self) -> Urungan | None:
        """What `redo` would do again now."""
        return _urungan(self._undone[-1].written) if self._undone else None

    def redo(self) -> Urungan:
        """Do again what was taken back last, as one write.

        Raises DomainError when there is nothing, or the data changed since.
        """
        if not self._undone:
            raise DomainError(NOT_UNDONE)
        step = self._undone[-1]
        was = step.written
        try:
            with self._store.write(ULANGI, *was.kinds, berkas_id=was.berkas_id) as entry:
                self._refuse_stranger()
                self._log.revert(step.after, step.until)
                entry.say(f"Diulangi: {was.ringkasan}", sebelum=was.sebelum, sesudah=was.sesudah)
        except DomainError as error:
            self._drop(str(error))
            raise
        if Kind.SETTING in was.kinds:
            self._store.actor = step.actor
        return _urungan(was)

    # -- sopapp.persistence.recorder.Recorder ---------------------------------------------

    def prepare(self) -> None:
        """Follow the tables from the first write of a run on."""
        self._log.prepare()

    def begin(self) -> None:
        """Mark where the notes of this write begin."""
        self._after = self._log.last()

    def end(self) -> None:
        """Look at what was touched while it can still be seen."""
        self._until = self._log.last()
        self._rows = undo_rules.refusal_of_rows(self._log, self._after)

    def keep(self, written: Written) -> None:
        """Put the write on the others, or in their place."""
        follows = self._last is not None and written.riwayat_id == self._last + 1
        self._last = written.riwayat_id
        if written.aksi == URUNGKAN:
            was = self._steps.pop().written
            self._undone.append(_Step(was, self._after, self._until, self._store.actor))
            self._refusal = NO_MORE
            return
        if written.aksi == ULANGI:
            self._steps.append(_Step(self._undone.pop().written, self._after, self._until))
            return
        self._undone.clear()
        why = undo_rules.refusal(written.aksi, self._rows)
        if why is not None:
            self._drop(why)
            return
        if not follows or (self._steps and self._steps[-1].written.aksi != written.aksi):
            self._steps.clear()
            self._forget(self._after)
        self._steps.append(_Step(written, self._after, self._until))
        if len(self._steps) > DEEPEST:
            del self._steps[0]
            self._forget(self._steps[0].after)

    def _drop(self, why: str) -> None:
        self._steps.clear()
        self._undone.clear()
        self._refusal = why
        self._forget(None)

    def _forget(self, until: int | None) -> None:
        """Make room. The write before it is committed, so nothing may fail any more.

        Notes that stay do no harm: each step knows where its own begin.
        """
        try:
            self._log.forget(self._log.last() if until is None else until)
        except sqlite3.Error:
            log.warning("Notes of undone writes could not be dropped")

    def _refuse_stranger(self) -> None:
        """Another process, such as an import by command, may have built on what was written."""
        (newest,) = self._store.database.execute_sql("SELECT max(id) FROM riwayat").fetchone()
        if newest != self._last:
            raise DomainError(STRANGER)


def _urungan(written: Written) -> Urungan:
    return Urungan(written.ringkasan, written.berkas_id)
