"""Long work: how far it is, whether it is to stop, and how it moves bytes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from sopapp.domain.progress import Cancelled, Progress

Asked = Callable[[], bool]
"""Whether the user asked to stop."""

CHUNK = 1 << 18
"""Bytes moved at once: large enough for the GIL to be free, small enough for a slow stick."""
_EVERY = 0.04  # seconds between two reports


def never() -> bool:
    """For callers that cannot be asked to stop."""
    return False


@dataclass(slots=True)
class Meter:
    """Counts bytes of work, tells of them now and then, and stops when asked."""

    progress: Progress
    cancelled: Asked
    total: int = 0
    done: int = 0
    _told: float = field(default=0.0)

    def add(self, size: int) -> None:
        """Count `size` more bytes. Raises Cancelled."""
        self.done += size
        self.check()
        now = time.monotonic()
        if now - self._told >= _EVERY:
            self._told = now
            self._tell()

    def check(self) -> None:
        """Raises Cancelled when the user asked to stop."""
        if self.cancelled():
            raise Cancelled

    def finish(self) -> None:
        """Tell that all is done."""
        self.done = self.total
        self._tell()

    def _tell(self) -> None:
        self.progress(min(self.done, self.total), self.total)


def chunks(source: BinaryIO, meter: Meter | None = None) -> Iterator[bytes]:
    """The bytes of `source` in pieces, counted. Raises OSError, Cancelled."""
    while piece := source.read(CHUNK):
        yield piece
        if meter is not None:
            meter.add(len(piece))
