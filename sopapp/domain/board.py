"""The board as values: where every running berkas is, who holds it and what it lacks."""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import NamedTuple

from sopapp.domain.sop import LaneCode, Sop


class Card(NamedTuple):
    """One running berkas at a glance; a tuple, since thousands are made for the first paint.

    `held_since` is the day the current holder got it, `stage_since` the day the stage began;
    `days_left` counts working days to `due` (0 today, negative late). `progress` is
    (done, total, what) in stages that count something. `sent_back` is the reason when the
    stage is a return. `due_note` says why the due date is not certain, or is empty.
    """

    berkas_id: int
    judul: str
    tahun: int
    stage: int
    lane: LaneCode
    step_index: int
    activity: str
    held_since: date
    stage_since: date
    due: date
    days_left: int
    progress: tuple[int, int, str] | None
    missing: tuple[str, ...]
    sent_back: str
    due_note: str


URGENCY = attrgetter("days_left", "due", "berkas_id")
"""Sort key of cards, most urgent first; quicker than a property, and asked for thousands."""


class Board(NamedTuple):
    """The SOP in force and every running card, most urgent first."""

    sop: Sop
    today: date
    cards: tuple[Card, ...]


def days_left_text(days_left: int) -> str:
    """The words for a count of working days left (negative: late)."""
    if days_left < 0:
        return f"Terlambat {-days_left} hari kerja"
    if days_left == 0:
        return "Tenggat hari ini"
    return f"Sisa {days_left} hari kerja"
