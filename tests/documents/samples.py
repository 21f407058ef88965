"""Letters for the tests: an invented office, ordinary and hostile content."""

from __future__ import annotations

import io
from datetime import date

from PIL import Image

from sopapp.documents.content import Keputusan, LampiranTeks, NotaDinas, Salinan
from sopapp.documents.list_content import BarisDaftar, DaftarPublik
from sopapp.documents.paper_parts import FontFamily, Kop, PageSetup, Signer


def logo() -> bytes:
    picture = Image.new("RGBA", (60, 72), (180, 30, 30, 255))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


KOP = Kop(
    "Pemerintah Provinsi Contoh Timur",
    "Dinas Percontohan dan Peragaan",
    ("Jalan Contoh Nomor 12, Kota Contoh 85111, Telepon (0380) 123456", "Laman contoh.go.id"),
    logo(),
)
SIGNER = Signer(
    ("SEKRETARIS SELAKU", "PPID PEMBANTU"),
    "MARIA CONTOH, S.E., M.Si.",
    "Pembina Tingkat I",
    "198609262015051001",
)
BODY = """Dalam rangka pemutakhiran, diminta kepada Saudara hal-hal sebagai berikut:

1. menyampaikan usulan;
2. paling lambat tanggal 30 November 2026.

Demikian untuk dilaksanakan. Atas perhatian Saudara diucapkan terima kasih."""

NOTA_DINAS = NotaDinas(
    kop=KOP,
    page=PageSetup(),
    label_yth="Yth.",
    yth=("Kepala Bidang Pertama", "Kepala Bidang Kedua"),
    dari="Sekretaris selaku PPID Pembantu",
    tembusan=("Kepala Dinas (sebagai laporan)",),
    tanggal=date(2026, 11, 23),
    nomor="500.12/     /CONTOH/XI/2026",
    sifat="Segera",
    lampiran="1 (satu) berkas",
    hal="Permintaan Dokumen Daftar Informasi yang Dikecualikan Tahun 2026",
    body=BODY,
    signer=SIGNER,
)


def baris(number: int, informasi: str = "Identitas pelapor pengaduan konsumen") -> BarisDaftar:
    """Return one row whose first cell names its number, so that a lost row shows."""
    return BarisDaftar(
        informasi=f"{informasi} IB{number:04d}IB",
        dasar_hukum=(
            "Pasal 17 huruf h Undang-Undang Nomor 14 Tahun 2008",
            "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi",
        )[: 1 + number % 2],
        dibuka="Pelapor dapat diintimidasi oleh pihak yang dilaporkan",
        ditutup="Pelapor terlindungi dan berani melapor",
        jangka_waktu="Sampai ada persetujuan tertulis" if number % 3 else "5 tahun",
        unit_kerja="Bidang Standardisasi dan Perlindungan Konsumen",
    )


def daftar(count: int) -> tuple[BarisDaftar, ...]:
    return tuple(baris(number) for number in range(1, count + 1))


KEPUTUSAN = Keputusan(
    kop=KOP,
    page=PageSetup(font=FontFamily.BOOKMAN),
    pejabat="Kepala Dinas Percontohan dan Peragaan Provinsi Contoh Timur",
    selaku="",
    nomor="500.12/45/CONTOH/XII/2026",
    tentang="Pemutakhiran Daftar Informasi Publik yang Dikecualikan Tahun 2026",
    menimbang=("bahwa daftar perlu dimutakhirkan", "bahwa perlu menetapkan Keputusan ini;"),
    mengingat=(
        "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
        "Peraturan Pemerintah Nomor 61 Tahun 2010",
    ),
    memperhatikan=(),
    diktum=(
        "Menetapkan Daftar sebagaimana tercantum dalam Lampiran.",
        "Keputusan ini mulai berlaku pada tanggal ditetapkan",
    ),
    kota="Kota Contoh",
    tanggal=date(2026, 12, 7),
    signer=Signer(
        ("KEPALA DINAS PERCONTOHAN DAN PERAGAAN", "PROVINSI CONTOH TIMUR"),
        "Drs. YOHANES CONTOH, M.Si.",
        "Pembina Utama Muda",
        "196701011992031005",
    ),
    tembusan=("Gubernur Contoh Timur", "PPID Utama"),
    judul_daftar="Daftar Informasi Publik yang Dikecualikan Tahun 2026",
    daftar=daftar(3),
)

DAFTAR_PUBLIK = DaftarPublik(
    kop=KOP,
    page=PageSetup(),
    judul="Daftar Informasi Publik yang Dikecualikan Tahun 2026",
    nomor_keputusan=KEPUTUSAN.nomor,
    tanggal_keputusan=date(2026, 12, 7),
    tanggal_terbit=date(2026, 12, 8),
    daftar=daftar(3),
    catatan=("Layanan ini tidak dipungut biaya.",),
)

FIVE_TITLES = "Prof. Dr. Ir. H. MUHAMMAD CONTOH WIRANEGARA, S.H., S.E., M.Si., M.Hum., Ph.D., CGCAE"
UNTUK_BELIAU = Signer(
    (
        "a.n. KEPALA DINAS PERCONTOHAN DAN PERAGAAN PROVINSI CONTOH TIMUR",
        "SEKRETARIS",
        "u.b.",
        "KEPALA BIDANG STANDARDISASI DAN PERLINDUNGAN KONSUMEN",
    ),
    FIVE_TITLES,
    "Pembina Tingkat I",
    "198609262015051001",
)
LAMPIRAN_TEKS = LampiranTeks(
    "Tata cara pengaburan informasi yang dikecualikan",
    """Pengaburan dilakukan dengan **saksama dan penuh ketelitian** sebagai berikut:

1. bagian yang dikecualikan *dihitamkan* pada salinan;
a. bukan pada asli;
b. dengan tinta yang tidak tembus;
2. bagian lain diberikan kepada pemohon.

Hal yang belum diatur ditetapkan kemudian.""",
)
SALINAN = Salinan(
    "Salinan sesuai dengan aslinya",
    Signer(
        ("SEKRETARIS DINAS PERCONTOHAN DAN PERAGAAN",),
        "MARIA CONTOH, S.E., M.Si.",
        "Pembina Tingkat I",
        "198609262015051001",
    ),
)

# Hostile content: what makes a form burst that was drawn for short names.
LONG_HAL = ("Permintaan dokumen yang akan dimutakhirkan beserta dasar hukumnya " * 5)[:300].strip()
MANY_RECIPIENTS = tuple(
    f"Kepala Unit Pelaksana Teknis Daerah Wilayah {number} pada Dinas Percontohan dan Peragaan"
    for number in range(1, 41)
)
NINE_MENGINGAT = tuple(
    f"Undang-Undang Nomor {number} Tahun 2008 tentang Keterbukaan Informasi Publik (Lembaran "
    f"Negara Republik Indonesia Tahun 2008 Nomor 61, *Tambahan Lembaran Negara* Nomor 48{number}6)"
    for number in range(1, 10)
)
