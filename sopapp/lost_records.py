"""Folders that must not be opened as new ones: their records are gone, or they hold backups."""

from __future__ import annotations

from pathlib import Path

from sopapp.domain.errors import DamagedDataError, EnvironmentProblem
from sopapp.paths import DataFolder

_BACKUPS = "*.sopdik"
_OBJECTS = "isi"


def refuse_lost_records(data: DataFolder) -> None:
    """Keep a folder without records from being opened as a new one.

    A data file that is not there or has no byte in it would be made anew, and the office would
    find everything gone. Call after `finish_restore`. Raises DamagedDataError when backups lie in
    the folder.
    """
    try:
        if data.database.stat().st_size:
            return
        what = "File data kosong"
    except FileNotFoundError:
        what = "File data tidak ditemukan"
    except OSError:
        return  # opening it says what is wrong
    if any(data.backups.glob(_BACKUPS)):
        raise DamagedDataError(
            f"{what}, padahal folder ini mempunyai cadangan. Pulihkan dari cadangan terakhir.\n"
            f"File: {data.database}"
        )


def refuse_backup_place(folder: Path) -> None:
    """Raises EnvironmentProblem for a folder that backups are kept in, as on a stick."""
    if (folder / _OBJECTS).is_dir() and any(folder.glob(_BACKUPS)):
        raise EnvironmentProblem(
            "Folder ini tempat cadangan, bukan folder data. Buka program dengan folder lain "
            "(pilihan --data), atau pulihkan cadangannya dengan perintah pulihkan.\n"
            f"Folder: {folder}"
        )
