"""Every text of a letter with the name of its place, to refuse what cannot be printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from sopapp.documents.content import (
    BarisDaftar,
    BeritaAcara,
    DaftarPublik,
    Hadir,
    Keputusan,
    Kop,
    LembarUji,
    Letter,
    NotaDinas,
    PerbandinganDaftar,
    Signer,
    TabelCetak,
)
from sopapp.documents.fonts import undrawable
from sopapp.documents.text import clean
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
            raise DomainError(_refusal(lacking[0], place))


def _refusal(char: str, place: str) -> str:
    shown = f"“{char}” " if char.isprintable() else ""
    name = unicodedata.name(char, "")
    code = f"U+{ord(char):04X} {name}".rstrip()
    return (
        f"Huruf {shown}({code}) pada {place} tidak dapat dicetak karena tidak ada dalam huruf "
        "yang tersedia. Ganti atau hapus huruf itu, lalu buat suratnya lagi."
    )


def places(letter: Letter) -> Iterator[tuple[str, str]]:
    """Pairs of (place as the user knows it, typed text)."""
    if isinstance(letter, TabelCetak):
        yield from _tabel(letter)
        return
    yield from _kop(letter.kop)
    if isinstance(letter, NotaDinas):
        yield from _nota_dinas(letter)
    elif isinstance(letter, Keputusan):
        yield from _keputusan(letter)
    elif isinstance(letter, LembarUji):
        yield from _lembar_uji(letter)
    elif isinstance(letter, BeritaAcara):
        yield from _berita_acara(letter)
    elif isinstance(letter, PerbandinganDaftar):
        yield from _perbandingan(letter)
    else:
        yield from _daftar_publik(letter)


def _nota_dinas(letter: NotaDinas) -> Iterator[tuple[str, str]]:
    yield "Yth.", letter.label_yth
    yield from _numbered("Yth.", letter.yth)
    yield "Dari", letter.dari
    yield from _numbered("Tembusan", letter.tembusan)
    yield "Nomor", letter.nomor
    yield "Sifat", letter.sifat
    yield "Lampiran", letter.lampiran
    yield "Hal", letter.hal
    for number, line in enumerate(letter.body.split("\n"), start=1):
        yield f"Isi, baris {number}", line
    yield from _signer(letter.signer)
    yield from _numbered("Daftar penerima", letter.daftar_penerima)


def _keputusan(letter: Keputusan) -> Iterator[tuple[str, str]]:
    yield "Pejabat", letter.pejabat
    yield "Selaku", letter.selaku
    yield "Nomor", letter.nomor
    yield "Tentang", letter.tentang
    yield from _numbered("Menimbang", letter.menimbang)
    yield from _numbered("Mengingat", letter.mengingat)
    yield from _numbered("Memperhatikan", letter.memperhatikan)
    yield from _numbered("Diktum", letter.diktum)
    yield "Kota", letter.kota
    yield from _signer(letter.signer)
    yield from _numbered("Tembusan", letter.tembusan)
    yield "Judul daftar", letter.judul_daftar
    yield from _daftar(letter.daftar)


def _daftar_publik(letter: DaftarPublik) -> Iterator[tuple[str, str]]:
    yield "Judul", letter.judul
    yield "Nomor Keputusan", letter.nomor_keputusan
    yield from _numbered("Catatan", letter.catatan)
    yield from _daftar(letter.daftar)


def _lembar_uji(letter: LembarUji) -> Iterator[tuple[str, str]]:
    yield "Judul", letter.judul
    yield "Pengantar", letter.pengantar
    yield "Informasi", letter.informasi
    yield "Unit kerja", letter.unit_kerja
    yield "Bentuk dokumen", letter.bentuk
    yield "Tempat", letter.tempat
    yield from _numbered("Dasar hukum", letter.dasar_hukum)
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
    yield from _peserta(letter.peserta)
    yield from _signer(letter.menetapkan)
    yield from _signer(letter.menyetujui)


def _berita_acara(letter: BeritaAcara) -> Iterator[tuple[str, str]]:
    yield "Judul", letter.judul
    yield "Nomor", letter.nomor
    yield "Tempat", letter.tempat
    yield from _numbered("Pembuka", letter.pembuka)
    for number, baris in enumerate(letter.baris, start=1):
        yield f"Informasi, baris {number}", baris.informasi
        yield f"Unit kerja, baris {number}", baris.unit_kerja
        for text in baris.dasar_hukum:
            yield f"Dasar hukum, baris {number}", text
        yield f"Kesimpulan, baris {number}", baris.kesimpulan
        yield f"Jangka waktu, baris {number}", baris.jangka_waktu
    yield from _numbered("Penutup", letter.penutup)
    yield from _peserta(letter.peserta)
    yield from _signer(letter.menetapkan)
    yield from _signer(letter.menyetujui)


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


def _tabel(letter: TabelCetak) -> Iterator[tuple[str, str]]:
    yield "Instansi", letter.instansi
    yield "Judul", letter.judul
    yield "Keterangan", letter.keterangan
    yield from _numbered("Judul kolom", tuple(kolom.judul for kolom in letter.kolom))
    for number, baris in enumerate(letter.baris, start=1):
        for kolom, text in zip(letter.kolom, baris, strict=False):
            yield f"{kolom.judul}, baris {number}", text


def _peserta(peserta: tuple[Hadir, ...]) -> Iterator[tuple[str, str]]:
    for number, one in enumerate(peserta, start=1):
        yield f"Nama peserta {number}", one.nama
        yield f"Jabatan peserta {number}", one.jabatan


def _kop(kop: Kop) -> Iterator[tuple[str, str]]:
    yield "Kop, pemerintah", kop.pemerintah
    yield "Kop, instansi", kop.instansi
    yield from _numbered("Kop, alamat", kop.alamat)


def _signer(signer: Signer) -> Iterator[tuple[str, str]]:
    yield from _numbered("Penanda tangan, jabatan", signer.jabatan)
    yield "Penanda tangan, nama", signer.nama
    yield "Penanda tangan, pangkat", signer.pangkat or ""
    yield "Penanda tangan, NIP", signer.nip or ""


def _daftar(daftar: tuple[BarisDaftar, ...]) -> Iterator[tuple[str, str]]:
    for number, baris in enumerate(daftar, start=1):
        yield f"Informasi, daftar baris {number}", baris.informasi
        for text in baris.dasar_hukum:
            yield f"Dasar hukum, daftar baris {number}", text
        yield f"Konsekuensi dibuka, daftar baris {number}", baris.dibuka
        yield f"Konsekuensi ditutup, daftar baris {number}", baris.ditutup
        yield f"Jangka waktu, daftar baris {number}", baris.jangka_waktu
        yield f"Unit kerja, daftar baris {number}", baris.unit_kerja


def _numbered(place: str, texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if len(texts) == 1:
        yield place, texts[0]
        return
    for number, text in enumerate(texts, start=1):
        yield f"{place} {number}", text
