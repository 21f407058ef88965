"""What the templates of the papers are made of: their parts, and the fields that they may name.

The parts of a template are fixed by the paper that it belongs to; the words in them are the
office's. A field stands in braces, `{tahun}`, and is filled from the records.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sopapp.domain.uji import PASAL_18


class Bentuk(StrEnum):
    """How a part is typed: one line, one paragraph, a body of paragraphs and points, a list."""

    BARIS = "baris"
    PARAGRAF = "paragraf"
    ISI = "isi"
    DAFTAR = "daftar"


@dataclass(frozen=True, slots=True)
class Bagian:
    """One part of a template; `wajib` parts may not be empty.

    In a part that is `bertanda`, `**tebal**` and `*miring*` are bold and italic.
    """

    kunci: str
    label: str
    bentuk: Bentuk
    keterangan: str = ""
    wajib: bool = True
    bertanda: bool = False


@dataclass(frozen=True, slots=True)
class Isian:
    """A field that a template may name, what stands in its place, and an example of it.

    One that is empty at times (`boleh_kosong`) can decide whether an item of a list is printed.
    """

    nama: str
    keterangan: str
    contoh: str
    boleh_kosong: bool = False


_HAL = Bagian("hal", "Hal", Bentuk.BARIS, "Tanpa titik di akhir.")
_SIFAT = Bagian(
    "sifat", "Sifat", Bentuk.BARIS, "Kosong: sifat surat yang diatur pada Umum.", wajib=False
)
_LAMPIRAN = Bagian("lampiran", "Lampiran", Bentuk.BARIS, "Misalnya 1 (satu) berkas, atau -.")
_TEMBUSAN = Bagian(
    "tembusan", "Tembusan", Bentuk.DAFTAR, "Satu penerima tembusan dalam satu butir.", wajib=False
)
_POINTS = "Baris kosong memisahkan paragraf; baris yang diawali 1. atau a. atau - menjadi butir."


def _body(kunci: str, label: str) -> Bagian:
    return Bagian(kunci, label, Bentuk.ISI, _POINTS, bertanda=True)


def _line(kunci: str, label: str, keterangan: str = "") -> Bagian:
    return Bagian(kunci, label, Bentuk.BARIS, keterangan)


def _words(kunci: str, label: str, keterangan: str = "", *, wajib: bool = True) -> Bagian:
    return Bagian(kunci, label, Bentuk.PARAGRAF, keterangan, wajib=wajib)


def _rich(kunci: str, label: str, *, wajib: bool = True) -> Bagian:
    return Bagian(kunci, label, Bentuk.PARAGRAF, wajib=wajib, bertanda=True)


def _points(kunci: str, label: str, keterangan: str, *, wajib: bool = True) -> Bagian:
    return Bagian(kunci, label, Bentuk.DAFTAR, keterangan, wajib=wajib, bertanda=True)


def _list(kunci: str, label: str, keterangan: str = "", *, wajib: bool = False) -> Bagian:
    return Bagian(kunci, label, Bentuk.DAFTAR, keterangan, wajib=wajib)


_GRATIS = "SOP meminta pernyataan bahwa layanan tidak dipungut biaya."
_LETTERED = "Huruf a., b., dan titik koma diberikan oleh program."
BAGIAN: dict[str, tuple[Bagian, ...]] = {
    "nota_dinas_permintaan": (
        _HAL, _SIFAT, _LAMPIRAN, _body("body", "Isi surat"), _TEMBUSAN,
    ),
    "nota_dinas_pengingat": (
        _HAL, _SIFAT, _LAMPIRAN,
        _body("body_sebelum", "Isi sebelum batas waktu"),
        _body("body_sesudah", "Isi sesudah batas waktu lewat"),
        _TEMBUSAN,
    ),
    "nota_dinas_pengembalian": (
        _HAL, _SIFAT, _LAMPIRAN, _body("body", "Isi surat"), _TEMBUSAN,
    ),
    "nota_dinas_pengantar": (
        _HAL, _SIFAT, _LAMPIRAN, _body("body", "Isi surat"), _TEMBUSAN,
    ),
    "keputusan_dik": (
        _line("tentang", "Tentang", "Judul Keputusan; program yang mencetaknya berhuruf kapital."),
        _points("menimbang", "Menimbang", _LETTERED),
        _points("memperhatikan", "Memperhatikan", "Boleh kosong.", wajib=False),
        _points("diktum", "Diktum", "KESATU, KEDUA, dan seterusnya diberikan oleh program."),
        _TEMBUSAN,
        _line("judul_daftar", "Judul Lampiran"),
    ),
    "salinan_keputusan": (
        _line("kalimat", "Kalimat salinan", "Dicetak di atas tanda tangan pengesah salinan."),
    ),
    "lembar_uji": (
        _line("judul", "Judul"),
        _words("pengantar", "Pengantar"),
        _words("pasal_18_ayat_1", "Pertanyaan Pasal 18 ayat (1)"),
        _words(
            "pasal_18_ayat_2",
            "Pertanyaan Pasal 18 ayat (2)",
            "Dicetak apabila dasar pengecualian memuat huruf g atau huruf h.",
        ),
        _words("penutup", "Penutup", wajib=False),
    ),
    "berita_acara": (
        _line("judul", "Judul"),
        _list("pembuka", "Pembuka", "Paragraf sebelum tabel hasil.", wajib=True),
        _list("penutup", "Penutup", "Paragraf sesudah tabel hasil."),
    ),
    "penolakan": (
        _line("judul", "Judul"),
        _rich("pembuka", "Pembuka", wajib=False),
        _rich("pengantar_putusan", "Kalimat sebelum putusan"),
        _line("putusan", "Putusan (dalam kotak)"),
        _line("putusan_sebagian", "Putusan apabila ditolak sebagian"),
        _rich("pengantar_alasan", "Kalimat sebelum alasan"),
        _rich("pengantar_konsekuensi", "Kalimat sebelum konsekuensi"),
        _rich("pengantar_pernyataan", "Kalimat sebelum pernyataan"),
        _line("pernyataan", "Pernyataan (dalam kotak)"),
        _line("pernyataan_sebagian", "Pernyataan apabila ditolak sebagian"),
        _rich("keberatan", "Hak mengajukan keberatan"),
        _points("catatan", "Catatan", _GRATIS, wajib=False),
        _list("lampiran", "Lampiran", "Yang disertakan pada surat.", wajib=False),
    ),
    "daftar_publik": (
        _line("judul", "Judul"),
        _list("catatan", "Catatan di bawah daftar", _GRATIS),
    ),
}  # fmt: skip
"""The parts of each template by its name, in the order in which the paper prints them."""

_KANTOR = (
    Isian("tahun", "Tahun berkas", "2026"),
    Isian("instansi", "Nama instansi dengan daerahnya", "Dinas Contoh Provinsi Contoh"),
    Isian("instansi_singkat", "Singkatan instansi", "CONTOH"),
    Isian("pemerintah", "Nama pemerintah daerah", "Pemerintah Provinsi Contoh"),
    Isian(
        "nama_sop",
        "Nama SOP",
        "Pemutakhiran Daftar Informasi Publik yang Dikecualikan",
    ),
    Isian("kota", "Kota instansi", "Kota Contoh"),
)
_SURAT = (
    Isian("tenggat", "Batas waktu jawaban unit kerja", "30 November 2026"),
    Isian("hari_kerja", "Lama waktu menjawab", "5 (lima)"),
    Isian("pejabat", "Jabatan yang menetapkan Keputusan", "Kepala Dinas Contoh"),
    Isian("unit", "Unit kerja penerima", "Bidang Contoh"),
    Isian(
        "keputusan_lama",
        "Nomor dan tanggal Keputusan yang digantikan; kosong apabila belum ada",
        "Nomor 500.12/7/KEP/CONTOH/XII/2025 tanggal 8 Desember 2025",
        boleh_kosong=True,
    ),
)
_PENGINGAT = (
    Isian("nomor_rujukan", "Nomor Nota Dinas yang diingatkan", "500.12/3/CONTOH/XI/2026"),
    Isian("tanggal_rujukan", "Tanggal Nota Dinas yang diingatkan", "23 November 2026"),
    Isian("sisa", "Hari kerja sampai batas waktu; kosong sesudahnya", "2 (dua)", boleh_kosong=True),
    Isian(
        "terlambat",
        "Hari kerja sejak batas waktu lewat; kosong sebelumnya",
        "3 (tiga)",
        boleh_kosong=True,
    ),
)
_PENGEMBALIAN = (
    Isian(
        "daftar_perbaikan",
        "Usulan yang dikembalikan dan yang perlu diperbaiki, satu butir untuk tiap usulan",
        "1. Identitas pelapor: pasal dan ayat undang-undangnya belum disebut;\n"
        "2. Hasil pemeriksaan: jangka waktu pengecualian belum diisi.",
    ),
    Isian("tenggat_perbaikan", "Batas waktu perbaikan", "2 Desember 2026"),
)
_PENGANTAR = (
    Isian(
        "tentang",
        "Judul Keputusan",
        "Penetapan dan Pemutakhiran Daftar Informasi Publik yang Dikecualikan di Lingkungan "
        "Dinas Contoh Provinsi Contoh Tahun 2026",
    ),
    Isian("jumlah", "Banyaknya informasi dalam Lampiran, dengan angka", "12"),
    Isian("jumlah_huruf", "Banyaknya informasi, dengan angka dan huruf", "12 (dua belas)"),
)
_UJI = (
    Isian("judul_berkas", "Judul berkas", "Pemutakhiran DIK 2026"),
    Isian("hari", "Hari uji", "Selasa"),
    Isian("tanggal", "Tanggal uji", "1 Desember 2026"),
    Isian("tanggal_huruf", "Tanggal dengan huruf", "satu"),
    Isian("bulan", "Bulan", "Desember"),
    Isian("tahun_huruf", "Tahun dengan huruf", "dua ribu dua puluh enam"),
    Isian("tanggal_angka", "Tanggal dengan angka", "01-12-2026"),
    Isian("tempat", "Tempat uji", "Ruang Rapat Dinas Contoh"),
)
_PASAL_18 = Isian(
    "pasal_18",
    "Isi Pasal 18 ayat (1)",
    f"{'; '.join(PASAL_18[:-1])}; atau {PASAL_18[-1]}",
)
_PENOLAKAN = (
    Isian("nomor_pendaftaran", "Nomor pendaftaran permohonan", "07/PI/XI/2026"),
    Isian("tanggal_permohonan", "Tanggal permohonan diterima", "24 November 2026"),
    Isian(
        "bagian",
        "Bagian yang ditolak; kosong apabila ditolak seluruhnya",
        "nama dan alamat pelapor",
        boleh_kosong=True,
    ),
    Isian(
        "perpanjangan",
        "Alasan perpanjangan waktu; kosong apabila tidak diperpanjang",
        "informasi perlu dikumpulkan dari beberapa unit kerja",
        boleh_kosong=True,
    ),
    Isian(
        "keputusan",
        "Keputusan yang memuat informasi itu, dengan nomor dan tanggalnya",
        "Keputusan Kepala Dinas Contoh Nomor 500.12/7/KEP/CONTOH/XII/2025 tanggal 8 Desember 2025",
    ),
    Isian("nomor_urut", "Nomor urut informasi dalam Lampiran Keputusan", "1"),
    Isian("atasan", "Jabatan Atasan PPID", "Kepala Dinas Contoh"),
    Isian("hari_keberatan", "Hari kerja untuk mengajukan keberatan", "30 (tiga puluh)"),
    Isian(
        "lembar_uji",
        "Banyaknya informasi yang Lembar Ujinya dilampirkan; kosong apabila tidak ada",
        "1 (satu)",
        boleh_kosong=True,
    ),
    Isian(
        "keputusan_terlampir",
        "Keputusan yang salinannya dilampirkan; kosong apabila semua Lembar Uji ada",
        "Keputusan Kepala Dinas Contoh Nomor 500.12/7/KEP/CONTOH/XII/2025 tanggal 8 Desember 2025",
        boleh_kosong=True,
    ),
)

ISIAN: dict[str, tuple[Isian, ...]] = {
    "nota_dinas_permintaan": (*_KANTOR, *_SURAT),
    "nota_dinas_pengingat": (*_KANTOR, *_SURAT, *_PENGINGAT),
    "nota_dinas_pengembalian": (*_KANTOR, *_SURAT, *_PENGEMBALIAN),
    "nota_dinas_pengantar": (*_KANTOR, *_SURAT, *_PENGANTAR),
    "keputusan_dik": (*_KANTOR, *_SURAT),
    "salinan_keputusan": _KANTOR,
    "lembar_uji": (
        *_KANTOR,
        Isian("unit", "Unit kerja yang mengusulkan", "Bidang Contoh"),
        *_UJI,
        _PASAL_18,
    ),
    "berita_acara": (
        *_KANTOR,
        *_UJI,
        Isian("jumlah", "Banyaknya informasi yang diuji", "3 (tiga)"),
    ),
    "penolakan": (*_KANTOR, *_PENOLAKAN),
    "daftar_publik": _KANTOR,
}
"""The fields that are filled in for each template, by its name."""


def contoh(templat: str) -> dict[str, str]:
    """An example for every field of a template, by name."""
    return {isian.nama: isian.contoh for isian in ISIAN[templat]}
