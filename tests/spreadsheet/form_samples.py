"""A form for the tests, from an invented office."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sopapp.domain.dik import HURUF_PASAL_17
from sopapp.domain.formulir_unit import BarisFormulir, FormulirUnit, HurufFormulir
from sopapp.domain.impor import Kolom

FIRST = {
    Kolom.USULAN: "Tetap",
    Kolom.INFORMASI: "Identitas pelapor pengaduan konsumen",
    Kolom.BAGIAN: "",
    Kolom.HURUF: "h.2; j",
    Kolom.UNDANG_UNDANG: "j: Pasal 36 UU Nomor 27 Tahun 2022",
    Kolom.DIBUKA: "Pelapor dapat diintimidasi sehingga enggan melaporkan hal yang merugikan.",
    Kolom.DITUTUP: "Pelapor terlindungi dan berani melapor.",
    Kolom.JANGKA: "sampai ada persetujuan tertulis",
    Kolom.BENTUK: "Naskah cetak",
}
SECOND = FIRST | {
    Kolom.INFORMASI: "Hasil uji laboratorium milik pelanggan perorangan dan perusahaan industri",
    Kolom.BAGIAN: "Nama dan alamat pelanggan",
    Kolom.HURUF: "b",
    Kolom.UNDANG_UNDANG: "",
    Kolom.DIBUKA: "=1+1 bukan rumus\nbaris kedua",
    Kolom.JANGKA: "sampai dengan 31 Desember 2026",
}
FORM = FormulirUnit(
    instansi="Dinas Percontohan Provinsi Contoh Timur",
    berkas="Pemutakhiran DIK Tahun 2026",
    tahun=2026,
    unit_kode="SPK",
    unit_nama="Bidang Standardisasi & Perlindungan Konsumen",
    tenggat=date(2026, 11, 30),
    penerima="Admin PPID, Dinas Percontohan Provinsi Contoh Timur",
    dibuat=datetime(2026, 11, 23, 2, 0, tzinfo=UTC),
    kertas="F4",
    baris=(
        BarisFormulir(7, FIRST),
        BarisFormulir(12, SECOND, "Jangka waktu berakhir 31 Desember 2026."),
    ),
    huruf=tuple(HurufFormulir(huruf, teks) for huruf, teks in HURUF_PASAL_17.items()),
    undang_undang=(
        "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi",
        "Undang-Undang Nomor 30 Tahun 2000 tentang Rahasia Dagang",
    ),
)
