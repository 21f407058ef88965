"""The composition root: opens a data folder, builds the services, closes in order."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sopapp.calendar.indonesia import IndonesianHolidays
from sopapp.clock import Clock, SystemClock
from sopapp.domain.changes import Changes, Kind
from sopapp.domain.errors import EnvironmentProblem
from sopapp.domain.hari_kerja import HariKerja, OfficeDay
from sopapp.paths import RESOURCES, DataFolder
from sopapp.persistence.database import close_database, open_database
from sopapp.persistence.store import Store
from sopapp.services.board import BoardService
from sopapp.services.libur import LiburService
from sopapp.services.setting import SettingService
from sopapp.services.sop import SopService

if TYPE_CHECKING:
    from sopapp.persistence.files import FileStore
    from sopapp.services.attachments import AttachmentService
    from sopapp.services.berkas import BerkasService
    from sopapp.services.composer import Composer
    from sopapp.services.dik import DikService
    from sopapp.services.dik_awal import DikAwalService
    from sopapp.services.dik_search import DikSearchService
    from sopapp.services.dokumentasi import DokumentasiService
    from sopapp.services.ekspor import EksporService
    from sopapp.services.entri_history import EntriHistoryService
    from sopapp.services.formulir import FormulirService
    from sopapp.services.impor import ImporService
    from sopapp.services.instansi import InstansiService
    from sopapp.services.katalog import KatalogService
    from sopapp.services.kemiripan import KemiripanService
    from sopapp.services.keputusan import KeputusanService
    from sopapp.services.pejabat import PejabatService
    from sopapp.services.perbandingan import PerbandinganService
    from sopapp.services.permintaan import PermintaanService
    from sopapp.services.riwayat import RiwayatService
    from sopapp.services.surat import SuratService
    from sopapp.services.tinjauan import TinjauanService
    from sopapp.services.uji import UjiService
    from sopapp.services.unit_kerja import UnitKerjaService
    from sopapp.services.usulan import UsulanService


class App:
    """One open data folder with everything that can be asked of it. Use `open_app`."""

    def __init__(self, data: Path, clock: Clock, actor: str | None) -> None:
        folder = DataFolder(data)
        self.data = data
        self.clock = clock
        self.resources = RESOURCES
        try:
            data.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            msg = (
                f"Folder data tidak dapat dibuat ({error.strerror or error}). Periksa hak akses "
                f"atau pilih folder lain dengan --data:\n{data}"
            )
            raise EnvironmentProblem(msg) from error
        self._database = open_database(folder.database)
        self._store = Store(self._database, folder.database, clock, actor or _user_name())
        self._holidays = IndonesianHolidays(folder.holiday_cache)
        self._hari_kerja: HariKerja | None = None
        try:
            self._store.subscribe(self._forget_calendar)
            self.sop.start()
            if actor is None and (named := self.setting.general().pelaku):
                self._store.actor = named
        except BaseException:
            self.close()
            raise

    # Loaded when first asked for, but for the few services that the board needs.

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
        return LiburService(self._store)

    @cached_property
    def sop(self) -> SopService:
        """The SOP versions."""
        return SopService(self._store)

    @cached_property
    def riwayat(self) -> RiwayatService:
        """Who did what when."""
        from sopapp.services.riwayat import RiwayatService

        return RiwayatService()

    @cached_property
    def board(self) -> BoardService:
        """The running berkas as cards."""
        return BoardService(self._store, self.sop, self.calendar)

    @cached_property
    def berkas(self) -> BerkasService:
        """The life of a berkas."""
        from sopapp.services.berkas import BerkasService

        return BerkasService(self._store, self.sop, self.board, self.calendar)

    @cached_property
    def dik(self) -> DikService:
        """The register."""
        from sopapp.services.dik import DikService

        return DikService(self._store, self.berkas)

    @cached_property
    def dik_search(self) -> DikSearchService:
        """Finds entries by their words."""
        from sopapp.services.dik_search import DikSearchService

        return DikSearchService(self._store)

    @cached_property
    def dik_awal(self) -> DikAwalService:
        """Brings in the list that the office has when it starts."""
        from sopapp.services.dik_awal import DikAwalService

        return DikAwalService(self._store, self.attachments)

    @cached_property
    def entri_history(self) -> EntriHistoryService:
        """The life of one entry."""
        from sopapp.services.entri_history import EntriHistoryService

        return EntriHistoryService(self._store)

    @cached_property
    def perbandingan(self) -> PerbandinganService:
        """Two versions of the register side by side."""
        from sopapp.services.perbandingan import PerbandinganService

        return PerbandinganService(self._store, self.dik, self._composer)

    @cached_property
    def katalog(self) -> KatalogService:
        """Pasal 17 and the laws that are named beside it."""
        from sopapp.services.katalog import KatalogService

        return KatalogService(self._store, self.resources / "katalog")

    @cached_property
    def kemiripan(self) -> KemiripanService:
        """Titles that nearly repeat another."""
        from sopapp.services.kemiripan import KemiripanService

        return KemiripanService(self.dik, self.usulan)

    @cached_property
    def tinjauan(self) -> TinjauanService:
        """Entries near or past the end of their period, for a berkas."""
        from sopapp.services.tinjauan import TinjauanService

        return TinjauanService(self._store, self.dik, self.usulan, self.setting)

    @cached_property
    def uji(self) -> UjiService:
        """The tests before an exclusion."""
        from sopapp.services.uji import UjiService

        return UjiService(self._store, self.berkas, self.attachments, self._composer, self.dik)

    @cached_property
    def formulir(self) -> FormulirService:
        """The sheet that a unit fills in."""
        from sopapp.services.formulir import FormulirService

        return FormulirService(
            self._store,
            self.berkas,
            self.dik,
            self.instansi,
            self.unit_kerja,
            self.katalog,
            self.setting,
        )

    @cached_property
    def impor(self) -> ImporService:
        """Takes sheets in."""
        from sopapp.services.impor import ImporService

        return ImporService(
            self._store,
            self.berkas,
            self.dik,
            self.dik_awal,
            self.attachments,
            self.setting,
        )

    @cached_property
    def ekspor(self) -> EksporService:
        """The register for the public, in several formats."""
        from sopapp.services.ekspor import EksporService

        return EksporService(self._store, self.dik, self.instansi, self._composer)

    @cached_property
    def permintaan(self) -> PermintaanService:
        """What units were asked and answered."""
        from sopapp.services.permintaan import PermintaanService

        return PermintaanService(self._store, self.berkas, self.attachments)

    @cached_property
    def surat(self) -> SuratService:
        """The letters."""
        from sopapp.services.surat import SuratService

        return SuratService(self._store, self.berkas, self._composer, self.attachments)

    @cached_property
    def usulan(self) -> UsulanService:
        """What units propose, and the verdicts."""
        from sopapp.services.usulan import UsulanService

        return UsulanService(self._store, self.berkas, self.dik)

    @cached_property
    def keputusan(self) -> KeputusanService:
        """The Keputusan of a berkas."""
        from sopapp.services.keputusan import KeputusanService

        return KeputusanService(
            self._store, self.berkas, self.dik, self.attachments, self._composer
        )

    @cached_property
    def dokumentasi(self) -> DokumentasiService:
        """Scan, published list and archive."""
        from sopapp.services.dokumentasi import DokumentasiService

        return DokumentasiService(
            self._store, self.berkas, self.attachments, self.ekspor, self.riwayat
        )

    @cached_property
    def _files(self) -> FileStore:
        from sopapp.persistence.files import FileStore

        return FileStore(DataFolder(self.data).attachments)

    @cached_property
    def _composer(self) -> Composer:
        from sopapp.services.composer import Composer

        return Composer(
            self._store,
            self.resources / "templates",
            self.instansi,
            self.pejabat,
            self.setting,
            self.sop,
            self.dik,
            self.calendar,
        )

    def calendar(self) -> HariKerja:
        """The working-day calendar by the present settings and office days."""
        if self._hari_kerja is None:
            days = {day.tanggal: OfficeDay(day.masuk, day.alasan) for day in self.libur.list()}
            self._hari_kerja = self.calendar_with(days)
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

    def subscribe(self, listener: Callable[[Changes], None]) -> None:
        """Call `listener` with what changed after each committed write."""
        self._store.subscribe(listener)

    def close(self) -> None:
        """Close the data file; the object is of no use after."""
        close_database(self._database)

    def __enter__(self) -> App:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _forget_calendar(self, changes: Changes) -> None:
        if changes.touches(Kind.SETTING, Kind.LIBUR):
            self._hari_kerja = None


def open_app(data: Path, clock: Clock | None = None, actor: str | None = None) -> App:
    """Open (or make) a data folder.

    `actor` is the name riwayat records; else the one in the settings, else the PC's user.
    Raises EnvironmentProblem (NewerDataError for data of a newer program).
    """
    return App(data, clock or SystemClock(), actor)


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name known to the system
        return "Admin PPID"
