"""What the form says to the clerk who fills it in: heads, examples, steps."""

from __future__ import annotations

from dataclasses import dataclass

from sopapp.domain.dik import JenisUsulan
from sopapp.domain.formulir_unit import FormulirUnit
from sopapp.domain.impor import Kolom
from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import hari_tanggal, tanggal

PILIHAN_LAMA = tuple(
    jenis.label for jenis in (JenisUsulan.TETAP, JenisUsulan.UBAH, JenisUsulan.BUKA)
)
PILIHAN_BARU = (JenisUsulan.BARU.label,)


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """What belongs in a column: a sentence or two, and an example."""

    isi: str
    contoh: str


PENJELASAN = {
    Kolom.KODE: Penjelasan(
        "Penanda baris yang sudah ada dalam daftar. Diisi oleh program; jangan diubah. Untuk "
        "usulan baru, biarkan kosong.",
        "DIK-12",
    ),
    Kolom.USULAN: Penjelasan(
        "Pilih salah satu: Tetap (tidak berubah), Ubah (isi baris ini diperbaiki), Dibuka kembali "
        "(tidak perlu dikecualikan lagi), atau Baru (baris kosong di bawah).",
        "Ubah",
    ),
    Kolom.INFORMASI: Penjelasan(
        "Sebutkan informasinya secara khusus, bukan nama map atau nama kegiatan.",
        "Identitas pelapor pengaduan konsumen",
    ),
    Kolom.BAGIAN: Penjelasan(
        "Diisi hanya bila sebagian saja yang dikecualikan. Kosong berarti seluruhnya.",
        "Nama, alamat, dan nomor telepon pelapor",
    ),
    Kolom.HURUF: Penjelasan(
        "Huruf Pasal 17 UU Nomor 14 Tahun 2008, boleh dengan angka. Bila lebih dari satu, "
        "pisahkan dengan titik koma. Arti tiap huruf ada di lembar Petunjuk.",
        "h.2; j",
    ),
    Kolom.UNDANG_UNDANG: Penjelasan(
        "Undang-Undang lain yang menjadi dasar, dengan pasalnya. Wajib untuk huruf j. Bila "
        "hurufnya lebih dari satu, tulis hurufnya di depan, satu baris untuk tiap huruf "
        "(Alt+Enter).",
        "j: Pasal 36 UU Nomor 27 Tahun 2022",
    ),
    Kolom.DIBUKA: Penjelasan(
        "Akibat yang merugikan bila informasi ini dibuka kepada publik.",
        "Pelapor dapat diintimidasi dan enggan melapor lagi",
    ),
    Kolom.DITUTUP: Penjelasan(
        "Kepentingan yang terlindungi bila informasi ini ditutup.",
        "Pelapor terlindungi dan berani melapor",
    ),
    Kolom.JANGKA: Penjelasan(
        "Lama pengecualian, tanggal terakhirnya, atau peristiwa yang mengakhirinya.",
        "2 tahun; atau sampai dengan 31 Desember 2028; atau sampai ada persetujuan tertulis",
    ),
    Kolom.BENTUK: Penjelasan(
        "Bentuk dokumen yang memuat informasi ini.",
        "Naskah cetak dan file PDF",
    ),
}
CATATAN = Penjelasan(
    "Hal yang perlu diperhatikan pada baris ini, ditulis oleh PPID. Tidak perlu diisi.", ""
)

USULAN_LAIN = (
    "Pilih dari daftar: Tetap, Ubah, atau Dibuka kembali. Baris untuk usulan Baru ada di bawah."
)
USULAN_BARU_LAIN = "Baris ini untuk usulan baru. Pilih Baru dari daftar."
HURUF_BOLEH = (
    "Pilih satu huruf, atau ketik sendiri dengan angka dan titik koma, misalnya h.2; j. Arti tiap "
    "huruf ada di lembar Petunjuk."
)
UNDANG_UNDANG_BOLEH = (
    "Pilih dari daftar lalu tambahkan pasalnya, atau ketik sendiri, misalnya Pasal 36 UU Nomor 27 "
    "Tahun 2022. Wajib untuk huruf j."
)
JANGKA_BOLEH = (
    "Tulis lama (2 tahun), tanggal (sampai dengan 31 Desember 2028), atau peristiwa (sampai ada "
    "persetujuan tertulis)."
)


def judul(form: FormulirUnit) -> str:
    """The title of the form."""
    return f"Formulir usulan Daftar Informasi Publik yang Dikecualikan Tahun {form.tahun}"


def pengembalian(form: FormulirUnit) -> str:
    """To whom and when the form goes back."""
    return (
        f"Kembalikan kepada {form.penerima} paling lambat {hari_tanggal(form.tenggat)}, "
        "dalam bentuk file Excel ini."
    )


def ringkas(form: FormulirUnit) -> str:
    """The line above the table."""
    return (
        "Isi sel yang berwarna putih. Sel abu-abu terkunci. Cara mengisi ada di lembar "
        f"“Petunjuk”. Kembalikan paling lambat {tanggal(form.tenggat)}."
    )


def langkah(form: FormulirUnit) -> tuple[str, ...]:
    """What to do, in order."""
    lama = (
        f"Lembar “Usulan” memuat {ribuan(len(form.baris))} informasi {form.unit_nama} yang "
        "sekarang dikecualikan. Baca tiap baris dan pilih usulannya di kolom Usulan; bila "
        "tidak berubah, pilih Tetap."
        if form.baris
        else f"Belum ada informasi {form.unit_nama} dalam daftar. Mulailah dari baris kosong di "
        "lembar “Usulan”."
    )
    baru = (
        "Untuk informasi yang belum ada dalam daftar, pakai baris kosong di bawah dan pilih Baru. "
        "Isi semua kolomnya; kolom Bagian yang dikecualikan boleh kosong."
    )
    buka = (
        "Bila informasinya tidak perlu dikecualikan lagi, pilih Dibuka kembali. Barisnya jangan "
        "dihapus."
    )
    return (
        lama,
        "Bila sebuah baris berubah, pilih Ubah lalu perbaiki selnya langsung di baris itu.",
        buka,
        baru,
        "Baris dengan Catatan PPID memerlukan perhatian, misalnya karena jangka waktunya berakhir.",
        "Untuk pindah baris di dalam sebuah sel, tekan Alt+Enter.",
        f"Simpan file ini tetap sebagai Excel. {pengembalian(form)}",
        "Bila tidak ada perubahan dan tidak ada usulan baru (nihil), kembalikan juga file ini.",
    )
