"""Small data folders to back up, with a program that has them open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sopapp.app import App
from sopapp.backup.making import MadeBackup, make_backup
from sopapp.backup.place import Place
from sopapp.backup.retention import Rule
from sopapp.backup.sealing import Key
from sopapp.backup.source import Source
from sopapp.paths import DataFolder

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Records:
    """An open data folder."""

    app: App
    source: Source

    def add(self, name: str, data: bytes) -> str:
        """Store a file with its record and say its digest."""
        taken = self.app.attachments.take_bytes(name, data, "application/pdf")
        with self.app._store.write("uji") as entry:
            self.app.attachments.record(taken)
            entry.say(f"Menyimpan {name}")
        return taken.sha256

    def write(self) -> None:
        """One more row of riwayat."""
        with self.app._store.write("uji") as entry:
            entry.say("Menulis")


def records_of(app: App) -> Records:
    """The records of an open data folder."""
    folder = DataFolder(app.data)
    return Records(app, Source(folder.database, folder.attachments))


def back_up(
    records: Records, place: Place, now: datetime = NOW, key: Key | None = None, **more: object
) -> MadeBackup:
    """A backup asked for, which prunes nothing unless told to."""
    return make_backup(records.source, place, reason="diminta", now=now, key=key, **more)  # type: ignore[arg-type]


def files_below(root: Path) -> dict[str, bytes]:
    """Every file by its path below `root`."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


KEEP_ONE = Rule(latest=1, weekly=0, monthly=0)
