"""What a restore that was cut off leaves in a data folder."""

from __future__ import annotations

import os
from pathlib import Path

STAGING = ".pulih-baru"
"""Where the new lies until it is whole."""
PLAN = ".pulih.json"
"""What is being moved; there only while it is."""


def is_unfinished(folder: Path) -> bool:
    """Whether `sopapp.backup.exchange.finish_restore` has work; each start asks."""
    return any(os.path.lexists(folder / name) for name in (PLAN, STAGING))
