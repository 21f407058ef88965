"""The office and what all other services stand on: settings, people, calendar, files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sopapp.calendar.indonesia import IndonesianHolidays
from sopapp.clock import Clock
from sopapp.domain.changes import Changes, Kind
from sopapp.domain.days_off import OfficeDay
from sopapp.domain.hari_kerja import HariKerja
from sopapp.paths import RESOURCES, DataFolder
from sopapp.persistence.store import Store
from sopapp.services.office_days import office_days
from sopapp.services.setting import SettingService
from sopapp.services.sop import SopService

if TYPE_CHECKING:
    from sopapp.persistence.files import FileStore
    from sopapp.services.attachments import AttachmentService
    from sopapp.services.cadangan import CadanganService
    from sopapp.services.instansi import InstansiService
    from sopapp.services.kalender import KalenderService
    from sopapp.services.katalog import KatalogService
    from sopapp.services.kunci import KunciService
    from sopapp.services.lembar_sop import LembarSopService
    from sopapp.services.libur import LiburService
    from sopapp.services.office_parts import OfficeParts
    from sopapp.services.pejabat import PejabatService
    from sopapp.services.profil import ProfilService
    from sopapp.services.riwayat import RiwayatService
    from sopapp.services.templat import TemplatService
    from sopapp.services.undo import UndoService
    from sopapp.services.unit_kerja import UnitKerjaService


class OfficeServices:
    """Services on `store`, the records of the data folder `data`.

    Loaded when first asked for, but for the few that the board needs.
    """

    def __init__(self, data: Path, clock: Clock, store: Store) -> None:
        self.data = data
        self.clock = clock
        self.resources = RESOURCES
        self._store = store
        self._holidays = IndonesianHolidays(DataFolder(data).holiday_cache)
        self._hari_kerja: HariKerja | None = None
        store.subscribe(self._forget_calendar)

    @cached_property
    def attachments(self) -> AttachmentService:
        """Files that belong to records."""
        from sopapp.services.attachments import AttachmentService

        return AttachmentService(self._store, self._files)

    @cached_property
    def setting(self) -> SettingService:
        """Settings in typed groups."""
        return SettingService(self._store)

    @cached_property
    def instansi(self) -> InstansiService:
        """The office."""
        from sopapp.services.instansi import InstansiService

        return InstansiService(self._store, self.attachments, self.setting)

    @cached_property
    def unit_kerja(self) -> UnitKerjaService:
        """The units that are asked."""
        from sopapp.services.unit_kerja import UnitKerjaService

        return UnitKerjaService(self._store)

    @cached_property
    def pejabat(self) -> PejabatService:
        """The officials."""
        from sopapp.services.pejabat import PejabatService

        return PejabatService(self._store)

    @cached_property
    def libur(self) -> LiburService:
        """The office's own days."""
        from sopapp.services.libur import LiburService

        return LiburService(self._store, self.sop, self.calendar_with)

    @cached_property
    def kalender(self) -> KalenderService:
        """Months with their days off and due dates."""
        from sopapp.services.kalender import KalenderService

        return KalenderService(self._store, self.sop, self.calendar)

    @cached_property
    def sop(self) -> SopService:
        """The SOP versions."""
        return SopService(self._store)

    @cached_property
    def katalog(self) -> KatalogService:
        """Pasal 17 and the laws that are named beside it."""
        from sopapp.services.katalog import KatalogService

        return KatalogService(self._store, self.resources / "katalog")

    @cached_property
    def templat(self) -> TemplatService:
        """The texts of the letters."""
        from sopapp.services.templat import TemplatService

        return TemplatService(self._store, self.resources / "templates")

    @cached_property
    def riwayat(self) -> RiwayatService:
        """Who did what when."""
        from sopapp.services.riwayat import RiwayatService

        return RiwayatService()

    @cached_property
    def kunci(self) -> KunciService:
        """The start password."""
        from sopapp.services.kunci import KunciService

        return KunciService(self._store)

    @cached_property
    def cadangan(self) -> CadanganService:
        """Backups of all of this."""
        from sopapp.services.cadangan import CadanganService

        return CadanganService(self._store, self._files, self.setting, DataFolder(self.data))

    @cached_property
    def undo(self) -> UndoService:
        """Takes back the last writes; follows them from when it is first asked for."""
        from sopapp.services.undo import UndoService

        return UndoService(self._store)

    @cached_property
    def profil(self) -> ProfilService:
        """The settings of the office as one file."""
        from sopapp.services.profil import ProfilService
        from sopapp.services.profil_beda import SettingServices

        return ProfilService(
            self._store,
            SettingServices(
                self.attachments,
                self.instansi,
                self.unit_kerja,
                self.pejabat,
                self.setting,
                self.templat,
                self.katalog,
                self.sop,
            ),
        )

    @cached_property
    def lembar_sop(self) -> LembarSopService:
        """The SOP as a sheet."""
        from sopapp.services.lembar_sop import LembarSopService

        return LembarSopService(self._parts, self.sop)

    @cached_property
    def _files(self) -> FileStore:
        from sopapp.persistence.files import FileStore

        return FileStore(DataFolder(self.data).attachments)

    @cached_property
    def _parts(self) -> OfficeParts:
        from sopapp.services.office_parts import OfficeParts

        return OfficeParts(
            self._store, self.templat, self.instansi, self.pejabat, self.setting, self.sop
        )

    def calendar(self) -> HariKerja:
        """The working-day calendar by the present settings and office days."""
        if self._hari_kerja is None:
            self._hari_kerja = self.calendar_with(office_days(self._store.database))
        return self._hari_kerja

    def calendar_with(self, office: Mapping[date, OfficeDay]) -> HariKerja:
        """The calendar as it would be with these office days, which are not stored."""
        work = self.setting.work()
        return HariKerja(
            self._holidays,
            office,
            workweek=work.workweek,
            count_start_day=work.count_start_day,
            work_on_cuti_bersama=work.work_on_cuti_bersama,
        )

    def _forget_calendar(self, changes: Changes) -> None:
        if changes.touches(Kind.SETTING, Kind.LIBUR):
            self._hari_kerja = None
