"""Parts that letters have in common, made from settings and records."""

from __future__ import annotations

from sopapp.documents.content import PAPERS, BarisDaftar, FontFamily, PageSetup, Signer
from sopapp.domain.dik import BarisRancangan
from sopapp.domain.kapital import as_name
from sopapp.domain.pejabat import PejabatInput, jabatan_lines, nip_printed
from sopapp.domain.sop import DasarHukum, Sop
from sopapp.services.instansi import Instansi
from sopapp.services.setting import LetterSettings

# UU 12/2011 puts regulations in order of rank and then of year.
_RANK = (
    "Undang-Undang Dasar",
    "Undang-Undang",
    "Peraturan Pemerintah",
    "Peraturan Presiden",
    "Peraturan Menteri",
    "Peraturan Komisi",
    "Peraturan Daerah",
    "Peraturan Gubernur",
    "Peraturan Bupati",
    "Peraturan Wali",
    "Keputusan Presiden",
    "Keputusan Menteri",
    "Keputusan Gubernur",
)


def full_name(instansi: Instansi) -> str:
    """The office with its region: `Dinas X` of `Pemerintah Provinsi Y` is `Dinas X Provinsi Y`."""
    nama = as_name(instansi.nama)
    region = as_name(instansi.pemerintah).removeprefix("Pemerintah ").strip()
    if not region or region.casefold() in nama.casefold():
        return nama
    return f"{nama} {region}"


def page_setup(settings: LetterSettings, font: str, size: float) -> PageSetup:
    """Paper and margins of the settings with a font and its size (points)."""
    return PageSetup(
        paper=PAPERS[settings.paper],
        top=settings.top,
        bottom=settings.bottom,
        left=settings.left,
        right=settings.right,
        font=FontFamily(font),
        size=size,
    )


def from_line(official: PejabatInput) -> str:
    """The line Dari: jabatan and capacity."""
    selaku = f" selaku {official.selaku}" if official.selaku else ""
    return f"{official.status.prefix}{as_name(official.jabatan)}{selaku}"


def signature_block(official: PejabatInput) -> Signer:
    """How an official is printed below a letter."""
    return Signer(
        jabatan=jabatan_lines(official),
        nama=official.nama,
        pangkat=official.pangkat or None,
        nip=nip_printed(official.nip) or None,
    )


def printed_row(row: BarisRancangan) -> BarisDaftar:
    """A row of the draft as the Lampiran prints it."""
    isi = row.isi
    return BarisDaftar(
        informasi=isi.judul(),
        dasar_hukum=tuple(dasar.teks() for dasar in isi.dasar),
        dibuka=isi.konsekuensi_dibuka,
        ditutup=isi.manfaat_ditutup,
        jangka_waktu=isi.jangka.teks() if isi.jangka else "",
        unit_kerja=row.unit_nama,
    )


def mengingat(sop: Sop) -> tuple[str, ...]:
    """The SOP's dasar hukum in order of rank, within a rank as the SOP has them."""

    def rank(law: DasarHukum) -> int:
        for place, words in enumerate(_RANK):
            if law.kutipan.startswith(words):
                return place
        return len(_RANK)

    return tuple(law.kutipan for law in sorted(sop.dasar_hukum, key=rank))
