"""A Lembar Uji and a Berita Acara for the tests: an invented office."""

from __future__ import annotations

from datetime import date

from sopapp.documents.content import BarisUji, BeritaAcara, Hadir, LembarUji
from sopapp.documents.paper_parts import PageSetup, Signer
from tests.documents.samples import KEPUTUSAN, KOP

PPID = Signer(
    ("SEKRETARIS SELAKU PPID PEMBANTU",),
    "MARIA CONTOH, S.E., M.Si.",
    "Pembina Tingkat I",
    "198609262015051001",
)
ATASAN = Signer(
    ("KEPALA DINAS PERCONTOHAN DAN PERAGAAN PROVINSI CONTOH TIMUR SELAKU ATASAN PPID PEMBANTU",),
    KEPUTUSAN.signer.nama,
    KEPUTUSAN.signer.pangkat,
    KEPUTUSAN.signer.nip,
)


def hadir(count: int) -> tuple[Hadir, ...]:
    return tuple(Hadir(f"Peserta PX{n:03d}PX, S.E.", f"Kepala Bidang {n}") for n in range(count))


LEMBAR_UJI = LembarUji(
    kop=KOP,
    page=PageSetup(),
    judul="Lembar Uji Konsekuensi",
    pengantar="Berdasarkan Pasal 19 Undang-Undang Nomor 14 Tahun 2008 telah dilakukan pengujian "
    "tentang konsekuensi dengan saksama dan penuh ketelitian atas informasi berikut.",
    informasi="Identitas pelapor pengaduan konsumen",
    unit_kerja="Bidang Standardisasi dan Perlindungan Konsumen",
    bentuk="Dokumen cetak dan elektronik",
    tanggal=date(2026, 11, 23),
    tempat="Ruang rapat Sekretariat",
    dasar_hukum=(
        "Pasal 17 huruf h angka 2 UU Nomor 14 Tahun 2008",
        "Pasal 17 huruf j UU Nomor 14 Tahun 2008 jo. Pasal 4 UU Nomor 27 Tahun 2022",
    ),
    dibuka="Pelapor dapat diintimidasi oleh pelaku usaha yang dilaporkan.",
    ditutup="Pelapor terlindungi dan konsumen lain berani melapor.",
    kepentingan_publik="Publik tetap dapat mengetahui jumlah dan jenis pengaduan.",
    kepatutan="Membuka identitas pelapor tidak patut karena laporan disampaikan dengan percaya.",
    pertanyaan=(
        ("Apakah informasi ini termasuk Pasal 18 ayat (1)?", "Tidak"),
        ("Apakah ada persetujuan tertulis atau kaitan dengan jabatan publik?", "Tidak"),
    ),
    kesimpulan="Dikecualikan sebagian",
    bagian="nama, alamat, dan nomor telepon pelapor",
    alasan="Kerugian bagi pelapor lebih besar daripada manfaat bagi publik.",
    jangka_waktu="sampai ada persetujuan tertulis",
    peserta=hadir(5),
    menetapkan=PPID,
    menyetujui=ATASAN,
    penutup="Demikian Lembar Uji Konsekuensi ini dibuat untuk dipergunakan sebagaimana mestinya.",
)


def baris(number: int, informasi: str = "Identitas pelapor pengaduan konsumen") -> BarisUji:
    return BarisUji(
        informasi=f"{informasi} IB{number:04d}IB",
        unit_kerja="Bidang Standardisasi dan Perlindungan Konsumen",
        dasar_hukum=LEMBAR_UJI.dasar_hukum[: number % 3],
        kesimpulan=("Dikecualikan seluruhnya", "Dikecualikan sebagian", "Terbuka")[number % 3],
        jangka_waktu="5 tahun" if number % 3 else "",
    )


BERITA_ACARA = BeritaAcara(
    kop=KOP,
    page=PageSetup(),
    judul="Berita Acara Uji Konsekuensi",
    nomor="500.12/     /CONTOH/XI/2026",
    tanggal=date(2026, 11, 23),
    tempat="Ruang rapat Sekretariat",
    pembuka=(
        "Pada hari ini Senin, tanggal dua puluh tiga, telah diselesaikan uji konsekuensi.",
        "Uji konsekuensi dilakukan atas 3 (tiga) informasi, dengan hasil sebagai berikut:",
    ),
    baris=tuple(baris(n) for n in range(1, 4)),
    penutup=(
        "Pertimbangan atas setiap informasi dimuat dalam Lembar Uji Konsekuensi.",
        "Demikian Berita Acara ini dibuat untuk dipergunakan sebagaimana mestinya.",
    ),
    peserta=hadir(8),
    menetapkan=PPID,
    menyetujui=ATASAN,
)
