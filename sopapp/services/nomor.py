"""The one book of numbers: proposes the next, refuses one that is taken, remembers its place.

Kinds of letter with the same `deret` in their settings count together; each sequence begins
anew with the year of the letter's date. A number is taken for ever once a letter had it, void
letters and those made outside the program included.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from textwrap import shorten
from typing import Any

import peewee

from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import NumberPattern, Penomoran
from sopapp.domain.surat import JenisSurat
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.persistence.stored_time import day_of
from sopapp.services.checked_input import checked_input
from sopapp.services.office_parts import OfficeParts

_EARLIEST = 1990
_YEARS_AHEAD = 1
_SHOWN = 60


@checked_input()
class NomorService:
    """Reads the book, and writes into it inside the write of another service."""

    def __init__(self, parts: OfficeParts) -> None:
        self._parts = parts

    def propose(self, jenis: JenisNaskah, day: date) -> str:
        """The number after the highest of the kind's sequence in the year of `day`."""
        pattern = self._parts.pattern(jenis)
        deret = self._parts.settings(jenis).deret
        urut = self._highest(deret, day.year) + 1
        while self._taken(nomor := _tidy(pattern.text(urut, day)), deret, day.year):
            urut += 1  # typed by hand in a form that the pattern does not tell
        return nomor

    def propose_sisipan(self, jenis: JenisNaskah, day: date) -> str:
        """A number behind the last ordinary one that is dated `day` or before.

        Raises DomainError when the sequence has none yet to stand behind.
        """
        pattern = self._parts.pattern(jenis)
        deret = self._parts.settings(jenis).deret
        former = self._highest(deret, day.year, until=day)
        if not former:
            msg = (
                f"Belum ada nomor sampai dengan {tanggal_text(day)} yang dapat disisipi. Pakai "
                "nomor biasa."
            )
            raise DomainError(msg, field="tanggal")
        form = self._parts.common().sisipan
        place = 1
        while self._taken(
            nomor := _tidy(pattern.text(former, day, form.suffix(place))), deret, day.year
        ):
            place += 1
        return nomor

    def places(self, deret: str, year: int) -> set[int]:
        """The running numbers of a sequence that ordinary letters hold in a year."""
        stored = _ordinary(deret, year).where(tables.Surat.urut.is_null(False))
        held = {urut for (urut,) in stored.select(tables.Surat.urut).tuples()}
        return held | {urut for urut, _day in self._by_form(deret, year)}

    def check(self, jenis: JenisNaskah, new: Penomoran, besides: int | None = None) -> Penomoran:
        """The number tidied. Raises DomainError by field when it is empty or taken.

        Two sequences are two books: an office may well write the same number in both.
        `besides` is the letter that may hold it already.
        """
        nomor, sisipan = _tidy(new.nomor), new.sisipan.strip()
        if not nomor:
            raise DomainError("Nomor surat belum diisi.", field="nomor")
        last = self._parts.today().year + _YEARS_AHEAD
        if not _EARLIEST <= new.tanggal.year <= last:
            msg = f"Tahun surat adalah {_EARLIEST} sampai {last}. Periksa tanggalnya."
            raise DomainError(msg, field="tanggal")
        deret = self._parts.settings(jenis).deret
        if self._of_first_list(nomor, deret, new.tanggal.year):
            msg = f"Nomor {nomor} sudah dipakai Keputusan daftar awal tahun {new.tanggal.year}."
            raise DomainError(msg, field="nomor")
        holder = _holder(nomor, deret, new.tanggal.year, besides)
        if holder is not None:
            msg = f"Nomor {nomor} sudah dipakai {_whom(holder)}. Ketik nomor yang lain."
            raise DomainError(msg, field="nomor")
        return Penomoran(nomor, new.tanggal, sisipan)

    def give(
        self, surat_id: int, jenis: JenisSurat, new: Penomoran, like: JenisNaskah | None = None
    ) -> None:
        """Write a number into the book; call inside a write, where nobody else can take it.

        `like` names the sequence of a LAIN. Raises DomainError as `check` does, and when the
        place in the sequence is taken or a sisipan looks like an ordinary number.
        """
        naskah = like or jenis.naskah
        new = self.check(naskah, new, surat_id)
        settings = self._parts.settings(naskah)
        pattern = self._parts.pattern(naskah)
        year = new.tanggal.year
        urut = pattern.urut_of(new.nomor, sisipan=bool(new.sisipan)) or None
        if new.sisipan:
            _refuse_ordinary(pattern, new)
        elif urut is not None and self._held(urut, settings.deret, year, surat_id):
            msg = (
                f"Nomor urut {urut} tahun {year} sudah dipakai surat lain dalam deret "
                f"{settings.deret}. Ketik nomor yang lain, atau catat sebagai nomor sisipan."
            )
            raise DomainError(msg, field="nomor")
        tables.Surat.update(
            deret=settings.deret,
            nomor=new.nomor,
            tanggal=new.tanggal.isoformat(),
            urut=urut,
            sisipan=new.sisipan,
            klasifikasi=settings.klasifikasi or self._parts.common().klasifikasi,
        ).where(tables.Surat.id == surat_id).execute()

    def take_back(self, surat_id: int) -> None:
        """Take a number off a letter that never went out with it; call inside a write."""
        tables.Surat.update(
            deret="", nomor=None, tanggal=None, urut=None, sisipan="", klasifikasi=""
        ).where(tables.Surat.id == surat_id).execute()

    def _highest(self, deret: str, year: int, until: date | None = None) -> int:
        """The highest place that is held, by letters dated `until` or before; 0 for none."""
        last = f"{year:04d}-12-31" if until is None else until.isoformat()
        stored = _ordinary(deret, year).where(
            tables.Surat.urut.is_null(False) & (tables.Surat.tanggal <= last)
        )
        highest = stored.select(tables.Surat.urut).order_by(tables.Surat.urut.desc()).scalar() or 0
        formed = (urut for urut, day in self._by_form(deret, year) if day <= last)
        return max(int(highest), max(formed, default=0))

    def _held(self, urut: int, deret: str, year: int, besides: int) -> bool:
        """Whether a letter other than `besides` holds a place."""
        others = _ordinary(deret, year).where(tables.Surat.id != besides)
        if others.where(tables.Surat.urut == urut).exists():
            return True
        return any(place == urut for place, _day in self._by_form(deret, year, besides))

    def _by_form(
        self, deret: str, year: int, besides: int | None = None
    ) -> Iterator[tuple[int, str]]:
        """(running number, ISO day) of those whose place was not told when they were numbered.

        The pattern may have been mended since. A void one without a place gave it up to the
        number that took its place.
        """
        rows = _ordinary(deret, year).where(
            tables.Surat.urut.is_null()
            & (tables.Surat.batal == "")
            & (tables.Surat.jenis != JenisSurat.LAIN.value)
            & (tables.Surat.id != (besides or 0))
        )
        for row in rows:
            place = self._parts.pattern(JenisNaskah(row.jenis)).urut_of(row.nomor)
            if place:
                yield place, row.tanggal

    def _taken(self, nomor: str, deret: str, year: int) -> bool:
        holder = _holder(nomor, deret, year, None)
        return holder is not None or self._of_first_list(nomor, deret, year)

    def _of_first_list(self, nomor: str, deret: str, year: int) -> bool:
        """Whether the list that the office began with has it: its Keputusan is no letter here."""
        if deret != self._parts.settings(JenisNaskah.KEPUTUSAN).deret:
            return False
        first = tables.DikTerbitan
        return any(
            row.tanggal[:4] == f"{year:04d}" and row.nomor.casefold() == nomor.casefold()
            for row in first.select().where(first.nomor.is_null(False))
        )


def _tidy(nomor: str) -> str:
    return " ".join(nomor.split())


def _in_book(deret: str, year: int) -> Any:
    """The lines of a sequence and year, found by the index of their numbers."""
    in_year = peewee.SQL("substr(tanggal, 1, 4) = ?", (f"{year:04d}",))
    numbered = tables.Surat.nomor.is_null(False)
    return tables.Surat.select().where((tables.Surat.deret == deret) & in_year & numbered)


def _ordinary(deret: str, year: int) -> Any:
    # Written out: a value in its place would not tell SQLite that the index of places serves.
    return _in_book(deret, year).where(peewee.SQL("sisipan = ''"))


def _holder(nomor: str, deret: str, year: int, besides: int | None) -> Any | None:
    """The letter that has this number in its sequence and year, however it was typed."""
    rows = _in_book(deret, year).where(tables.Surat.id != (besides or 0))
    same = rows.where(tables.Surat.nomor.collate("NOCASE") == nomor).first()
    if same is not None or nomor.isascii():
        return same
    # SQLite folds the case of ASCII only.
    return next((row for row in rows if row.nomor.casefold() == nomor.casefold()), None)


def _refuse_ordinary(pattern: NumberPattern, new: Penomoran) -> None:
    """Raise DomainError for a sisipan that reads as the next letter's number would."""
    urut = pattern.urut_of(new.nomor)
    if urut is None:
        return
    months = (date(new.tanggal.year, month, 1) for month in range(1, 13))
    if any(_tidy(pattern.text(urut, day)).casefold() == new.nomor.casefold() for day in months):
        msg = (
            f"Nomor {new.nomor} adalah nomor biasa, bukan sisipan. Tambahkan akhiran di belakang "
            "nomor urutnya (misalnya 005.01), atau jangan catat sebagai sisipan."
        )
        raise DomainError(msg, field="nomor")


def _whom(row: Any) -> str:
    """The letter that holds a number, in words."""
    jenis = JenisSurat(row.jenis)
    day = tanggal_text(day_of(row.tanggal))
    whom = shorten(row.tujuan, _SHOWN, placeholder="")
    name = f"{jenis.label} lain tanggal {day}{f' untuk {whom}' if whom else ''}"
    if row.batal:
        return f"{name} yang BATAL; nomor yang batal tidak dipakai lagi"
    return name
