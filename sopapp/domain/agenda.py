"""The Buku Agenda Surat Keluar as values: its lines, its filter, the numbers nobody used.

Its columns are those that offices print: number, dates, to whom, what, and what is to be said
about it (void, put between two others, used outside the program).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from textwrap import shorten
from typing import overload

from sopapp.domain.errors import DomainError
from sopapp.domain.surat import JenisSurat, StatusSurat

_CHUNK = 64
"""How many neighbours are read together; a screen shows some twenty."""

MOST_AT_ONCE = 300
"""Numbers that are recorded in one go."""

_SHOWN = 40
"""Letters of what cannot be read that an error repeats."""

LUAR_PROGRAM = "Di luar program"
_SPAN = re.compile(r"(\d{1,9})(?:\s*(?:-|–|sampai(?:\s+dengan)?|s\.?d\.?)\s*(\d{1,9}))?")
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+dan\s+")


class KeadaanAgenda(StrEnum):
    """What a line can be looked for by, besides words."""

    BATAL = "batal"
    SISIPAN = "sisipan"
    BELUM_DIKIRIM = "belum_dikirim"
    BELUM_DIPINDAI = "belum_dipindai"

    @property
    def label(self) -> str:
        """The words on screen."""
        return {
            "batal": "BATAL",
            "sisipan": "Nomor sisipan",
            "belum_dikirim": "Belum diserahkan",
            "belum_dipindai": "Belum dipindai",
        }[self]


@dataclass(frozen=True, slots=True)
class AgendaFilter:
    """Which lines are wanted: those of a year, and of a kind, sequence, unit or with words."""

    year: int
    jenis: JenisSurat | None = None
    deret: str | None = None
    unit_id: int | None = None
    text: str = ""
    keadaan: KeadaanAgenda | None = None

    @property
    def whole(self) -> bool:
        """Whether whole sequences are shown, so that their gaps say something."""
        return (
            self.jenis is None
            and self.unit_id is None
            and self.keadaan is None
            and not self.text.strip()
        )


@dataclass(frozen=True, slots=True)
class Uraian:
    """What the book says of a letter that was numbered before the book kept words."""

    perihal: str
    tujuan: str
    lampiran: str = ""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A line of the book.

    `urut` is its place in the sequence, that of the number it stands behind for a sisipan;
    `dikirim` the day of the first hand-over. `batal` and `sisipan` are reasons, `mengganti` and
    `diganti` numbers, `catatan` what was noted of a number used outside the program.
    """

    id: int
    berkas_id: int | None
    jenis: JenisSurat
    deret: str
    urut: int | None
    nomor: str
    tanggal: date
    dikirim: date | None
    tujuan: str
    perihal: str
    klasifikasi: str
    lampiran: str
    penanda_tangan: str
    status: StatusSurat
    dipindai: bool
    sisipan: str = ""
    batal: str = ""
    mengganti: str = ""
    diganti: str = ""
    catatan: str = ""

    @property
    def no_urut(self) -> str:
        """`5`, or `5.01` for a sisipan; empty when the number has another form."""
        if self.urut is None:
            return ""
        if self.sisipan and (found := re.search(rf"(?<!\d)0*{self.urut}(\.\w{{1,4}})", self.nomor)):
            return f"{self.urut}{found[1]}"
        return str(self.urut)

    @property
    def luar(self) -> bool:
        """Whether the number was used outside the program."""
        return self.jenis is JenisSurat.LAIN

    @property
    def keadaan(self) -> str:
        """The state in a word or two."""
        return LUAR_PROGRAM if self.luar and not self.batal else self.status.label

    @property
    def keterangan(self) -> str:
        """What the last column says: void first, then what else is to be known."""
        said = []
        if self.batal:
            said.append(f"BATAL: {self.batal}")
        if self.sisipan:
            said.append(f"Nomor sisipan: {self.sisipan}")
        if self.luar:
            said.append("Nomor dipakai di luar program")
        if self.mengganti:
            said.append(f"Pengganti Nomor {self.mengganti}")
        if self.diganti:
            said.append(f"Diganti dengan Nomor {self.diganti}")
        if self.catatan:
            said.append(self.catatan)
        # Each begins with a capital, so each is a sentence; the last ends as it was typed.
        return ". ".join([*(each.rstrip(" .;") for each in said[:-1]), *said[-1:]])


class Agenda(Sequence[AgendaRow]):
    """The lines of a filter, in the order of the book, read as they are looked at.

    `read` gives the lines of the letters with these ids, in any order.
    """

    def __init__(
        self, ids: Sequence[int], read: Callable[[Sequence[int]], Iterable[AgendaRow]]
    ) -> None:
        self.ids = ids
        self._read = read
        self._known: dict[int, AgendaRow] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, index: int) -> AgendaRow: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[AgendaRow, ...]: ...

    def __getitem__(self, index: int | slice) -> AgendaRow | tuple[AgendaRow, ...]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        at = index + len(self) if index < 0 else index
        surat_id = self.ids[at]
        if surat_id not in self._known:
            first = at - at % _CHUNK
            wanted = self.ids[first : first + _CHUNK]
            self._known.update((row.id, row) for row in self._read(wanted))
        return self._known[surat_id]

    def __iter__(self) -> Iterator[AgendaRow]:
        return (self[at] for at in range(len(self)))


@dataclass(frozen=True, slots=True)
class Rentang:
    """Running numbers that follow one another, both ends among them."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class Rumpang:
    """What a sequence lacks below its highest number: "Nota Dinas 4, 7–9"."""

    deret: str
    rentang: tuple[Rentang, ...]

    def __str__(self) -> str:
        return f"{self.deret} {', '.join(map(str, self.rentang))}"


@dataclass(frozen=True, slots=True)
class BukuAgendaLengkap:
    """A whole book, to be printed or written as a workbook."""

    instansi: str
    judul: str
    keterangan: str
    baris: tuple[AgendaRow, ...]
    sisipan: tuple[AgendaRow, ...]
    rumpang: tuple[Rumpang, ...]
    tanggal_cetak: date


def gaps_between(held: Iterable[int]) -> tuple[Rentang, ...]:
    """The numbers from 1 to the highest of `held` that are not held."""
    gaps = []
    before = 0
    for number in sorted(held):
        if number > before + 1:
            gaps.append(Rentang(before + 1, number - 1))
        before = number
    return tuple(gaps)


def running_numbers(text: str) -> tuple[int, ...]:
    """The numbers that "4, 7 sampai 9" or "12-20" names, each once, in order.

    Raises DomainError naming what cannot be read, a span that goes backwards, or too many.
    """
    numbers: set[int] = set()
    for part in _BETWEEN.split(text.strip()):
        match = _SPAN.fullmatch(part.strip().lower())
        if match is None:
            named = shorten(part, _SHOWN, placeholder=" …") or part[:_SHOWN]
            msg = f"“{named}” bukan nomor urut. Tulis misalnya 4, 7 sampai 9."
            raise DomainError(msg, field="urut")
        first, last = int(match[1]), int(match[2] or match[1])
        if first < 1 or last < first:
            msg = f"“{part}” bukan rentang nomor. Tulis dari yang kecil, misalnya 7 sampai 9."
            raise DomainError(msg, field="urut")
        if last - first < MOST_AT_ONCE:
            numbers.update(range(first, last + 1))
        if last - first >= MOST_AT_ONCE or len(numbers) > MOST_AT_ONCE:
            msg = f"Paling banyak {MOST_AT_ONCE} nomor sekali catat."
            raise DomainError(msg, field="urut")
    return tuple(sorted(numbers))
