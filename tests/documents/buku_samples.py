"""Books of letters for the tests."""

from __future__ import annotations

from datetime import date, timedelta

from sopapp.documents.list_content import BarisAgenda, BarisEkspedisi, BukuAgenda, BukuEkspedisi
from sopapp.documents.paper_parts import PageSetup
from tests.documents.samples import KOP

_START = date(2026, 1, 5)


def agenda(number: int, *, batal: bool = False, urut: str = "") -> BarisAgenda:
    """Return one row whose subject names its number, so that a lost row shows."""
    return BarisAgenda(
        urut=urut or f"{number}",
        nomor=f"500.12/{number:03d}/CONTOH/XI/2026",
        tanggal=_START + timedelta(days=number % 300),
        dikirim=None if batal else _START + timedelta(days=number % 300 + 1),
        tujuan="Kepala Bidang Standardisasi dan Perlindungan Konsumen",
        perihal=f"Permintaan dokumen Daftar Informasi yang Dikecualikan IB{number:05d}IB",
        klasifikasi="500.12",
        lampiran="1 (satu) berkas",
        penanda_tangan="Sekretaris",
        keterangan="BATAL: salah alamat" if batal else "",
        batal=batal,
    )


def buku_agenda(
    count: int, *, batal: tuple[int, ...] = (), sisipan: int = 0, rumpang: tuple[str, ...] = ()
) -> BukuAgenda:
    return BukuAgenda(
        kop=KOP,
        page=PageSetup(),
        judul="Buku Agenda Surat Keluar Tahun 2026",
        keterangan="Semua jenis surat, semua unit",
        baris=tuple(agenda(n, batal=n in batal) for n in range(1, count + 1)),
        sisipan=tuple(agenda(90000 + n, urut=f"5.{n:02d}") for n in range(1, sisipan + 1)),
        rumpang=rumpang,
        tanggal_cetak=date(2026, 11, 23),
    )


def ekspedisi(number: int) -> BarisEkspedisi:
    return BarisEkspedisi(
        tanggal=date(2026, 11, 24),
        nomor=f"500.12/{number:03d}/CONTOH/XI/2026",
        tujuan="Bidang Standardisasi dan Perlindungan Konsumen",
        perihal=f"Permintaan dokumen IB{number:05d}IB",
        diterima=date(2026, 11, 25) if number % 2 else None,
        penerima="Yohana Contoh" if number % 2 else "",
    )


def buku_ekspedisi(count: int) -> BukuEkspedisi:
    return BukuEkspedisi(
        kop=KOP,
        page=PageSetup(),
        judul="Buku Ekspedisi",
        keterangan="Berkas Pemutakhiran Tahun 2026",
        baris=tuple(ekspedisi(n) for n in range(1, count + 1)),
        tanggal_cetak=date(2026, 11, 25),
    )
