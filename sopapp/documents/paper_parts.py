"""What every paper has: its sheet, its type, the letterhead, and who signs it.

Lengths are millimetres, font sizes points.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FontFamily(StrEnum):
    """Families: two bundled ones, named for the metrics they keep, and the PC's own two.

    The PC's own are used where they are installed, else the bundled one of the same widths.
    """

    ARIAL = "arial"
    BOOKMAN = "bookman"
    ARIAL_PC = "arial_pc"
    BOOKMAN_PC = "bookman_pc"


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in portrait, millimetres."""

    name: str
    width: float
    height: float


A4 = Paper("A4", 210.0, 297.0)
F4 = Paper("F4", 215.0, 330.0)
FOLIO = Paper("Folio", 210.0, 330.0)
PAPERS = {paper.name: paper for paper in (A4, F4, FOLIO)}
"""Papers by name; an office may also give a size of its own."""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper, margins (millimetres) and type; Permendagri 1/2023 gives the defaults."""

    paper: Paper = A4
    top: float = 20.0
    bottom: float = 25.0
    left: float = 30.0
    right: float = 20.0
    font: FontFamily = FontFamily.ARIAL
    size: float = 12.0


@dataclass(frozen=True, slots=True)
class Gaya:
    """Wordings that offices differ in.

    `label_kapital`: MENIMBANG or Menimbang, YTH. or Yth., also in the head of a Lampiran.
    `diktum_pertama`: PERTAMA, KEDUA instead of KESATU, KEDUA. `nomor_di_judul`: the number of a
    Nota Dinas stands centred below its title instead of in the header list.
    """

    label_kapital: bool = False
    diktum_pertama: bool = False
    nomor_di_judul: bool = False


GAYA_BAWAAN = Gaya()


@dataclass(frozen=True, slots=True)
class Kop:
    """Letterhead: line 1, line 2 (bold), address lines, optional logo (PNG or JPG bytes)."""

    pemerintah: str
    instansi: str
    alamat: tuple[str, ...]
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """A signature block: jabatan lines as printed (the builder adds the closing comma).

    `pangkat` is printed without golongan; None for those who have none (PPPK).
    """

    jabatan: tuple[str, ...]
    nama: str
    pangkat: str | None
    nip: str | None
