"""What proves in the yearly monev that the list was set by the SOP, gathered for one ZIP.

Read on the GUI thread as values; the files themselves are made and written by `bukti_tulis`.
What is for everybody lies apart from what names people or their data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from sopapp.documents.content import Letter
from sopapp.documents.list_content import TabelCetak
from sopapp.domain.agenda import AgendaFilter
from sopapp.domain.bukti import INTERNAL, PUBLIK, Bagian, Bukti, DaftarIsi
from sopapp.domain.daftar_terbuka import DaftarTerbuka, FormatEkspor
from sopapp.domain.errors import DomainError
from sopapp.domain.kinerja import Kinerja
from sopapp.domain.progress import Cancelled, Progress, no_progress
from sopapp.domain.riwayat import RiwayatFilter
from sopapp.domain.tanggal import tanggal
from sopapp.persistence.files import FileStore
from sopapp.persistence.store import Store
from sopapp.services.agenda import AgendaService
from sopapp.services.bukti_keputusan import BuktiKeputusan
from sopapp.services.bukti_tulis import Make, Potong, RencanaBukti
from sopapp.services.checked_input import checked_input
from sopapp.services.ekspor import EksporService
from sopapp.services.file_names import file_name
from sopapp.services.instansi import InstansiService
from sopapp.services.kinerja import KinerjaService
from sopapp.services.lembar_sop import LembarSopService
from sopapp.services.letter_parts import full_name
from sopapp.services.office_parts import OfficeParts
from sopapp.services.riwayat import RiwayatService

_FORMS = (FormatEkspor.PDF, FormatEkspor.XLSX, FormatEkspor.CSV)
_OF_THE_YEAR = "SELECT DISTINCT sop_id FROM berkas WHERE tahun = ? ORDER BY sop_id"


@checked_input(trusted=("register",))
class BuktiMonevService:
    """Plans the bundle of a year; changes nothing."""

    def __init__(
        self,
        store: Store,
        files: FileStore,
        instansi: InstansiService,
        ekspor: EksporService,
        lembar_sop: LembarSopService,
        kinerja: KinerjaService,
        agenda: AgendaService,
        riwayat: RiwayatService,
        parts: OfficeParts,
    ) -> None:
        self._store = store
        self._keputusan = BuktiKeputusan(store, files)
        self._instansi = instansi
        self._ekspor = ekspor
        self._lembar_sop = lembar_sop
        self._kinerja = kinerja
        self._agenda = agenda
        self._riwayat = riwayat
        self._parts = parts

    def plan(
        self, tahun: int, register: TabelCetak, progress: Progress = no_progress
    ) -> RencanaBukti:
        """Everything of a year; `register` is that of the requests refused in it.

        `progress` hears of entries and letters, and may stop the work. Raises DomainError
        while the office has no name.
        """
        self._parts.kop()  # nothing of this can be made without it
        day = self.list_day(tahun)
        lines: list[Bukti | Potong] = [
            *self._keputusan.lines(tahun),
            *self._list(day, progress),
            *self._sop(tahun),
            *self._performance(tahun, progress),
            *self._registers(tahun, register, progress),
            *self._history(tahun),
        ]
        isi = DaftarIsi(
            instansi=full_name(self._instansi.get()),
            tahun=tahun,
            per_tanggal=day,
            dibuat=self._store.clock.today(),
            bukti=tuple(one.bukti if isinstance(one, Potong) else one for one in lines),
        )
        pieces = tuple(one for one in lines if isinstance(one, Potong))
        return RencanaBukti(isi, pieces, self._store.clock.now())

    def list_day(self, tahun: int) -> date:
        """The day that the list is shown for: the end of the year, or today before that.

        Raises DomainError for a year outside 2000 to 2100.
        """
        if not 2000 <= tahun <= 2100:
            raise DomainError("Tahun adalah 2000 sampai 2100.", field="tahun")
        return min(date(tahun, 12, 31), self._store.clock.today())

    def file_name(self, tahun: int) -> str:
        """A name for the ZIP that every system takes."""
        return file_name(f"Bukti Monev DIK {tahun}", ".zip")

    def _list(self, day: date, progress: Progress) -> Iterator[Bukti | Potong]:
        title = "Daftar untuk umum"
        try:
            value = self._ekspor.value(day, progress)
        except Cancelled:
            raise
        except DomainError as error:
            msg = str(error)
            if error.field == "tanggal":  # there is no day to choose here
                msg = (
                    f"Belum ada Keputusan yang menetapkan daftar sampai dengan {tanggal(day)}. "
                    "Selaraskan daftar dengan Keputusan di tahap 4 berkasnya."
                )
            yield Bukti(Bagian.DAFTAR, title, kurang=msg)
            return
        paper = self._ekspor.compose(value)  # from the database, so not left to the thread
        for form in _FORMS:
            place = f"{PUBLIK}/{self._ekspor.file_name(value, form)}"
            said = f"{value.keadaan} {value.keputusan}."
            yield Potong(
                Bukti(Bagian.DAFTAR, f"{title} ({form.value.upper()})", place, said),
                _built(paper) if form is FormatEkspor.PDF else _written(value, form),
            )

    def _sop(self, tahun: int) -> Iterator[Bukti | Potong]:
        """The sheet of each version that berkas of the year run on."""
        used = self._store.database.execute_sql(_OF_THE_YEAR, (tahun,)).fetchall()
        said = "SOP yang dipakai berkas tahun ini." if used else "SOP yang berlaku sekarang."
        versions = [sop_id for (sop_id,) in used] or [None]
        for number, sop_id in enumerate(versions, start=1):
            which = f" {number} dari {len(versions)}" if len(versions) > 1 else ""
            paper = self._lembar_sop.compose(sop_id)
            yield _paper(Bagian.SOP, f"Lembar SOP{which}", "sop", paper, said)

    def _performance(self, tahun: int, progress: Progress) -> Iterator[Bukti | Potong]:
        value = self._read_performance(tahun, progress)
        if not value.berkas:
            msg = f"Belum ada berkas tahun {tahun}."
            yield Bukti(Bagian.KINERJA, "Laporan kinerja SOP", kurang=msg)
            return
        title = f"Laporan kinerja SOP {tahun}"
        yield _paper(Bagian.KINERJA, title, "kinerja", self._kinerja.compose(value))
        place = f"{INTERNAL}/kinerja/{self._kinerja.file_name(tahun, '.xlsx')}"
        yield Potong(Bukti(Bagian.KINERJA, f"{title} (Excel)", place), self._workbook(value))

    def _read_performance(self, tahun: int, progress: Progress) -> Kinerja:
        """A year of many berkas is read in parts, so that the work can be stopped there too."""
        parts = self._kinerja.in_parts(tahun)
        while True:
            try:
                next(parts)
            except StopIteration as end:
                read: Kinerja = end.value
                return read
            progress(0, 1)

    def _workbook(self, value: Kinerja) -> Make:
        report, office = self._kinerja.laporan(value), full_name(self._instansi.get())

        def make(_progress: Progress) -> bytes:
            from sopapp.publication.kinerja_xlsx import write_kinerja

            return write_kinerja(value, report, office)

        return make

    def _registers(
        self, tahun: int, register: TabelCetak, progress: Progress
    ) -> Iterator[Bukti | Potong]:
        wanted = AgendaFilter(tahun)
        if self._agenda.rows(wanted):
            paper = self._agenda.compose(wanted, progress)
            yield _paper(Bagian.REGISTER, f"Buku agenda surat keluar {tahun}", "register", paper)
        else:
            msg = f"Belum ada surat bernomor pada tahun {tahun}."
            yield Bukti(Bagian.REGISTER, f"Buku agenda surat keluar {tahun}", kurang=msg)
        title = f"Register permohonan yang ditolak {tahun}"
        if register.baris:
            said = "Memuat data pribadi pemohon: tidak untuk diumumkan."
            yield _table(Bagian.REGISTER, title, "register", lambda: register, said)
        else:
            told = f"Nihil: tidak ada permohonan yang ditolak pada tahun {tahun}."
            yield Bukti(Bagian.REGISTER, title, keterangan=told)

    def _history(self, tahun: int) -> Iterator[Bukti | Potong]:
        from sopapp.services.riwayat_book import chain_words, filter_words, printed_book

        wanted = RiwayatFilter(dari=date(tahun, 1, 1), sampai=date(tahun, 12, 31))
        rows = self._riwayat.rows(wanted)
        title = f"Riwayat perubahan data {tahun}"
        if not rows:
            msg = f"Belum ada perubahan yang tercatat pada tahun {tahun}."
            yield Bukti(Bagian.RIWAYAT, title, kurang=msg)
            return
        titles, end = self._riwayat.titles(), self._riwayat.end()
        page, office = self._parts.page(), full_name(self._instansi.get())
        today = self._store.clock.today()

        def book() -> TabelCetak:
            told = filter_words(wanted, "", "")
            return printed_book(rows, told, titles, end, page, office, today)

        yield _table(Bagian.RIWAYAT, title, "riwayat", book, chain_words(end))


def _built(paper: Letter) -> Make:
    """A paper that is built when its turn comes."""

    def make(progress: Progress) -> bytes:
        from sopapp.documents.build import build

        return build(paper, progress)

    return make


def _written(value: DaftarTerbuka, form: FormatEkspor) -> Make:
    """A form of the list other than the paper."""

    def make(progress: Progress) -> bytes:
        from sopapp.publication.write import write_list

        return write_list(value, form, progress)

    return make


def _paper(bagian: Bagian, title: str, folder: str, paper: Letter, said: str = "") -> Potong:
    return _piece(bagian, title, folder, _built(paper), said)


def _table(
    bagian: Bagian, title: str, folder: str, table: Callable[[], TabelCetak], said: str
) -> Potong:
    """A table of the records, which prints whatever they hold; put together on the thread."""

    def make(progress: Progress) -> bytes:
        from sopapp.documents.build import build
        from sopapp.documents.printable import printable_tabel

        return build(printable_tabel(table()), progress)

    return _piece(bagian, title, folder, make, said)


def _piece(bagian: Bagian, title: str, folder: str, make: Make, said: str) -> Potong:
    place = f"{INTERNAL}/{folder}/{file_name(title, '.pdf')}"
    return Potong(Bukti(bagian, title, place, said), make)
