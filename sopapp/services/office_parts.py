"""What every paper takes from the office: kop, page, signer, number pattern, template, fields."""

from __future__ import annotations

from datetime import date
from typing import Any, Protocol

from sopapp.documents.paper_parts import Kop, PageSetup, Signer
from sopapp.documents.templates import Template
from sopapp.domain import panduan
from sopapp.domain.errors import DomainError
from sopapp.domain.kapital import as_name
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import NumberPattern
from sopapp.domain.pejabat import Pejabat, PejabatInput, deciding_jabatan
from sopapp.domain.sop import Sop
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import stored_day
from sopapp.services.instansi import InstansiService
from sopapp.services.letter_parts import full_name, signature_block
from sopapp.services.letter_settings import LetterSettings, NaskahSettings
from sopapp.services.pejabat import PejabatService
from sopapp.services.setting import SettingService
from sopapp.services.sop import SopService


class Templates(Protocol):
    """Where templates come from."""

    def get(self, jenis: JenisNaskah) -> Template:
        """The office's own, or the one that came with the program."""
        ...


class OfficeParts:
    """Reads the office's data as the parts of a paper; changes nothing."""

    def __init__(
        self,
        store: Store,
        templates: Templates,
        instansi: InstansiService,
        pejabat: PejabatService,
        setting: SettingService,
        sop: SopService,
    ) -> None:
        self._store = store
        self._templates = templates
        self._instansi = instansi
        self._pejabat = pejabat
        self._setting = setting
        self._sop = sop

    def today(self) -> date:
        """The local day."""
        return self._store.clock.today()

    def letter_day(self, surat: Any, day: date | None) -> date:
        """The day that a letter bears: `day` when it is given, else its own, else today."""
        return day or stored_day(surat.tanggal) or self.today()

    def common(self) -> LetterSettings:
        """Settings of all papers."""
        return self._setting.letters()

    def settings(self, jenis: JenisNaskah) -> NaskahSettings:
        """Settings of one kind."""
        return self._setting.naskah(jenis)

    def template(self, jenis: JenisNaskah) -> Template:
        """The texts of one kind. Raises DomainError for a damaged file."""
        return self._templates.get(jenis)

    def sop(self, sop_id: int | None = None) -> Sop:
        """An SOP version; the present one without an id."""
        return self._sop.current() if sop_id is None else self._sop.get(sop_id)

    def kota(self) -> str:
        """The office's town."""
        return self._instansi.get().kota

    def office(self) -> str:
        """The office with its region, for what has no kop."""
        return full_name(self._instansi.get())

    def kop(self) -> Kop:
        """The letterhead. Raises DomainError while the office has no name."""
        instansi = self._instansi.get()
        if not instansi.nama:
            msg = (
                "Nama instansi belum diisi. Isi di Pengaturan, tab Instansi, sebelum membuat surat."
            )
            raise DomainError(msg, topic=panduan.SURAT_BELUM_LENGKAP)
        return Kop(instansi.pemerintah, instansi.nama, instansi.alamat, self._instansi.logo())

    def page(self, jenis: JenisNaskah | None = None) -> PageSetup:
        """Paper, margins and type of a kind; of lists and tables without one."""
        common = self.common()
        return common.page() if jenis is None else self.settings(jenis).page(common)

    def pattern(self, jenis: JenisNaskah) -> NumberPattern:
        """The number pattern of a kind. Raises DomainError naming what is not filled in."""
        settings = self.settings(jenis)
        klasifikasi = settings.klasifikasi or self.common().klasifikasi
        unit = " ".join(self._instansi.get().singkatan.split())
        if "{klasifikasi}" in settings.pola and not klasifikasi:
            msg = (
                "Kode klasifikasi untuk nomor surat belum diisi. Isi di Pengaturan, tab Surat, "
                "atau hapus {klasifikasi} dari pola nomor."
            )
            raise DomainError(msg, topic=panduan.SURAT_BELUM_LENGKAP)
        if "{unit}" in settings.pola and not unit:
            msg = (
                "Singkatan instansi untuk nomor surat belum diisi. Isi di Pengaturan, tab "
                "Instansi, atau hapus {unit} dari pola nomor."
            )
            raise DomainError(msg, topic=panduan.SURAT_BELUM_LENGKAP)
        return NumberPattern(settings.pola, klasifikasi, unit, settings.kode_sifat)

    def blank_number(self, jenis: JenisNaskah, day: date | None) -> str:
        """The number with room for a pen in the place of the running number."""
        return self.pattern(jenis).text(None, day or self.today())

    def official(
        self, jenis: JenisNaskah, day: date | None, sop_id: int | None = None
    ) -> PejabatInput:
        """Who signs papers of this kind on `day` (today without one). Raises DomainError."""
        role = self.settings(jenis).signer
        name = self.sop(sop_id).lane_name(role)
        return self._pejabat.require_signer(role, name, day or self.today()).data

    def signer(self, jenis: JenisNaskah, day: date | None, sop_id: int | None = None) -> Signer:
        """The signature block of papers of this kind. Raises DomainError for nobody."""
        return signature_block(self.official(jenis, day, sop_id))

    def ppid_and_atasan(self, sop_id: int, day: date) -> tuple[Signer, Signer]:
        """Who sets and who approves a test on `day`. Raises DomainError for nobody."""
        return (
            self.signer(JenisNaskah.LEMBAR_UJI, day, sop_id),
            self.signer(JenisNaskah.KEPUTUSAN, day, sop_id),
        )

    def fields(self, tahun: int, sop_id: int | None = None) -> dict[str, str]:
        """The fields of a template that hold for every paper."""
        instansi = self._instansi.get()
        return {
            "tahun": str(tahun),
            "instansi": full_name(instansi),
            "instansi_singkat": instansi.singkatan,
            "pemerintah": as_name(instansi.pemerintah),
            "nama_sop": self.sop(sop_id).head.nama,
            "kota": instansi.kota,
        }

    def decider(self, day: date) -> str:
        """The jabatan that decides on `day`, as a name: "Kepala Dinas ..."."""
        found: Pejabat | None = self._pejabat.signer(
            self.settings(JenisNaskah.KEPUTUSAN).signer, day
        )
        if found is None:
            return f"Kepala {full_name(self._instansi.get())}"
        return as_name(deciding_jabatan(found.data))

    def sheets(self, jenis: JenisNaskah, recipients: int, copies: int) -> int:
        """How many sheets of a letter the office needs, at least one."""
        settings = self.settings(jenis)
        wanted = settings.rangkap_penerima * max(recipients, 1) + settings.rangkap_arsip
        return max(1, wanted + settings.rangkap_tembusan * copies)
