"""The public list of any day: what it says, and the files it is published as."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from sopapp.documents.list_content import BarisDaftar, DaftarPublik
from sopapp.domain.daftar_terbuka import (
    BarisTerbuka,
    DaftarTerbuka,
    FormatEkspor,
    baris_terbuka,
)
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.progress import Progress, counted, no_progress
from sopapp.domain.tanggal import tanggal
from sopapp.domain.terbitan import Terbitan
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.services.checked_input import checked_input
from sopapp.services.daftar_cetak import DaftarCetak
from sopapp.services.dik import DikService
from sopapp.services.file_names import file_name
from sopapp.services.instansi import InstansiService
from sopapp.services.letter_parts import full_name
from sopapp.services.office_parts import OfficeParts


@checked_input(trusted=("value",))
class EksporService:
    """Reads what may be published and writes it; changes nothing."""

    def __init__(
        self,
        store: Store,
        dik: DikService,
        instansi: InstansiService,
        parts: OfficeParts,
        printed: DaftarCetak,
    ) -> None:
        self._store = store
        self._dik = dik
        self._instansi = instansi
        self._parts = parts
        self._printed = printed

    def value(self, day: date, progress: Progress = no_progress) -> DaftarTerbuka:
        """The list as it stood at the end of `day`; `progress` hears of its entries.

        Raises DomainError for a day to come and for one before the first Keputusan.
        """
        if day > self._store.clock.today():
            msg = (
                f"Tanggal {tanggal(day)} belum tiba, jadi daftar untuk hari itu belum dapat "
                "dipastikan. Pilih hari ini atau hari sebelumnya."
            )
            raise DomainError(msg, field="tanggal")
        known = [each for each in self._dik.terbitan() if each.tanggal <= day]
        if not known:
            msg = (
                f"Belum ada Keputusan yang menetapkan daftar sampai dengan {tanggal(day)}. Pilih "
                "tanggal sesudah Keputusan yang pertama."
            )
            raise DomainError(msg, field="tanggal")
        return self._value(max(known, key=lambda each: (each.tanggal, each.id)), day, progress)

    def value_of(self, terbitan_id: int, progress: Progress = no_progress) -> DaftarTerbuka:
        """The list as one Keputusan set it, for the day of that Keputusan.

        Raises NotFoundError.
        """
        for each in self._dik.terbitan():
            if each.id == terbitan_id:
                return self._value(each, each.tanggal, progress)
        raise NotFoundError("Versi daftar itu tidak ada.")

    def value_of_berkas(self, berkas_id: int, progress: Progress = no_progress) -> DaftarTerbuka:
        """The list that a berkas' Keputusan set. Raises DomainError before the register follows."""
        each = self._of_berkas(berkas_id)
        return self._value(each, each.tanggal, progress)

    def write(self, value: DaftarTerbuka, form: FormatEkspor) -> bytes:
        """A list as a file.

        Raises DomainError when a character cannot be printed or a text fits no cell.
        """
        if form is FormatEkspor.PDF:
            from sopapp.documents.build import build

            return build(self.compose(value))
        from sopapp.publication.write import write_list

        return write_list(value, form)

    def compose(self, value: DaftarTerbuka) -> DaftarPublik:
        """The list as a paper, with the same sentences as the other forms."""
        return self.plan(value)()

    def plan(self, value: DaftarTerbuka) -> Callable[[], DaftarPublik]:
        """What puts that paper together, on any thread: a long list takes its time."""
        bare = self._paper(value, ())
        return lambda: replace(bare, daftar=tuple(map(_printed, value.baris)))

    def compose_of_berkas(self, berkas_id: int, progress: Progress = no_progress) -> DaftarPublik:
        """The paper of `value_of_berkas`; `progress` hears of its entries."""
        each = self._of_berkas(berkas_id)
        listed = self._dik.at(each.id)
        rows = self._printed.rows(listed, progress)
        return self._paper(self._value_with(each, each.tanggal, ()), rows)

    def prepare_of_berkas(self, berkas_id: int) -> Iterator[None]:
        """Read a part at a time what `compose_of_berkas` prints, which is quick after it."""
        return self._printed.prepare(self._dik.at(self._of_berkas(berkas_id).id))

    def _paper(self, value: DaftarTerbuka, rows: tuple[BarisDaftar, ...]) -> DaftarPublik:
        return DaftarPublik(
            kop=self._parts.kop(),
            page=self._parts.page(JenisNaskah.DAFTAR),
            judul=value.judul,
            nomor_keputusan=value.nomor_keputusan,
            tanggal_keputusan=value.tanggal_keputusan,
            tanggal_terbit=value.ditulis,
            daftar=rows,
            catatan=(value.keadaan, value.sumber, *value.catatan),
        )

    def file_name(self, value: DaftarTerbuka, form: FormatEkspor) -> str:
        """A name for the file that every system takes."""
        return file_name(f"DIK per {value.per_tanggal.isoformat()} {value.instansi}", form.suffix)

    def _of_berkas(self, berkas_id: int) -> Terbitan:
        for each in self._dik.terbitan():
            if each.berkas_id == berkas_id:
                return each
        raise DomainError("Daftar belum diselaraskan dengan Keputusan (tahap 4).")

    def _value(self, terbitan: Terbitan, day: date, progress: Progress) -> DaftarTerbuka:
        baris = baris_terbuka(counted(self._dik.at(terbitan.id), progress))
        return self._value_with(terbitan, day, baris)

    def _value_with(
        self, terbitan: Terbitan, day: date, baris: tuple[BarisTerbuka, ...]
    ) -> DaftarTerbuka:
        instansi = self._instansi.get()
        if not instansi.nama:
            msg = (
                "Nama instansi belum diisi. Isi di Pengaturan, tab Instansi, sebelum menulis "
                "daftar untuk diumumkan."
            )
            raise DomainError(msg)
        sop_id, tahun = _words_of(terbitan)
        fields = self._parts.fields(tahun, sop_id)
        template = self._parts.template(JenisNaskah.DAFTAR)
        return DaftarTerbuka(
            instansi=full_name(instansi),
            judul=template.text("judul", fields),
            nomor_keputusan=terbitan.nomor,
            tanggal_keputusan=terbitan.tanggal,
            per_tanggal=day,
            ditulis=self._store.clock.today(),
            baris=baris,
            catatan=template.items("catatan", fields),
        )


def _words_of(terbitan: Terbitan) -> tuple[int, int]:
    """The SOP and the year that the title speaks of; the first list may have no berkas."""
    if terbitan.berkas_id is not None:
        berkas = tables.Berkas.get_by_id(terbitan.berkas_id)
        return berkas.sop_id, berkas.tahun
    newest = tables.SopVersi.select().order_by(tables.SopVersi.id.desc()).first()
    return newest.id, terbitan.tanggal.year


def _printed(baris: BarisTerbuka) -> BarisDaftar:
    return BarisDaftar(
        informasi=baris.informasi,
        dasar_hukum=baris.dasar_hukum,
        dibuka=baris.dibuka,
        ditutup=baris.ditutup,
        jangka_waktu=baris.jangka_waktu,
        unit_kerja=baris.unit_kerja,
    )
