"""Days that the office adds to or takes from the holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sopapp.domain.changes import Kind
from sopapp.domain.errors import DomainError
from sopapp.domain.tanggal import hari_tanggal
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of
from sopapp.services.checked_input import checked_input


@dataclass(frozen=True, slots=True)
class LiburKantor:
    """One day: `masuk` False closes the office, True makes it work on that day."""

    tanggal: date
    masuk: bool
    alasan: str

    @property
    def words(self) -> str:
        """Libur or masuk."""
        return "masuk" if self.masuk else "libur"


@checked_input()
class LiburService:
    """Reads and changes the office's own days."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self, year: int | None = None) -> tuple[LiburKantor, ...]:
        """The days in order, of one year or all."""
        rows = tables.LiburKantor.select().order_by(tables.LiburKantor.tanggal)
        days = (LiburKantor(day_of(row.tanggal), row.masuk, row.alasan) for row in rows)
        return tuple(day for day in days if year is None or day.tanggal.year == year)

    def save(self, day: LiburKantor) -> None:
        """Add the day or change it. Raises DomainError when the reason is missing."""
        alasan = day.alasan.strip()
        if not alasan:
            raise DomainError("Alasan belum diisi (misalnya nomor surat edaran).", field="alasan")
        before = self._find(day.tanggal)
        with self._store.write("libur.simpan", Kind.LIBUR) as entry:
            tables.LiburKantor.replace(
                tanggal=day.tanggal.isoformat(), masuk=day.masuk, alasan=alasan
            ).execute()
            entry.say(
                f"{hari_tanggal(day.tanggal)} ditetapkan {day.words}: {alasan}.",
                sebelum={"masuk": before.masuk, "alasan": before.alasan} if before else None,
                sesudah={"tanggal": day.tanggal, "masuk": day.masuk, "alasan": alasan},
            )

    def remove(self, day: date) -> None:
        """Take an office day out again."""
        before = self._find(day)
        if before is None:
            return
        with self._store.write("libur.hapus", Kind.LIBUR) as entry:
            tables.LiburKantor.delete().where(
                tables.LiburKantor.tanggal == day.isoformat()
            ).execute()
            entry.say(
                f"{hari_tanggal(day)} tidak lagi ditetapkan {before.words}.",
                sebelum={"tanggal": day, "masuk": before.masuk, "alasan": before.alasan},
            )

    def _find(self, day: date) -> LiburKantor | None:
        return next((found for found in self.list() if found.tanggal == day), None)
