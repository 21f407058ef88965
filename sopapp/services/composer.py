"""Every letter with a life, by kind: what it says, its fingerprint, its line in the agenda."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sopapp.documents.content import Keputusan, Letter
from sopapp.domain.surat import (
    Isi,
    IsiKeputusan,
    IsiNotaDinas,
    IsiPenolakan,
    JenisSurat,
)
from sopapp.persistence.stored_time import stored_day
from sopapp.services.keputusan_composer import KeputusanComposer
from sopapp.services.nota_dinas_composer import NotaDinasComposer
from sopapp.services.office_parts import OfficeParts
from sopapp.services.penolakan_composer import PenolakanComposer
from sopapp.services.uji_composer import UjiComposer

SIDIK = "3:"
"""The form of a fingerprint; one of another form cannot be compared."""


def comparable(sidik: str) -> bool:
    """Whether a fingerprint has the present form, so that it tells what has changed since."""
    return sidik.startswith(SIDIK)


@dataclass(frozen=True, slots=True)
class BarisBuku:
    """What the agenda book says of a letter."""

    perihal: str
    tujuan: str
    lampiran: str
    penanda_tangan: str


class Composer:
    """Sends each letter to the composer of its kind."""

    def __init__(
        self,
        parts: OfficeParts,
        nota_dinas: NotaDinasComposer,
        keputusan: KeputusanComposer,
        uji: UjiComposer,
        penolakan: PenolakanComposer,
    ) -> None:
        self.parts = parts
        self._nota_dinas = nota_dinas
        self._keputusan = keputusan
        self._uji = uji
        self._penolakan = penolakan
        self._last: tuple[Keputusan, str] | None = None

    def prepare(self, surat: Any) -> Iterator[None]:
        """Read a part at a time what `compose` and `sidik` need, which are quick after it."""
        if JenisSurat(surat.jenis) is JenisSurat.KEPUTUSAN:
            yield from self._keputusan.prepare(surat.berkas_id)

    def compose(self, surat: Any, nomor: str | None, day: date | None) -> Letter:
        """The letter of a `surat` row with this number and date. Raises DomainError."""
        match JenisSurat(surat.jenis):
            case JenisSurat.KEPUTUSAN:
                return self._keputusan.compose(surat, nomor, day)
            case JenisSurat.BERITA_ACARA:
                return self._uji.berita_acara(surat, nomor, day)
            case JenisSurat.PENOLAKAN:
                return self._penolakan.compose(surat, nomor, day)
            case _:
                return self._nota_dinas.compose(surat, nomor, day)

    def isi(self, surat: Any, day: date | None = None) -> Isi:
        """The words of a letter: the admin's, or the template's while nothing was edited."""
        match JenisSurat(surat.jenis):
            case JenisSurat.KEPUTUSAN:
                return self._keputusan.isi(surat, day)
            case JenisSurat.BERITA_ACARA:
                return self._uji.isi_berita_acara(surat)
            case JenisSurat.PENOLAKAN:
                return self._penolakan.isi(surat, day)
            case _:
                return self._nota_dinas.isi(surat, day)

    def sidik(self, surat: Any, day: date | None = None) -> str:
        """Fingerprint of what a letter says if dated `day`, its number and date apart.

        Tells whether a paper that was printed still says what the records say.
        """
        day = day or stored_day(surat.tanggal)
        letter: Any = self.compose(surat, "", day)
        apart = dataclasses.replace(letter, nomor="", tanggal=_no_day(letter))
        if not isinstance(apart, Keputusan):
            return _fingerprint(apart)
        # Its Lampiran may be the whole register, and a page asks at each reading.
        if self._last is None or self._last[0] != apart:
            self._last = apart, _fingerprint(apart)
        return self._last[1]

    def book(self, surat: Any, day: date | None) -> BarisBuku:
        """The line of a letter in the agenda. Raises DomainError when nobody signs on `day`."""
        jenis = JenisSurat(surat.jenis)
        sop_id = surat.berkas.sop_id if surat.berkas_id else None
        signer = self.parts.signer(jenis.naskah, day, sop_id).nama
        isi = self.isi(surat, day)
        match isi:
            case IsiNotaDinas():
                names = isi.daftar_penerima or isi.yth
                return BarisBuku(isi.hal, "; ".join(names), isi.lampiran, signer)
            case IsiKeputusan():
                more = len(isi.lampiran_lain) + 1
                return BarisBuku(isi.tentang, "; ".join(isi.tembusan), f"{more} lampiran", signer)
            case IsiPenolakan():
                perihal, tujuan = self._penolakan.book(surat)
                attached = f"{len(isi.lampiran)} lampiran" if isi.lampiran else "-"
                return BarisBuku(perihal, tujuan, attached, signer)
            case _:
                return BarisBuku("Berita Acara Uji Konsekuensi", "", "", signer)

    def sheets(self, surat: Any, isi: Isi) -> int:
        """How many sheets of a letter the office needs."""
        jenis = JenisSurat(surat.jenis).naskah
        if isinstance(isi, IsiNotaDinas):
            recipients = len(isi.daftar_penerima or isi.yth)
            return self.parts.sheets(jenis, recipients, len(isi.tembusan))
        copies = len(isi.tembusan) if isinstance(isi, IsiKeputusan) else 0
        return self.parts.sheets(jenis, 1, copies)


def _fingerprint(letter: Any) -> str:
    return SIDIK + hashlib.sha256(repr(letter).encode()).hexdigest()


def _no_day(letter: Any) -> date | None:
    """What stands for the date in a fingerprint; a Berita Acara always has one."""
    day: date | None = letter.tanggal
    return day if type(letter).__name__ == "BeritaAcara" else None
