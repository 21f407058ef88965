"""The letters, their numbers and books, and the tests and requests that they are about."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sopapp.wiring.register import RegisterServices

if TYPE_CHECKING:
    from sopapp.domain.agenda import Uraian
    from sopapp.services.agenda import AgendaService
    from sopapp.services.composer import Composer
    from sopapp.services.ekspedisi import EkspedisiService
    from sopapp.services.hari_ini import HariIniService
    from sopapp.services.keputusan import KeputusanService
    from sopapp.services.keputusan_composer import KeputusanComposer
    from sopapp.services.letter_fields import LetterFields
    from sopapp.services.nomor import NomorService
    from sopapp.services.nomor_luar import NomorLuarService
    from sopapp.services.pembekuan import Pembekuan
    from sopapp.services.penolakan_composer import PenolakanComposer
    from sopapp.services.penyusunan import PenyusunanService
    from sopapp.services.permintaan import PermintaanService
    from sopapp.services.permohonan import PermohonanService
    from sopapp.services.surat import SuratService
    from sopapp.services.uji import UjiService
    from sopapp.services.uji_composer import UjiComposer


class LetterServices(RegisterServices):
    """What is written, numbered, signed and handed over."""

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
    def hari_ini(self) -> HariIniService:
        """What waits for somebody today."""
        from sopapp.services.hari_ini import HariIniService

        return HariIniService(self._store, self.calendar, self.sop)

    @cached_property
    def permintaan(self) -> PermintaanService:
        """What units were asked and answered."""
        from sopapp.services.permintaan import PermintaanService

        return PermintaanService(self._store, self.berkas, self.attachments)

    @cached_property
    def permohonan(self) -> PermohonanService:
        """Requests that are refused."""
        from sopapp.services.permohonan import PermohonanService

        return PermohonanService(
            self._store, self._penolakan_composer, self.attachments, self.calendar
        )

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
    def _letter_fields(self) -> LetterFields:
        from sopapp.persistence.read_memory import ReadMemory
        from sopapp.services.letter_fields import MOVING, LetterFields

        return LetterFields(self._parts, self.calendar, ReadMemory(self._store, *MOVING))

    @cached_property
    def _keputusan_composer(self) -> KeputusanComposer:
        from sopapp.persistence.read_memory import ReadMemory
        from sopapp.services.keputusan_composer import MOVING, KeputusanComposer

        return KeputusanComposer(
            self._parts,
            self._letter_fields,
            self.dik,
            self._daftar_cetak,
            ReadMemory(self._store, *MOVING),
        )

    @cached_property
    def _uji_composer(self) -> UjiComposer:
        from sopapp.services.uji_composer import UjiComposer

        return UjiComposer(self._parts)

    @cached_property
    def _penolakan_composer(self) -> PenolakanComposer:
        from sopapp.services.penolakan_composer import PenolakanComposer

        return PenolakanComposer(self._parts, self.dik)

    @cached_property
    def _pembekuan(self) -> Pembekuan:
        from sopapp.services.pembekuan import Pembekuan

        return Pembekuan(self._store, self._composer, self.attachments)
