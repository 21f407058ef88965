"""A paper with sample words, for the picture beside its settings.

The office's own names, logo and officials are used where they are filled in, invented ones
elsewhere; nothing is read from a berkas and nothing is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from sopapp.documents.content import LembarSop, Letter
from sopapp.documents.paper_parts import Kop
from sopapp.domain.errors import DomainError
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.kapital import as_name
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import NumberPattern
from sopapp.domain.sop import LaneCode
from sopapp.domain.tanggal import tanggal
from sopapp.domain.templat import contoh
from sopapp.services import contoh_isi as words
from sopapp.services.contoh_kertas import ContohKertas, Penanda, Pilihan
from sopapp.services.instansi import Instansi, InstansiService
from sopapp.services.letter_parts import from_line, full_name, mengingat, signature_block
from sopapp.services.letter_settings import LetterSettings, NaskahSettings
from sopapp.services.pejabat import PejabatService
from sopapp.services.sop import SopService


class ContohNaskah:
    """Makes samples; reads the office, changes nothing."""

    def __init__(
        self,
        instansi: InstansiService,
        pejabat: PejabatService,
        sop: SopService,
        today: Callable[[], date],
        calendar: Callable[[], HariKerja],
        lembar_sop: Callable[[], LembarSop],
    ) -> None:
        self._instansi = instansi
        self._pejabat = pejabat
        self._sop = sop
        self._today = today
        self._calendar = calendar
        self._lembar_sop = lembar_sop

    def letter(self, jenis: JenisNaskah, pilihan: Pilihan) -> Letter:
        """The sample of a kind. Raises DomainError for settings or texts that cannot be."""
        if jenis is JenisNaskah.SOP:
            return replace(self._lembar_sop(), page=pilihan.naskah.page(pilihan.umum))
        if pilihan.template is None:
            raise DomainError(f"{jenis.label} memerlukan templat.")
        paper = ContohKertas(self, jenis, pilihan, pilihan.template)
        if jenis.nota_dinas:
            return paper.nota_dinas()
        match jenis:
            case JenisNaskah.KEPUTUSAN:
                return paper.keputusan()
            case JenisNaskah.SALINAN if pilihan.keputusan and pilihan.keputusan.template:
                first = pilihan.keputusan
                copied = ContohKertas(
                    self, JenisNaskah.KEPUTUSAN, first, pilihan.keputusan.template
                )
                return paper.salinan(copied.keputusan())
            case JenisNaskah.LEMBAR_UJI:
                return paper.lembar_uji()
            case JenisNaskah.BERITA_ACARA:
                return paper.berita_acara()
            case JenisNaskah.PENOLAKAN:
                return paper.penolakan()
            case _:
                return paper.daftar()

    def number(self, umum: LetterSettings, naskah: NaskahSettings, urut: int, day: date) -> str:
        """A number of this pattern. Raises DomainError for a pattern that cannot be."""
        klasifikasi = naskah.klasifikasi or umum.klasifikasi or words.KLASIFIKASI
        pattern = NumberPattern(
            naskah.pola, klasifikasi, self.office().singkatan, naskah.kode_sifat
        )
        pattern.check()
        return pattern.text(urut, day)

    def fields(self, jenis: JenisNaskah, *, sudah_lewat: bool = False) -> dict[str, str]:
        """An example of every field, with the office's own names and days around today."""
        office = self.office()
        decider = as_name(self.signer(LaneCode.ATASAN_PPID_PEMBANTU).jabatan)
        invented = {
            "Kepala Dinas Contoh": decider,
            "Dinas Contoh Provinsi Contoh": full_name(office),
            "/CONTOH/": f"/{office.singkatan}/",
        }
        own = {
            "tahun": str(self._today().year),
            "instansi": full_name(office),
            "instansi_singkat": office.singkatan,
            "pemerintah": as_name(office.pemerintah),
            "nama_sop": self._sop.current().head.nama,
            "kota": office.kota,
            **self._days(jenis, sudah_lewat=sudah_lewat),
        }
        return {key: _renamed(text, invented) for key, text in contoh(jenis.templat).items()} | own

    def _days(self, jenis: JenisNaskah, *, sudah_lewat: bool) -> dict[str, str]:
        """Due dates that agree with the day that the sample bears and with its other fields."""
        today, calendar = self._today(), self._calendar()
        if sudah_lewat:
            due = calendar.back(today, 3)
        else:
            due = calendar.add(today, 2 if jenis is JenisNaskah.PENGINGAT else 5)
        days = {
            "tenggat": due,
            "tanggal_rujukan": calendar.back(due, 5),
            "tenggat_perbaikan": calendar.add(today, 2),
        }
        known = contoh(jenis.templat)
        return {name: tanggal(day) for name, day in days.items() if name in known}

    # What the office is

    def office(self) -> Instansi:
        """The office, with invented parts where it has none."""
        own, invented = self._instansi.get(), words.INSTANSI
        return Instansi(
            own.pemerintah or invented.pemerintah,
            own.nama or invented.nama,
            own.singkatan or invented.singkatan,
            own.alamat or invented.alamat,
            own.kota or invented.kota,
        )

    def kop(self) -> Kop:
        """The letterhead."""
        office = self.office()
        return Kop(office.pemerintah, office.nama, office.alamat, self._instansi.logo())

    def signer(self, role: LaneCode, *, selaku: bool = True) -> Penanda:
        """Who signs with a role today; `selaku` False leaves the capacity out of the block."""
        found = self._pejabat.signer(role, self._today())
        if found is None:
            jabatan = words.jabatan(role)
            capacity = self._sop.current().lane_name(role)
            return Penanda(words.signer(role), jabatan, jabatan, capacity)
        data = found.data
        shown = data if selaku else replace(data, selaku="")
        deciding = data.atas_nama or data.jabatan
        return Penanda(signature_block(shown), from_line(data), deciding, data.selaku)

    def laws(self) -> tuple[str, ...]:
        """Mengingat, from the SOP."""
        return mengingat(self._sop.current())

    def today(self) -> date:
        """The local day."""
        return self._today()


def _renamed(text: str, names: Mapping[str, str]) -> str:
    for invented, own in names.items():
        text = text.replace(invented, own)
    return text
