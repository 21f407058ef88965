"""What follows the writes of a store, so that they can be taken back later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sopapp.domain.changes import Kind

Snapshot = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Written:
    """A write that was committed, as its row of riwayat (`riwayat_id`) tells it."""

    aksi: str
    kinds: tuple[Kind, ...]
    ringkasan: str
    sebelum: Snapshot | None
    sesudah: Snapshot | None
    berkas_id: int | None
    pelaku: str
    riwayat_id: int


class Recorder(Protocol):
    """Follows every write, so that it can be taken back later."""

    def prepare(self) -> None:
        """Called before the transaction of a write begins."""

    def begin(self) -> None:
        """Called as the first thing inside the transaction."""

    def end(self) -> None:
        """Called inside the transaction, after all that the write changed."""

    def keep(self, written: Written) -> None:
        """Called once the write is committed, before any listener hears of it."""
