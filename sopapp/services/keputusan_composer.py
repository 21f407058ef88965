"""Puts the Keputusan and its Salinan together."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Any

from sopapp.documents.content import Keputusan, LampiranTeks, Salinan
from sopapp.documents.list_content import BarisDaftar
from sopapp.documents.rich_text import literal
from sopapp.domain.changes import Kind
from sopapp.domain.dik import Perubahan
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.pejabat import PejabatInput, deciding_jabatan
from sopapp.domain.rancangan import Rancangan
from sopapp.domain.surat import IsiKeputusan
from sopapp.persistence.read_memory import ReadMemory
from sopapp.persistence.surat_isi import isi_from_json
from sopapp.services.daftar_cetak import DaftarCetak
from sopapp.services.dik import DikService
from sopapp.services.letter_fields import LetterFields
from sopapp.services.letter_parts import mengingat, printed_row, signature_block
from sopapp.services.office_parts import OfficeParts

_JENIS = JenisNaskah.KEPUTUSAN
MOVING = (Kind.USULAN, Kind.DIK, Kind.UNIT_KERJA)
"""What moves the rows of the first Lampiran."""


class KeputusanComposer:
    """Makes the value that the builder draws; its first Lampiran is the berkas' draft."""

    def __init__(
        self,
        parts: OfficeParts,
        fields: LetterFields,
        dik: DikService,
        printed: DaftarCetak,
        memory: ReadMemory,
    ) -> None:
        """`memory` is of what `MOVING` touches: a page composes its Keputusan several times."""
        self._parts = parts
        self._fields = fields
        self._dik = dik
        self._printed = printed
        self._memory = memory

    def compose(self, surat: Any, nomor: str | None, day: date | None) -> Keputusan:
        """The Keputusan of a `surat` row with its own or the given number and date."""
        settings = self._parts.settings(_JENIS)
        isi = self.isi(surat, day)
        official = self.official(surat, day)
        shown = official if settings.selaku_line else dataclasses.replace(official, selaku="")
        return Keputusan(
            kop=self._parts.kop(),
            page=self._parts.page(_JENIS),
            pejabat=deciding_jabatan(official),
            selaku=f"selaku {official.selaku}" if settings.selaku_line and official.selaku else "",
            nomor=nomor or self._parts.blank_number(_JENIS, day),
            tentang=isi.tentang,
            menimbang=isi.menimbang,
            mengingat=isi.mengingat,
            memperhatikan=isi.memperhatikan,
            diktum=isi.diktum,
            kota=self._parts.kota(),
            tanggal=day,
            signer=signature_block(shown),
            tembusan=isi.tembusan,
            judul_daftar=isi.judul_daftar,
            daftar=self._memory.get(surat.berkas_id, lambda: self._daftar(surat.berkas_id)),
            page_lampiran=settings.page_lampiran(self._parts.common()),
            lampiran_mendatar=settings.lampiran_mendatar,
            lampiran_lain=tuple(LampiranTeks(one.judul, one.isi) for one in isi.lampiran_lain),
            gaya=settings.gaya(),
        )

    def official(self, surat: Any, day: date | None) -> PejabatInput:
        """Who signs it on `day` (today without one). Raises DomainError for nobody."""
        return self._parts.official(_JENIS, day, surat.berkas.sop_id)

    def salinan(self, sop_id: int, day: date) -> Salinan:
        """What makes a signed Keputusan a copy, vouched for by who signs copies on `day`."""
        template = self._parts.template(JenisNaskah.SALINAN)
        fields = self._parts.fields(day.year, sop_id)
        signer = self._parts.signer(JenisNaskah.SALINAN, day, sop_id)
        return Salinan(template.text("kalimat", fields), signer)

    def isi(self, surat: Any, day: date | None = None) -> IsiKeputusan:
        """The admin's words, or the template's with the SOP's dasar hukum as Mengingat."""
        if surat.isi is not None:
            return isi_from_json(surat.isi, IsiKeputusan)
        template = self._parts.template(_JENIS)
        fields = self._fields.of(surat, day)
        # What records say is printed as it stands, never read as bold or italic.
        plain = {key: literal(text) for key, text in fields.items()}
        return IsiKeputusan(
            tentang=template.text("tentang", fields),
            menimbang=template.items("menimbang", plain),
            mengingat=tuple(map(literal, mengingat(self._parts.sop(surat.berkas.sop_id)))),
            memperhatikan=template.items("memperhatikan", plain),
            diktum=template.items("diktum", plain),
            tembusan=template.items("tembusan", fields),
            judul_daftar=template.text("judul_daftar", fields),
        )

    def rows(self, berkas_id: int) -> Rancangan:
        """The rows that the first Lampiran prints: all of the draft but what goes out."""
        return self._dik.rows(berkas_id).without(Perubahan.CABUT)

    def prepare(self, berkas_id: int) -> Iterator[None]:
        """Read a part at a time what the first Lampiran prints; `compose` is quick after it."""
        return self._printed.prepare(self._dik.rows(berkas_id).listed)

    def _daftar(self, berkas_id: int) -> tuple[BarisDaftar, ...]:
        rows = self.rows(berkas_id)
        listed = self._printed.rows(rows.listed)
        return tuple(rows.each(lambda row: printed_row(row.isi, row.unit_nama), listed.__getitem__))
