"""Due dates that are still running, and how another set of days off would move them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.permohonan import HARI_JAWABAN, HARI_PERPANJANGAN
from sopapp.domain.route import stage_due
from sopapp.domain.tanggal import tanggal


class JenisTenggat(StrEnum):
    """What a due date belongs to."""

    BERKAS = "berkas"
    PERMOHONAN = "permohonan"


@dataclass(frozen=True, slots=True)
class TenggatBerjalan:
    """What a running due date is counted from; the date itself follows from a calendar.

    For a berkas: its title and present stage, the day that stage began, its working days, and
    whether it is the berkas' first run (`pertama`), which may count its start day. For a
    request: its registration number (never the applicant), the day it came in and the working
    days for the answer; `tahap` is None.
    """

    jenis: JenisTenggat
    id: int
    judul: str
    tahap: int | None
    mulai: date
    hari_kerja: int
    pertama: bool = True

    @property
    def nama(self) -> str:
        """`Pemutakhiran 2026, tahap 1`, or `Permohonan 07/PI/XI/2026`."""
        if self.jenis is JenisTenggat.PERMOHONAN:
            return f"Permohonan {self.judul}"
        return f"{self.judul}, tahap {self.tahap}"

    def tenggat(self, calendar: HariKerja) -> date:
        """The last day, as the board and the register of requests say it too."""
        if self.jenis is JenisTenggat.BERKAS:
            return stage_due(calendar, self.mulai, self.hari_kerja, first=self.pertama)
        rest = self.hari_kerja - HARI_JAWABAN
        return calendar.dues(self.mulai, (HARI_JAWABAN, rest) if rest else (HARI_JAWABAN,))[-1]


def hari_permohonan(*, diperpanjang: bool) -> int:
    """Working days for the answer to a request."""
    return HARI_JAWABAN + (HARI_PERPANJANGAN if diperpanjang else 0)


@dataclass(frozen=True, slots=True)
class Pergeseran:
    """A running due date that moves from `lama` to `baru`."""

    tenggat: TenggatBerjalan
    lama: date
    baru: date

    @property
    def words(self) -> str:
        """`Pemutakhiran 2026, tahap 1: 30 November 2026 → 1 Desember 2026`."""
        return f"{self.tenggat.nama}: {tanggal(self.lama)} → {tanggal(self.baru)}"


def dihitung(
    running: Iterable[TenggatBerjalan], calendar: HariKerja
) -> Iterator[tuple[TenggatBerjalan, date]]:
    """Each with its last day; thousands of berkas begin on few days, so each is counted once."""
    known: dict[tuple[JenisTenggat, date, int, bool], date] = {}
    for each in running:
        key = (each.jenis, each.mulai, each.hari_kerja, each.pertama)
        day = known.get(key)
        if day is None:
            day = known[key] = each.tenggat(calendar)
        yield each, day


def pergeseran(
    running: Iterable[TenggatBerjalan], present: HariKerja, future: HariKerja
) -> tuple[Pergeseran, ...]:
    """Which due dates are others by `future` than by `present`, the earliest first."""
    kept = tuple(running)
    pairs = zip(dihitung(kept, present), dihitung(kept, future), strict=True)
    moved = [Pergeseran(each, old, new) for (each, old), (_, new) in pairs if old != new]
    moved.sort(key=lambda one: (one.lama, one.tenggat.jenis, one.tenggat.id))
    return tuple(moved)
