"""Every text of a letter with the name of its place, to refuse what cannot be printed."""

from __future__ import annotations

from collections.abc import Iterator

from sopapp.documents.content import (
    BeritaAcara,
    Keputusan,
    LembarSop,
    LembarUji,
    Letter,
    NotaDinas,
    Penolakan,
    WithKop,
)
from sopapp.documents.fonts import undrawable
from sopapp.documents.list_content import (
    BarisAgenda,
    BukuAgenda,
    BukuEkspedisi,
    DaftarPublik,
    LaporanKinerja,
    PerbandinganDaftar,
    TabelCetak,
)
from sopapp.documents.place_parts import (
    daftar,
    kop,
    lines,
    numbered,
    pairs,
    peserta,
    signer,
)
from sopapp.documents.text import clean
from sopapp.domain import panduan
from sopapp.domain.errors import DomainError


def refuse_undrawable(letter: Letter) -> None:
    """Raise DomainError naming the first character that no bundled font has, and its place."""
    texts = list(places(letter))
    # One look at all characters together; the places matter only when something is wrong.
    chars = set().union(*(clean(text) for _place, text in texts))
    # Joined by spaces so that no two of them compose into a third.
    everything = " ".join(chars)
    if not undrawable(everything + " " + everything.upper()):
        return
    for place, text in texts:
        if lacking := undrawable(text) or undrawable(text.upper()):
            raise DomainError(_refusal(lacking[0], place), topic=panduan.HURUF_DITOLAK)


def _refusal(char: str, place: str) -> str:
    shown = f"“{char}” " if char.isprintable() else ""
    return (
        f"Huruf {shown}(U+{ord(char):04X}) pada {place} tidak dapat dicetak karena tidak ada "
        "dalam huruf yang tersedia. Ganti atau hapus huruf itu, lalu buat suratnya lagi."
    )


def places(letter: Letter) -> Iterator[tuple[str, str]]:
    """Pairs of (place as the user knows it, typed text)."""
    if isinstance(letter, TabelCetak):
        yield from _tabel(letter)
        return
    yield from kop(letter.kop)
    yield from _own(letter)


def _own(letter: WithKop) -> Iterator[tuple[str, str]]:
    """The places of a letter beyond its kop."""
    match letter:
        case NotaDinas():
            yield from _nota_dinas(letter)
        case Keputusan():
            yield from _keputusan(letter)
        case Penolakan():
            yield from _penolakan(letter)
        case LembarSop():
            yield from _lembar_sop(letter)
        case BukuAgenda():
            yield from _buku_agenda(letter)
        case BukuEkspedisi():
            yield from _buku_ekspedisi(letter)
        case LembarUji():
            yield from _lembar_uji(letter)
        case BeritaAcara():
            yield from _berita_acara(letter)
        case PerbandinganDaftar():
            yield from _perbandingan(letter)
        case DaftarPublik():
            yield from _daftar_publik(letter)
        case LaporanKinerja():
            yield from _laporan(letter)


def _nota_dinas(letter: NotaDinas) -> Iterator[tuple[str, str]]:
    yield "Yth.", letter.label_yth
    yield from numbered("Yth.", letter.yth)
    yield "Dari", letter.dari
    yield from numbered("Tembusan", letter.tembusan)
    yield "Nomor", letter.nomor
    yield "Sifat", letter.sifat
    yield "Lampiran", letter.lampiran
    yield "Hal", letter.hal
    yield from lines("Isi", letter.body)
    yield from signer(letter.signer)
    yield from numbered("Daftar penerima", letter.daftar_penerima)


def _keputusan(letter: Keputusan) -> Iterator[tuple[str, str]]:
    yield "Pejabat", letter.pejabat
    yield "Selaku", letter.selaku
    yield "Nomor", letter.nomor
    yield "Tentang", letter.tentang
    yield from numbered("Menimbang", letter.menimbang)
    yield from numbered("Mengingat", letter.mengingat)
    yield from numbered("Memperhatikan", letter.memperhatikan)
    yield from numbered("Diktum", letter.diktum)
    yield "Kota", letter.kota
    yield from signer(letter.signer)
    yield from numbered("Tembusan", letter.tembusan)
    yield "Judul daftar", letter.judul_daftar
    yield from daftar(letter.daftar)
    for number, lampiran in enumerate(letter.lampiran_lain, start=2):
        yield f"Judul Lampiran {number}", lampiran.judul
        yield from lines(f"Isi Lampiran {number}", lampiran.isi)
    if letter.salinan:
        yield "Kalimat salinan", letter.salinan.kalimat
        yield from signer(letter.salinan.signer, "Pengesah salinan")


def _penolakan(letter: Penolakan) -> Iterator[tuple[str, str]]:
    yield "Judul", letter.judul
    yield "Nomor", letter.nomor
    yield "No. Pendaftaran", letter.nomor_pendaftaran
    yield "Pembuka", letter.pembuka
    yield from pairs("Pemohon", letter.pemohon)
    yield "Rincian informasi", letter.rincian
    yield "Pengantar putusan", letter.pengantar_putusan
    yield "Putusan", letter.putusan
    yield "Pengantar alasan", letter.pengantar_alasan
    yield from numbered("Alasan", letter.alasan)
    yield "Pengantar konsekuensi", letter.pengantar_konsekuensi
    yield from numbered("Konsekuensi", letter.konsekuensi)
    yield "Pengantar pernyataan", letter.pengantar_pernyataan
    yield "Pernyataan", letter.pernyataan
    yield "Keberatan", letter.keberatan
    yield from numbered("Catatan", letter.catatan)
    yield "Kota", letter.kota
    yield from signer(letter.signer)
    yield from numbered("Lampiran", letter.lampiran)


def _lembar_sop(letter: LembarSop) -> Iterator[tuple[str, str]]:
    yield from pairs("Kepala SOP", letter.kepala)
    yield "Nama SOP", letter.nama
    yield from signer(letter.pengesah, "Pengesah")
    yield from numbered("Dasar hukum", letter.dasar_hukum)
    yield from numbered("Keterkaitan", letter.keterkaitan)
    yield from numbered("Peringatan", letter.peringatan)
    yield from numbered("Peralatan", letter.peralatan)
    yield from numbered("Kualifikasi", letter.kualifikasi)
    yield from numbered("Pencatatan", letter.pencatatan)
    yield from numbered("Pelaksana", letter.pelaksana)
    for tahap in letter.tahap:
        yield f"Kegiatan tahap {tahap.nomor}", tahap.kegiatan
        for number, langkah in enumerate(tahap.langkah, start=1):
            yield f"Langkah {number} tahap {tahap.nomor}", langkah.kegiatan
        yield f"Kelengkapan tahap {tahap.nomor}", tahap.kelengkapan
        yield f"Waktu tahap {tahap.nomor}", tahap.waktu
        yield f"Output tahap {tahap.nomor}", tahap.output
        yield f"Keterangan tahap {tahap.nomor}", tahap.keterangan
    yield "Total waktu", letter.total


def _buku_agenda(letter: BukuAgenda) -> Iterator[tuple[str, str]]:
    yield "Judul", letter.judul
    yield "Keterangan", letter.keterangan
    yield from _agenda("baris", letter.baris)
    yield from _agenda("sisipan", letter.sisipan)
    yield from numbered("Nomor yang belum dipakai", letter.rumpang)


def _agenda(part: str, baris: tuple[BarisAgenda, ...]) -> Iterator[tuple[str, str]]:
    for number, one in enumerate(baris, start=1):
        yield f"Nomor urut, {part} {number}", one.urut
        yield f"Deret, {part} {number}", one.deret
        yield f"Nomor surat, {part} {number}", one.nomor
        yield f"Tujuan, {part} {number}", one.tujuan
        yield f"Perihal, {part} {number}", one.perihal
        yield f"Klasifikasi, {part} {number}", one.klasifikasi
        yield f"Lampiran, {part} {number}", one.lampiran
        yield f"Penanda tangan, {part} {number}", one.penanda_tangan
        yield f"Keterangan, {part} {number}", one.keterangan


def _buku_ekspedisi(letter: BukuEkspedisi) -> Iterator[tuple[str, str]]:
    yield "Judul", letter.judul
    yield "Keterangan", letter.keterangan
    for number, one in enumerate(letter.baris, start=1):
        yield f"Nomor surat, baris {number}", one.nomor
        yield f"Tujuan, baris {number}", one.tujuan
        yield f"Perihal, baris {number}", one.perihal
        yield f"Nama penerima, baris {number}", one.penerima


def _daftar_publik(letter: DaftarPublik) -> Iterator[tuple[str, str]]:
    yield "Judul", letter.judul
    yield "Nomor Keputusan", letter.nomor_keputusan
    yield from numbered("Catatan", letter.catatan)
    yield from daftar(letter.daftar)


def _lembar_uji(letter: LembarUji) -> Iterator[tuple[str, str]]:
    yield "Judul", letter.judul
    yield "Pengantar", letter.pengantar
    yield "Informasi", letter.informasi
    yield "Unit kerja", letter.unit_kerja
    yield "Bentuk dokumen", letter.bentuk
    yield "Tempat", letter.tempat
    yield from numbered("Dasar hukum", letter.dasar_hukum)
    yield "Konsekuensi bila dibuka", letter.dibuka
    yield "Manfaat bila ditutup", letter.ditutup
    yield "Kepentingan publik", letter.kepentingan_publik
    yield "Kepatutan", letter.kepatutan
    for number, (question, answer) in enumerate(letter.pertanyaan, start=1):
        yield f"Pertanyaan {number}", f"{question} {answer}"
    yield "Kesimpulan", letter.kesimpulan
    yield "Bagian yang dikecualikan", letter.bagian
    yield "Alasan", letter.alasan
    yield "Jangka waktu", letter.jangka_waktu
    yield "Penutup", letter.penutup
    yield from peserta(letter.peserta)
    yield from signer(letter.menetapkan, "Yang menetapkan")
    yield from signer(letter.menyetujui, "Yang menyetujui")


def _berita_acara(letter: BeritaAcara) -> Iterator[tuple[str, str]]:
    yield "Judul", letter.judul
    yield "Nomor", letter.nomor
    yield "Tempat", letter.tempat
    yield from numbered("Pembuka", letter.pembuka)
    for number, baris in enumerate(letter.baris, start=1):
        yield f"Informasi, baris {number}", baris.informasi
        yield f"Unit kerja, baris {number}", baris.unit_kerja
        for text in baris.dasar_hukum:
            yield f"Dasar hukum, baris {number}", text
        yield f"Kesimpulan, baris {number}", baris.kesimpulan
        yield f"Jangka waktu, baris {number}", baris.jangka_waktu
    yield from numbered("Penutup", letter.penutup)
    yield from peserta(letter.peserta)
    yield from signer(letter.menetapkan, "Yang menetapkan")
    yield from signer(letter.menyetujui, "Yang menyetujui")


def _perbandingan(letter: PerbandinganDaftar) -> Iterator[tuple[str, str]]:
    yield "Judul", letter.judul
    yield "Versi sebelum", letter.lama
    yield "Versi sesudah", letter.baru
    yield "Ringkasan", letter.ringkasan
    for number, baris in enumerate(letter.baris, start=1):
        yield f"Perubahan, baris {number}", baris.perubahan
        yield f"Informasi, baris {number}", baris.informasi
        yield f"Unit kerja, baris {number}", baris.unit_kerja
        for sel in baris.sel:
            yield f"Nama bagian, baris {number}", sel.label
            for run in (*sel.sebelum, *sel.sesudah):
                yield f"{sel.label}, baris {number}", run.text


def _laporan(letter: LaporanKinerja) -> Iterator[tuple[str, str]]:
    """What the office can mend; its own records are printed whatever they hold."""
    yield "Kota", letter.kota
    if letter.signer:
        yield from signer(letter.signer)


def _tabel(letter: TabelCetak) -> Iterator[tuple[str, str]]:
    yield "Instansi", letter.instansi
    yield "Judul", letter.judul
    yield "Keterangan", letter.keterangan
    yield from numbered("Judul kolom", tuple(kolom.judul for kolom in letter.kolom))
    for number, baris in enumerate(letter.baris, start=1):
        for kolom, text in zip(letter.kolom, baris, strict=False):
            yield f"{kolom.judul}, baris {number}", text
