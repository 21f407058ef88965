"""A refusal for the tests: an invented office and applicant."""

from __future__ import annotations

from datetime import date

from sopapp.documents.content import Penolakan
from sopapp.documents.paper_parts import PageSetup
from tests.documents.samples import KOP
from tests.documents.uji_samples import PPID

PENOLAKAN = Penolakan(
    kop=KOP,
    page=PageSetup(),
    judul="Surat Keputusan PPID tentang Penolakan Permohonan Informasi",
    nomor="500.12/     /CONTOH/XII/2026",
    nomor_pendaftaran="07/PI/XI/2026",
    pembuka="Berdasarkan permohonan informasi yang diterima pada tanggal 24 November 2026:",
    pemohon=(
        ("Nama", "Antonius Contoh"),
        ("Alamat", "Jalan Peragaan Nomor 3, Kota Contoh"),
        ("Nomor telepon/pos-el", "0812 3456 7890 / antonius@contoh.id"),
    ),
    rincian="Nama dan alamat pelapor pengaduan konsumen tahun 2026",
    pengantar_putusan="PPID memutuskan bahwa informasi yang dimohon adalah:",
    putusan="Informasi yang dikecualikan",
    pengantar_alasan="Pengecualian informasi didasarkan pada alasan:",
    alasan=(
        (
            "Pasal 17 huruf h angka 2 Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan "
            "Informasi Publik"
        ),
        "Pasal 65 Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi",
        "Keputusan Kepala Dinas Nomor 500.12/45/CONTOH/XII/2025, Lampiran nomor urut 1",
    ),
    pengantar_konsekuensi="Bahwa berdasarkan pasal-pasal di atas, membuka informasi tersebut "
    "dapat menimbulkan konsekuensi sebagai berikut:",
    konsekuensi=("pelapor dapat diintimidasi oleh pelaku usaha yang dilaporkan",),
    pengantar_pernyataan="Dengan demikian menyatakan bahwa:",
    pernyataan="Permohonan informasi ditolak",
    keberatan="Jika Pemohon Informasi keberatan atas penolakan ini, Pemohon Informasi dapat "
    "mengajukan keberatan kepada Atasan PPID paling lambat 30 (tiga puluh) hari kerja sejak "
    "menerima surat keputusan ini.",
    catatan=("Pemberian informasi publik pada Dinas ini tidak dipungut biaya.",),
    kota="Kota Contoh",
    tanggal=date(2026, 12, 3),
    signer=PPID,
    lampiran=("Kutipan Keputusan Nomor 500.12/45/CONTOH/XII/2025", "Lembar Uji Konsekuensi"),
)
