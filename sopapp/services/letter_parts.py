"""Parts that letters have in common, made from settings and records."""

from __future__ import annotations

import re

from sopapp.documents.list_content import BarisDaftar
from sopapp.documents.paper_parts import Signer
from sopapp.domain.dik import IsiDik
from sopapp.domain.kapital import as_name
from sopapp.domain.nip import nomor_induk
from sopapp.domain.pejabat import PejabatInput, bare_jabatan, jabatan_lines, pangkat_printed
from sopapp.domain.sop import Sop
from sopapp.services.instansi import Instansi

# UU 12/2011 puts regulations in order of rank and then of time.
_RANK = (
    "Undang-Undang Dasar",
    "Undang-Undang",
    "Peraturan Pemerintah Pengganti",
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
# A regulation of another national body stands with those of ministers and commissions.
_OTHER = _RANK.index("Peraturan Komisi")
# Of the regulation itself, which its citation names first.
_NUMBER = re.compile(r"\bNomor (\d+)")
_YEAR = re.compile(r"(?:\bTahun |/)((?:19|20)\d\d)\b")
_UNDATED = 9999


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
    """The SOP's dasar hukum in order of rank, year and number, else as the SOP has them."""
    return tuple(sorted((law.kutipan for law in sop.dasar_hukum), key=_place_among_laws))


def _place_among_laws(kutipan: str) -> tuple[int, int, int]:
    """Rank, year and number of what is cited; the last of its rank without a year."""
    unknown = _OTHER if kutipan.startswith("Peraturan") else len(_RANK)
    rank = next((n for n, words in enumerate(_RANK) if kutipan.startswith(words)), unknown)
    year, number = _YEAR.search(kutipan), _NUMBER.search(kutipan)
    return rank, int(year[1]) if year else _UNDATED, int(number[1]) if number else 0
