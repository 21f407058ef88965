"""What riwayat still has to say about a restore: kept on the disk until it says so.

The records that come in know nothing of their own restore, and the row that tells of it can only
be written once they are open. A kill in between would leave it out.
"""

from __future__ import annotations

import dataclasses
import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

NOTE = ".pulih-catat.json"
"""There from the end of a restore until riwayat tells of it."""


@dataclass(frozen=True, slots=True)
class RestoreNote:
    """When the backup was made, the last number of its riwayat, where the old data lies now."""

    made: datetime
    riwayat: int
    kept: str | None = None

    def said(self, kept: str | None) -> dict[str, Any]:
        """As it stands in the file, with the name of the folder that holds the old data."""
        note = dataclasses.replace(self, kept=kept)
        return {
            "dibuat": note.made.astimezone(UTC).isoformat(),
            "riwayat": note.riwayat,
            "disimpan": note.kept,
        }


def read_note(folder: Path) -> RestoreNote | None:
    """The note of a restore that riwayat may not tell of yet; None without a readable one."""
    try:
        value = json.loads((folder / NOTE).read_bytes())
        made = datetime.fromisoformat(value["dibuat"])
        kept = value["disimpan"]
        return RestoreNote(made, int(value["riwayat"]), None if kept is None else str(kept))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def drop_note(folder: Path) -> None:
    """Riwayat tells of it; a note that cannot be deleted is found to be told of next time."""
    with suppress(OSError):
        (folder / NOTE).unlink(missing_ok=True)
