"""Days that the office adds to or takes from the holidays, and what that moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sopapp.domain import panduan
from sopapp.domain.changes import Kind
from sopapp.domain.days_off import OfficeDay
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.tanggal import hari_tanggal
from sopapp.persistence.store import Store
from sopapp.services.checked_input import checked_input
from sopapp.services.office_days import office_days

if TYPE_CHECKING:
    from sopapp.domain.tenggat_berjalan import Pergeseran
    from sopapp.services.sop import SopService


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
    """Reads and changes the office's own days; riwayat keeps the due dates that moved."""

    def __init__(
        self,
        store: Store,
        sop: SopService,
        calendar_with: Callable[[Mapping[date, OfficeDay]], HariKerja],
    ) -> None:
        self._store = store
        self._sop = sop
        self._calendar_with = calendar_with

    def list(self, year: int | None = None) -> tuple[LiburKantor, ...]:
        """The days in order, of one year or all."""
        return tuple(
            LiburKantor(day, office.works, office.reason)
            for day, office in office_days(self._store.database).items()
            if year is None or day.year == year
        )

    def shifts(
        self, lama: date | None = None, baru: LiburKantor | None = None
    ) -> tuple[Pergeseran, ...]:
        """Which running due dates move when the office day `lama` goes and `baru` comes.

        Nothing is stored. The earliest due date comes first.
        """
        from sopapp.domain.tenggat_berjalan import pergeseran  # the board itself moves nothing
        from sopapp.services.tenggat_berjalan import running_terms

        present = office_days(self._store.database)
        future = dict(present)
        if lama is not None:
            future.pop(lama, None)
        if baru is not None:
            future[baru.tanggal] = OfficeDay(baru.masuk, baru.alasan)
        return pergeseran(
            running_terms(self._store.database, self._sop),
            self._calendar_with(present),
            self._calendar_with(future),
        )

    def save(self, day: LiburKantor, lama: date | None = None) -> None:
        """Add the day or change it; with `lama` the office day of that date becomes `day`.

        Raises DomainError when the reason is missing or another office day is in the way, and
        NotFoundError when there is no day on `lama`.
        """
        alasan = day.alasan.strip()
        if not alasan:
            raise DomainError("Alasan belum diisi (misalnya nomor surat edaran).", field="alasan")
        clean = replace(day, alasan=alasan)
        if lama is not None and lama != day.tanggal:
            self._move(self._present(lama), clean)
            return
        before = self._find(day.tanggal)
        if clean == before:
            return
        with self._store.write("libur.simpan", Kind.LIBUR) as entry:
            moved = self.shifts(None, clean)
            _put(clean)
            entry.say(
                f"{hari_tanggal(day.tanggal)} ditetapkan {day.words}: {alasan}."
                f"{_moved_words(moved)}",
                sebelum=_told(before, moved, "lama"),
                sesudah=_told(clean, moved, "baru"),
            )

    def remove(self, day: date) -> None:
        """Take an office day out again."""
        before = self._find(day)
        if before is None:
            return
        with self._store.write("libur.hapus", Kind.LIBUR) as entry:
            moved = self.shifts(day)
            _drop(day)
            entry.say(
                f"{hari_tanggal(day)} tidak lagi ditetapkan {before.words}.{_moved_words(moved)}",
                sebelum=_told(before, moved, "lama"),
                sesudah=_told(None, moved, "baru"),
            )

    def _move(self, before: LiburKantor, after: LiburKantor) -> None:
        taken = self._find(after.tanggal)
        if taken is not None:
            msg = (
                f"{hari_tanggal(after.tanggal)} sudah ditetapkan {taken.words} ({taken.alasan}). "
                "Pilih tanggal lain, atau hapus dahulu ketetapan itu."
            )
            raise DomainError(msg, field="tanggal", topic=panduan.HARI_KHUSUS)
        with self._store.write("libur.pindah", Kind.LIBUR) as entry:
            moved = self.shifts(before.tanggal, after)
            _drop(before.tanggal)
            _put(after)
            entry.say(
                f"Hari {before.words} kantor {hari_tanggal(before.tanggal)} dipindahkan ke "
                f"{hari_tanggal(after.tanggal)}: {after.alasan}.{_moved_words(moved)}",
                sebelum=_told(before, moved, "lama"),
                sesudah=_told(after, moved, "baru"),
            )

    def _find(self, day: date) -> LiburKantor | None:
        return next((found for found in self.list() if found.tanggal == day), None)

    def _present(self, day: date) -> LiburKantor:
        found = self._find(day)
        if found is None:
            raise NotFoundError(f"Hari khusus {hari_tanggal(day)} tidak ada lagi.")
        return found


def _put(day: LiburKantor) -> None:
    from sopapp.persistence import tables  # a start only reads

    tables.LiburKantor.replace(
        tanggal=day.tanggal.isoformat(), masuk=day.masuk, alasan=day.alasan
    ).execute()


def _drop(day: date) -> None:
    from sopapp.persistence import tables

    tables.LiburKantor.delete().where(tables.LiburKantor.tanggal == day.isoformat()).execute()


def _moved_words(moved: tuple[Pergeseran, ...]) -> str:
    return f" {len(moved)} tenggat bergeser." if moved else ""


def _told(
    day: LiburKantor | None, moved: tuple[Pergeseran, ...], which: str
) -> dict[str, Any] | None:
    """The day and the due dates on one side of a change, as riwayat keeps them."""
    told: dict[str, Any] = {}
    if day is not None:
        told |= {"tanggal": day.tanggal, "masuk": day.masuk, "alasan": day.alasan}
    if moved:
        told["tenggat"] = [
            {
                f"{each.tenggat.jenis.value}_id": each.tenggat.id,
                "nama": each.tenggat.nama,
                "tenggat": getattr(each, which),
            }
            for each in moved
        ]
    return told or None
