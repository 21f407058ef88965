"""Puts units and officials of a profil beside those that are there; nothing is ever removed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from sopapp.domain.nip import nip_digits
from sopapp.domain.pejabat import Pejabat, PejabatInput
from sopapp.services.unit_kerja import UnitKerja, UnitKerjaInput

_Ada = TypeVar("_Ada")
_Isi = TypeVar("_Isi")


@dataclass(frozen=True, slots=True)
class Langkah(Generic[_Isi]):
    """A record to be changed (`id` and `lama` say which), or a new one."""

    id: int | None
    lama: _Isi | None
    baru: _Isi


def gabung_unit(
    ada: Sequence[UnitKerja], diminta: Sequence[UnitKerjaInput], terpakai: Collection[int]
) -> tuple[tuple[Langkah[UnitKerjaInput], ...], tuple[str, ...]]:
    """What is to be done, and a sentence for each unit that cannot be taken.

    A unit is the same by its name, else by its code unless records use it (`terpakai`): a unit
    of another name is then another unit. A code that a unit keeps is given to no other.
    """
    pasangan = _pairs(ada, diminta, terpakai)
    kode, ditolak = _codes(ada, diminta, pasangan)
    langkah = []
    for nomor, wanted in enumerate(diminta):
        if nomor in ditolak:
            continue
        baru = replace(wanted, kode=kode[nomor])
        same = pasangan.get(nomor)
        if same is None:
            langkah.append(Langkah(None, None, baru))
            continue
        lama = UnitKerjaInput(same.kode, same.nama, same.pimpinan, same.aktif)
        if lama != baru:
            langkah.append(Langkah(same.id, lama, baru))
    kata = tuple(
        f"“{diminta[nomor].nama}” tidak diambil: kode {diminta[nomor].kode} dipakai unit lain. "
        "Ubah dahulu kode unit itu di Pengaturan, lalu muat lagi."
        for nomor in sorted(ditolak)
    )
    return tuple(langkah), kata


def gabung_pejabat(
    ada: Sequence[Pejabat], diminta: Sequence[PejabatInput]
) -> tuple[Langkah[PejabatInput], ...]:
    """What is to be done.

    An official is the same by NIP, else by name, in the same jabatan; another jabatan is
    another term, which stands beside the former.
    """

    def same_post(each: Pejabat, wanted: PejabatInput) -> bool:
        return _same_post(each.data, wanted)

    def same_term(each: Pejabat, wanted: PejabatInput) -> bool:
        return each.data.berlaku_dari == wanted.berlaku_dari and same_post(each, wanted)

    pasangan = _paired(ada, diminta, (same_term, same_post))
    langkah = []
    for nomor, wanted in enumerate(diminta):
        same = pasangan.get(nomor)
        if same is None:
            langkah.append(Langkah(None, None, wanted))
        elif same.data != wanted:
            langkah.append(Langkah(same.id, same.data, wanted))
    return tuple(langkah)


def kunci_nama(nama: str) -> str:
    """A name as it is compared."""
    return " ".join(nama.split()).casefold()


def _pairs(
    ada: Sequence[UnitKerja], diminta: Sequence[UnitKerjaInput], terpakai: Collection[int]
) -> dict[int, UnitKerja]:
    """The present unit of each wanted one, by its place."""

    def same_name(each: UnitKerja, wanted: UnitKerjaInput) -> bool:
        return kunci_nama(each.nama) == kunci_nama(wanted.nama)

    def same_code(each: UnitKerja, wanted: UnitKerjaInput) -> bool:
        return each.kode.casefold() == wanted.kode.casefold()

    def same(each: UnitKerja, wanted: UnitKerjaInput) -> bool:
        return same_name(each, wanted) and same_code(each, wanted)

    def renamed(each: UnitKerja, wanted: UnitKerjaInput) -> bool:
        return same_code(each, wanted) and each.id not in terpakai

    return _paired(ada, diminta, (same, same_name, renamed))


def _paired(
    ada: Sequence[_Ada],
    diminta: Sequence[_Isi],
    sama: Iterable[Callable[[_Ada, _Isi], bool]],
) -> dict[int, _Ada]:
    """What is there for each wanted one, by its place; each rule goes over what is left."""
    bebas = list(ada)
    pasangan: dict[int, _Ada] = {}
    for matches in sama:
        for nomor, wanted in enumerate(diminta):
            found = None
            if nomor not in pasangan:
                found = next((each for each in bebas if matches(each, wanted)), None)
            if found is not None:
                pasangan[nomor] = found
                bebas.remove(found)
    return pasangan


def _codes(
    ada: Sequence[UnitKerja], diminta: Sequence[UnitKerjaInput], pasangan: dict[int, UnitKerja]
) -> tuple[dict[int, str], set[int]]:
    """The code of each wanted unit by its place, and the places of those that get none."""
    paired = {unit.id for unit in pasangan.values()}
    tetap = {unit.kode.casefold() for unit in ada if unit.id not in paired}
    kode = {nomor: wanted.kode for nomor, wanted in enumerate(diminta)}
    ditolak: set[int] = set()
    settled: set[int] = set()
    while True:
        clash = next(
            (n for n in kode if n not in settled | ditolak and kode[n].casefold() in tetap), None
        )
        if clash is None:
            return kode, ditolak
        own = pasangan.get(clash)
        if own is None:
            ditolak.add(clash)
        else:  # it keeps its own, which then is no one else's
            kode[clash] = own.kode
            tetap.add(own.kode.casefold())
            settled.add(clash)


def _same_post(one: PejabatInput, other: PejabatInput) -> bool:
    if kunci_nama(one.jabatan) != kunci_nama(other.jabatan) or one.status is not other.status:
        return False
    numbers = nip_digits(one.nip), nip_digits(other.nip)
    if all(numbers):
        return numbers[0] == numbers[1]
    return kunci_nama(one.nama) == kunci_nama(other.nama)
