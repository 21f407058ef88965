"""A month with its days off, its due dates and what began in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache

from sopapp.domain.changes import Kind
from sopapp.domain.days_off import DayKind, OfficeDay
from sopapp.domain.errors import DomainError
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.kalender import (
    TAHUN_PERTAMA,
    TAHUN_TERAKHIR,
    BerkasMulai,
    BulanKalender,
    HariKalender,
    TenggatHari,
    minggu_penuh,
)
from sopapp.domain.tenggat_berjalan import dihitung
from sopapp.persistence.read_memory import ReadMemory
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of
from sopapp.services.checked_input import checked_input
from sopapp.services.office_days import office_days
from sopapp.services.sop import SopService
from sopapp.services.tenggat_berjalan import running_terms

SHOWN = (Kind.BERKAS, Kind.PERMOHONAN, Kind.SURAT, Kind.LIBUR, Kind.SETTING, Kind.SOP)
"""What a month depends on."""

_MULAI = """
SELECT mulai, id, judul FROM berkas WHERE mulai BETWEEN ? AND ? ORDER BY mulai, id
"""


@checked_input()
class KalenderService:
    """Reads only. Due dates are worked out once and kept until a write touches them."""

    def __init__(
        self,
        store: Store,
        sop: SopService,
        calendar: Callable[[], HariKerja],
    ) -> None:
        self._store = store
        self._sop = sop
        self._calendar = calendar
        self._memory = ReadMemory(store, *SHOWN)

    def month(self, tahun: int, bulan: int) -> BulanKalender:
        """A month in whole weeks. Raises DomainError outside the years 2000 to 2100."""
        if not (TAHUN_PERTAMA <= tahun <= TAHUN_TERAKHIR and 1 <= bulan <= 12):
            msg = f"Kalender memuat tahun {TAHUN_PERTAMA} sampai {TAHUN_TERAKHIR}."
            raise DomainError(msg, field="tahun")
        calendar = self._calendar()
        today = self._store.clock.today()
        days = minggu_penuh(tahun, bulan)
        due = self._memory.get(today, self._due)
        begun = self._begun(days[0], days[-1])
        office = self._memory.get("kantor", lambda: office_days(self._store.database))
        return BulanKalender(
            tahun,
            bulan,
            today,
            calendar.status(tahun),
            tuple(
                _day(calendar, day, office.get(day), due.get(day, ()), begun.get(day, ()))
                for day in days
            ),
        )

    def _due(self) -> Mapping[date, tuple[TenggatHari, ...]]:
        """Every running due date by its day."""
        calendar, today = self._calendar(), self._store.clock.today()
        found: dict[date, list[TenggatHari]] = {}
        left: dict[date, int] = {}
        for each, day in dihitung(running_terms(self._store.database, self._sop), calendar):
            if day not in left:
                left[day] = calendar.days_left(today, day)
            found.setdefault(day, []).append(TenggatHari(each, left[day]))
        return {day: tuple(dues) for day, dues in found.items()}

    def _begun(self, first: date, last: date) -> Mapping[date, tuple[BerkasMulai, ...]]:
        rows = self._store.database.execute_sql(_MULAI, (first.isoformat(), last.isoformat()))
        found: dict[date, list[BerkasMulai]] = {}
        read = cache(day_of)
        for day, berkas_id, judul in rows.fetchall():
            found.setdefault(read(day), []).append(BerkasMulai(berkas_id, judul))
        return {day: tuple(begun) for day, begun in found.items()}


def _day(
    calendar: HariKerja,
    day: date,
    office: OfficeDay | None,
    due: tuple[TenggatHari, ...],
    begun: tuple[BerkasMulai, ...],
) -> HariKalender:
    told = calendar.describe(day)
    works = told.kind in (DayKind.WORKING, DayKind.OFFICE_ON)
    return HariKalender(
        arti=told,
        kantor=office,
        ke_bulan=_number(calendar, day.replace(day=1), day) if works else 0,
        ke_tahun=_number(calendar, date(day.year, 1, 1), day) if works else 0,
        tenggat=due,
        mulai=begun,
    )


def _number(calendar: HariKerja, first: date, day: date) -> int:
    """Working days from `first` to `day`, both counted."""
    return calendar.count(first - timedelta(days=1), day)
