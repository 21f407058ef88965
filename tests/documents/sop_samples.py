"""An SOP sheet for the tests: the stages of the office's SOP in an invented office."""

from __future__ import annotations

from sopapp.documents.content import LangkahSop, LembarSop, TahapSop
from sopapp.documents.paper_parts import PageSetup, Signer
from tests.documents.samples import KOP

_UNDANG = "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik"
_DIK = "Daftar Informasi yang Dikecualikan"

TAHAP = (
    TahapSop(
        1,
        f"Meminta dokumen {_DIK} pada masing-masing unit kerja",
        (
            LangkahSop(3, "Menyusun, menomori, dan mencetak Nota Dinas untuk setiap unit kerja"),
            LangkahSop(0, "Menandatangani Nota Dinas"),
            LangkahSop(1, "Menjawab dengan usulan atau menyatakan nihil"),
        ),
        "Nota Dinas",
        "5 hari kerja",
        "Nota Dinas permintaan informasi publik yang akan dimutakhirkan",
        "",
    ),
    TahapSop(
        2,
        f"Melakukan validasi {_DIK}",
        (
            LangkahSop(0, "Memvalidasi setiap usulan (uji konsekuensi)", keputusan=True),
            LangkahSop(1, "Memperbaiki usulan yang dikembalikan"),
            LangkahSop(0, "Menutup rancangan daftar hasil validasi"),
        ),
        f"Usulan {_DIK}",
        "2 hari kerja",
        "Draft informasi publik yang akan dimutakhirkan dari masing-masing unit kerja",
        "",
    ),
    TahapSop(
        3,
        f"Penetapan SK penetapan dan pemutakhiran {_DIK}",
        (
            LangkahSop(3, "Menyusun rancangan SK beserta lampirannya"),
            LangkahSop(2, "Menandatangani SK (menetapkan nomor dan tanggal)", keputusan=True),
        ),
        "Draft SK pemutakhiran Daftar Informasi Publik",
        "2 hari kerja",
        f"SK pemutakhiran {_DIK}",
        "",
    ),
    TahapSop(
        4,
        "Melakukan pemutakhiran informasi yang dikecualikan sesuai dengan SK yang telah ditetapkan",
        (LangkahSop(3, "Memindai SK yang ditandatangani dan menyelaraskan register"),),
        f"SK pemutakhiran {_DIK}",
        "1 hari kerja",
        f"Scan copy SK pemutakhiran {_DIK}",
        "",
    ),
    TahapSop(
        5,
        f"Mendokumentasikan {_DIK} yang telah dimutakhirkan",
        (LangkahSop(3, "Mendokumentasikan, memublikasikan, dan mengarsipkan"),),
        "Scan copy SK",
        "1 hari kerja",
        "Dokumentasi, publikasi, dan arsip",
        "",
    ),
)

LEMBAR_SOP = LembarSop(
    kop=KOP,
    page=PageSetup(),
    kepala=(
        ("Nomor SOP", ""),
        ("Tanggal Pembuatan", "5 September 2022"),
        ("Tanggal Revisi", ""),
        ("Tanggal Efektif", ""),
    ),
    nama="Pemutakhiran Daftar Informasi Publik yang Dikecualikan",
    pengesah=Signer(
        ("KEPALA DINAS PERCONTOHAN DAN PERAGAAN", "PROVINSI CONTOH TIMUR"),
        "Drs. YOHANES CONTOH, M.Si.",
        "Pembina Utama Muda",
        "196701011992031005",
    ),
    dasar_hukum=(
        _UNDANG,
        f"Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan {_UNDANG}",
        (
            "Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2017 tentang Pedoman Pengelolaan "
            "Pelayanan Informasi dan Dokumentasi Kementerian Dalam Negeri dan Pemerintah Daerah"
        ),
        (
            "Keputusan Gubernur Contoh Timur Nomor 91/KEP/HK/2019 tentang Pengelolaan Layanan "
            "Informasi dan Dokumentasi Provinsi Contoh Timur"
        ),
        (
            "Peraturan Gubernur Contoh Timur Nomor 22 Tahun 2022 tentang Pembentukan dan Susunan "
            "Perangkat Daerah Provinsi Contoh Timur tentang Kedudukan, Susunan Organisasi, Tugas "
            "dan Fungsi serta Tata Kerja Dinas Percontohan dan Peragaan Provinsi Contoh Timur"
        ),
    ),
    keterkaitan=(
        "SOP Pelayanan Informasi",
        "SOP Pengelolaan Permohonan Informasi",
        "SOP Pengujian tentang Konsekuensi dan Penetapan Informasi yang Dikecualikan",
        "SOP Pengelolaan Keberatan atas Informasi",
        "SOP Penanganan Sengketa Informasi",
        "SOP Pemutakhiran Daftar Informasi Publik",
        "SOP Pendokumentasian Informasi Publik",
    ),
    peringatan=(
        (
            "Jika SOP tidak dijalankan dan dipatuhi dengan baik, maka pelayanan informasi publik "
            "tidak akan terselenggarakan dengan baik"
        ),
    ),
    peralatan=("Daftar Informasi Publik yang diketahui",),
    kualifikasi=(),
    pencatatan=(
        "Apabila informasi yang diminta bersifat rahasia, maka kami membuat surat",
        "Pemberian informasi publik pada Dinas tidak dipungut biaya",
    ),
    pelaksana=("PPID Pembantu", "Unit Kerja", "Atasan PPID Pembantu", "Admin PPID"),
    tahap=TAHAP,
    total="11 hari kerja",
)
