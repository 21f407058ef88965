"""Files that a kill left unfinished in a folder of the user's own, taken away later."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from sopapp.durable import ASIDE

OLD = 2 * 24 * 3600.0
"""Seconds after which something unfinished is taken for left behind: nobody writes that long."""

_UNFINISHED = re.compile(re.escape(ASIDE) + "[0-9a-f]{12}")


def sweep_beside(fresh: Path) -> None:
    """Delete what `durable_target` left unfinished in the folder of `fresh`, when it is old.

    `fresh` was written just now, so its time is that of the disk's clock; the PC's may have
    jumped. What cannot be deleted stays, and nothing of another form is touched.
    """
    with suppress(OSError):
        now = fresh.stat().st_mtime
        with os.scandir(fresh.parent) as entries:
            found = [each for each in entries if _UNFINISHED.fullmatch(each.name)]
        for each in found:
            with suppress(OSError):
                old = now - each.stat(follow_symlinks=False).st_mtime > OLD
                if old and each.is_file(follow_symlinks=False):
                    Path(each.path).unlink()
