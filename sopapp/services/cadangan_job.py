"""The work of making backups: plain values only, so that it runs on any thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from sopapp.backup.making import MadeBackup, make_backup, make_single
from sopapp.backup.manifest import Reason
from sopapp.backup.place import Place
from sopapp.backup.retention import Rule
from sopapp.backup.sealing import Key
from sopapp.backup.source import Source
from sopapp.backup.work import Asked, never
from sopapp.domain.errors import DamagedDataError, EnvironmentProblem
from sopapp.domain.progress import Cancelled, Progress, no_progress
from sopapp.services.cadangan_state import (
    Head,
    bundles_of,
    covered,
    is_there,
    missing_words,
    outside_root,
)

Began = Callable[[str], None]
"""Called with what is being done now, in the user's words."""

_FORCED = (Reason.DIMINTA, Reason.MIGRASI)
"""Reasons for which a backup is made even when nothing changed."""
_WAIT = 0.1  # seconds between two looks at whether the wait was given up


def _untold(words: str) -> None:
    """For callers that do not show what is being done."""


@dataclass(frozen=True, slots=True)
class BackupOutcome:
    """What came of a job; None for a place that needed nothing.

    `problem` is why the copy beside the data was not made, `outside_problem` why the one in
    the second place was not; both are sentences. `damaged` names stored files that could not be
    backed up because they are missing or changed.
    """

    local: Path | None = None
    outside: Path | None = None
    problem: str = ""
    outside_problem: str = ""
    copied_files: int = 0
    damaged: tuple[str, ...] = ()

    @property
    def unchanged(self) -> bool:
        """Whether everything was backed up before."""
        return not (self.local or self.outside or self.problem or self.outside_problem)


@dataclass(frozen=True, slots=True)
class BackupJob:
    """One backup to both places, as the data stood when the job was made or later."""

    source: Source
    local: Path
    outside: Path | None
    outside_refused: str
    key: Key | None
    rule: Rule
    reason: Reason
    now: datetime
    head: Head
    recheck: bool
    lock: Lock

    def run(
        self,
        progress: Progress = no_progress,
        cancelled: Asked = never,
        began: Began = _untold,
    ) -> BackupOutcome:
        """Make what is wanted. Raises DamagedDataError for damaged data, and Cancelled.

        A copy that cannot be made at one place does not keep the other from being made.
        """
        began("Menunggu cadangan yang sedang berjalan")
        while not self.lock.acquire(timeout=_WAIT):
            if cancelled():
                raise Cancelled
        try:
            return self._run(progress, cancelled, began)
        finally:
            self.lock.release()

    def _run(self, progress: Progress, cancelled: Asked, began: Began) -> BackupOutcome:
        began("Mencadangkan data")
        made, problem = self._make(self.local, None, progress, cancelled)
        there, outside_problem = None, ""
        if self.outside is not None:
            began("Menyalin ke tempat kedua")
            there, outside_problem = self._outside(self.outside, progress, cancelled)
        both = [each for each in (made, there) if each is not None]
        return BackupOutcome(
            made.path if made else None,
            there.path if there else None,
            problem,
            outside_problem,
            sum(each.copied_files for each in both),
            both[0].damaged if both else (),
        )

    def _outside(
        self, folder: Path, progress: Progress, cancelled: Asked
    ) -> tuple[MadeBackup | None, str]:
        if not is_there(folder):
            return None, missing_words(folder)
        if self.outside_refused:
            return None, self.outside_refused
        return self._make(outside_root(folder), self.key, progress, cancelled)

    def _make(
        self, root: Path, key: Key | None, progress: Progress, cancelled: Asked
    ) -> tuple[MadeBackup | None, str]:
        """The backup at one place, or why there is none; neither when it has all already."""
        if self.reason not in _FORCED and self._covered(root, key):
            return None, ""
        try:
            made = make_backup(
                self.source,
                Place(root),
                reason=self.reason,
                now=self.now,
                key=key,
                rule=self.rule,
                progress=progress,
                cancelled=cancelled,
                recheck=self.recheck,
            )
        except DamagedDataError:
            raise
        except EnvironmentProblem as error:
            return None, str(error)
        return made, ""

    def _covered(self, root: Path, key: Key | None) -> bool:
        return covered(bundles_of(root, self.head, []), self.head, key.sandi if key else None)


@dataclass(frozen=True, slots=True)
class SingleJob:
    """Everything into one file, sealed when there is a password."""

    source: Source
    target: Path
    password: str | None
    now: datetime

    def run(
        self,
        progress: Progress = no_progress,
        cancelled: Asked = never,
        began: Began = _untold,
    ) -> BackupOutcome:
        """Make the file. Raises EnvironmentProblem, DamagedDataError and Cancelled."""
        began("Menyimpan ke satu file")
        key = Key.derive(self.password) if self.password else None
        made = make_single(
            self.source,
            self.target,
            reason=Reason.DIMINTA,
            now=self.now,
            key=key,
            progress=progress,
            cancelled=cancelled,
        )
        return BackupOutcome(made.path, copied_files=made.copied_files, damaged=tuple(made.damaged))
