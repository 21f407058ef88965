"""A letter as values: its kind, its life, its editable words, what was printed of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.uji import IsiBeritaAcara


class JenisSurat(StrEnum):
    """Kinds of letter that have a number and a life; LAIN is a number used elsewhere."""

    NOTA_DINAS = "nota_dinas"
    PENGINGAT = "pengingat"
    PENGEMBALIAN = "pengembalian"
    PENGANTAR = "pengantar"
    BERITA_ACARA = "berita_acara"
    KEPUTUSAN = "keputusan"
    PENOLAKAN = "penolakan"
    LAIN = "lain"

    @property
    def label(self) -> str:
        """The name of the kind, as in "Nota Dinas Nomor ..."."""
        return _LABELS[self]

    @property
    def panjang(self) -> str:
        """The name that tells the four Nota Dinas apart."""
        return "Surat di luar program" if self is JenisSurat.LAIN else self.naskah.label

    @property
    def naskah(self) -> JenisNaskah:
        """Its settings and template; ValueError for LAIN, which has none."""
        return JenisNaskah(self.value)

    @property
    def nota_dinas(self) -> bool:
        """Whether it has the form of a Nota Dinas."""
        return self is not JenisSurat.LAIN and self.naskah.nota_dinas


_LABELS = {
    JenisSurat.NOTA_DINAS: "Nota Dinas",
    JenisSurat.PENGINGAT: "Nota Dinas",
    JenisSurat.PENGEMBALIAN: "Nota Dinas",
    JenisSurat.PENGANTAR: "Nota Dinas",
    JenisSurat.BERITA_ACARA: "Berita Acara",
    JenisSurat.KEPUTUSAN: "Keputusan",
    JenisSurat.PENOLAKAN: "Surat Keputusan penolakan",
    JenisSurat.LAIN: "Surat",
}


class StatusSurat(StrEnum):
    """Where a letter is in its life; derived, never stored."""

    KONSEP = "konsep"
    BERNOMOR = "bernomor"
    DICETAK = "dicetak"
    DITANDATANGANI = "ditandatangani"
    DIARSIPKAN = "diarsipkan"
    BATAL = "batal"

    @property
    def label(self) -> str:
        """The word on screen."""
        return {
            "konsep": "Konsep",
            "bernomor": "Bernomor",
            "dicetak": "Dicetak",
            "ditandatangani": "Ditandatangani",
            "diarsipkan": "Diarsipkan",
            "batal": "BATAL",
        }[self]


def status_of(
    *, bernomor: bool, dicetak: bool, ditandatangani: bool, dipindai: bool, batal: bool
) -> StatusSurat:
    """The state of a letter; one that is signed and has its scan is archived."""
    if batal:
        return StatusSurat.BATAL
    if ditandatangani:
        return StatusSurat.DIARSIPKAN if dipindai else StatusSurat.DITANDATANGANI
    if dicetak:
        return StatusSurat.DICETAK
    return StatusSurat.BERNOMOR if bernomor else StatusSurat.KONSEP


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
class LampiranLain:
    """One more Lampiran of a Keputusan; `isi` has the form of a body."""

    judul: str
    isi: str


@dataclass(frozen=True, slots=True)
class IsiKeputusan:
    """The words of a Keputusan; its first Lampiran comes from the draft and is not edited."""

    tentang: str
    menimbang: tuple[str, ...]
    mengingat: tuple[str, ...]
    memperhatikan: tuple[str, ...]
    diktum: tuple[str, ...]
    tembusan: tuple[str, ...]
    judul_daftar: str
    lampiran_lain: tuple[LampiranLain, ...] = ()


@dataclass(frozen=True, slots=True)
class IsiPenolakan:
    """The words of a refusal; who asked and under which number comes from the request."""

    pembuka: str
    rincian: str
    putusan: str
    alasan: tuple[str, ...]
    konsekuensi: tuple[str, ...]
    pernyataan: str
    keberatan: str
    catatan: tuple[str, ...]
    lampiran: tuple[str, ...]


Isi = IsiNotaDinas | IsiKeputusan | IsiBeritaAcara | IsiPenolakan


@dataclass(frozen=True, slots=True)
class Cetakan:
    """A PDF that was printed or saved, kept as it was; `waktu` is UTC."""

    id: int
    waktu: datetime
    attachment_id: int
    keterangan: str


@dataclass(frozen=True, slots=True)
class Koreksi:
    """A correction of a letter that was printed already; `waktu` is UTC."""

    id: int
    waktu: datetime
    alasan: str


@dataclass(frozen=True, slots=True)
class Surat:
    """A letter; `nomor` is "" until it is numbered, `edited` tells own words from the template's.

    `dicetak` says that the newest kept PDF says what the letter says now. `rangkap` is how many
    sheets of it the office needs (recipients and copies). `pindaian` are the ids of the scans,
    newest first, `waktu_pindaian` when each was added, UTC; `batal` is the reason of a void one.
    `rujukan_id` is the letter that it cites, `mengganti_id` the void one that it stands for.
    """

    id: int
    berkas_id: int | None
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
    deret: str = ""
    sisipan: str = ""
    batal: str = ""
    pindaian: tuple[int, ...] = ()
    waktu_pindaian: tuple[datetime, ...] = ()
    koreksi: tuple[Koreksi, ...] = ()
    rujukan_id: int | None = None
    mengganti_id: int | None = None
    permohonan_id: int | None = None
    rangkap: int = 1

    @property
    def status(self) -> StatusSurat:
        """Where it is in its life."""
        return status_of(
            bernomor=bool(self.nomor),
            dicetak=bool(self.cetakan) and self.dicetak,
            ditandatangani=self.ditandatangani,
            dipindai=bool(self.pindaian),
            batal=bool(self.batal),
        )
