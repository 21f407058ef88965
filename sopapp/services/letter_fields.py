"""The fields that templates of letters of a berkas may name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sopapp.documents.bilangan import bilangan
from sopapp.domain.changes import Kind
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.route import stage_due
from sopapp.domain.sop import STAGE_NUMBER, StageKind
from sopapp.domain.surat import JenisSurat
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.read_memory import ReadMemory
from sopapp.persistence.stored_time import day_of, stored_day
from sopapp.services.office_parts import OfficeParts

MOVING = (Kind.BERKAS, Kind.SETTING, Kind.LIBUR, Kind.SOP, Kind.DIK, Kind.SURAT)
"""What moves the due days of a berkas and the Keputusan that its register follows."""


@dataclass(frozen=True, slots=True)
class LetterFields:
    """Reads the fields of a letter from its berkas and the office."""

    parts: OfficeParts
    calendar: Callable[[], HariKerja]
    memory: ReadMemory
    """Of what `MOVING` touches: forty letters of a berkas ask for the same days."""

    def of(self, surat: Any, day: date | None) -> dict[str, str]:
        """The fields that hold for every letter of a berkas, dated `day`."""
        berkas = surat.berkas
        when = self.parts.letter_day(surat, day)
        asked = when
        if surat.jenis == JenisSurat.PENGINGAT.value and surat.rujukan is not None:
            asked = stored_day(surat.rujukan.tanggal) or when
        until = self.answer_until(berkas, asked)
        return {
            **self.parts.fields(berkas.tahun, berkas.sop_id),
            "tenggat": tanggal_text(until),
            "hari_kerja": bilangan(self._days_to_answer(berkas, asked, until)),
            "pejabat": self.parts.decider(when),
            "unit": surat.unit.nama if surat.unit_id else "unit kerja",
            "keputusan_lama": self._former(surat.id),
        }

    def answer_until(self, berkas: Any, asked: date) -> date:
        """The last day for an answer to a request dated `asked`: the stage's own last day.

        A request of that day or later asks for an answer within the stage's days, not for the past.
        """
        due = self.due(berkas, StageKind.PERMINTAAN)
        return due if asked < due else self.calendar().due(asked, self._length(berkas))

    def _days_to_answer(self, berkas: Any, asked: date, until: date) -> int:
        """Working days that a unit has, counted as the office counts; fewer when asked late."""
        length, calendar = self._length(berkas), self.calendar()
        return next((n for n in range(1, length) if calendar.due(asked, n) == until), length)

    def _length(self, berkas: Any) -> int:
        """Working days of the stage in which the units answer."""
        return self.parts.sop(berkas.sop_id).stage(STAGE_NUMBER[StageKind.PERMINTAAN]).hari_kerja

    def due(self, berkas: Any, kind: StageKind) -> date:
        """The last day of the berkas' newest stay in a stage, of the one to come by today."""
        key = (berkas.id, kind, self.parts.today())
        return self.memory.get(key, lambda: self._due(berkas, kind))

    def _due(self, berkas: Any, kind: StageKind) -> date:
        stage = self.parts.sop(berkas.sop_id).stage(STAGE_NUMBER[kind])
        runs = (
            tables.StageRun.select()
            .where(tables.StageRun.berkas == berkas.id)
            .order_by(tables.StageRun.id)
        )
        stays = [(place, run) for place, run in enumerate(runs) if run.stage == stage.number]
        place, begun = (1, self.parts.today())
        if stays:
            place, begun = stays[-1][0], day_of(stays[-1][1].mulai)
        return stage_due(self.calendar(), begun, stage.hari_kerja, first=place == 0)

    def _former(self, surat_id: int) -> str:
        """`Nomor ... tanggal ...` of the Keputusan that the register follows now."""
        for of_letter, nomor, day in self.memory.get("terbitan", _newest_two):
            if of_letter != surat_id:
                return f"Nomor {nomor} tanggal {tanggal_text(day_of(day))}"
        return ""


def _newest_two() -> tuple[tuple[int | None, str, str], ...]:
    """Letter, number and day of the last versions: one of them may be the letter's own."""
    rows = tables.Terbitan.select().order_by(tables.Terbitan.id.desc()).limit(2)
    return tuple((row.surat_id, row.nomor, row.tanggal) for row in rows)
