"""A berkas as values: in a list, on its way through the stages, and whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopapp.domain.board import Card
from sopapp.domain.errors import Missing
from sopapp.domain.facts import Facts
from sopapp.domain.sop import STAGE_NUMBER, LaneCode, Sop, Stage, StageKind

NO_WAY_BACK = (
    "Daftar sudah diselaraskan dengan Keputusan berkas ini. Untuk mengubahnya, "
    "selesaikan berkas ini dan buat berkas baru."
)


class StatusBerkas(StrEnum):
    """Where a berkas stands as a whole."""

    BERJALAN = "berjalan"
    SELESAI = "selesai"
    BATAL = "batal"

    @property
    def label(self) -> str:
        """The word on screen."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class BerkasRow:
    """A berkas in a list; `stage` and `lane` while it runs, `ended` and `note` after."""

    id: int
    judul: str
    tahun: int
    mulai: date
    status: StatusBerkas
    stage: int | None
    lane: LaneCode | None
    ended: date | None
    note: str


@dataclass(frozen=True, slots=True)
class StepRun:
    """A stay in a step: who held the berkas from when to when, and why it was sent back."""

    index: int
    lane: LaneCode
    activity: str
    mulai: date
    selesai: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class StageRun:
    """A stay in a stage; `outcome` is maju, kembali or batal once it ended."""

    stage: int
    mulai: date
    selesai: date | None
    due: date
    outcome: str | None
    reason: str
    steps: tuple[StepRun, ...]


@dataclass(frozen=True, slots=True)
class BerkasDetail:
    """Everything the berkas page shows of the berkas itself.

    `missing` is what keeps it in its present step; `next_activity` what comes after it
    ("" when the next move finishes the berkas).
    """

    id: int
    judul: str
    tahun: int
    mulai: date
    status: StatusBerkas
    sop: Sop
    card: Card | None
    runs: tuple[StageRun, ...]
    facts: Facts
    missing: tuple[Missing, ...]
    next_activity: str
    batal_alasan: str

    @property
    def return_stages(self) -> tuple[Stage, ...]:
        """The stages that it can be returned to, the nearest first.

        None before the register's once that follows the Keputusan.
        """
        here = self.card.stage if self.card else 1
        first = STAGE_NUMBER[StageKind.PEMUTAKHIRAN] if self.facts.register_applied else 1
        return tuple(s for s in reversed(self.sop.stages) if first <= s.number < here)


def status_of(outcome: str | None) -> StatusBerkas:
    """The status that the outcome of the last stage run tells; None while it is open."""
    if outcome is None:
        return StatusBerkas.BERJALAN
    return StatusBerkas.BATAL if outcome == "batal" else StatusBerkas.SELESAI
