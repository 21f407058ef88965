"""The composition root: opens a data folder, hands out the services, closes in order."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import TracebackType

from sopapp.clock import Clock, SystemClock
from sopapp.domain.changes import Changes
from sopapp.lost_records import refuse_backup_place
from sopapp.paths import DataFolder
from sopapp.persistence.database import close_database, open_database
from sopapp.persistence.store import Store
from sopapp.private_folder import make_private, not_made
from sopapp.wiring.reports import ReportServices


class App(ReportServices):
    """One open data folder with everything that can be asked of it. Use `open_app`."""

    def __init__(
        self,
        data: Path,
        clock: Clock,
        actor: str | None,
        *,
        suspicious: bool = False,
        before_migration: Callable[[], None] | None = None,
    ) -> None:
        folder = DataFolder(data)
        fresh = not folder.database.exists()
        if fresh:
            refuse_backup_place(data)
        try:
            make_private(data)
        except OSError as error:
            raise not_made(data, error) from error
        self._database = open_database(
            folder.database, suspicious=suspicious, before_migration=before_migration
        )
        try:
            if fresh:
                _settle(data)
            store = Store(self._database, folder.database, clock, actor or _user_name())
            super().__init__(data, clock, store)
            self.sop.start()
            if actor is None and (named := self.setting.general().pelaku):
                store.actor = named
            if suspicious:
                _sweep(folder)
        except BaseException:
            self.close()
            raise

    @staticmethod
    def load_rest() -> None:
        """Load what a first click would wait for; any thread may do it."""
        import_module("sopapp.persistence.tables")
        import_module("sopapp.services.berkas")

    def clock_warning(self) -> str | None:
        """A sentence when the PC's clock cannot be right, else None."""
        from sopapp.services.jam_komputer import clock_warning

        return clock_warning(self._store)

    def on_listener_error(self, tell: Callable[[str, Exception], None]) -> None:
        """Call `tell` with the write and the fault when a listener fails after it."""
        self._store.on_listener_error = tell

    def subscribe(self, listener: Callable[[Changes], None]) -> None:
        """Call `listener` with what changed after each committed write."""
        self._store.subscribe(listener)

    def close(self) -> None:
        """Close the data file; the object is of no use after."""
        close_database(self._database)

    def __enter__(self) -> App:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_app(
    data: Path,
    clock: Clock | None = None,
    actor: str | None = None,
    *,
    suspicious: bool = False,
    before_migration: Callable[[], None] | None = None,
) -> App:
    """Open (or make) a data folder.

    `actor` is the name riwayat records; else the one in the settings, else the PC's user.
    `suspicious` looks the data file over first; `before_migration` is called before its
    schema is changed. Raises EnvironmentProblem (DamagedDataError for a damaged data file,
    NewerDataError for data of a newer program).
    """
    return App(
        data,
        clock or SystemClock(),
        actor,
        suspicious=suspicious,
        before_migration=before_migration,
    )


def _settle(data: Path) -> None:
    """Let the name of a new data folder survive a power cut too; SQLite syncs what is in it."""
    from sopapp.durable import sync_folder

    for folder in data.absolute().parents:
        with suppress(OSError):  # one that may not be looked into was not made by us
            sync_folder(folder)


def _sweep(folder: DataFolder) -> None:
    """Remove what the last run, which was killed, left half written."""
    from sopapp.persistence.leftovers import sweep

    sweep(folder.root, f"{folder.database.name}.sebelum-skema-*.baru*")
    sweep(folder.attachments)
    sweep(folder.backups)
    sweep(folder.holiday_cache.parent)


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name known to the system
        return "Admin PPID"
