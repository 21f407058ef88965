"""A report as values: main figures, and parts with a chart, a table and words; drawn elsewhere.

The same values are drawn on screen, on paper and in a picture, so that none says anything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Nada(StrEnum):
    """What a bar or a figure means; never told by its colour alone."""

    TEPAT = "tepat"
    TERLAMBAT = "terlambat"
    BERJALAN = "berjalan"
    NETRAL = "netral"


@dataclass(frozen=True, slots=True)
class Batang:
    """A bar: its parts one after the other, a mark (the standard), and the words at its end."""

    label: str
    bagian: tuple[tuple[float, Nada], ...]
    patokan: float | None
    kata: str

    @property
    def panjang(self) -> float:
        """The sum of its parts."""
        return sum(value for value, _tone in self.bagian)


@dataclass(frozen=True, slots=True)
class Grafik:
    """Level bars on one scale from nought; `legenda` says what tones and the mark mean."""

    judul: str
    batang: tuple[Batang, ...]
    legenda: tuple[tuple[Nada | None, str], ...]
    """A tone, or None for the mark, with its words."""

    @property
    def skala(self) -> float:
        """The value at the right end: the longest bar or mark, at least 1."""
        return max([1.0, *(max(bar.panjang, bar.patokan or 0) for bar in self.batang)])

    def teks(self) -> str:
        """The chart in words, for a screen reader: every bar with its label."""
        return f"{self.judul}. " + " ".join(f"{bar.label}: {bar.kata}." for bar in self.batang)

    def awal(self, most: int, sisa: str) -> Grafik:
        """The chart with its first `most` bars; `sisa` with {} says how many more there are."""
        if len(self.batang) <= most:
            return self
        more = Batang(sisa.format(len(self.batang) - most), (), None, "")
        return Grafik(self.judul, (*self.batang[:most], more), self.legenda)


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: head, share of the width (any unit), and whether its cells stand at the right."""

    judul: str
    bobot: float
    kanan: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """Rows of texts; `kosong` is said when there are none. `kunci` are ids of the rows, if any."""

    kolom: tuple[Kolom, ...]
    baris: tuple[tuple[str, ...], ...]
    kosong: str
    kunci: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BagianLaporan:
    """A part: heading, the charts above its table, and the table."""

    judul: str
    grafik: tuple[Grafik, ...]
    tabel: Tabel


@dataclass(frozen=True, slots=True)
class AngkaPokok:
    """A main figure with what it counts above and what it is measured against below.

    `lalu` is the same figure of the year before, "" where there is none.
    """

    judul: str
    nilai: str
    keterangan: str
    nada: Nada
    lalu: str = ""

    @property
    def bawah(self) -> tuple[str, ...]:
        """The lines below the figure."""
        return tuple(line for line in (self.keterangan, self.lalu) if line)


@dataclass(frozen=True, slots=True)
class Laporan:
    """A whole report; `keterangan` stands below its title, `catatan` at its end."""

    judul: str
    keterangan: str
    pokok: tuple[AngkaPokok, ...]
    bagian: tuple[BagianLaporan, ...]
    catatan: tuple[str, ...]
