"""The form that a unit fills in: its present entries, and room for new ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sopapp.domain.impor import Kolom

KOLOM_FORMULIR = (
    Kolom.KODE,
    Kolom.USULAN,
    Kolom.INFORMASI,
    Kolom.BAGIAN,
    Kolom.HURUF,
    Kolom.UNDANG_UNDANG,
    Kolom.DIBUKA,
    Kolom.DITUTUP,
    Kolom.JANGKA,
    Kolom.BENTUK,
)
"""The columns in their order; the unit stands in the title, the whole form is one unit's."""

LEMBAR_USULAN = "Usulan"
LEMBAR_PETUNJUK = "Petunjuk"
LEMBAR_PILIHAN = "Pilihan"
"""Names of the sheets: to fill in, to read, and the hidden one behind the drop-downs."""

JUDUL_CATATAN = "Catatan PPID"
"""Head of the column that tells the unit something and is not read back."""


@dataclass(frozen=True, slots=True)
class BarisFormulir:
    """A present entry: the texts of its cells, and what the office has to say about it."""

    entri_id: int
    sel: Mapping[Kolom, str]
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class HurufFormulir:
    """A letter of Pasal 17 (`h`) or a point of it (`h.2`) with its words."""

    kode: str
    teks: str


@dataclass(frozen=True, slots=True)
class FormulirUnit:
    """The whole form. `dibuat` is a UTC moment, `kertas` A4 or F4.

    `catatan_huruf` says how sure the words of the letters are.
    """

    instansi: str
    berkas: str
    tahun: int
    unit_kode: str
    unit_nama: str
    tenggat: date
    penerima: str
    dibuat: datetime
    kertas: str
    baris: tuple[BarisFormulir, ...]
    huruf: tuple[HurufFormulir, ...]
    undang_undang: tuple[str, ...]
    catatan_huruf: str = ""
