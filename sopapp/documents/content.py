"""What a letter says, without a word about how it is drawn.

All text is exactly what a person typed or a template gave; the builders escape it.
Lengths are millimetres, font sizes points.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FontFamily(StrEnum):
    """Bundled families, named for the metrics they keep."""

    ARIAL = "arial"
    BOOKMAN = "bookman"


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in portrait, millimetres."""

    name: str
    width: float
    height: float


A4 = Paper("A4", 210.0, 297.0)
F4 = Paper("F4", 215.0, 330.0)
PAPERS = {"A4": A4, "F4": F4}


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


@dataclass(frozen=True, slots=True)
class NotaDinas:
    """A Nota Dinas.

    `body` holds paragraphs divided by empty lines; a line that begins with `1. `,
    `a. ` or `- ` is a point with a hanging indent. With `daftar_penerima` the recipients
    stand on a second sheet and `yth` says so. `nomor` is printed as given, so a blank
    number is a number with room in it. `tanggal` None leaves room for a pen.
    """

    kop: Kop
    page: PageSetup
    label_yth: str
    yth: tuple[str, ...]
    dari: str
    tembusan: tuple[str, ...]
    tanggal: date | None
    nomor: str
    sifat: str
    lampiran: str
    hal: str
    body: str
    signer: Signer
    daftar_penerima: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BarisDaftar:
    """One printed row of the DIK."""

    informasi: str
    dasar_hukum: tuple[str, ...]
    dibuka: str
    ditutup: str
    jangka_waktu: str
    unit_kerja: str


@dataclass(frozen=True, slots=True)
class Keputusan:
    """A Keputusan (SK) with its one Lampiran.

    `pejabat` is the jabatan that decides, e.g. "Kepala Dinas ... Provinsi ...", from which
    the title ("KEPUTUSAN ...") and the line before Menimbang are printed; `selaku` is the
    optional capacity line. `diktum` are the decisions in order (labels KESATU... are added).
    `nomor` as for a Nota Dinas. `tanggal` None leaves room for a pen.
    """

    kop: Kop
    page: PageSetup
    pejabat: str
    selaku: str
    nomor: str
    tentang: str
    menimbang: tuple[str, ...]
    mengingat: tuple[str, ...]
    memperhatikan: tuple[str, ...]
    diktum: tuple[str, ...]
    kota: str
    tanggal: date | None
    signer: Signer
    tembusan: tuple[str, ...]
    judul_daftar: str
    daftar: tuple[BarisDaftar, ...]


@dataclass(frozen=True, slots=True)
class DaftarPublik:
    """The list that may be published, with the Keputusan it comes from.

    `catatan` are sentences below the table, such as that the service is free of charge.
    """

    kop: Kop
    page: PageSetup
    judul: str
    nomor_keputusan: str
    tanggal_keputusan: date
    tanggal_terbit: date
    daftar: tuple[BarisDaftar, ...]
    catatan: tuple[str, ...] = ()


Letter = NotaDinas | Keputusan | DaftarPublik
