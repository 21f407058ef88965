"""Where a sheet is going: how it is checked and stored there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sopapp.domain.impor import HasilPeriksa, Kolom
from sopapp.domain.progress import Progress

if TYPE_CHECKING:
    from sopapp.app import App
    from sopapp.services.impor import Check


class SheetSource(Protocol):
    """What the table needs; everything but the `Check` runs on the GUI thread."""

    def prepare(self) -> Check:
        """Read what the records say. Raises DomainError when nothing can be taken in now."""

    def recheck(self, hasil: HasilPeriksa, nomor: int, nilai: Mapping[Kolom, str]) -> HasilPeriksa:
        """The result with one row typed anew."""

    def drop(self, hasil: HasilPeriksa, nomor: int) -> HasilPeriksa:
        """The result without a row."""


class UsulanSource:
    """A unit's answer on its way into a berkas."""

    def __init__(self, app: App, berkas_id: int, unit_id: int) -> None:
        self._impor = app.impor
        self._berkas_id = berkas_id
        self._unit_id = unit_id

    def prepare(self) -> Check:
        """See SheetSource."""
        return self._impor.prepare(self._berkas_id, self._unit_id)

    def recheck(self, hasil: HasilPeriksa, nomor: int, nilai: Mapping[Kolom, str]) -> HasilPeriksa:
        """See SheetSource."""
        return self._impor.recheck(hasil, nomor, nilai, self._berkas_id, self._unit_id)

    def drop(self, hasil: HasilPeriksa, nomor: int) -> HasilPeriksa:
        """See SheetSource."""
        return self._impor.drop(hasil, nomor)

    def store(self, hasil: HasilPeriksa, path: Path, progress: Progress) -> int:
        """Store all or nothing; how many usulan. Raises SopappError, or Cancelled."""
        return self._impor.store(self._berkas_id, self._unit_id, hasil, path, progress)


class FirstSource:
    """The list that the office has, on its way into an empty register.

    `unit_id` is the unit of rows that name none.
    """

    def __init__(self, app: App, unit_id: int | None) -> None:
        self._impor = app.impor
        self.unit_id = unit_id

    def prepare(self) -> Check:
        """See SheetSource."""
        return self._impor.prepare_first(self.unit_id)

    def recheck(self, hasil: HasilPeriksa, nomor: int, nilai: Mapping[Kolom, str]) -> HasilPeriksa:
        """See SheetSource."""
        return self._impor.recheck(hasil, nomor, nilai, None, self.unit_id)

    def drop(self, hasil: HasilPeriksa, nomor: int) -> HasilPeriksa:
        """See SheetSource."""
        return self._impor.drop(hasil, nomor)
