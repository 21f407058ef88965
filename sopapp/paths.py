"""Where everything lies: the program's own files, and the user's data."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple


def _resources() -> Path:
    # A frozen build unpacks its data files below sys._MEIPASS, a checkout has them at its root.
    frozen: str | None = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root / "resources"


RESOURCES: Path = _resources()
"""Folder of the files shipped with the program: SOP, templates, fonts, guide."""

_NAME = "sop-dik"


def default_data_folder() -> Path:
    """The user's own data folder, by the platform's custom."""
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False)


def sample_data_folder() -> Path:
    """The folder of the sample data; never the real one."""
    return default_data_folder().with_name(f"{_NAME}-contoh")


class DataFolder(NamedTuple):
    """The names inside a data folder."""

    root: Path

    @property
    def database(self) -> Path:
        """The records."""
        return self.root / "data.sqlite3"

    @property
    def attachments(self) -> Path:
        """Stored files, under their checksums."""
        return self.root / "dokumen"

    @property
    def holiday_cache(self) -> Path:
        """Computed holidays, to start faster; may be deleted at any time."""
        return self.root / "cache" / "hari-libur.json"

    @property
    def log(self) -> Path:
        """The program's log."""
        return self.root / "log" / "program.log"

    @property
    def crash_log(self) -> Path:
        """What Python's fault handler says when the program is brought down."""
        return self.root / "log" / "gagal.log"

    @property
    def backups(self) -> Path:
        """The backups that lie beside the data."""
        return self.root / "cadangan"

    @property
    def backup_key(self) -> Path:
        """The key that seals backups at the second place."""
        return self.root / "kunci-cadangan.json"

    @property
    def lock(self) -> Path:
        """Tells that a window is open on this folder."""
        return self.root / "terpakai.lock"

    @property
    def window(self) -> Path:
        """How the window was left."""
        return self.root / "tampilan.ini"

    @property
    def sample_mark(self) -> Path:
        """Marks a folder of sample data, so that it is never taken for a real one."""
        return self.root / "DATA-CONTOH.txt"
