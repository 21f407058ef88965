"""Backups as the window and the commands ask for them: state, jobs, settings, password."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Lock

from sopapp.backup.manifest import Reason
from sopapp.backup.place import Place
from sopapp.backup.restore_note import drop_note, read_note
from sopapp.backup.retention import Rule
from sopapp.backup.sealing import Key
from sopapp.backup.source import Source
from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError, EnvironmentProblem
from sopapp.domain.tanggal import waktu
from sopapp.paths import DataFolder
from sopapp.persistence.check_riwayat import PULIH
from sopapp.persistence.files import FileStore
from sopapp.persistence.store import AWAL, Store
from sopapp.persistence.tables import Riwayat
from sopapp.services.cadangan_job import BackupJob, BackupOutcome, SingleJob
from sopapp.services.cadangan_periksa import BackupsJob, BundlesJob, FetchJob, HealthJob
from sopapp.services.cadangan_sandi import KeyJob
from sopapp.services.cadangan_settings import CadanganSettings
from sopapp.services.cadangan_state import (
    PASSWORD_WANTED,
    Head,
    Look,
    outside_root,
)
from sopapp.services.setting import SettingService

MANY_ROWS = 100
"""Rows from which an import is preceded by a backup."""


class CadanganService:
    """Asks and jobs are made here from the open data; they run on whatever thread."""

    def __init__(
        self, store: Store, files: FileStore, setting: SettingService, folder: DataFolder
    ) -> None:
        self._store = store
        self._files = files
        self._setting = setting
        self._folder = folder
        self._lock = Lock()
        self._listeners: list[Callable[[BackupOutcome], None]] = []

    def settings(self) -> CadanganSettings:
        """When and where backups are made."""
        return self._setting.cadangan()

    def save(self, group: CadanganSettings) -> None:
        """Store the settings; `sandi` is `use_key`'s and stays. Raises DomainError."""
        chosen = group.di_luar.strip()
        if chosen:
            self._check_outside(Path(chosen))
        sandi = self.settings().sandi
        self._setting.save(group._replace(di_luar=chosen, sandi=sandi))

    def head(self) -> Head:
        """Where riwayat ends now."""
        rows = Riwayat.select(Riwayat.id, Riwayat.rantai)
        first = rows.order_by(Riwayat.id).first()
        last = rows.order_by(Riwayat.id.desc()).first()
        if first is None or last is None:
            return Head(0, AWAL, AWAL)
        return Head(last.id, last.rantai, first.rantai)

    def look(self) -> Look:
        """A question about the backups, to be answered on any thread."""
        settings = self.settings()
        key = self._key() if settings.sandi else None
        return Look(
            self._folder.root,
            self._folder.backups,
            self.head(),
            settings,
            settings.sandi and key is None,
            key.sandi if key else None,
            self._store.clock.now(),
        )

    def job(self, reason: Reason, *, recheck: bool = False) -> BackupJob:
        """The backup of both places; `recheck` reads all files there and mends those damaged."""
        settings = self.settings()
        key = self._key() if settings.sandi else None
        return BackupJob(
            self.source,
            self._folder.backups,
            Path(settings.di_luar) if settings.di_luar else None,
            PASSWORD_WANTED if settings.sandi and key is None else "",
            key,
            rule_of(settings),
            reason,
            self._store.clock.now(),
            self.head(),
            recheck,
            self._lock,
        )

    def single_job(self, target: Path, password: str | None) -> SingleJob:
        """Everything into one file."""
        return SingleJob(self.source, target, password or None, self._store.clock.now())

    def before_import(self, rows: int) -> BackupOutcome | None:
        """Back up before many rows come in; waits. For a caller without a window.

        Raises DamagedDataError; other troubles are in the outcome.
        """
        return self.job(Reason.IMPOR).run() if rows >= MANY_ROWS else None

    def record_restore(self, made: datetime, riwayat: int, kept: Path | None) -> None:
        """Write into riwayat that the data went back to a backup, unless it says so already.

        `made` is when the backup was made, `riwayat` its last number, `kept` where the data that
        was there before lies now.
        """
        kept_words = f" Data sebelumnya disimpan di {kept.name}." if kept else ""
        said = (
            f"Data dipulihkan dari cadangan {waktu(made)} (riwayat "
            f"sampai nomor {riwayat}).{kept_words}"
        )
        # What the backup itself told of another restore ends with its last number.
        told = Riwayat.select().where(
            Riwayat.aksi == PULIH, Riwayat.id > riwayat, Riwayat.ringkasan == said
        )
        if not told.exists():
            with self._store.write(PULIH) as entry:
                entry.say(said)
        self._keep_sealing()
        drop_note(self._folder.root)

    @property
    def sealing(self) -> bool:
        """Whether a key for the second place lies on this PC; it outlives a restore."""
        return self._folder.backup_key.exists()

    def _keep_sealing(self) -> None:
        """Data from before the password was set knows nothing of it; copies stay sealed."""
        settings = self.settings()
        if self.sealing and not settings.sandi:
            self._setting.save(settings._replace(sandi=True))

    def finish_restore(self) -> None:
        """Write the row of a restore that a kill kept from being told; else nothing is done."""
        note = read_note(self._folder.root)
        if note is not None:
            kept = self._folder.root / note.kept if note.kept else None
            self.record_restore(note.made, note.riwayat, kept)

    def key_job(self, password: str) -> KeyJob:
        """Finds or makes the key of a password that was checked; for any thread."""
        look = self.look()
        chosen = look.settings.di_luar
        return KeyJob(password, Path(chosen) if chosen else None, look.head, look.key_missing)

    def use_key(self, key: Key | None) -> None:
        """Seal copies in the second place with this key from now on, or no longer (None).

        Raises EnvironmentProblem for the key file.
        """
        path, before = self._folder.backup_key, self._key()
        if key is not None:
            key.store(path)
        else:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                said = "File kunci cadangan tidak dapat dihapus. Tutup program lain, lalu ulangi:"
                msg = f"{said}\n{path}"
                raise EnvironmentProblem(msg) from error
        settings = self.settings()
        if settings.sandi != (key is not None):
            self._setting.save(settings._replace(sandi=key is not None))
        elif key is not None:
            done = "diganti" if before else "dimasukkan di komputer ini"
            with self._store.write("cadangan.sandi", Kind.SETTING) as entry:
                entry.say(f"Kata sandi cadangan {done}.")

    def subscribe(self, listener: Callable[[BackupOutcome], None]) -> None:
        """Call `listener` after each backup whose end was told to `finished`."""
        self._listeners.append(listener)

    def finished(self, outcome: BackupOutcome) -> None:
        """Whoever ran a job tells its end here, on the thread of the open data."""
        for listener in tuple(self._listeners):
            listener(outcome)

    def places(self) -> tuple[Path, ...]:
        """Where bundles lie: beside the data, and in the second place when there is one."""
        second = self.settings().di_luar
        here = self._folder.backups
        return (here, outside_root(Path(second))) if second else (here,)

    def bundles_job(self) -> BundlesJob:
        """The list of all backups, for any thread."""
        return BundlesJob(self.places(), self._key())

    def health_job(self) -> HealthJob:
        """The full look at the data, for any thread."""
        return HealthJob(self._folder.database, self._folder.attachments, self.places())

    def fetch_job(self, wanted: tuple[str, ...]) -> FetchJob:
        """Takes stored files, named by their checksum, back from backups."""
        return FetchJob(wanted, self._files.root, self.places(), self._key())

    def backups_job(self) -> BackupsJob:
        """Reads the newest backup of each place through."""
        return BackupsJob(self.places(), self._key())

    @property
    def source(self) -> Source:
        """What is backed up."""
        return Source(self._folder.database, self._folder.attachments)

    def _key(self) -> Key | None:
        try:
            return Key.stored(self._folder.backup_key)
        except EnvironmentProblem:  # damaged: as good as lost, and asked for again
            return None

    def _check_outside(self, folder: Path) -> None:
        if not folder.is_absolute():
            raise DomainError("Pilih folder dengan letaknya yang lengkap.", field="di_luar")
        try:
            inside = folder.resolve().is_relative_to(self._folder.root.resolve())
        except (OSError, ValueError) as error:  # a name that no folder can have
            msg = "Nama folder itu tidak dapat dipakai. Pilih folder lain."
            raise DomainError(msg, field="di_luar") from error
        if inside:
            msg = "Tempat kedua tidak boleh di dalam folder data. Pilih disk atau folder lain."
            raise DomainError(msg, field="di_luar")


def rule_of(settings: CadanganSettings) -> Rule:
    """How many backups are kept."""
    return Rule(settings.terbaru, settings.mingguan, settings.bulanan)


def backup_before_migration(folder: DataFolder, now: datetime) -> None:
    """Back up beside the data before its schema changes; nothing is pruned then.

    Needs no App. Raises EnvironmentProblem when no backup can be made.
    """
    from sopapp.backup.making import make_backup

    make_backup(
        Source(folder.database, folder.attachments),
        Place(folder.backups),
        reason=Reason.MIGRASI,
        now=now,
    )
