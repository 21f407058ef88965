"""A letter as values: its kind, its editable words, what was printed of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class JenisSurat(StrEnum):
    """Kinds of letter."""

    NOTA_DINAS = "nota_dinas"
    KEPUTUSAN = "keputusan"

    @property
    def label(self) -> str:
        """The words on screen."""
        return {"nota_dinas": "Nota Dinas", "keputusan": "Keputusan"}[self]


@dataclass(frozen=True, slots=True)
class IsiNotaDinas:
    """The words of a Nota Dinas; see documents.content.NotaDinas for their form."""

    yth: tuple[str, ...]
    tembusan: tuple[str, ...]
    sifat: str
    lampiran: str
    hal: str
    body: str
    daftar_penerima: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IsiKeputusan:
    """The words of a Keputusan; its Lampiran comes from the draft and is not edited here."""

    tentang: str
    menimbang: tuple[str, ...]
    mengingat: tuple[str, ...]
    memperhatikan: tuple[str, ...]
    diktum: tuple[str, ...]
    tembusan: tuple[str, ...]
    judul_daftar: str


Isi = IsiNotaDinas | IsiKeputusan


@dataclass(frozen=True, slots=True)
class Cetakan:
    """A PDF that was printed or saved, kept as it was; `waktu` is UTC."""

    id: int
    waktu: datetime
    attachment_id: int
    keterangan: str


@dataclass(frozen=True, slots=True)
class Surat:
    """A letter; `nomor` is "" until it is numbered, `edited` tells own words from the template's.

    `dicetak` says that the newest kept PDF says what the letter says now.
    """

    id: int
    berkas_id: int
    jenis: JenisSurat
    unit_id: int | None
    unit_nama: str
    nomor: str
    tanggal: date | None
    isi: Isi
    edited: bool
    cetakan: tuple[Cetakan, ...]
    dicetak: bool
    ditandatangani: bool
