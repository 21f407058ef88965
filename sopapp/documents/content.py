"""What a letter says, without a word about how it is drawn.

All text is exactly what a person typed or a template gave; the builders escape it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sopapp.documents.list_content import (
    BarisDaftar,
    BukuAgenda,
    BukuEkspedisi,
    DaftarPublik,
    LaporanKinerja,
    PerbandinganDaftar,
    TabelCetak,
)
from sopapp.documents.paper_parts import GAYA_BAWAAN, Gaya, Kop, PageSetup, Signer


@dataclass(frozen=True, slots=True)
class NotaDinas:
    """A Nota Dinas.

    `body` holds paragraphs divided by empty lines; a line that begins with `1. `,
    `a. ` or `- ` is a point with a hanging indent. With `daftar_penerima` the recipients
    stand on a second sheet and `yth` says so. `nomor` is printed as given, so a blank
    number is a number with room in it. `tanggal` None leaves room for a pen.
    """

    kop: Kop
    page: PageSetup
    label_yth: str
    yth: tuple[str, ...]
    dari: str
    tembusan: tuple[str, ...]
    tanggal: date | None
    nomor: str
    sifat: str
    lampiran: str
    hal: str
    body: str
    signer: Signer
    daftar_penerima: tuple[str, ...] = ()
    gaya: Gaya = GAYA_BAWAAN


@dataclass(frozen=True, slots=True)
class LampiranTeks:
    """One more Lampiran of a Keputusan: a title and a body like that of a Nota Dinas."""

    judul: str
    isi: str


@dataclass(frozen=True, slots=True)
class Salinan:
    """What makes a Keputusan a copy: the sentence and who vouches for it.

    In a copy the signer of the Keputusan stands with the word `ttd.` and without NIP; the
    block with `kalimat` ("Salinan sesuai dengan aslinya") follows at the left.
    """

    kalimat: str
    signer: Signer


@dataclass(frozen=True, slots=True)
class Keputusan:
    """A Keputusan (SK) with its Lampiran: the list, then those of `lampiran_lain`.

    With more than one they are numbered LAMPIRAN I, II, ... `page_lampiran` None is `page`.

    `pejabat` is the jabatan that decides, e.g. "Kepala Dinas ... Provinsi ...", from which
    the title ("KEPUTUSAN ...") and the line before Menimbang are printed; `selaku` is the
    optional capacity line. `diktum` are the decisions in order (labels KESATU... are added).
    `nomor` as for a Nota Dinas. `tanggal` None leaves room for a pen.
    """

    kop: Kop
    page: PageSetup
    pejabat: str
    selaku: str
    nomor: str
    tentang: str
    menimbang: tuple[str, ...]
    mengingat: tuple[str, ...]
    memperhatikan: tuple[str, ...]
    diktum: tuple[str, ...]
    kota: str
    tanggal: date | None
    signer: Signer
    tembusan: tuple[str, ...]
    judul_daftar: str
    daftar: tuple[BarisDaftar, ...]
    page_lampiran: PageSetup | None = None
    lampiran_mendatar: bool = True
    lampiran_lain: tuple[LampiranTeks, ...] = ()
    gaya: Gaya = GAYA_BAWAAN
    salinan: Salinan | None = None


@dataclass(frozen=True, slots=True)
class Penolakan:
    """A Surat Keputusan PPID tentang Penolakan Permohonan Informasi (form of Perki 1/2010).

    `pemohon` are label and value pairs printed as typed (Nama, Alamat, Nomor telepon/pos-el).
    `putusan` and `pernyataan` are the two boxed sentences, `alasan` the ticked grounds (a point
    of Pasal 17, an article of a law, the Keputusan and row that list the information),
    `konsekuensi` paragraphs, `keberatan` and `catatan` the template's sentences at the foot.
    """

    kop: Kop
    page: PageSetup
    judul: str
    nomor: str
    nomor_pendaftaran: str
    pembuka: str
    pemohon: tuple[tuple[str, str], ...]
    rincian: str
    pengantar_putusan: str
    putusan: str
    pengantar_alasan: str
    alasan: tuple[str, ...]
    pengantar_konsekuensi: str
    konsekuensi: tuple[str, ...]
    pengantar_pernyataan: str
    pernyataan: str
    keberatan: str
    catatan: tuple[str, ...]
    kota: str
    tanggal: date | None
    signer: Signer
    lampiran: tuple[str, ...] = ()
    gaya: Gaya = GAYA_BAWAAN


@dataclass(frozen=True, slots=True)
class LangkahSop:
    """One step of a stage as the sheet draws it; `lane` is the place of its pelaksana (0-based).

    `keputusan` asks for a diamond (a step that can send back) instead of a box.
    """

    lane: int
    kegiatan: str
    keputusan: bool = False


@dataclass(frozen=True, slots=True)
class TahapSop:
    """A row of the sheet's table; `langkah` in the order in which they are done."""

    nomor: int
    kegiatan: str
    langkah: tuple[LangkahSop, ...]
    kelengkapan: str
    waktu: str
    output: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class LembarSop:
    """The SOP sheet: its head, lists and the table with the flow drawn.

    `kepala` are label and value pairs of the head (Nomor SOP, Tanggal Pembuatan, ...), the
    value empty where the sheet is blank. `pelaksana` are the lanes' names in order.
    """

    kop: Kop
    page: PageSetup
    kepala: tuple[tuple[str, str], ...]
    nama: str
    pengesah: Signer
    dasar_hukum: tuple[str, ...]
    keterkaitan: tuple[str, ...]
    peringatan: tuple[str, ...]
    peralatan: tuple[str, ...]
    kualifikasi: tuple[str, ...]
    pencatatan: tuple[str, ...]
    pelaksana: tuple[str, ...]
    tahap: tuple[TahapSop, ...]
    total: str


@dataclass(frozen=True, slots=True)
class Hadir:
    """One line of an attendance list."""

    nama: str
    jabatan: str = ""


@dataclass(frozen=True, slots=True)
class LembarUji:
    """The sheet of one uji konsekuensi.

    `pengantar` and `penutup` are the template's sentences. `pertanyaan` are the questions of
    Pasal 18 with their answers. `menetapkan` is the PPID that sets, `menyetujui` its Atasan
    that approves; each peserta gets a place to sign.
    """

    kop: Kop
    page: PageSetup
    judul: str
    pengantar: str
    informasi: str
    unit_kerja: str
    bentuk: str
    tanggal: date
    tempat: str
    dasar_hukum: tuple[str, ...]
    dibuka: str
    ditutup: str
    kepentingan_publik: str
    kepatutan: str
    pertanyaan: tuple[tuple[str, str], ...]
    kesimpulan: str
    bagian: str
    alasan: str
    jangka_waktu: str
    peserta: tuple[Hadir, ...]
    menetapkan: Signer
    menyetujui: Signer
    penutup: str = ""


@dataclass(frozen=True, slots=True)
class BarisUji:
    """One line of the table in a Berita Acara."""

    informasi: str
    unit_kerja: str
    dasar_hukum: tuple[str, ...]
    kesimpulan: str
    jangka_waktu: str


@dataclass(frozen=True, slots=True)
class BeritaAcara:
    """The Berita Acara of all tests of a berkas, with its attendance list on a sheet of its own.

    `nomor` is printed as given (room in it when blank). `pembuka` and `penutup` are the
    template's paragraphs.
    """

    kop: Kop
    page: PageSetup
    judul: str
    nomor: str
    tanggal: date
    tempat: str
    pembuka: tuple[str, ...]
    baris: tuple[BarisUji, ...]
    penutup: tuple[str, ...]
    peserta: tuple[Hadir, ...]
    menetapkan: Signer
    menyetujui: Signer


WithKop = (
    NotaDinas
    | Keputusan
    | Penolakan
    | LembarSop
    | BukuAgenda
    | BukuEkspedisi
    | DaftarPublik
    | LembarUji
    | BeritaAcara
    | PerbandinganDaftar
    | LaporanKinerja
)
Letter = WithKop | TabelCetak
