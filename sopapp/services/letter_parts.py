"""Parts that letters have in common, made from settings and records."""

from __future__ import annotations

from sopapp.documents.list_content import BarisDaftar
from sopapp.documents.paper_parts import Signer
from sopapp.domain.dik import IsiDik
from sopapp.domain.kapital import as_name
from sopapp.domain.nip import nomor_induk
from sopapp.domain.pejabat import PejabatInput, bare_jabatan, jabatan_lines, pangkat_printed
from sopapp.domain.sop import DasarHukum, Sop
from sopapp.services.instansi import Instansi

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


def from_line(official: PejabatInput) -> str:
    """The line Dari: jabatan and capacity, with a mandate too those of the signer himself."""
    selaku = f" selaku {official.selaku}" if official.selaku else ""
    prefix = official.status.prefix
    jabatan = bare_jabatan(official.jabatan) if prefix else official.jabatan
    return f"{prefix}{as_name(jabatan)}{selaku}"


def signature_block(official: PejabatInput) -> Signer:
    """How an official is printed below a letter."""
    return Signer(
        jabatan=jabatan_lines(official),
        nama=official.nama,
        pangkat=pangkat_printed(official),
        nip=nomor_induk(official) or None,
    )


def printed_row(isi: IsiDik, unit_nama: str) -> BarisDaftar:
    """An entry as the Lampiran and the published list print it."""
    return BarisDaftar(
        informasi=isi.judul(),
        dasar_hukum=tuple(dasar.teks() for dasar in isi.dasar),
        dibuka=isi.konsekuensi_dibuka,
        ditutup=isi.manfaat_ditutup,
        jangka_waktu=isi.jangka.teks() if isi.jangka else "",
        unit_kerja=unit_nama,
    )


def mengingat(sop: Sop) -> tuple[str, ...]:
    """The SOP's dasar hukum in order of rank, within a rank as the SOP has them."""

    def rank(law: DasarHukum) -> int:
        for place, words in enumerate(_RANK):
            if law.kutipan.startswith(words):
                return place
        return len(_RANK)

    return tuple(law.kutipan for law in sorted(sop.dasar_hukum, key=rank))
