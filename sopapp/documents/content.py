"""What a letter says, without a word about how it is drawn.

All text is exactly what a person typed or a template gave; the builders escape it.
Lengths are millimetres, font sizes points.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopapp.domain.beda_kata import Potongan
from sopapp.domain.laporan import Laporan


class FontFamily(StrEnum):
    """Families: two bundled ones, named for the metrics they keep, and the PC's own two.

    The PC's own are used where they are installed, else the bundled one of the same widths.
    """

    ARIAL = "arial"
    BOOKMAN = "bookman"
    ARIAL_PC = "arial_pc"
    BOOKMAN_PC = "bookman_pc"


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in portrait, millimetres."""

    name: str
    width: float
    height: float


A4 = Paper("A4", 210.0, 297.0)
F4 = Paper("F4", 215.0, 330.0)
FOLIO = Paper("Folio", 210.0, 330.0)
PAPERS = {paper.name: paper for paper in (A4, F4, FOLIO)}
"""Papers by name; an office may also give a size of its own."""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper, margins (millimetres) and type; Permendagri 1/2023 gives the defaults."""

    paper: Paper = A4
    top: float = 20.0
    bottom: float = 25.0
    left: float = 30.0
    right: float = 20.0
    font: FontFamily = FontFamily.ARIAL
    size: float = 12.0


@dataclass(frozen=True, slots=True)
class Gaya:
    """Wordings that offices differ in.

    `label_kapital`: MENIMBANG or Menimbang, YTH. or Yth., also in the head of a Lampiran.
    `diktum_pertama`: PERTAMA, KEDUA instead of KESATU, KEDUA. `nomor_di_judul`: the number of a
    Nota Dinas stands centred below its title instead of in the header list.
    """

    label_kapital: bool = False
    diktum_pertama: bool = False
    nomor_di_judul: bool = False


@dataclass(frozen=True, slots=True)
class Kop:
    """Letterhead: line 1, line 2 (bold), address lines, optional logo (PNG or JPG bytes)."""

    pemerintah: str
    instansi: str
    alamat: tuple[str, ...]
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """A signature block: jabatan lines as printed (the builder adds the closing comma).

    `pangkat` is printed without golongan; None for those who have none (PPPK).
    """

    jabatan: tuple[str, ...]
    nama: str
    pangkat: str | None
    nip: str | None


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
    gaya: Gaya = Gaya()


@dataclass(frozen=True, slots=True)
class BarisDaftar:
    """One printed row of the DIK."""

    informasi: str
    dasar_hukum: tuple[str, ...]
    dibuka: str
    ditutup: str
    jangka_waktu: str
    unit_kerja: str


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
    gaya: Gaya = Gaya()
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
    gaya: Gaya = Gaya()


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
class BarisAgenda:
    """A line of the printed Buku Agenda; `keterangan` says BATAL with its reason, sisipan, ...

    `deret` names the sequence in which `urut` counts, in a book that holds several.
    """

    urut: str
    nomor: str
    tanggal: date | None
    dikirim: date | None
    tujuan: str
    perihal: str
    klasifikasi: str
    lampiran: str
    penanda_tangan: str
    keterangan: str
    batal: bool = False
    deret: str = ""


@dataclass(frozen=True, slots=True)
class BukuAgenda:
    """The Buku Agenda Surat Keluar of a year: rows, the sisipan in a table of their own, gaps."""

    kop: Kop
    page: PageSetup
    judul: str
    keterangan: str
    baris: tuple[BarisAgenda, ...]
    sisipan: tuple[BarisAgenda, ...]
    rumpang: tuple[str, ...]
    tanggal_cetak: date


@dataclass(frozen=True, slots=True)
class BarisEkspedisi:
    """A hand-over: the receiver writes name, day and initials unless they are recorded."""

    tanggal: date | None
    nomor: str
    tujuan: str
    perihal: str
    diterima: date | None = None
    penerima: str = ""


@dataclass(frozen=True, slots=True)
class BukuEkspedisi:
    """The Buku Ekspedisi of a day or a berkas, with room for the receivers' initials."""

    kop: Kop
    page: PageSetup
    judul: str
    keterangan: str
    baris: tuple[BarisEkspedisi, ...]
    tanggal_cetak: date


@dataclass(frozen=True, slots=True)
class DaftarPublik:
    """The list that may be published, with the Keputusan it comes from.

    `catatan` are sentences below the table, such as that the service is free of charge.
    """

    kop: Kop
    page: PageSetup
    judul: str
    nomor_keputusan: str
    tanggal_keputusan: date
    tanggal_terbit: date
    daftar: tuple[BarisDaftar, ...]
    catatan: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class SelBanding:
    """One cell of a comparison: label of the part, words before and after with their marks."""

    label: str
    sebelum: tuple[Potongan, ...]
    sesudah: tuple[Potongan, ...]


@dataclass(frozen=True, slots=True)
class BarisPerbandingan:
    """An entry in the printed comparison: only the parts that differ, or all of a whole entry."""

    perubahan: str
    informasi: str
    unit_kerja: str
    sel: tuple[SelBanding, ...]


@dataclass(frozen=True, slots=True)
class PerbandinganDaftar:
    """Two versions of the register side by side; `ringkasan` counts the changes in words."""

    kop: Kop
    page: PageSetup
    judul: str
    lama: str
    baru: str
    ringkasan: str
    tanggal_cetak: date
    baris: tuple[BarisPerbandingan, ...]


@dataclass(frozen=True, slots=True)
class KolomCetak:
    """A column of a printed table: head and share of the width (any unit)."""

    judul: str
    bobot: float


@dataclass(frozen=True, slots=True)
class TabelCetak:
    """What a table on screen shows, as sheets: heads, rows and a line that says what it is.

    `keterangan` tells what the rows are (filters, words searched for); `tanggal_cetak` None
    prints no date. `kaki` is a line at the foot of every sheet.
    """

    page: PageSetup
    instansi: str
    judul: str
    keterangan: str
    kolom: tuple[KolomCetak, ...]
    baris: tuple[tuple[str, ...], ...]
    tanggal_cetak: date | None = None
    kaki: str = ""


@dataclass(frozen=True, slots=True)
class LaporanKinerja:
    """How the SOP was kept in a year: main figures, bars and tables, and how they were counted.

    `kota` and `signer` make the signature; without a signer the report is not signed.
    """

    kop: Kop
    page: PageSetup
    laporan: Laporan
    kota: str
    tanggal: date
    signer: Signer | None = None


Letter = (
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
    | TabelCetak
    | LaporanKinerja
)
