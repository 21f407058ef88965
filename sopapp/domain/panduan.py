"""Where the guide says why something is refused: page and heading, as errors name them.

`resources/panduan` has the pages; a test holds that each heading is there.
"""

from __future__ import annotations

ATURAN_JALUR = "papan#mengapa-kartu-tidak-boleh-diletakkan-di-sana"
BUKAN_TAHAPNYA = "papan#mengapa-harus-berurutan"
SUDAH_SELARAS = "tahap-4-pemutakhiran#mengapa-tidak-dapat-kembali-lagi"
KEPUTUSAN_TERKUNCI = "tahap-3-penetapan#mengapa-keputusan-terkunci"
DICETAK_DAHULU = "surat-dan-cetak#mengapa-harus-dicetak-lagi"
SURAT_TERKUNCI = "surat-dan-cetak#mengapa-surat-yang-ditandatangani-terkunci"
ALASAN_SESUDAH_CETAK = "surat-dan-cetak#mengoreksi-surat-yang-sudah-dicetak"
NOMOR_SEKALI_PAKAI = "surat#mengapa-nomor-tidak-dipakai-dua-kali"
SURAT_BELUM_LENGKAP = "masalah-umum#surat-belum-dapat-dibuat"
UJI_DAHULU = "uji-konsekuensi#mengapa-harus-diuji-dahulu"
ISIAN_PENGECUALIAN = "tahap-2-validasi#isian-untuk-informasi-yang-dikecualikan"
DIBUKA_KEMBALI = "uji-konsekuensi#mencatat-uji"
JANGKA_BERAKHIR = "tahap-2-validasi#jangka-waktu-yang-berakhir"
JAWABAN_NIHIL = "tahap-1-permintaan#unit-kerja-jawaban"
HARI_KHUSUS = "hari-kerja#menambah-libur-setempat"
FILE_SOP = "sop-revisi#bila-file-sop-ditolak"
LEMBAR_IMPOR = "impor-excel#mengapa-semuanya-atau-tidak-sama-sekali"
DAFTAR_AWAL = "mulai#daftar-yang-sudah-ada"
UNIT_TERPAKAI = "masalah-umum#unit-kerja-tidak-dapat-dihapus"
PENOLAKAN = "permohonan-ditolak#surat-penolakan"
TENGGAT_PERMOHONAN = "permohonan-ditolak#tenggat"
KATA_SANDI_LUPA = "kunci-layar#bila-terlupa"
KATA_SANDI_CADANGAN = "data-dan-cadangan#kata-sandi-tempat-kedua"
CADANGAN_RUSAK = "data-dan-cadangan#memeriksa"
DATA_RUSAK = "data-dan-cadangan#bila-file-data-rusak"
FOLDER_DIPAKAI = "masalah-umum#program-menyatakan-folder-data-sedang-dipakai"
VERSI_LEBIH_BARU = "masalah-umum#program-menyatakan-data-berasal-dari-versi-yang-lebih-baru"
TIDAK_DAPAT_MENYIMPAN = "masalah-umum#program-tidak-dapat-menyimpan"
HURUF_DITOLAK = "surat-dan-cetak#huruf-yang-tidak-dapat-dicetak"


def selesai(stage: int) -> str | None:
    """What a stage needs before it can be left; None for what is no stage of the guide."""
    name = _TAHAP.get(stage)
    return f"{name}#selesai" if name else None


_TAHAP = {
    1: "tahap-1-permintaan",
    2: "tahap-2-validasi",
    3: "tahap-3-penetapan",
    4: "tahap-4-pemutakhiran",
    5: "tahap-5-dokumentasi",
}
