"""Every berkas as a line of a list, read in one query."""

from __future__ import annotations

from collections.abc import Iterator

from sopapp.domain.berkas import BerkasRow, status_of
from sopapp.persistence.database import Database
from sopapp.persistence.stored_lane import lane_of
from sopapp.persistence.stored_time import day_of, stored_day

_SQL = """
SELECT b.id, b.judul, b.tahun, b.mulai, r.stage, r.selesai, r.hasil, r.alasan, t.lane
FROM berkas b
JOIN stage_run r ON r.id = (SELECT max(id) FROM stage_run WHERE berkas_id = b.id)
LEFT JOIN step_run t ON t.stage_run_id = r.id AND t.selesai IS NULL
ORDER BY b.id DESC"""


def berkas_rows(database: Database) -> Iterator[BerkasRow]:
    """All berkas, newest first."""
    for values in database.execute_sql(_SQL):
        berkas_id, judul, tahun, mulai, stage, ended, outcome, reason, lane = values
        yield BerkasRow(
            id=berkas_id,
            judul=judul,
            tahun=tahun,
            mulai=day_of(mulai),
            status=status_of(outcome),
            stage=stage if outcome is None else None,
            lane=None if lane is None else lane_of(lane),
            ended=stored_day(ended),
            note=reason,
        )
