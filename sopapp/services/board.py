"""The board, read in a handful of queries however many berkas there are."""

from __future__ import annotations

import json
from bisect import insort
from collections.abc import Callable, Collection
from datetime import date
from itertools import chain, islice
from typing import Any, NamedTuple

from sopapp.domain.board import URGENCY, Board, Card
from sopapp.domain.facts import Facts
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.route import blocking, stage_due
from sopapp.domain.sop import Stage, StageKind
from sopapp.domain.tenggatan import MENDEKAT, Golongan, Tenggatan
from sopapp.persistence.store import Store
from sopapp.persistence.stored_lane import lane_of
from sopapp.persistence.stored_time import day_of
from sopapp.services.checked_input import checked_input
from sopapp.services.facts import facts_of, facts_of_running, facts_of_some
from sopapp.services.sop import SopService

# The last two columns say why the step and the stage before were left; NULL where there was none.
_CARDS = """
SELECT b.id, b.judul, b.tahun, b.sop_id, r.stage, r.mulai, t.step, t.lane, t.mulai,
       (SELECT p.alasan FROM step_run p WHERE p.stage_run_id = r.id AND p.id < t.id
        ORDER BY p.id DESC LIMIT 1),
       (SELECT p.alasan FROM stage_run p WHERE p.berkas_id = b.id AND p.id < r.id
        ORDER BY p.id DESC LIMIT 1)
FROM stage_run r
JOIN berkas b ON b.id = r.berkas_id
JOIN step_run t ON t.stage_run_id = r.id AND t.selesai IS NULL
WHERE r.selesai IS NULL {only}
"""
# Thousands of berkas begin on few days: what they have in common is judged once.
_BEGUN = """
SELECT b.sop_id, r.stage, r.mulai,
       NOT EXISTS (SELECT 1 FROM stage_run p WHERE p.berkas_id = b.id AND p.id < r.id) AS pertama,
       json_group_array(b.id)
FROM stage_run r
JOIN berkas b ON b.id = r.berkas_id
JOIN step_run t ON t.stage_run_id = r.id AND t.selesai IS NULL
WHERE r.selesai IS NULL
GROUP BY b.sop_id, r.stage, r.mulai, pertama
"""
# A unit belongs to a berkas that asks it or that has a usulan of it.
_UNITS = """
SELECT u.id, u.nama FROM unit_kerja u WHERE u.id IN (
    SELECT p.unit_id FROM stage_run r JOIN permintaan p ON p.berkas_id = r.berkas_id
    WHERE r.selesai IS NULL
    UNION SELECT x.unit_id FROM stage_run r JOIN usulan x ON x.berkas_id = r.berkas_id
    WHERE r.selesai IS NULL)
ORDER BY u.urutan, u.id
"""
_OF_UNIT = """
SELECT r.berkas_id FROM stage_run r WHERE r.selesai IS NULL AND (
    r.berkas_id IN (SELECT berkas_id FROM permintaan WHERE unit_id = ?)
    OR r.berkas_id IN (SELECT berkas_id FROM usulan WHERE unit_id = ?))
"""
_ENDED = """
SELECT count(*) FROM berkas b
WHERE NOT EXISTS (SELECT 1 FROM stage_run r WHERE r.berkas_id = b.id AND r.selesai IS NULL)
"""


@checked_input(trusted=("board",))
class BoardService:
    """Reads the running berkas as cards."""

    def __init__(self, store: Store, sop: SopService, calendar: Callable[[], HariKerja]) -> None:
        self._store = store
        self._sop = sop
        self._calendar = calendar

    def load(self) -> Board:
        """Every running berkas, most urgent first."""
        facts = facts_of_running(self._store.database)
        rows = self._store.database.execute_sql(_CARDS.format(only="")).fetchall()
        today = self._store.clock.today()
        judge = _Judge(today, self._calendar(), self._sop)
        nothing = Facts()
        cards = [judge.card(row, facts.get(row[0], nothing)) for row in rows]
        cards.sort(key=URGENCY)
        return Board(self._sop.current(), today, tuple(cards))

    def renewed(self, board: Board, berkas_id: int) -> Board:
        """`board` with one berkas read anew, when a write touched no other."""
        today = self._store.clock.today()
        if board.today != today:
            return self.load()
        cards = [card for card in board.cards if card.berkas_id != berkas_id]
        judge = _Judge(today, self._calendar(), self._sop)
        for card in self._cards({berkas_id}, judge).values():
            insort(cards, card, key=URGENCY)
        return board._replace(cards=tuple(cards))

    def due(self, most: int) -> Tenggatan:
        """How many running berkas are late or due soon, with at most `most` cards of each."""
        today = self._store.clock.today()
        judge = _Judge(today, self._calendar(), self._sop)
        groups: dict[tuple[int, date], list[int]] = {}
        for sop_id, number, since, first, ids in self._store.database.execute_sql(_BEGUN):
            stage = self._sop.get(sop_id).stage(number)
            term = judge.term(since, stage.hari_kerja, bool(first))
            groups.setdefault((term.days_left, term.due), []).extend(json.loads(ids))
        urgent = [(left, sorted(groups[left, due])) for left, due in sorted(groups)]
        late = _first(most, [ids for left, ids in urgent if left < 0])
        now = _first(most, [ids for left, ids in urgent if left == 0])
        soon = _first(most, [ids for left, ids in urgent if 0 < left <= MENDEKAT])
        nearest = urgent[0][1][:1] if urgent else []
        cards = self._cards({*late[1], *now[1], *soon[1], *nearest}, judge)
        golongan = [
            Golongan(count, tuple(cards[berkas_id] for berkas_id in ids))
            for count, ids in (late, now, soon)
        ]
        return Tenggatan(
            self._sop.current(),
            today,
            sum(len(ids) for _left, ids in urgent),
            cards[nearest[0]] if nearest else None,
            *golongan,
        )

    def _cards(self, berkas: Collection[int], judge: _Judge) -> dict[int, Card]:
        facts = facts_of_some(self._store.database, berkas)
        sql = _CARDS.format(only="AND b.id IN (SELECT value FROM json_each(?))")
        rows = self._store.database.execute_sql(sql, (json.dumps([*berkas]),))
        nothing = Facts()
        return {row[0]: judge.card(row, facts.get(row[0], nothing)) for row in rows}

    def card(self, berkas_id: int, facts: Facts | None = None) -> Card | None:
        """The card of one berkas, judged on `facts` if they are known; None when it is over."""
        sql = _CARDS.format(only="AND b.id = ?")
        row = self._store.database.execute_sql(sql, (berkas_id,)).fetchone()
        if row is None:
            return None
        if facts is None:
            facts = facts_of(self._store.database, berkas_id)
        judge = _Judge(self._store.clock.today(), self._calendar(), self._sop)
        return judge.card(row, facts)

    def units(self) -> tuple[tuple[int, str], ...]:
        """Id and name of each unit that has to do with a running berkas, in the office's order."""
        return tuple(self._store.database.execute_sql(_UNITS).fetchall())

    def of_unit(self, unit_id: int) -> frozenset[int]:
        """The running berkas that ask a unit or have its usulan."""
        rows = self._store.database.execute_sql(_OF_UNIT, (unit_id, unit_id))
        return frozenset(berkas_id for (berkas_id,) in rows)

    def ended(self) -> int:
        """How many berkas are finished or cancelled."""
        (count,) = self._store.database.execute_sql(_ENDED).fetchone()
        return int(count)


def _first(most: int, groups: list[list[int]]) -> tuple[int, list[int]]:
    """How many there are in all groups, and the first `most`."""
    return sum(map(len, groups)), list(islice(chain.from_iterable(groups), max(most, 0)))


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
        self._terms: dict[tuple[str, int, bool], _Term] = {}
        self._states: dict[tuple[int, int, int, int], tuple[Facts, _State]] = {}
        self._places: dict[tuple[tuple[Any, ...], int], tuple[Any, ...]] = {}

    def card(self, row: tuple[Any, ...], facts: Facts) -> Card:
        """The card of a row of `_CARDS`."""
        # Berkas that stand alike differ in id, judul and tahun only.
        key = (row[3:], id(facts))
        alike = self._places.get(key)
        if alike is None:
            alike = self._places[key] = self._first_of(row, facts)[3:]
        return Card._make(row[:3] + alike)

    def _first_of(self, row: tuple[Any, ...], facts: Facts) -> Card:
        berkas_id, judul, tahun, sop_id, number, stage_since, *rest = row
        index, lane, held_since, step_left, stage_left = rest
        state = self.state(sop_id, number, index, facts)
        stage = state.stage
        term = self.term(stage_since, stage.hari_kerja, stage_left is None)
        return Card(
            berkas_id=berkas_id,
            judul=judul,
            tahun=tahun,
            stage=number,
            lane=lane_of(lane),
            step_index=index,
            activity=stage.step(index).activity,
            held_since=day_of(held_since),
            stage_since=term.begun,
            due=term.due,
            days_left=term.days_left,
            progress=state.progress,
            missing=state.missing,
            sent_back=step_left or stage_left or "",
            due_note=term.note,
        )

    def term(self, since: str, hari_kerja: int, first: bool) -> _Term:
        """When a stage that began then (ISO) is due, and how that stands today."""
        key = (since, hari_kerja, first)
        known = self._terms.get(key)
        if known is None:
            begun = day_of(since)
            due = stage_due(self._calendar, begun, hari_kerja, first=first)
            note = self._calendar.certainty(begun, due).sentence
            known = _Term(begun, due, self._calendar.days_left(self._today, due), note)
            self._terms[key] = known
        return known

    def state(self, sop_id: int, number: int, step: int, facts: Facts) -> _State:
        """How far a berkas with these facts is in that step, and what it lacks."""
        # Berkas with the same counts share one value, which is told apart faster than compared;
        # it is kept beside the answer, so that its number stays its own.
        key = (sop_id, number, step, id(facts))
        known = self._states.get(key)
        if known is None:
            stage = self._sop.get(sop_id).stage(number)
            lacking = tuple(lack.text for lack in blocking(stage, step, facts))
            known = facts, _State(stage, _progress(stage.kind, facts), lacking)
            self._states[key] = known
        return known[1]


def _progress(kind: StageKind, facts: Facts) -> tuple[int, int, str] | None:
    if kind is StageKind.PERMINTAAN:
        return (facts.answered, facts.asked, "unit menjawab")
    if kind is StageKind.VALIDASI:
        return (facts.usulan_final, facts.usulan, "usulan diputus")
    return None
