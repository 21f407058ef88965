"""A folder that only the PC's user can look into."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from sopapp.disk_refusal import why_refused
from sopapp.domain.errors import EnvironmentProblem

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_folder(folder: Path) -> None:
    """Make `folder` with rights for its user alone where it is not there; else leave it as it is.

    On Windows the rights come from Python (3.11.10 and later). Raises OSError.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def make_private(folder: Path) -> None:
    """Make `folder` with rights for its user alone, or take the others' rights away.

    On Windows the usual place, the user's own AppData, has them already; an older folder
    elsewhere keeps its rights. Raises OSError when it cannot be made. A disk that knows no
    rights (FAT) is left as it is.
    """
    make_folder(folder)
    if others_may_look(folder):
        try:
            folder.chmod(stat.S_IRWXU)
        except OSError:  # not ours, or no rights on this disk: `others_may_look` tells
            return


def others_may_look(folder: Path) -> bool:
    """Whether the rights of `folder` let other users of this PC in.

    Always False on Windows, where rights are lists that this does not read.
    """
    if os.name != "posix":
        return False
    return bool(folder.stat().st_mode & _OTHERS)


def not_made(folder: Path, error: OSError) -> EnvironmentProblem:
    """For a data folder that could not be made: why, and what to do."""
    return EnvironmentProblem(
        f"Folder data tidak dapat dibuat ({why_refused(error)}). Periksa hak akses folder di "
        "atasnya, minta bantuan pengelola komputer, atau buka program dengan folder lain "
        f"(pilihan --data).\nFolder: {folder}"
    )
