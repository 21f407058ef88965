"""The berkas and the register that it brings up to date."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sopapp.services.board import BoardService
from sopapp.wiring.office import OfficeServices

if TYPE_CHECKING:
    from sopapp.services.berkas import BerkasService
    from sopapp.services.daftar_cetak import DaftarCetak
    from sopapp.services.dik import DikService
    from sopapp.services.dik_awal import DikAwalService
    from sopapp.services.dik_search import DikSearchService
    from sopapp.services.dokumentasi import DokumentasiService
    from sopapp.services.ekspor import EksporService
    from sopapp.services.entri_history import EntriHistoryService
    from sopapp.services.formulir import FormulirService
    from sopapp.services.impor import ImporService
    from sopapp.services.kemiripan import KemiripanService
    from sopapp.services.perbandingan import PerbandinganService
    from sopapp.services.tinjauan import TinjauanService
    from sopapp.services.usulan import UsulanService


class RegisterServices(OfficeServices):
    """What a berkas goes through, and the list in all its forms."""

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
    def usulan(self) -> UsulanService:
        """What units propose, and the verdicts."""
        from sopapp.services.usulan import UsulanService

        return UsulanService(self._store, self.berkas, self.dik)

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

        return EksporService(self._store, self.dik, self.instansi, self._parts, self._daftar_cetak)

    @cached_property
    def _daftar_cetak(self) -> DaftarCetak:
        from sopapp.services.daftar_cetak import DaftarCetak

        return DaftarCetak()

    @cached_property
    def dokumentasi(self) -> DokumentasiService:
        """Scan, published list and archive."""
        from sopapp.services.dokumentasi import DokumentasiService

        return DokumentasiService(
            self._store, self.berkas, self.attachments, self.ekspor, self.riwayat
        )
