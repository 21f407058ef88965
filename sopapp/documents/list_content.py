"""What a list, a book, a table or a report says, without a word about how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sopapp.documents.paper_parts import Kop, PageSetup, Signer
from sopapp.domain.beda_kata import Potongan
from sopapp.domain.laporan import Laporan


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
class BarisAgenda:
    """A line of the printed Buku Agenda; `keterangan` says BATAL with its reason, sisipan, ...

    `deret` names the sequence in which `urut` counts, in a book that holds several.
    """

    urut: str
    nomor: str
    tanggal: date | None
    dikirim: date | None
    tujuan: str
    perihal: str
    klasifikasi: str
    lampiran: str
    penanda_tangan: str
    keterangan: str
    batal: bool = False
    deret: str = ""


@dataclass(frozen=True, slots=True)
class BukuAgenda:
    """The Buku Agenda Surat Keluar of a year: rows, the sisipan in a table of their own, gaps."""

    kop: Kop
    page: PageSetup
    judul: str
    keterangan: str
    baris: tuple[BarisAgenda, ...]
    sisipan: tuple[BarisAgenda, ...]
    rumpang: tuple[str, ...]
    tanggal_cetak: date


@dataclass(frozen=True, slots=True)
class BarisEkspedisi:
    """A hand-over: the receiver writes name, day and initials unless they are recorded."""

    tanggal: date | None
    nomor: str
    tujuan: str
    perihal: str
    diterima: date | None = None
    penerima: str = ""


@dataclass(frozen=True, slots=True)
class BukuEkspedisi:
    """The Buku Ekspedisi of a day or a berkas, with room for the receivers' initials."""

    kop: Kop
    page: PageSetup
    judul: str
    keterangan: str
    baris: tuple[BarisEkspedisi, ...]
    tanggal_cetak: date


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
    prints no date. `kaki` is a line at the foot of every sheet.
    """

    page: PageSetup
    instansi: str
    judul: str
    keterangan: str
    kolom: tuple[KolomCetak, ...]
    baris: tuple[tuple[str, ...], ...]
    tanggal_cetak: date | None = None
    kaki: str = ""


@dataclass(frozen=True, slots=True)
class LaporanKinerja:
    """How the SOP was kept in a year: main figures, bars and tables, and how they were counted.

    `kota` and `signer` make the signature; without a signer the report is not signed.
    """

    kop: Kop
    page: PageSetup
    laporan: Laporan
    kota: str
    tanggal: date
    signer: Signer | None = None
