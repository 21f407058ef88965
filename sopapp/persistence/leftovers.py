"""What a run that was killed left half written, told by how its name begins."""

from __future__ import annotations

import time
from pathlib import Path

from sopapp.durable import ASIDE
from sopapp.file_lock import IN_USE, is_held


def sweep(folder: Path, *also: str, older_than: float = 0) -> None:
    """Remove what is unfinished in `folder`, files and folders, and what matches one of `also`.

    Without `older_than` (seconds) only for a run that holds the folder: an unfinished file of
    another run looks the same. What cannot be removed does no harm; the next run tries again.
    """
    now = time.time()
    for pattern in (f"{ASIDE}*", *also):
        for left in folder.glob(pattern):
            try:
                if older_than and left.stat().st_mtime >= now - older_than:
                    continue
                if is_held(left / IN_USE):
                    continue  # the command `cadangkan` may be at work for the same data
                if left.is_dir() and not left.is_symlink():
                    _remove_folder(left)
                else:
                    left.unlink()
            except OSError:  # held by another program
                continue


def _remove_folder(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
