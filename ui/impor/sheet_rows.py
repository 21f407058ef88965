"""The rows of a checked sheet as the table shows them: which are shown, which are left out."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from sopapp.domain.impor import BarisImpor, CatatanSel, HasilPeriksa, Kolom, StatusBaris
from ui.impor.sheet_source import SheetSource

_MOST_STEPS = 200  # steps that can be taken back; each shares nearly all rows with the next


class Tampil(Enum):
    """Which rows are shown; the value is the word on the button."""

    SEMUA = "Semua"
    PERLU = "Perlu diperbaiki"
    SIAP = "Siap"
    TETAP = "Tidak berubah"
    ABAIKAN = "Diabaikan"


_STATUS = {
    StatusBaris.PERLU_DIPERBAIKI: Tampil.PERLU,
    StatusBaris.SIAP: Tampil.SIAP,
    StatusBaris.TIDAK_BERUBAH: Tampil.TETAP,
}
_NEEDED = (
    Kolom.USULAN,
    Kolom.INFORMASI,
    Kolom.BAGIAN,
    Kolom.HURUF,
    Kolom.UNDANG_UNDANG,
    Kolom.DIBUKA,
    Kolom.DITUTUP,
    Kolom.JANGKA,
    Kolom.BENTUK,
)


class SheetRows:
    """A check's result with what the user did to it; every change can be taken back.

    Rows that are left out stay in their place in sight, but the result no longer has them.
    `first` is for the first list, which has no Usulan but a unit in every row.
    """

    def __init__(self, hasil: HasilPeriksa, source: SheetSource, *, first: bool = False) -> None:
        self._source = source
        self._hasil = hasil
        self._out: dict[int, BarisImpor] = {}
        self._past: list[tuple[HasilPeriksa, dict[int, BarisImpor]]] = []
        self._all: tuple[BarisImpor, ...] = hasil.baris
        self.columns = _columns(hasil, first=first)

    @property
    def hasil(self) -> HasilPeriksa:
        """What is stored: all rows but those left out."""
        return self._hasil

    @property
    def changed(self) -> bool:
        """Whether anything was mended or left out."""
        return bool(self._past)

    @property
    def total(self) -> int:
        """How many rows there are, with those left out."""
        return len(self._all)

    def row(self, place: int) -> BarisImpor:
        """The row at a place of the sheet."""
        return self._all[place]

    def kind(self, place: int) -> Tampil:
        """Under which button a row is counted."""
        row = self._all[place]
        return Tampil.ABAIKAN if row.lembar.nomor in self._out else _STATUS[row.status]

    def counts(self) -> dict[Tampil, int]:
        """How many rows each button stands for."""
        found = dict.fromkeys(Tampil, 0)
        for row in self._hasil.baris:
            found[_STATUS[row.status]] += 1
        found[Tampil.ABAIKAN] = len(self._out)
        found[Tampil.SEMUA] = len(self._all)
        return found

    def shown(self, what: Tampil) -> list[int]:
        """The places of the rows of a kind."""
        places = range(len(self._all))
        if what is Tampil.SEMUA:
            return list(places)
        return [place for place in places if self.kind(place) is what]

    def problems(self, place: int) -> bool:
        """Whether a row keeps the sheet from being stored."""
        return self.kind(place) is Tampil.PERLU

    def notes(self, place: int, kolom: Kolom) -> tuple[CatatanSel, ...]:
        """What is to be said about a cell; nothing of a row that is left out."""
        row = self._all[place]
        if not row.catatan or row.lembar.nomor in self._out:
            return ()
        return tuple(note for note in row.catatan if note.kolom is kolom)

    def cell_name(self, place: int, kolom: Kolom) -> str:
        """`C5` as the spreadsheet calls it; the row alone when the sheet has no such column."""
        nomor = self._all[place].lembar.nomor
        letter = self._hasil.lembar.kolom.get(kolom)
        return f"{letter}{nomor}" if letter else f"Baris {nomor}"

    # -- changes; each raises DomainError when the records no longer allow the check --------------

    def type(self, place: int, kolom: Kolom, text: str) -> None:
        """Put other words into a cell and check the row anew."""
        lembar = self._all[place].lembar
        nilai = {**lembar.nilai, kolom: text}
        self._keep(self._source.recheck(self._hasil, lembar.nomor, nilai), self._out)

    def leave_out(self, place: int) -> None:
        """Leave a row out; rows that were at odds with it are checked anew."""
        row = self._all[place]
        nomor = row.lembar.nomor
        self._keep(self._source.drop(self._hasil, nomor), {**self._out, nomor: row})

    def take_in(self, place: int) -> None:
        """Take a row in again that was left out."""
        lembar = self._all[place].lembar
        rows = sorted((*self._hasil.lembar.baris, lembar), key=lambda row: row.nomor)
        whole = replace(self._hasil, lembar=replace(self._hasil.lembar, baris=tuple(rows)))
        out = {nomor: row for nomor, row in self._out.items() if nomor != lembar.nomor}
        self._keep(self._source.recheck(whole, lembar.nomor, lembar.nilai), out)

    def check_again(self) -> None:
        """Check against the records as they are now; no step of the user's."""
        if self._hasil.baris:
            lembar = self._hasil.baris[0].lembar
            self._hasil = self._source.recheck(self._hasil, lembar.nomor, lembar.nilai)
            self._merge()

    def undo(self) -> bool:
        """Take the last change back; whether there was one."""
        if not self._past:
            return False
        self._hasil, self._out = self._past.pop()
        self._merge()
        return True

    def _keep(self, hasil: HasilPeriksa, out: dict[int, BarisImpor]) -> None:
        self._past.append((self._hasil, self._out))
        del self._past[:-_MOST_STEPS]
        self._hasil, self._out = hasil, out
        self._merge()

    def _merge(self) -> None:
        rows = self._hasil.baris
        if self._out:
            both = (*rows, *self._out.values())
            rows = tuple(sorted(both, key=lambda row: row.lembar.nomor))
        self._all = rows


def _columns(hasil: HasilPeriksa, *, first: bool) -> tuple[Kolom, ...]:
    """The columns to show: those of the sheet in its order, then what else an entry needs."""
    wanted = set(hasil.lembar.kolom) | set(_NEEDED)
    wanted |= {note.kolom for row in hasil.baris for note in row.catatan}
    if first:
        wanted.discard(Kolom.USULAN)
        wanted.add(Kolom.UNIT)
    own = [kolom for kolom in hasil.lembar.kolom if kolom in wanted]
    return (*own, *(kolom for kolom in Kolom if kolom in wanted and kolom not in own))
