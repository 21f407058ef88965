"""The Buku Agenda Surat Keluar: every number that was used, and those that nobody used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from sopapp.documents.list_content import BukuAgenda
from sopapp.domain.agenda import (
    Agenda,
    AgendaFilter,
    AgendaRow,
    BukuAgendaLengkap,
    Rumpang,
    gaps_between,
)
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.progress import Progress, counted, no_progress
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.services.agenda_book import filter_words, printed_book, title
from sopapp.services.agenda_rows import AgendaReader, Describe
from sopapp.services.checked_input import checked_input
from sopapp.services.file_names import file_name
from sopapp.services.nomor import NomorService
from sopapp.services.office_parts import OfficeParts


@checked_input(free=("rows", "book", "compose", "plan"))
class AgendaService:
    """Reads the number book; SuratService and NomorLuarService write it."""

    def __init__(
        self,
        store: Store,
        nomor: NomorService,
        parts: OfficeParts,
        describe: Describe,
    ) -> None:
        self._store = store
        self._nomor = nomor
        self._parts = parts
        self._reader = AgendaReader(store.database, parts, describe)

    def rows(self, wanted: AgendaFilter) -> Agenda:
        """The lines of a filter in the order of the book, each read when it is looked at."""
        return Agenda(self._reader.ids(wanted), self._reader.rows)

    def prepare(self, year: int) -> None:
        """Read what words are looked for in, ahead of the first word typed."""
        self._reader.texts(year)

    def rows_of(self, surat_ids: Sequence[int]) -> tuple[AgendaRow, ...]:
        """The lines of these letters, in their order; those without a number are left out."""
        found = {row.id: row for row in self._reader.rows(_numbered(surat_ids))}
        return tuple(found[each] for each in surat_ids if each in found)

    def row(self, surat_id: int) -> AgendaRow:
        """The line of one letter. Raises NotFoundError."""
        found = self.rows_of((surat_id,))
        if not found:
            raise NotFoundError("Surat itu tidak ada di buku agenda.")
        return found[0]

    def years(self) -> tuple[int, ...]:
        """The years that have numbered letters and the present one, newest first."""
        first, last = self._store.database.execute_sql(
            "SELECT min(tanggal), max(tanggal) FROM surat WHERE nomor IS NOT NULL"
        ).fetchone()
        this = self._parts.today().year
        if first is None:
            return (this,)
        years = {this}
        for year in range(int(first[:4]), int(last[:4]) + 1):
            if self._database_has(year):
                years.add(year)
        return tuple(sorted(years, reverse=True))

    def sequences(self) -> tuple[str, ...]:
        """The sequences that the settings name, then others that the book has."""
        named = [self._parts.settings(jenis).deret for jenis in JenisNaskah if jenis.bernomor]
        used = self._store.database.execute_sql(
            "SELECT DISTINCT deret FROM surat WHERE nomor IS NOT NULL ORDER BY deret"
        ).fetchall()
        return tuple(dict.fromkeys((*named, *(deret for (deret,) in used))))

    def gaps(self, deret: str, year: int) -> Rumpang:
        """The running numbers of a sequence below its highest that nobody used."""
        return Rumpang(deret, gaps_between(self._places(deret, year)))

    def all_gaps(self, year: int, deret: str | None = None) -> tuple[Rumpang, ...]:
        """The gaps of every sequence of a year, or of one; those without any are left out."""
        names = self.sequences() if deret is None else (deret,)
        found = (self.gaps(name, year) for name in names)
        return tuple(each for each in found if each.rentang)

    def book(self, wanted: AgendaFilter, progress: Progress = no_progress) -> BukuAgendaLengkap:
        """Every line of a filter, the sisipan apart, for a print or a workbook.

        Gaps are told only of whole sequences: a filter hides numbers that were used. `progress`
        hears of the lines, and may stop it.
        """
        self._parts.kop()  # a book is of an office
        rows = tuple(counted(self.rows(wanted), progress))
        unit = tables.UnitKerja.get_or_none(tables.UnitKerja.id == (wanted.unit_id or 0))
        return BukuAgendaLengkap(
            instansi=self._parts.office(),
            judul=title(wanted.year),
            keterangan=filter_words(wanted, unit.nama if unit else ""),
            baris=tuple(row for row in rows if not row.sisipan),
            sisipan=tuple(row for row in rows if row.sisipan),
            rumpang=self.all_gaps(wanted.year, wanted.deret) if wanted.whole else (),
            tanggal_cetak=self._parts.today(),
        )

    def compose(self, wanted: AgendaFilter, progress: Progress = no_progress) -> BukuAgenda:
        """The book of a filter as a paper. Raises DomainError while the office has no name."""
        return self.plan(wanted, self.book(wanted, progress))()

    def plan(self, wanted: AgendaFilter, book: BukuAgendaLengkap) -> Callable[[], BukuAgenda]:
        """What puts the paper of a book together, on any thread: a long one takes its time."""
        several = wanted.deret is None
        return partial(printed_book, book, self._parts.kop(), self._parts.page(), deret=several)

    def file_name(self, wanted: AgendaFilter, suffix: str) -> str:
        """A name for the file of a book that every system takes."""
        return file_name(f"Buku Agenda {wanted.year} {wanted.deret or ''}".strip(), suffix)

    def _places(self, deret: str, year: int) -> set[int]:
        """As NomorService.places, straight from the index where every number has its place."""
        unplaced = self._store.database.execute_sql(
            "SELECT 1 FROM surat WHERE deret = ? AND substr(tanggal, 1, 4) = ? "
            "AND nomor IS NOT NULL AND urut IS NULL AND sisipan = '' LIMIT 1",
            (deret, f"{year:04d}"),
        ).fetchone()
        if unplaced is not None:
            try:
                return self._nomor.places(deret, year)
            except DomainError:  # a pattern lacks a part, so old numbers cannot be told
                pass
        rows = self._store.database.execute_sql(
            "SELECT urut FROM surat WHERE deret = ? AND substr(tanggal, 1, 4) = ? "
            "AND urut IS NOT NULL AND sisipan = ''",
            (deret, f"{year:04d}"),
        )
        return {urut for (urut,) in rows.fetchall()}

    def _database_has(self, year: int) -> bool:
        row = self._store.database.execute_sql(
            "SELECT 1 FROM surat WHERE nomor IS NOT NULL AND tanggal BETWEEN ? AND ? LIMIT 1",
            (date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()),
        ).fetchone()
        return row is not None


def _numbered(surat_ids: Sequence[int]) -> tuple[int, ...]:
    letters: Any = tables.Surat
    rows = letters.select(letters.id).where(
        letters.id.in_(list(surat_ids)) & letters.nomor.is_null(False)
    )
    return tuple(row.id for row in rows)
