"""Where a berkas is: its open stay and step in the data file, read, opened and closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.facts import Facts
from sopapp.domain.sop import LaneCode, Sop
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of
from sopapp.services.facts import facts_of
from sopapp.services.sop import SopService


@dataclass(frozen=True, slots=True)
class BerkasPlace:
    """The open run and step of a running berkas, with what judges them."""

    row: Any
    run: Any
    step: Any
    sop: Sop
    facts: Facts


class BerkasPlaces:
    """Finds places, and moves from one to the next; what writes is called inside a write."""

    def __init__(self, store: Store, sop: SopService) -> None:
        self._store = store
        self._sop = sop

    def berkas(self, berkas_id: int) -> Any:
        """The row of a berkas. Raises NotFoundError."""
        row = tables.Berkas.get_or_none(tables.Berkas.id == berkas_id)
        if row is None:
            raise NotFoundError("Berkas itu tidak ada.")
        return row

    def of(self, berkas_id: int) -> BerkasPlace:
        """Where a running berkas is. Raises NotFoundError, and DomainError for one that is over."""
        row = self.berkas(berkas_id)
        run = tables.StageRun.get_or_none(
            (tables.StageRun.berkas == berkas_id) & tables.StageRun.selesai.is_null()
        )
        if run is None:
            raise DomainError("Berkas ini sudah selesai atau batal, jadi tidak dapat diubah.")
        step = tables.StepRun.get(
            (tables.StepRun.stage_run == run.id) & tables.StepRun.selesai.is_null()
        )
        facts = facts_of(self._store.database, berkas_id)
        return BerkasPlace(row, run, step, self._sop.get(row.sop_id), facts)

    def today(self, place: BerkasPlace) -> date:
        """The day on which the present step ends now, never before it began."""
        # A berkas may be entered with a start in the future, and a PC's clock may jump back.
        return max(self._store.clock.today(), day_of(place.step.mulai))

    def open_run(self, berkas_id: int, sop: Sop, stage: int, index: int, day: date) -> None:
        """Begin a stay in a stage, with step `index` of it."""
        run = tables.StageRun.create(berkas=berkas_id, stage=stage, mulai=day.isoformat())
        self.open_step(run.id, sop.stage(stage).steps[index].lane, index, day)

    def open_step(self, run_id: int, lane: LaneCode, index: int, day: date) -> None:
        """Begin a step in the open stay."""
        tables.StepRun.create(stage_run=run_id, step=index, lane=lane.value, mulai=day.isoformat())

    def close_step(self, place: BerkasPlace, day: date, reason: str = "") -> None:
        """End the present step; `reason` is why it went back to another one."""
        tables.StepRun.update(selesai=day.isoformat(), alasan=reason).where(
            tables.StepRun.id == place.step.id
        ).execute()

    def close_run(self, place: BerkasPlace, day: date, outcome: str, reason: str = "") -> None:
        """End the stay as `maju`, `kembali` or `batal`."""
        tables.StageRun.update(selesai=day.isoformat(), hasil=outcome, alasan=reason).where(
            tables.StageRun.id == place.run.id
        ).execute()
