"""A month as values: what each day is, what is due on it and what began on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sopapp.domain.days_off import DayKind, ExplainedDay, OfficeDay, YearStatus
from sopapp.domain.tenggat_berjalan import TenggatBerjalan

TAHUN_PERTAMA: Final = 2000
TAHUN_TERAKHIR: Final = 2100
"""Years that are shown."""

_WEEK: Final = 7
_OFF: Final = (DayKind.WEEKEND, DayKind.HOLIDAY, DayKind.CUTI_BERSAMA, DayKind.OFFICE_OFF)


@dataclass(frozen=True, slots=True)
class TenggatHari:
    """A running due date; `sisa` counts working days left, negative when it has passed."""

    tenggat: TenggatBerjalan
    sisa: int


@dataclass(frozen=True, slots=True)
class BerkasMulai:
    """A berkas that began."""

    id: int
    judul: str


@dataclass(frozen=True, slots=True)
class HariKalender:
    """One day. `ke_bulan` and `ke_tahun` number it among the working days, 0 when it is none."""

    arti: ExplainedDay
    kantor: OfficeDay | None
    ke_bulan: int
    ke_tahun: int
    tenggat: tuple[TenggatHari, ...] = ()
    mulai: tuple[BerkasMulai, ...] = ()

    @property
    def tanggal(self) -> date:
        """The date."""
        return self.arti.date

    @property
    def libur(self) -> bool:
        """Whether the office does not work."""
        return self.arti.kind in _OFF

    @property
    def nama(self) -> str:
        """What the state's or the office's day off is called; empty on any other day."""
        if self.arti.kind is DayKind.WEEKEND:
            return ""
        _label, _colon, name = self.arti.reason.partition(": ")
        return name or self.arti.reason.removeprefix("hari kerja").removeprefix(", ")


@dataclass(frozen=True, slots=True)
class BulanKalender:
    """A month in whole weeks from Monday, with days of its neighbours at both ends."""

    tahun: int
    bulan: int
    hari_ini: date
    status: YearStatus
    hari: tuple[HariKalender, ...]

    def own(self) -> tuple[HariKalender, ...]:
        """The days of the month itself."""
        return tuple(day for day in self.hari if self.holds(day.tanggal))

    def holds(self, day: date) -> bool:
        """Whether `day` is one of the month itself."""
        return (day.year, day.month) == (self.tahun, self.bulan)

    def day(self, day: date) -> HariKalender | None:
        """A day that is shown."""
        place = (day - self.hari[0].tanggal).days
        return self.hari[place] if 0 <= place < len(self.hari) else None


def minggu_penuh(tahun: int, bulan: int) -> tuple[date, ...]:
    """The days of a month, filled up to whole weeks from Monday."""
    first = date(tahun, bulan, 1)
    last = bulan_lain(first, 1) - timedelta(days=1)
    begin = first - timedelta(days=first.weekday())
    count = ((last - begin).days // _WEEK + 1) * _WEEK
    return tuple(begin + timedelta(days=number) for number in range(count))


def bulan_lain(day: date, months: int) -> date:
    """The same day `months` later, or the last one of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    length = (following - date(year, month + 1, 1)).days
    return date(year, month + 1, min(day.day, length))


def dapat_tampil(day: date) -> date:
    """`day`, or the nearest one that is shown."""
    return min(max(day, date(TAHUN_PERTAMA, 1, 1)), date(TAHUN_TERAKHIR, 12, 31))
