"""A data file's address as SQLite takes it."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote_from_bytes


def file_address(path: Path) -> str:
    """`path` as a `file:` address without parameters.

    With an empty authority also for a share (`file:////server/share/x`): SQLite refuses the
    server's name there, which is where `Path.as_uri` puts it.
    """
    text = path.resolve().as_posix()
    return (
        f"file://{'' if text.startswith('/') else '/'}{quote_from_bytes(os.fsencode(text), '/:')}"
    )
