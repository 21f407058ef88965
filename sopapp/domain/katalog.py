"""What helps to type a ground: the letters of Pasal 17, and laws to name beside them."""

from __future__ import annotations

from dataclasses import dataclass

from sopapp.domain.peraturan import Tingkat, only_kip, tingkat


@dataclass(frozen=True, slots=True)
class Butir:
    """A numbered sub-ground of a letter."""

    angka: int
    teks: str


@dataclass(frozen=True, slots=True)
class HurufPasal:
    """A letter of Pasal 17 UU 14/2008 with its sub-grounds, if it has any."""

    huruf: str
    teks: str
    butir: tuple[Butir, ...] = ()


@dataclass(frozen=True, slots=True)
class Pasal17:
    """The ten letters.

    `sumber` says where the words are from, `terverifikasi` whether a person has compared them
    with the statute.
    """

    sumber: str
    terverifikasi: bool
    huruf: tuple[HurufPasal, ...]


@dataclass(frozen=True, slots=True)
class UndangUndang:
    """A law to name beside Pasal 17; `id` None for one that came with the program.

    `kutipan` is printed, `singkatan` (may be blank) helps to find it.
    """

    id: int | None
    kutipan: str
    singkatan: str

    @property
    def nama(self) -> str:
        """The short name, or the whole one where there is none."""
        return self.singkatan or self.kutipan

    @property
    def bawaan(self) -> bool:
        """Whether it came with the program and cannot be changed."""
        return self.id is None


def catatan_kutipan(kutipan: str) -> str:
    """What to remark about a law by its words; "" when there is nothing to remark.

    Nothing here refuses: a lower regulation may stand beside every letter but j.
    """
    if not kutipan.strip():
        return ""
    if only_kip(kutipan):
        return "UU Nomor 14 Tahun 2008 selalu tercetak lebih dahulu dan tidak perlu ditambahkan."
    if tingkat(kutipan) is Tingkat.DI_BAWAH:
        return "Ini peraturan di bawah Undang-Undang; tidak cukup sebagai dasar huruf j."
    if tingkat(kutipan) is Tingkat.TIDAK_DIKENAL:
        return "Tidak tampak sebagai Undang-Undang; tulis jenis, nomor, tahun, dan judulnya."
    return ""


def kunci_kutipan(kutipan: str) -> str:
    """A form in which two ways to type one law are equal: case, spaces, closing marks."""
    return " ".join(kutipan.split()).rstrip(" .;,").casefold()
