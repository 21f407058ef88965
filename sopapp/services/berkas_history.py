"""The way a berkas has come, read from its stage and step runs."""

from __future__ import annotations

from sopapp.domain.berkas import StageRun, StepRun
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.route import stage_due
from sopapp.domain.sop import Sop
from sopapp.persistence import tables
from sopapp.persistence.stored_lane import lane_of
from sopapp.persistence.stored_time import day_of, stored_day


def runs_of(berkas_id: int, sop: Sop, calendar: HariKerja) -> tuple[StageRun, ...]:
    """Every stay of a berkas in a stage, oldest first, with its steps and due date."""
    steps: dict[int, list[StepRun]] = {}
    query = (
        tables.StepRun.select()
        .join(tables.StageRun)
        .where(tables.StageRun.berkas == berkas_id)
        .order_by(tables.StepRun.id)
    )
    stages = {
        run.id: run
        for run in tables.StageRun.select()
        .where(tables.StageRun.berkas == berkas_id)
        .order_by(tables.StageRun.id)
    }
    for step in query:
        stage = sop.stage(stages[step.stage_run_id].stage)
        steps.setdefault(step.stage_run_id, []).append(
            StepRun(
                index=step.step,
                lane=lane_of(step.lane),
                activity=stage.step(step.step).activity,
                mulai=day_of(step.mulai),
                selesai=stored_day(step.selesai),
                reason=step.alasan,
            )
        )
    return tuple(
        StageRun(
            stage=run.stage,
            mulai=day_of(run.mulai),
            selesai=stored_day(run.selesai),
            due=stage_due(
                calendar,
                day_of(run.mulai),
                sop.stage(run.stage).hari_kerja,
                first=place == 0,
            ),
            outcome=run.hasil,
            reason=run.alasan,
            steps=tuple(steps.get(run.id, ())),
        )
        for place, run in enumerate(stages.values())
    )
