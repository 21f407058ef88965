"""What a letter says, without a word about how it is drawn.

All text is exactly what a person typed or a template gave; the builders escape it.
Lengths are millimetres, font sizes points.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopapp.domain.beda_kata import Potongan


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


@dataclass(frozen=True, slots=True)
class Hadir:
    """One line of an attendance list."""

    nama: str
    jabatan: str = ""


@dataclass(frozen=True, slots=True)
class LembarUji:
    """The sheet of one uji konsekuensi.

    `pengantar` and `penutup` are the template's sentences. `pertanyaan` are the questions of
    Pasal 18 with their answers. `menetapkan` is the PPID that sets, `menyetujui` its Atasan
    that approves; each peserta gets a place to sign.
    """

    kop: Kop
    page: PageSetup
    judul: str
    pengantar: str
    informasi: str
    unit_kerja: str
    bentuk: str
    tanggal: date
    tempat: str
    dasar_hukum: tuple[str, ...]
    dibuka: str
    ditutup: str
    kepentingan_publik: str
    kepatutan: str
    pertanyaan: tuple[tuple[str, str], ...]
    kesimpulan: str
    bagian: str
    alasan: str
    jangka_waktu: str
    peserta: tuple[Hadir, ...]
    menetapkan: Signer
    menyetujui: Signer
    penutup: str = ""


@dataclass(frozen=True, slots=True)
class BarisUji:
    """One line of the table in a Berita Acara."""

    informasi: str
    unit_kerja: str
    dasar_hukum: tuple[str, ...]
    kesimpulan: str
    jangka_waktu: str


@dataclass(frozen=True, slots=True)
class BeritaAcara:
    """The Berita Acara of all tests of a berkas, with its attendance list on a sheet of its own.

    `nomor` is printed as given (room in it when blank). `pembuka` and `penutup` are the
    template's paragraphs.
    """

    kop: Kop
    page: PageSetup
    judul: str
    nomor: str
    tanggal: date
    tempat: str
    pembuka: tuple[str, ...]
    baris: tuple[BarisUji, ...]
    penutup: tuple[str, ...]
    peserta: tuple[Hadir, ...]
    menetapkan: Signer
    menyetujui: Signer


@dataclass(frozen=True, slots=True)
class SelBanding:
    """One cell of a comparison: label of the part, words before and after with their marks."""

    label: str
    sebelum: tuple[Potongan, ...]
    sesudah: tuple[Potongan, ...]


@dataclass(frozen=True, slots=True)
class BarisPerbandingan:
    """An entry in the printed comparison: only the parts that differ, or all of a whole entry."""

    perubahan: str
    informasi: str
    unit_kerja: str
    sel: tuple[SelBanding, ...]


@dataclass(frozen=True, slots=True)
class PerbandinganDaftar:
    """Two versions of the register side by side; `ringkasan` counts the changes in words."""

    kop: Kop
    page: PageSetup
    judul: str
    lama: str
    baru: str
    ringkasan: str
    tanggal_cetak: date
    baris: tuple[BarisPerbandingan, ...]


@dataclass(frozen=True, slots=True)
class KolomCetak:
    """A column of a printed table: head and share of the width (any unit)."""

    judul: str
    bobot: float


@dataclass(frozen=True, slots=True)
class TabelCetak:
    """What a table on screen shows, as sheets: heads, rows and a line that says what it is.

    `keterangan` tells what the rows are (filters, words searched for); `tanggal_cetak` None
    prints no date.
    """

    page: PageSetup
    instansi: str
    judul: str
    keterangan: str
    kolom: tuple[KolomCetak, ...]
    baris: tuple[tuple[str, ...], ...]
    tanggal_cetak: date | None = None


Letter = (
    NotaDinas | Keputusan | DaftarPublik | LembarUji | BeritaAcara | PerbandinganDaftar | TabelCetak
)
