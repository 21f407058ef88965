"""Where a berkas may go from where it is, along the SOP's path."""

from __future__ import annotations

from datetime import date

from sopapp.domain.errors import Missing
from sopapp.domain.facts import Facts
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.requirements import applies, missing
from sopapp.domain.sop import LaneCode, Sop, Stage


def next_step(stage: Stage, step: int, facts: Facts) -> int | None:
    """The index of the step after `step` that is on the way; None at the stage's end."""
    for index in range(step + 1, len(stage.steps)):
        if applies(stage.steps[index], facts):
            return index
    return None


def blocking(stage: Stage, step: int, facts: Facts) -> tuple[Missing, ...]:
    """What keeps a berkas in this step: at the stage's end, what the whole stage needs."""
    if next_step(stage, step, facts) is not None:
        return missing(stage.step(step).needs, facts)
    needs = dict.fromkeys(key for each in stage.steps for key in each.needs)
    return missing(tuple(needs), facts)


def position(sop: Sop, stage: int, lane: LaneCode, *, after: int = -1) -> int | None:
    """The first step of `lane` in `stage` behind step `after`; None when the SOP has none."""
    steps = sop.stage(stage).steps
    for index in range(after + 1, len(steps)):
        if steps[index].lane == lane:
            return index
    return None


def stage_due(calendar: HariKerja, begun: date, hari_kerja: int, *, first: bool) -> date:
    """When a stage that began on `begun` is due, after `hari_kerja` working days.

    Only a berkas' `first` stage can count its start day; a later one begins on a day that
    the stage before it has already used.
    """
    return calendar.due(begun, hari_kerja) if first else calendar.add(begun, hari_kerja)
