"""A folder that only the PC's user can look into."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_private(folder: Path) -> None:
    """Make `folder` with rights for its user alone, or take the others' rights away.

    On Windows a new folder gets them from Python (3.11.10 and later) and the usual place,
    the user's own AppData, has them already; an older folder there keeps its rights. Raises
    OSError when it cannot be made. A disk that knows no rights (FAT) is left as it is.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
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
