"""The board, read in a handful of queries however many berkas there are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from sopapp.domain.board import Board, Card
from sopapp.domain.facts import Facts
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.route import blocking, stage_due
from sopapp.domain.sop import Stage, StageKind
from sopapp.persistence.store import Store
from sopapp.persistence.stored_lane import lane_of
from sopapp.persistence.stored_time import day_of
from sopapp.services.checked_input import checked_input
from sopapp.services.facts import facts_of, facts_of_running
from sopapp.services.sop import SopService

_CARDS = """
SELECT b.id, b.judul, b.sop_id, r.stage, r.mulai, t.step, t.lane, t.mulai,
       coalesce(
           nullif((SELECT p.alasan FROM step_run p WHERE p.stage_run_id = r.id AND p.id < t.id
                   ORDER BY p.id DESC LIMIT 1), ''),
           (SELECT p.alasan FROM stage_run p WHERE p.berkas_id = b.id AND p.id < r.id
            ORDER BY p.id DESC LIMIT 1),
           ''),
       NOT EXISTS (SELECT 1 FROM stage_run p WHERE p.berkas_id = b.id AND p.id < r.id)
FROM stage_run r
JOIN berkas b ON b.id = r.berkas_id
JOIN step_run t ON t.stage_run_id = r.id AND t.selesai IS NULL
WHERE r.selesai IS NULL {only}
"""


@checked_input()
class BoardService:
    """Reads the running berkas as cards."""

    def __init__(self, store: Store, sop: SopService, calendar: Callable[[], HariKerja]) -> None:
        self._store = store
        self._sop = sop
        self._calendar = calendar

    def load(self) -> Board:
        """Every running berkas, most urgent first."""
        facts = facts_of_running(self._store.database)
        rows = self._store.database.execute_sql(_CARDS.format(only=""))
        today = self._store.clock.today()
        judge = _Judge(today, self._calendar(), self._sop)
        nothing = Facts()
        cards = [_card(row, facts.get(row[0], nothing), judge) for row in rows]
        cards.sort(key=lambda card: card.urgency)
        return Board(self._sop.current(), today, tuple(cards))

    def card(self, berkas_id: int, facts: Facts | None = None) -> Card | None:
        """The card of one berkas, judged on `facts` if they are known; None when it is over."""
        sql = _CARDS.format(only="AND b.id = ?")
        row = self._store.database.execute_sql(sql, (berkas_id,)).fetchone()
        if row is None:
            return None
        if facts is None:
            facts = facts_of(self._store.database, berkas_id)
        judge = _Judge(self._store.clock.today(), self._calendar(), self._sop)
        return _card(row, facts, judge)


def _card(row: tuple[Any, ...], facts: Facts, judge: _Judge) -> Card:
    berkas_id, judul, sop_id, number, stage_since, index, lane, held_since, returned, first = row
    state = judge.state(sop_id, number, index, facts)
    stage = state.stage
    term = judge.term(stage_since, stage.hari_kerja, first)
    return Card(
        berkas_id=berkas_id,
        judul=judul,
        stage=number,
        lane=lane_of(lane),
        step_index=index,
        step_count=len(stage.steps),
        activity=stage.steps[index].activity,
        held_since=day_of(held_since),
        stage_since=term.begun,
        due=term.due,
        days_left=term.days_left,
        progress=state.progress,
        missing=state.missing,
        sent_back=returned,
        due_note=term.note,
    )


class _Term(NamedTuple):
    begun: date
    due: date
    days_left: int
    note: str


class _State(NamedTuple):
    stage: Stage
    progress: tuple[int, int, str] | None
    missing: tuple[str, ...]


class _Judge:
    """Works out each thing once: thousands of berkas begin on few days and lack the same."""

    def __init__(self, today: date, calendar: HariKerja, sop: SopService) -> None:
        self._today = today
        self._calendar = calendar
        self._sop = sop
        self._terms: dict[tuple[str, int, int], _Term] = {}
        self._states: dict[tuple[int, int, int, Facts], _State] = {}

    def term(self, since: str, hari_kerja: int, first: int) -> _Term:
        """When a stage that began then (ISO) is due, and how that stands today."""
        key = (since, hari_kerja, first)
        known = self._terms.get(key)
        if known is None:
            begun = day_of(since)
            due = stage_due(self._calendar, begun, hari_kerja, first=bool(first))
            note = self._calendar.certainty(begun, due).sentence
            known = _Term(begun, due, self._calendar.days_left(self._today, due), note)
            self._terms[key] = known
        return known

    def state(self, sop_id: int, number: int, step: int, facts: Facts) -> _State:
        """How far a berkas with these facts is in that step, and what it lacks."""
        key = (sop_id, number, step, facts)
        known = self._states.get(key)
        if known is None:
            stage = self._sop.get(sop_id).stage(number)
            lacking = tuple(lack.text for lack in blocking(stage, step, facts))
            known = _State(stage, _progress(stage.kind, facts), lacking)
            self._states[key] = known
        return known


def _progress(kind: StageKind, facts: Facts) -> tuple[int, int, str] | None:
    if kind is StageKind.PERMINTAAN:
        return (facts.answered, facts.asked, "unit menjawab")
    if kind is StageKind.VALIDASI:
        return (facts.usulan_final, facts.usulan, "usulan diputus")
    return None
