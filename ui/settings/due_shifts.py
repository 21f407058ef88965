"""Which running due dates would move if the office's own days were others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sopapp.domain.hari_kerja import OfficeDay
from sopapp.domain.tanggal import tanggal

if TYPE_CHECKING:
    from sopapp.app import App


@dataclass(frozen=True, slots=True)
class DueShift:
    """A running berkas whose present stage would be due on another day."""

    judul: str
    stage: int
    old: date
    new: date

    @property
    def words(self) -> str:
        """`Judul, tahap 1: 30 November 2026 → 1 Desember 2026`."""
        return f"{self.judul}, tahap {self.stage}: {tanggal(self.old)} → {tanggal(self.new)}"


def office_days(app: App) -> dict[date, OfficeDay]:
    """The office's days as stored."""
    return {day.tanggal: OfficeDay(day.masuk, day.alasan) for day in app.libur.list()}


def due_shifts(app: App, office: Mapping[date, OfficeDay]) -> tuple[DueShift, ...]:
    """What `office` instead of the stored days would move, most urgent first; nothing is stored.

    A stage keeps the number of working days between its first day and its due day.
    """
    present, future = app.calendar(), app.calendar_with(office)
    found = []
    for card in app.board.load().cards:
        length = present.count(card.stage_since, card.due)
        new = future.add(card.stage_since, length)
        if new != card.due:
            found.append(DueShift(card.judul, card.stage, card.due, new))
    return tuple(found)
