"""The composition root: opens a data folder, builds the services, closes in order."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Mapping
from contextlib import suppress
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
from sopapp.private_folder import make_private
from sopapp.services.board import BoardService
from sopapp.services.libur import LiburService
from sopapp.services.setting import SettingService
from sopapp.services.sop import SopService

if TYPE_CHECKING:
    from sopapp.domain.agenda import Uraian
    from sopapp.persistence.files import FileStore
    from sopapp.services.agenda import AgendaService
    from sopapp.services.attachments import AttachmentService
    from sopapp.services.berkas import BerkasService
    from sopapp.services.cadangan import CadanganService
    from sopapp.services.composer import Composer
    from sopapp.services.dik import DikService
    from sopapp.services.dik_awal import DikAwalService
    from sopapp.services.dik_search import DikSearchService
    from sopapp.services.dokumentasi import DokumentasiService
    from sopapp.services.ekspedisi import EkspedisiService
    from sopapp.services.ekspor import EksporService
    from sopapp.services.entri_history import EntriHistoryService
    from sopapp.services.formulir import FormulirService
    from sopapp.services.impor import ImporService
    from sopapp.services.instansi import InstansiService
    from sopapp.services.katalog import KatalogService
    from sopapp.services.kemiripan import KemiripanService
    from sopapp.services.keputusan import KeputusanService
    from sopapp.services.keputusan_composer import KeputusanComposer
    from sopapp.services.kunci import KunciService
    from sopapp.services.lembar_sop import LembarSopService
    from sopapp.services.letter_fields import LetterFields
    from sopapp.services.nomor import NomorService
    from sopapp.services.nomor_luar import NomorLuarService
    from sopapp.services.office_parts import OfficeParts
    from sopapp.services.pejabat import PejabatService
    from sopapp.services.pembekuan import Pembekuan
    from sopapp.services.penolakan_composer import PenolakanComposer
    from sopapp.services.penyusunan import PenyusunanService
    from sopapp.services.perbandingan import PerbandinganService
    from sopapp.services.permintaan import PermintaanService
    from sopapp.services.permohonan import PermohonanService
    from sopapp.services.riwayat import RiwayatService
    from sopapp.services.surat import SuratService
    from sopapp.services.templat import TemplatService
    from sopapp.services.tinjauan import TinjauanService
    from sopapp.services.uji import UjiService
    from sopapp.services.uji_composer import UjiComposer
    from sopapp.services.undo import UndoService
    from sopapp.services.unit_kerja import UnitKerjaService
    from sopapp.services.usulan import UsulanService


class App:
    """One open data folder with everything that can be asked of it. Use `open_app`."""

    def __init__(
        self,
        data: Path,
        clock: Clock,
        actor: str | None,
        *,
        suspicious: bool = False,
        before_migration: Callable[[], None] | None = None,
    ) -> None:
        folder = DataFolder(data)
        self.data = data
        self.clock = clock
        self.resources = RESOURCES
        try:
            make_private(data)
        except OSError as error:
            msg = (
                f"Folder data tidak dapat dibuat ({error.strerror or error}). Periksa hak akses "
                f"atau pilih folder lain dengan --data:\n{data}"
            )
            raise EnvironmentProblem(msg) from error
        fresh = not folder.database.exists()
        self._database = open_database(
            folder.database, suspicious=suspicious, before_migration=before_migration
        )
        if fresh:
            _settle(data)
        self._store = Store(self._database, folder.database, clock, actor or _user_name())
        self._holidays = IndonesianHolidays(folder.holiday_cache)
        self._hari_kerja: HariKerja | None = None
        try:
            self._store.subscribe(self._forget_calendar)
            self.sop.start()
            if actor is None and (named := self.setting.general().pelaku):
                self._store.actor = named
            if suspicious:
                _sweep(folder)
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

        return PerbandinganService(self._store, self.dik, self._parts)

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

        return UjiService(
            self._store,
            self.berkas,
            self.attachments,
            self._uji_composer,
            self.dik,
            self.surat,
            self.nomor,
        )

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

        return EksporService(self._store, self.dik, self.instansi, self._parts)

    @cached_property
    def permintaan(self) -> PermintaanService:
        """What units were asked and answered."""
        from sopapp.services.permintaan import PermintaanService

        return PermintaanService(self._store, self.berkas, self.attachments)

    @cached_property
    def surat(self) -> SuratService:
        """The letters."""
        from sopapp.services.surat import SuratService

        return SuratService(
            self._store,
            self.berkas,
            self._composer,
            self.attachments,
            self.nomor,
            self._pembekuan,
        )

    @cached_property
    def penyusunan(self) -> PenyusunanService:
        """Drafts the Nota Dinas of a berkas."""
        from sopapp.services.penyusunan import PenyusunanService

        return PenyusunanService(self._store, self.berkas)

    @cached_property
    def nomor(self) -> NomorService:
        """The book of numbers."""
        from sopapp.services.nomor import NomorService

        return NomorService(self._parts)

    @cached_property
    def nomor_luar(self) -> NomorLuarService:
        """Numbers that were used outside the program."""
        from sopapp.services.nomor_luar import NomorLuarService

        return NomorLuarService(self._store, self.nomor, self._parts)

    @cached_property
    def agenda(self) -> AgendaService:
        """The Buku Agenda."""
        from sopapp.services.agenda import AgendaService

        def describe(surat_id: int) -> Uraian:
            # The letters' own service only when a line is wanted that was never written.
            return self.surat.book_line(surat_id)

        return AgendaService(self._store, self.nomor, self._parts, describe)

    @cached_property
    def ekspedisi(self) -> EkspedisiService:
        """The Buku Ekspedisi."""
        from sopapp.services.ekspedisi import EkspedisiService

        return EkspedisiService(self._store, self._parts, self.agenda)

    @cached_property
    def permohonan(self) -> PermohonanService:
        """Requests that are refused."""
        from sopapp.services.permohonan import PermohonanService

        return PermohonanService(
            self._store, self._penolakan_composer, self.attachments, self.calendar
        )

    @cached_property
    def templat(self) -> TemplatService:
        """The texts of the letters."""
        from sopapp.services.templat import TemplatService

        return TemplatService(self._store, self.resources / "templates")

    @cached_property
    def lembar_sop(self) -> LembarSopService:
        """The SOP as a sheet."""
        from sopapp.services.lembar_sop import LembarSopService

        return LembarSopService(self._parts, self.sop)

    @cached_property
    def kunci(self) -> KunciService:
        """The start password."""
        from sopapp.services.kunci import KunciService

        return KunciService(self._store)

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
            self._store,
            self.berkas,
            self.dik,
            self.attachments,
            self._composer,
            self._keputusan_composer,
            self.nomor,
            self._pembekuan,
        )

    @cached_property
    def dokumentasi(self) -> DokumentasiService:
        """Scan, published list and archive."""
        from sopapp.services.dokumentasi import DokumentasiService

        return DokumentasiService(
            self._store, self.berkas, self.attachments, self.ekspor, self.riwayat
        )

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
    def _files(self) -> FileStore:
        from sopapp.persistence.files import FileStore

        return FileStore(DataFolder(self.data).attachments)

    @cached_property
    def _parts(self) -> OfficeParts:
        from sopapp.services.office_parts import OfficeParts

        return OfficeParts(
            self._store, self.templat, self.instansi, self.pejabat, self.setting, self.sop
        )

    @cached_property
    def _keputusan_composer(self) -> KeputusanComposer:
        from sopapp.services.keputusan_composer import KeputusanComposer

        return KeputusanComposer(self._parts, self._letter_fields, self.dik)

    @cached_property
    def _letter_fields(self) -> LetterFields:
        from sopapp.persistence.read_memory import ReadMemory
        from sopapp.services.letter_fields import MOVING, LetterFields

        return LetterFields(self._parts, self.calendar, ReadMemory(self._store, *MOVING))

    @cached_property
    def _uji_composer(self) -> UjiComposer:
        from sopapp.services.uji_composer import UjiComposer

        return UjiComposer(self._parts)

    @cached_property
    def _penolakan_composer(self) -> PenolakanComposer:
        from sopapp.services.penolakan_composer import PenolakanComposer

        return PenolakanComposer(self._parts, self.dik)

    @cached_property
    def _composer(self) -> Composer:
        from sopapp.services.composer import Composer
        from sopapp.services.nota_dinas_composer import NotaDinasComposer

        return Composer(
            self._parts,
            NotaDinasComposer(self._parts, self._letter_fields, self._keputusan_composer),
            self._keputusan_composer,
            self._uji_composer,
            self._penolakan_composer,
        )

    @cached_property
    def _pembekuan(self) -> Pembekuan:
        from sopapp.services.pembekuan import Pembekuan

        return Pembekuan(self._store, self._composer, self.attachments)

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

    def clock_warning(self) -> str | None:
        """A sentence when the PC's clock cannot be right, else None."""
        from sopapp.services.jam_komputer import clock_warning

        return clock_warning(self._store)

    def on_listener_error(self, tell: Callable[[str, Exception], None]) -> None:
        """Call `tell` with the write and the fault when a listener fails after it."""
        self._store.on_listener_error = tell

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


def open_app(
    data: Path,
    clock: Clock | None = None,
    actor: str | None = None,
    *,
    suspicious: bool = False,
    before_migration: Callable[[], None] | None = None,
) -> App:
    """Open (or make) a data folder.

    `actor` is the name riwayat records; else the one in the settings, else the PC's user.
    `suspicious` looks the data file over first; `before_migration` is called before its
    schema is changed. Raises EnvironmentProblem (DamagedDataError for a damaged data file,
    NewerDataError for data of a newer program).
    """
    return App(
        data,
        clock or SystemClock(),
        actor,
        suspicious=suspicious,
        before_migration=before_migration,
    )


def _settle(data: Path) -> None:
    """Let the name of a new data folder survive a power cut too; SQLite syncs what is in it."""
    from sopapp.durable import sync_folder

    for folder in data.absolute().parents:
        with suppress(OSError):  # one that may not be looked into was not made by us
            sync_folder(folder)


def _sweep(folder: DataFolder) -> None:
    """Remove what the last run, which was killed, left half written."""
    from sopapp.persistence.leftovers import sweep

    sweep(folder.root, f"{folder.database.name}.sebelum-skema-*.baru*")
    sweep(folder.attachments)
    sweep(folder.backups)
    sweep(folder.holiday_cache.parent)


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name known to the system
        return "Admin PPID"
