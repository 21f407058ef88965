"""Words of an invented office, for the picture of a paper whose settings are being changed."""

from __future__ import annotations

from datetime import date

from sopapp.documents.content import BarisUji, Hadir
from sopapp.documents.list_content import BarisDaftar
from sopapp.documents.paper_parts import Signer
from sopapp.domain.sop import LaneCode
from sopapp.services.instansi import Instansi

INSTANSI = Instansi(
    pemerintah="Pemerintah Provinsi Contoh",
    nama="Dinas Contoh",
    singkatan="CONTOH",
    alamat=("Jalan Contoh Nomor 1, Kota Contoh 85000", "Telepon (0380) 000000"),
    kota="Kota Contoh",
)
"""Stands for the parts of the office that are not filled in yet."""

KLASIFIKASI = "500.12"
PENERIMA = ("Kepala Bidang Contoh",)

_ATASAN = Signer(("KEPALA DINAS CONTOH",), "NAMA KEPALA, S.E., M.Si.", "Pembina Utama Muda", None)
_PPID = Signer(("SEKRETARIS",), "NAMA SEKRETARIS, S.Sos.", "Pembina Tingkat I", None)
_JABATAN = {
    LaneCode.ATASAN_PPID_PEMBANTU: "Kepala Dinas Contoh",
    LaneCode.PPID_PEMBANTU: "Sekretaris",
}


def signer(role: LaneCode) -> Signer:
    """Who signs while no official has the role."""
    return _ATASAN if role is LaneCode.ATASAN_PPID_PEMBANTU else _PPID


def jabatan(role: LaneCode) -> str:
    """The post of that signer."""
    return _JABATAN.get(role, "Sekretaris")


_DASAR = (
    "Pasal 17 huruf h angka 2 Undang-Undang Nomor 14 Tahun 2008",
    "Pasal 65 Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi",
)
_UNIT = "Bidang Contoh"
DAFTAR = tuple(
    BarisDaftar(
        informasi=informasi,
        dasar_hukum=_DASAR[: 1 + number % 2],
        dibuka="Pelapor dapat diintimidasi oleh pihak yang dilaporkan.",
        ditutup="Pelapor terlindungi dan berani melapor.",
        jangka_waktu=jangka,
        unit_kerja=_UNIT,
    )
    for number, (informasi, jangka) in enumerate(
        (
            ("Identitas pelapor pengaduan", "Sampai ada persetujuan tertulis"),
            ("Berita acara pemeriksaan yang belum selesai", "5 tahun"),
            ("Data pribadi pemohon layanan", "Sampai ada persetujuan tertulis"),
        )
    )
)
TERBIT = ("500.12/7/KEP/CONTOH/XII/2026", date(2026, 12, 7), date(2026, 12, 8))
"""Number and date of the Keputusan behind a list, and the day on which the list was written."""

HADIR = (
    Hadir("Nama Peserta Satu", "Kepala Bidang Contoh"),
    Hadir("Nama Peserta Dua", "Analis"),
    Hadir("Nama Peserta Tiga", "Pranata Komputer"),
)
TEMPAT = "Ruang Rapat Dinas Contoh"
UJI = tuple(
    BarisUji(
        informasi=row.informasi,
        unit_kerja=row.unit_kerja,
        dasar_hukum=row.dasar_hukum,
        kesimpulan="Dikecualikan seluruhnya",
        jangka_waktu=row.jangka_waktu,
    )
    for row in DAFTAR
)
TIMBANGAN = {
    "bentuk": "Dokumen cetak dan elektronik",
    "kepentingan_publik": "Publik tetap dapat mengetahui jumlah dan jenis pengaduan.",
    "kepatutan": "Membuka identitas pelapor tidak patut karena laporan disampaikan dengan "
    "kepercayaan.",
    "kesimpulan": "Dikecualikan seluruhnya",
    "bagian": "",
    "alasan": "Kerugian bagi pelapor lebih besar daripada manfaat bagi publik.",
}
"""What a sheet of one test says besides the row of the list."""

PEMOHON = (
    ("Nama", "Antonius Contoh"),
    ("Alamat", "Jalan Contoh Nomor 3, Kota Contoh"),
    ("Nomor telepon/pos-el", "antonius@contoh.id"),
)
PENOLAKAN = {
    "nomor_pendaftaran": "07/PI/XI/2026",
    "rincian": "Nama dan alamat pelapor pengaduan tahun 2026",
}
ALASAN = (*_DASAR, "Keputusan Nomor 500.12/7/KEP/CONTOH/XII/2025, Lampiran nomor urut 1")
