"""Rows of a sheet on their way into the records: as typed, as understood, what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sopapp.domain.dik import IsiDik, JenisUsulan


class Kolom(StrEnum):
    """What a column of a sheet can hold."""

    KODE = "kode"
    USULAN = "usulan"
    UNIT = "unit"
    INFORMASI = "informasi"
    BAGIAN = "bagian"
    HURUF = "huruf"
    UNDANG_UNDANG = "undang_undang"
    DIBUKA = "dibuka"
    DITUTUP = "ditutup"
    JANGKA = "jangka"
    BENTUK = "bentuk"

    @property
    def label(self) -> str:
        """The head as the form writes it."""
        return {
            "kode": "Kode",
            "usulan": "Usulan",
            "unit": "Unit kerja",
            "informasi": "Informasi",
            "bagian": "Bagian yang dikecualikan",
            "huruf": "Dasar: huruf Pasal 17 UU KIP",
            "undang_undang": "Undang-Undang lain dan pasalnya",
            "dibuka": "Konsekuensi bila dibuka",
            "ditutup": "Manfaat bila ditutup",
            "jangka": "Jangka waktu",
            "bentuk": "Bentuk dokumen",
        }[self]


class StatusBaris(StrEnum):
    """What can be done with a row."""

    SIAP = "siap"
    PERLU_DIPERBAIKI = "perlu_diperbaiki"
    TIDAK_BERUBAH = "tidak_berubah"

    @property
    def label(self) -> str:
        """The words on screen."""
        return {
            "siap": "Siap",
            "perlu_diperbaiki": "Perlu diperbaiki",
            "tidak_berubah": "Tidak berubah",
        }[self]


@dataclass(frozen=True, slots=True)
class CatatanSel:
    """What is wrong with (or, with `warning`, to be looked at in) one cell, and what to do."""

    kolom: Kolom
    text: str
    saran: str = ""
    warning: bool = False


@dataclass(frozen=True, slots=True)
class BarisLembar:
    """A row as it stands in the sheet: `nomor` counts from 1 as the spreadsheet shows it.

    Texts only: numbers and dates were put in words when the file was read.
    """

    nomor: int
    nilai: Mapping[Kolom, str]

    def sel(self, kolom: Kolom) -> str:
        """The text of a cell, "" when the sheet has no such column."""
        return self.nilai.get(kolom, "")


@dataclass(frozen=True, slots=True)
class BarisImpor:
    """A row that was checked: what it would store, or why it cannot.

    `jenis` and `isi` are what was understood (None while it cannot be); `entri_id` the entry
    it is about; `unit_id` the unit it belongs to; `usulan_id` the usulan of the berkas whose
    content it replaces. `alasan` says why a row is unchanged.
    """

    lembar: BarisLembar
    status: StatusBaris
    catatan: tuple[CatatanSel, ...] = ()
    jenis: JenisUsulan | None = None
    isi: IsiDik | None = None
    entri_id: int | None = None
    unit_id: int | None = None
    alasan: str = ""
    usulan_id: int | None = None


@dataclass(frozen=True, slots=True)
class LembarTerbaca:
    """A sheet that was read: its rows, and remarks on how it was understood.

    `kolom` maps each column found to its letter in the sheet ("C").
    """

    nama_file: str
    nama_lembar: str
    kolom: Mapping[Kolom, str]
    baris: tuple[BarisLembar, ...]
    keterangan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KonteksPeriksa:
    """What a sheet was checked against, with fingerprints of the file and the records then.

    `berkas_id` None is the first version of the register, `unit_id` None that rows name theirs.
    """

    berkas_id: int | None
    unit_id: int | None
    sidik_file: str
    sidik_data: str


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """A whole sheet checked against the records; nothing is stored yet."""

    lembar: LembarTerbaca
    baris: tuple[BarisImpor, ...]
    konteks: KonteksPeriksa | None = None

    def jumlah(self, status: StatusBaris) -> int:
        """How many rows have this status."""
        return sum(row.status is status for row in self.baris)
