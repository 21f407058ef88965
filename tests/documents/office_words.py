"""What people write in an office: as it should be, and as hostile as it gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sopapp.domain.dik import DasarPengecualian, IsiDik, JangkaWaktu, JenisJangka
from sopapp.domain.pejabat import Kepegawaian, PejabatInput, StatusPejabat
from sopapp.domain.permohonan import PermohonanInput
from sopapp.domain.sop import LaneCode
from sopapp.domain.surat import IsiKeputusan, IsiNotaDinas, LampiranLain
from sopapp.domain.uji import IsiUji, Kesimpulan, Peserta
from sopapp.services.instansi import Instansi
from sopapp.services.unit_kerja import UnitKerjaInput
from tests.documents.office_story import TESTED, Words

KEPALA = "Kepala Dinas Percontohan dan Peragaan Provinsi Contoh Timur"
_SINCE = date(2020, 1, 1)

PDP = "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi"
ENTRY = IsiDik(
    informasi="Identitas pelapor pengaduan konsumen",
    dasar=(DasarPengecualian("h", 2), DasarPengecualian("j", None, PDP, "Pasal 4 ayat (2)")),
    konsekuensi_dibuka="Pelapor dapat diintimidasi dan enggan menyampaikan pengaduan.",
    manfaat_ditutup="Pelapor terlindungi dan berani menyampaikan pengaduan.",
    jangka=JangkaWaktu(JenisJangka.DURASI, bulan=60),
    bentuk="Dokumen cetak dan digital",
)
TEST = IsiUji(
    tanggal=TESTED,
    tempat="Ruang Rapat Dinas Percontohan dan Peragaan",
    kepentingan_publik="Publik tetap dapat mengetahui jumlah, jenis, dan hasil pengaduan.",
    kepatutan="Pelapor mengadu dengan kepercayaan bahwa identitasnya dijaga.",
    pasal_18=False,
    persetujuan=False,
    kesimpulan=Kesimpulan.SELURUHNYA,
    alasan="Ancaman terhadap pelapor lebih besar daripada manfaat mengetahui identitasnya.",
    peserta=(
        Peserta("Maria Contoh, S.E., M.Si.", "Sekretaris"),
        Peserta("Yohanes Peraga", "Kepala Bidang Peragaan"),
        Peserta("Anastasia Uji, A.Md.", "Pengelola Data"),
    ),
)
REQUEST = PermohonanInput(
    nomor_pendaftaran="07/PI/XI/2026",
    diterima=date(2026, 11, 30),
    nama="Antonius Contoh",
    alamat="Jalan Peragaan Nomor 3, Kota Contoh",
    kontak="0812 3456 7890",
    rincian="Nama pelapor pengaduan konsumen tahun 2026",
    entri_ids=(1,),
)
SHORT = Words(
    instansi=Instansi(
        "Pemerintah Provinsi Contoh Timur",
        "Dinas Percontohan dan Peragaan",
        "UJI",
        (
            "Jalan Contoh Nomor 12, Kota Contoh 85111, Telepon (0380) 123456",
            "Laman contoh.go.id, Pos-el dinas@contoh.go.id",
        ),
        "Kota Contoh",
    ),
    units=(
        UnitKerjaInput("SET", "Sekretariat", "Kepala Subbagian Umum"),
        UnitKerjaInput("PRG", "Bidang Peragaan", "Kepala Bidang Peragaan"),
        UnitKerjaInput("CTH", "Bidang Percontohan", "Kepala Bidang Percontohan"),
    ),
    pejabat=(
        PejabatInput(
            "MARTHEN CONTOH, S.E., M.Si.", KEPALA, LaneCode.ATASAN_PPID_PEMBANTU, _SINCE,
            nip="197001011995031001", pangkat="Pembina Utama Muda", golongan="IV/c",
            selaku="Atasan PPID Pembantu",
        ),
        PejabatInput(
            "MARIA CONTOH, S.Sos., M.Si.", "Sekretaris", LaneCode.PPID_PEMBANTU, _SINCE,
            nip="197505052000032002", pangkat="Pembina Tingkat I", golongan="IV/b",
            selaku="PPID Pembantu",
        ),
    ),
    judul="Pemutakhiran DIK Tahun 2026",
    tested=((ENTRY, TEST),),
    returned=((replace(ENTRY, informasi="Rencana pengawasan", konsekuensi_dibuka=""),
               "Tuliskan konsekuensi apabila informasi dibuka."),),
    requests=(REQUEST,),
)  # fmt: skip

HAL = (
    "Permintaan Usulan, Data Dukung, dan Uraian Pertimbangan dalam rangka Pemutakhiran Daftar "
    "Informasi Publik yang Dikecualikan Tahun 2026 beserta Penyampaian Kembali Usulan Tahun 2025 "
    "yang belum Dilengkapi Dasar Hukum, Konsekuensi, dan Jangka Waktu Pengecualian sebagaimana "
    "Dimaksud dalam Ketentuan Akhir"
)
BODY = """Dalam rangka pemutakhiran **Daftar Informasi Publik yang Dikecualikan** Tahun 2026, \
bersama ini diminta kepada Saudara hal-hal *sebagai berikut* (5 * 3 tidak miring):

1. menyampaikan usulan sesuai dengan format terlampir, dengan ketentuan:
a. setiap usulan memuat *dasar hukum*, **konsekuensi**, kepentingan yang dilindungi, dan jangka \
waktu pengecualian;
- satu lembar untuk satu informasi;
- ditandatangani pimpinan unit kerja;
b. usulan yang tidak lengkap dikembalikan;
2. menyampaikan berkas digital ke \
https://contoh.go.id/ppid/unggah/usulan-daftar-informasi-publik-yang-dikecualikan-tahun-2026; dan
3. menjawab paling lambat tanggal 30 November 2026.

Apabila tidak ada informasi yang diusulkan, Saudara diminta menyampaikan jawaban “nihil”.

Demikian untuk dilaksanakan. Atas perhatian dan kerja sama Saudara, diucapkan terima kasih."""
_LAW = (
    "Peraturan Menteri Percontohan Nomor {0} Tahun 20{0:02d} tentang Pedoman Pengelolaan Pelayanan "
    "Informasi dan Dokumentasi di Lingkungan Kementerian dan Pemerintah Daerah (Berita Negara "
    "Republik Indonesia Tahun 20{0:02d} Nomor 7{0}1, *Tambahan* Berita Negara Nomor 48{0}6)"
)
_LONG = (
    "Pelapor dan keluarganya dapat diintimidasi, kehilangan pekerjaan, atau digugat oleh pihak "
    "yang dilaporkan; masyarakat menjadi enggan melapor sehingga pengawasan barang beredar dan "
    "perlindungan konsumen kehilangan sumber keterangan yang paling penting."
)
_TITLE = (
    "Berita acara pemeriksaan, identitas pelapor dan saksi, serta hasil pengujian laboratorium "
    "atas barang beredar yang masih dalam proses penyidikan oleh Penyidik Pegawai Negeri Sipil"
)
FIVE_TITLES = (
    "Prof. Dr. Ir. Hj. MARIA MAGDALENA CONTOH NUSATENGGARA, S.E., S.H., M.Si., M.H., Ph.D."
)


def _row(number: int) -> IsiDik:
    """A row of the first list; every seventh is long, every fifth excludes a part only."""
    long = number % 7 == 0
    return replace(
        ENTRY,
        informasi=f"{_TITLE if long else 'Data pemohon layanan'} ({number})",
        dasar=ENTRY.dasar if long else ENTRY.dasar[:1],
        konsekuensi_dibuka=_LONG if long else ENTRY.konsekuensi_dibuka,
        jangka=(
            JangkaWaktu(JenisJangka.PERISTIWA, peristiwa="sampai putusan berkekuatan hukum tetap")
            if number % 3
            else ENTRY.jangka
        ),
        bagian="nomor rekening dan nomor telepon" if number % 5 == 0 else "",
    )


def hostile(rows: int, units: int = 40) -> Words:
    """Long names, many recipients, a list of `rows` rows, three Lampiran, partial refusals."""
    partly = replace(_row(7), bagian="nama, alamat, dan nomor telepon pelapor")
    entries = tuple(_row(number) for number in range(1, rows - 1))
    people = tuple(
        Peserta(
            f"Peserta {number} {FIVE_TITLES}", f"Kepala Bidang Percontohan dan Peragaan {number}"
        )
        for number in range(1, 13)
    )
    test = replace(TEST, tempat="Ruang Rapat Utama Lantai 3", peserta=people)
    return Words(
        instansi=Instansi(
            "Pemerintah Provinsi Kepulauan Contoh Timur Raya",
            "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Mikro, Kecil dan Menengah, Energi, "
            "Sumber Daya Mineral serta Tenaga Kerja dan Transmigrasi",
            "UJI",
            (
                ("Jalan Raya Percontohan dan Peragaan Nomor 12 Blok C, Kelurahan Contoh Barat, "
                "Kota Contoh 85111, Telepon (0380) 123456, Faksimile (0380) 123457"),
                "Laman https://percontohan.contohtimurprov.go.id, Pos-el dinas@contoh.go.id",
            ),
            "Kota Contoh",
        ),
        units=tuple(
            UnitKerjaInput(
                f"U{n}",
                f"UPTD Balai Pengujian dan Sertifikasi Mutu Barang Wilayah {n}",
                f"Kepala UPTD Balai Pengujian dan Sertifikasi Mutu Barang Wilayah {n}",
            )
            for n in range(1, units + 1)
        ),
        pejabat=(
            PejabatInput(
                FIVE_TITLES, KEPALA, LaneCode.ATASAN_PPID_PEMBANTU, _SINCE,
                status=StatusPejabat.PLT, nip="197001011995032001",
                pangkat="Pembina Utama Muda", golongan="IV/c", selaku="Atasan PPID Pembantu",
            ),
            PejabatInput(
                "YOHANES PERAGA, S.Kom.", "Kepala Bidang Layanan Informasi dan Dokumentasi",
                LaneCode.PPID_PEMBANTU, _SINCE, nip="199001012023211012",
                kepegawaian=Kepegawaian.PPPK, selaku="PPID Pembantu", atas_nama=KEPALA,
                melalui="Sekretaris",
            ),
        ),
        judul="Pemutakhiran DIK Tahun 2026",
        tested=(
            (replace(ENTRY, informasi=_TITLE, konsekuensi_dibuka=_LONG, manfaat_ditutup=_LONG),
             replace(test, kepentingan_publik=_LONG, kepatutan=_LONG, alasan=_LONG)),
            (partly, replace(test, kesimpulan=Kesimpulan.SEBAGIAN)),
        ),
        returned=tuple(
            (replace(ENTRY, informasi=f"{_TITLE}, *tahap* {number}"),
             "Lengkapi dasar hukum; uraikan konsekuensinya; sebutkan jangka waktunya.")
            for number in range(1, 7)
        ),
        requests=(
            replace(
                REQUEST, nama=FIVE_TITLES,
                alamat="Jalan Raya Percontohan Nomor 128 RT 001/RW 002, Kelurahan Contoh Barat, "
                "Kecamatan Contoh, Kota Contoh 85111",
                kontak="0812 3456 7890/antonius.contoh.yang.panjang@surat.contoh.go.id",
                rincian=_LONG, entri_ids=(1, 2, 5, 7, 10),
            ),
            replace(
                REQUEST, nomor_pendaftaran="08/PI/XI/2026", entri_ids=(7,),
                ditolak="nama, alamat, dan nomor telepon pelapor",
                perpanjangan="Dokumen masih dihimpun dari unit kerja.",
            ),
        ),
        first_list=entries,
        nota_dinas=IsiNotaDinas(
            yth=(), tembusan=("Gubernur Contoh Timur (sebagai laporan)", KEPALA, "Inspektur"),
            sifat="Sangat Segera", lampiran="3 (tiga) lembar", hal=HAL, body=BODY,
        ),
        keputusan=IsiKeputusan(
            tentang="Penetapan dan Pemutakhiran Daftar Informasi Publik yang Dikecualikan di "
            "Lingkungan Dinas Percontohan dan Peragaan Provinsi Contoh Timur Tahun 2026",
            menimbang=(
                f"bahwa {_LONG[0].lower()}{_LONG[1:]}",
                "bahwa *Daftar Informasi Publik yang Dikecualikan* perlu dimutakhirkan",
                ("bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, "
                f"perlu menetapkan Keputusan {KEPALA}"),
            ),
            mengingat=tuple(_LAW.format(number) for number in range(11, 20)),
            memperhatikan=("Berita Acara Uji Konsekuensi Nomor 500.12/1/BA/UJI/XII/2026",),
            diktum=(
                ("Menetapkan Daftar sebagaimana tercantum dalam Lampiran I yang merupakan bagian "
                "tidak terpisahkan dari Keputusan ini."),
                ("Tata cara permintaan tercantum dalam **Lampiran II** dan **Lampiran III**:\n"
                "a. tata cara; dan\nb. bagan alir."),
                "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
            ),
            tembusan=("Gubernur Contoh Timur di Kota Contoh (sebagai laporan)", "Inspektur",
                      "Yang bersangkutan untuk diketahui"),
            judul_daftar="Daftar Informasi Publik yang Dikecualikan Tahun 2026",
            lampiran_lain=(
                LampiranLain("Tata Cara Permintaan Informasi", f"{BODY}\n\n{BODY}"),
                LampiranLain("Bagan Alir", "- satu;\n- dua."),
            ),
        ),
        late=True,
        with_logo=False,
        sop=(
            ("Memvalidasi setiap usulan (uji konsekuensi)", f"Memvalidasi setiap usulan. {_LONG}"),
            ('"Nota Dinas permintaan informasi publik yang akan dimutakhirkan"', f'"{_LONG}"'),
            ('"SOP Pelayanan Informasi"', f'"SOP Pelayanan Informasi: {_LONG}"'),
        ),
    )  # fmt: skip
