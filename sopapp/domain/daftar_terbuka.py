"""The list that anybody may read: what is published of the register, and nothing else of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopapp.domain.dik import EntriDik
from sopapp.domain.tanggal import tanggal

NIHIL = "Nihil"
"""Stands in a list without entries, so that nobody takes it for a list that broke off."""


class FormatEkspor(StrEnum):
    """The forms that the public list is written in."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    HTML = "html"

    @property
    def label(self) -> str:
        """The name on screen."""
        return {
            "pdf": "PDF",
            "xlsx": "Excel (XLSX)",
            "csv": "CSV",
            "json": "JSON",
            "html": "Halaman web (HTML)",
        }[self]

    @property
    def suffix(self) -> str:
        """How file names end, with the dot."""
        return f".{self.value}"

    @property
    def mime(self) -> str:
        """The media type."""
        return {
            "pdf": "application/pdf",
            "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "csv": "text/csv",
            "json": "application/json",
            "html": "text/html",
        }[self]


@dataclass(frozen=True, slots=True)
class BarisTerbuka:
    """One entry as published. `berakhir` is the last day, None when an event ends the period."""

    informasi: str
    dasar_hukum: tuple[str, ...]
    dibuka: str
    ditutup: str
    jangka_waktu: str
    unit_kerja: str
    mulai: date
    berakhir: date | None


@dataclass(frozen=True, slots=True)
class DaftarTerbuka:
    """The register as published for one day, with the Keputusan it comes from.

    `ditulis` is the local day on which the list was put together. `catatan` are the office's
    own sentences below the list.
    """

    instansi: str
    judul: str
    nomor_keputusan: str
    tanggal_keputusan: date
    per_tanggal: date
    ditulis: date
    baris: tuple[BarisTerbuka, ...]
    catatan: tuple[str, ...] = ()

    @property
    def keputusan(self) -> str:
        """`Keputusan Nomor ... tanggal ...`."""
        return f"Keputusan Nomor {self.nomor_keputusan} tanggal {tanggal(self.tanggal_keputusan)}"

    @property
    def keadaan(self) -> str:
        """The sentence that says for which day the list holds."""
        return f"Keadaan per tanggal {tanggal(self.per_tanggal)}."

    @property
    def sumber(self) -> str:
        """The sentence that names the source."""
        return f"Sumber: {self.instansi}, {self.keputusan}."

    @property
    def waktu_tulis(self) -> str:
        """The sentence that says when the list was written."""
        return f"Ditulis tanggal {tanggal(self.ditulis)}."


def baris_terbuka(entries: Iterable[EntriDik]) -> tuple[BarisTerbuka, ...]:
    """What is published of entries: never `catatan` or any number of the program's own."""
    return tuple(
        BarisTerbuka(
            informasi=entry.isi.judul(),
            dasar_hukum=tuple(dasar.teks() for dasar in entry.isi.dasar),
            dibuka=entry.isi.konsekuensi_dibuka,
            ditutup=entry.isi.manfaat_ditutup,
            jangka_waktu=entry.isi.jangka.teks() if entry.isi.jangka else "",
            unit_kerja=entry.unit_nama,
            mulai=entry.mulai,
            berakhir=entry.berakhir,
        )
        for entry in entries
    )
