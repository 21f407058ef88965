"""What can be restored, opened and looked into on a thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopapp.backup.bundle import OpenBundle
    from sopapp.backup.manifest import BundleInfo, Details
    from sopapp.backup.plain import PlainData
    from sopapp.backup.sealing import Key

FILTER = "Cadangan (*.sopdik);;Salinan folder data (data.sqlite3);;Semua file (*)"


@dataclass(frozen=True, slots=True)
class Choice:
    """A bundle or a copied data file, with what opens it."""

    path: Path
    password: str | None = None
    key: Key | None = None

    def open(self) -> OpenBundle | PlainData:
        """Open it; close it after use. Raises DomainError, EnvironmentProblem."""
        from sopapp.backup.bundle import open_bundle
        from sopapp.backup.choosing import open_source

        if self.key is None or self.password:
            return open_source(self.path, self.password)
        return open_bundle(self.path, key=self.key)


@dataclass(frozen=True, slots=True)
class Inside:
    """What a choice holds."""

    choice: Choice
    info: BundleInfo
    details: Details


def look_inside(choice: Choice) -> Inside:
    """Open it, read what is told, and close it again. Raises DomainError, EnvironmentProblem."""
    with choice.open() as opened:
        return Inside(choice, opened.info, opened.details)
