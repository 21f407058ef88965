"""Puts letters together: office, paper, signer, words of the template or of the admin."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from sopapp.documents.bilangan import bilangan
from sopapp.documents.content import (
    BarisDaftar,
    Keputusan,
    Kop,
    Letter,
    NotaDinas,
    PageSetup,
    Signer,
)
from sopapp.documents.templates import Template, load_template
from sopapp.domain.dik import Perubahan
from sopapp.domain.errors import DomainError
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.kapital import as_name
from sopapp.domain.numbering import NumberPattern
from sopapp.domain.pejabat import PejabatInput
from sopapp.domain.route import stage_due
from sopapp.domain.sop import STAGE_NUMBER, LaneCode, StageKind
from sopapp.domain.surat import IsiKeputusan, IsiNotaDinas
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import stored_day
from sopapp.persistence.surat_isi import isi_from_json
from sopapp.services.dik import DikService
from sopapp.services.instansi import InstansiService
from sopapp.services.letter_parts import (
    from_line,
    full_name,
    mengingat,
    page_setup,
    printed_row,
    signature_block,
)
from sopapp.services.pejabat import PejabatService
from sopapp.services.setting import SettingService
from sopapp.services.sop import SopService

_MOST_IN_HEADER = 5
"""More recipients than this stand on a second sheet."""


class Composer:
    """Makes the values that the PDF builders draw."""

    def __init__(
        self,
        store: Store,
        templates: Path,
        instansi: InstansiService,
        pejabat: PejabatService,
        setting: SettingService,
        sop: SopService,
        dik: DikService,
        calendar: Callable[[], HariKerja],
    ) -> None:
        self._store = store
        self._templates = templates
        self._instansi = instansi
        self._pejabat = pejabat
        self._setting = setting
        self._sop = sop
        self._dik = dik
        self._calendar = calendar
        self._read: dict[str, tuple[int, Template]] = {}

    # Whole letters

    def nota_dinas(self, surat: Any, nomor: str | None, day: date | None) -> NotaDinas:
        """The letter of a `surat` row with its own or the given number and date."""
        settings = self._setting.letters()
        isi = self.isi_nota_dinas(surat, day)
        official = self._signer(settings.nota_dinas_signer, surat.berkas.sop_id, day)
        return NotaDinas(
            kop=self.kop(),
            page=page_setup(settings, settings.nota_dinas_font, settings.nota_dinas_size),
            label_yth=settings.label_yth,
            yth=isi.yth,
            dari=from_line(official),
            tembusan=isi.tembusan,
            tanggal=day,
            nomor=nomor or self.pattern("nota_dinas").text(None, day or self._store.clock.today()),
            sifat=isi.sifat,
            lampiran=isi.lampiran,
            hal=isi.hal,
            body=isi.body,
            signer=signature_block(official),
            daftar_penerima=isi.daftar_penerima,
        )

    def keputusan(self, surat: Any, nomor: str | None, day: date | None) -> Keputusan:
        """The Keputusan of a `surat` row, its Lampiran drawn from the draft."""
        settings = self._setting.letters()
        isi = self.isi_keputusan(surat, day)
        official = self._signer(settings.keputusan_signer, surat.berkas.sop_id, day)
        shown = official if settings.selaku_line else dataclasses.replace(official, selaku="")
        return Keputusan(
            kop=self.kop(),
            page=page_setup(settings, settings.keputusan_font, settings.keputusan_size),
            pejabat=official.jabatan,
            selaku=f"selaku {official.selaku}" if settings.selaku_line and official.selaku else "",
            nomor=nomor or self.pattern("keputusan").text(None, day or self._store.clock.today()),
            tentang=isi.tentang,
            menimbang=isi.menimbang,
            mengingat=isi.mengingat,
            memperhatikan=isi.memperhatikan,
            diktum=isi.diktum,
            kota=self._instansi.get().kota,
            tanggal=day,
            signer=signature_block(shown),
            tembusan=isi.tembusan,
            judul_daftar=isi.judul_daftar,
            daftar=self._rows(surat.berkas_id),
        )

    def sidik(self, surat: Any, day: date | None = None) -> str:
        """Fingerprint of what a letter says if dated `day`, its number and date apart.

        Tells whether a paper that was printed still says what the records say.
        """
        day = day or stored_day(surat.tanggal)
        apart: Letter
        if surat.jenis == "keputusan":
            apart = dataclasses.replace(self.keputusan(surat, "", day), nomor="", tanggal=None)
        else:
            apart = dataclasses.replace(self.nota_dinas(surat, "", day), nomor="", tanggal=None)
        return hashlib.sha256(repr(apart).encode()).hexdigest()

    # Words

    def isi_nota_dinas(self, surat: Any, day: date | None = None) -> IsiNotaDinas:
        """The admin's words, or the template's while nothing was edited."""
        if surat.isi is not None:
            return isi_from_json(surat.isi, IsiNotaDinas)
        template = self.template("nota_dinas_permintaan")
        fields = self._fields(surat, day)
        recipients = self._recipients(surat)
        listed = len(recipients) > _MOST_IN_HEADER
        return IsiNotaDinas(
            yth=("(daftar terlampir)",) if listed else recipients,
            tembusan=template.items("tembusan", fields),
            sifat=self._setting.letters().sifat or template.text("sifat", fields),
            lampiran=f"{bilangan(1)} lembar" if listed else template.text("lampiran", fields),
            hal=template.text("hal", fields),
            body=template.text("body", fields),
            daftar_penerima=recipients if listed else (),
        )

    def isi_keputusan(self, surat: Any, day: date | None = None) -> IsiKeputusan:
        """The admin's words, or the template's with the SOP's dasar hukum as Mengingat."""
        if surat.isi is not None:
            return isi_from_json(surat.isi, IsiKeputusan)
        template = self.template("keputusan_dik")
        fields = self._fields(surat, day)
        return IsiKeputusan(
            tentang=template.text("tentang", fields),
            menimbang=template.items("menimbang", fields),
            mengingat=mengingat(self._sop.get(surat.berkas.sop_id)),
            memperhatikan=template.items("memperhatikan", fields),
            diktum=template.items("diktum", fields),
            tembusan=template.items("tembusan", fields),
            judul_daftar=template.text("judul_daftar", fields),
        )

    def pattern(self, jenis: str) -> NumberPattern:
        """The number pattern of a kind of letter."""
        settings = self._setting.letters()
        pola = settings.keputusan_pola if jenis == "keputusan" else settings.nota_dinas_pola
        unit = self._instansi.get().singkatan
        if "{klasifikasi}" in pola and not settings.klasifikasi:
            msg = (
                "Kode klasifikasi untuk nomor surat belum diisi. Isi di Pengaturan, tab Surat, "
                "atau hapus {klasifikasi} dari pola nomor."
            )
            raise DomainError(msg)
        if "{unit}" in pola and not unit:
            msg = (
                "Singkatan instansi untuk nomor surat belum diisi. Isi di Pengaturan, tab "
                "Instansi, atau hapus {unit} dari pola nomor."
            )
            raise DomainError(msg)
        return NumberPattern(pola, settings.klasifikasi, unit)

    # Parts

    def template(self, name: str) -> Template:
        """A template as it stands on disk now; read again only when the file changed."""
        path = self._templates / f"{name}.toml"
        changed = path.stat().st_mtime_ns if path.exists() else 0
        known = self._read.get(name)
        if known is None or known[0] != changed:
            known = (changed, load_template(name, self._templates))
            self._read[name] = known
        return known[1]

    def kop(self) -> Kop:
        """The letterhead. Raises DomainError while the office has no name."""
        instansi = self._instansi.get()
        if not instansi.nama:
            msg = (
                "Nama instansi belum diisi. Isi di Pengaturan, tab Instansi, sebelum membuat surat."
            )
            raise DomainError(msg)
        return Kop(instansi.pemerintah, instansi.nama, instansi.alamat, self._instansi.logo())

    def page(self, font: str = "", size: float = 0.0) -> PageSetup:
        """Paper and margins with this type; without one the type of what is no Keputusan."""
        settings = self._setting.letters()
        return page_setup(
            settings, font or settings.nota_dinas_font, size or settings.nota_dinas_size
        )

    def ppid_and_atasan(self, sop_id: int, day: date) -> tuple[Signer, Signer]:
        """Who sets and who approves on `day`, by the settings. Raises DomainError for nobody."""
        settings = self._setting.letters()
        setter = self._signer(settings.nota_dinas_signer, sop_id, day)
        return signature_block(setter), signature_block(
            self._signer(settings.keputusan_signer, sop_id, day)
        )

    def office_fields(self, sop_id: int, tahun: int) -> dict[str, str]:
        """The fields of a template that hold for every paper of a berkas."""
        instansi = self._instansi.get()
        return {
            "tahun": str(tahun),
            "instansi": full_name(instansi),
            "instansi_singkat": instansi.singkatan,
            "pemerintah": as_name(instansi.pemerintah),
            "nama_sop": self._sop.get(sop_id).head.nama,
            "kota": instansi.kota,
        }

    def _signer(self, role: LaneCode, sop_id: int, day: date | None) -> PejabatInput:
        name = self._sop.get(sop_id).lane_name(role)
        when = day or self._store.clock.today()
        return self._pejabat.require_signer(role, name, when).data

    def _rows(self, berkas_id: int) -> tuple[BarisDaftar, ...]:
        return tuple(
            printed_row(row)
            for row in self._dik.rows(berkas_id)
            if row.perubahan is not Perubahan.CABUT
        )

    def _recipients(self, surat: Any) -> tuple[str, ...]:
        query = (
            tables.UnitKerja.select(tables.UnitKerja.pimpinan)
            .join(tables.Permintaan)
            .where(tables.Permintaan.surat == surat.id)
            .order_by(tables.UnitKerja.urutan, tables.UnitKerja.id)
        )
        return tuple(row.pimpinan for row in query)

    def _fields(self, surat: Any, day: date | None = None) -> dict[str, str]:
        instansi = self._instansi.get()
        settings = self._setting.letters()
        sop = self._sop.get(surat.berkas.sop_id)
        first = sop.stage(STAGE_NUMBER[StageKind.PERMINTAAN])
        runs = (
            tables.StageRun.select()
            .where(tables.StageRun.berkas == surat.berkas_id)
            .order_by(tables.StageRun.id)
        )
        asked = [(place, run) for place, run in enumerate(runs) if run.stage == first.number][-1]
        due = stage_due(
            self._calendar(),
            date.fromisoformat(asked[1].mulai),
            first.hari_kerja,
            first=asked[0] == 0,
        )
        when = day or stored_day(surat.tanggal) or self._store.clock.today()
        decider = self._pejabat.signer(settings.keputusan_signer, when)
        return {
            **self.office_fields(surat.berkas.sop_id, surat.berkas.tahun),
            "tenggat": tanggal_text(due),
            "hari_kerja": bilangan(first.hari_kerja),
            "pejabat": as_name(decider.data.jabatan)
            if decider
            else f"Kepala {full_name(instansi)}",
            "unit": surat.unit.nama if surat.unit_id else "unit kerja",
            "keputusan_lama": self._former(surat.id),
        }

    def _former(self, surat_id: int) -> str:
        """`Nomor ... tanggal ...` of the Keputusan that the register follows now."""
        row = (
            tables.Terbitan.select()
            .where(tables.Terbitan.surat.is_null() | (tables.Terbitan.surat != surat_id))
            .order_by(tables.Terbitan.id.desc())
            .first()
        )
        if row is None:
            return ""
        return f"Nomor {row.nomor} tanggal {tanggal_text(date.fromisoformat(row.tanggal))}"
