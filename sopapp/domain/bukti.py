"""The evidence of a year for monitoring and evaluation (monev): what is there, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

PUBLIK, INTERNAL = "publik", "internal"
"""Folders of the bundle: what anybody may read, and what is for the office and its assessors."""


class Bagian(StrEnum):
    """The parts of the evidence, in the order of the contents page."""

    KEPUTUSAN = "keputusan"
    DAFTAR = "daftar"
    UJI = "uji"
    SOP = "sop"
    KINERJA = "kinerja"
    REGISTER = "register"
    RIWAYAT = "riwayat"

    @property
    def label(self) -> str:
        """The heading on the contents page."""
        return {
            "keputusan": "Keputusan dan Lampirannya",
            "daftar": "Daftar Informasi yang Dikecualikan untuk umum",
            "uji": "Uji konsekuensi",
            "sop": "Lembar SOP",
            "kinerja": "Kinerja SOP",
            "register": "Register dan buku surat",
            "riwayat": "Riwayat perubahan data",
        }[self]


@dataclass(frozen=True, slots=True)
class Bukti:
    """One line of the contents: a file of the bundle, or what is missing and what to do.

    `file` is its place in the bundle, "" for what has none; `kurang` says why it is missing.
    """

    bagian: Bagian
    judul: str
    file: str = ""
    keterangan: str = ""
    kurang: str = ""


@dataclass(frozen=True, slots=True)
class DaftarIsi:
    """The contents page of a year's evidence; `per_tanggal` is the day that the list holds for."""

    instansi: str
    tahun: int
    per_tanggal: date
    dibuat: date
    bukti: tuple[Bukti, ...]

    @property
    def judul(self) -> str:
        """The title."""
        return f"Bukti Monev Daftar Informasi yang Dikecualikan Tahun {self.tahun}"

    @property
    def kurang(self) -> tuple[Bukti, ...]:
        """What is missing."""
        return tuple(one for one in self.bukti if one.kurang)

    @property
    def ada(self) -> tuple[Bukti, ...]:
        """What has a file."""
        return tuple(one for one in self.bukti if one.file)
