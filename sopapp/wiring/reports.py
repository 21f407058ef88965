"""What looks over all records: how the SOP was kept, the evidence of a year, finding."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sopapp.wiring.letters import LetterServices

if TYPE_CHECKING:
    from sopapp.services.bukti_monev import BuktiMonevService
    from sopapp.services.finder import FinderService
    from sopapp.services.kinerja import KinerjaService


class ReportServices(LetterServices):
    """Derived from what the other services keep; they change nothing."""

    @cached_property
    def kinerja(self) -> KinerjaService:
        """How the SOP was kept in a year."""
        from sopapp.services.kinerja import KinerjaService

        return KinerjaService(self._store, self.sop, self.calendar, self._parts)

    @cached_property
    def bukti_monev(self) -> BuktiMonevService:
        """The evidence of a year in one ZIP."""
        from sopapp.services.bukti_monev import BuktiMonevService

        return BuktiMonevService(
            self._store,
            self._files,
            self.instansi,
            self.ekspor,
            self.lembar_sop,
            self.kinerja,
            self.agenda,
            self.riwayat,
            self._parts,
        )

    @cached_property
    def finder(self) -> FinderService:
        """Finds any record by a few words."""
        from sopapp.services.finder import FinderService

        return FinderService(self._store, self.sop)
