"""The one book of numbers: proposes the next, refuses one that is taken, remembers its place.

Kinds of letter with the same `deret` in their settings count together; each sequence begins
anew with the year of the letter's date. A number is taken for ever once a letter had it, void
letters and those made outside the program included.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from textwrap import shorten
from typing import Any

import peewee

from sopapp.domain.errors import DomainError
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.numbering import Penomoran
from sopapp.domain.surat import JenisSurat
from sopapp.domain.tanggal import tanggal as tanggal_text
from sopapp.persistence import tables
from sopapp.services.office_parts import OfficeParts

_EARLIEST = 1990
_YEARS_AHEAD = 1
_SHOWN = 60


class NomorService:
    """Reads the book, and writes into it inside the write of another service."""

    def __init__(self, parts: OfficeParts) -> None:
        self._parts = parts

    def propose(self, jenis: JenisNaskah, day: date) -> str:
        """The number after the highest of the kind's sequence in the year of `day`."""
        pattern = self._parts.pattern(jenis)
        deret = self._parts.settings(jenis).deret
        urut = max(self.places(deret, day.year), default=0) + 1
        while _taken(nomor := _tidy(pattern.text(urut, day)), deret, day.year):
            urut += 1  # typed by hand in a form that the pattern does not tell
        return nomor

    def propose_sisipan(self, jenis: JenisNaskah, day: date) -> str:
        """A number behind the last ordinary one that is dated `day` or before.

        Raises DomainError when the sequence has none yet to stand behind.
        """
        pattern = self._parts.pattern(jenis)
        deret = self._parts.settings(jenis).deret
        former = [
            urut
            for urut, dated in self._placed(deret, day.year)
            if dated <= day.isoformat()
        ]  # fmt: skip
        if not former:
            msg = (
                f"Belum ada nomor sampai dengan {tanggal_text(day)} yang dapat disisipi. Pakai "
                "nomor biasa."
            )
            raise DomainError(msg, field="tanggal")
        form = self._parts.common().sisipan
        place = 1
        while _taken(
            nomor := _tidy(pattern.text(max(former), day, form.suffix(place))), deret, day.year
        ):
            place += 1
        return nomor

    def places(self, deret: str, year: int) -> set[int]:
        """The running numbers of a sequence that ordinary letters hold in a year."""
        return {urut for urut, _day in self._placed(deret, year)}

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
        if deret == self._parts.settings(JenisNaskah.KEPUTUSAN).deret:
            _refuse_number_of_first_list(nomor, new.tanggal)
        holder = _holder(nomor, deret, new.tanggal.year, besides)
        if holder is not None:
            msg = f"Nomor {nomor} sudah dipakai {_whom(holder)}. Ketik nomor yang lain."
            raise DomainError(msg, field="nomor")
        return Penomoran(nomor, new.tanggal, sisipan)

    def give(
        self, surat_id: int, jenis: JenisSurat, new: Penomoran, like: JenisNaskah | None = None
    ) -> None:
        """Write a checked number into the book; call inside a write.

        `like` names the sequence of a LAIN. Raises DomainError when the place is taken.
        """
        naskah = like or jenis.naskah
        pattern = self._parts.pattern(naskah)
        deret = self._parts.settings(naskah).deret
        urut = pattern.urut_of(new.nomor, sisipan=bool(new.sisipan)) or None
        if urut is not None and not new.sisipan:
            taken = urut in {
                held for held, _day in self._placed(deret, new.tanggal.year, besides=surat_id)
            }
            if taken:
                msg = (
                    f"Nomor urut {urut} tahun {new.tanggal.year} sudah dipakai surat lain dalam "
                    f"deret {deret}. Ketik nomor yang lain, atau catat sebagai nomor sisipan."
                )
                raise DomainError(msg, field="nomor")
        settings = self._parts.settings(naskah)
        try:
            tables.Surat.update(
                deret=deret,
                nomor=new.nomor,
                tanggal=new.tanggal.isoformat(),
                urut=urut,
                sisipan=new.sisipan,
                klasifikasi=settings.klasifikasi or self._parts.common().klasifikasi,
            ).where(tables.Surat.id == surat_id).execute()
        except peewee.IntegrityError as error:
            msg = f"Nomor {new.nomor} sudah dipakai surat lain tahun {new.tanggal.year}."
            raise DomainError(msg, field="nomor") from error

    def take_back(self, surat_id: int) -> None:
        """Take a number off a letter that never went out with it; call inside a write."""
        tables.Surat.update(
            deret="", nomor=None, tanggal=None, urut=None, sisipan="", klasifikasi=""
        ).where(tables.Surat.id == surat_id).execute()

    def _placed(
        self, deret: str, year: int, besides: int | None = None
    ) -> Iterable[tuple[int, str]]:
        """(running number, ISO day) of the ordinary numbers of a sequence and year."""
        rows = (
            tables.Surat.select(
                tables.Surat.urut,
                tables.Surat.nomor,
                tables.Surat.tanggal,
                tables.Surat.jenis,
                tables.Surat.batal,
            )
            .where(
                (tables.Surat.deret == deret)
                & (tables.Surat.sisipan == "")
                & _in_year(year)
                & (tables.Surat.id != (besides or 0))
            )
            .tuples()
        )
        for urut, nomor, day, jenis, batal in rows:
            # Numbers of schema 2 know their place only by their form; a void one without a
            # place gave it up to the number that took its place.
            place = urut if urut is not None or batal else self._read(jenis, nomor)
            if place is not None:
                yield place, day

    def _read(self, jenis: str, nomor: str) -> int | None:
        if jenis == JenisSurat.LAIN:
            return None
        return self._parts.pattern(JenisNaskah(jenis)).urut_of(nomor)


def _tidy(nomor: str) -> str:
    return " ".join(nomor.split())


def _in_year(year: int) -> Any:
    return tables.Surat.tanggal.between(f"{year:04d}-01-01", f"{year:04d}-12-31")


def _holder(nomor: str, deret: str, year: int, besides: int | None) -> Any | None:
    """The letter that has this number in its sequence and year, however it was typed."""
    rows = tables.Surat.select().where(
        (tables.Surat.deret == deret) & _in_year(year) & (tables.Surat.id != (besides or 0))
    )
    same = rows.where(tables.Surat.nomor.collate("NOCASE") == nomor).first()
    if same is not None or nomor.isascii():
        return same
    # SQLite folds the case of ASCII only.
    return next((row for row in rows if row.nomor.casefold() == nomor.casefold()), None)


def _taken(nomor: str, deret: str, year: int) -> bool:
    return _holder(nomor, deret, year, None) is not None or _of_first_list(nomor, year)


def _of_first_list(nomor: str, year: int) -> bool:
    """Whether the list that the office began with has it: its Keputusan is no letter here."""
    first = tables.DikTerbitan
    return any(
        row.tanggal[:4] == f"{year:04d}" and row.nomor.casefold() == nomor.casefold()
        for row in first.select().where(first.nomor.is_null(False))
    )


def _refuse_number_of_first_list(nomor: str, day: date) -> None:
    if _of_first_list(nomor, day.year):
        msg = f"Nomor {nomor} sudah dipakai Keputusan daftar awal tahun {day.year}."
        raise DomainError(msg, field="nomor")


def _whom(row: Any) -> str:
    """The letter that holds a number, in words."""
    jenis = JenisSurat(row.jenis)
    day = tanggal_text(date.fromisoformat(row.tanggal))
    whom = shorten(row.tujuan, _SHOWN, placeholder=" …")
    name = f"{jenis.label} lain tanggal {day}{f' untuk {whom}' if whom else ''}"
    if row.batal:
        return f"{name} yang BATAL; nomor yang batal tidak dipakai lagi"
    return name
