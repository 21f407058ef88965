"""One object of a profil's JSON, read key by key; every slip is noted with its place."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from sopapp.checked_toml import Checks
from sopapp.domain.errors import DomainError
from sopapp.domain.teks_masuk import periksa_masukan

_G = TypeVar("_G", bound=NamedTuple)
_E = TypeVar("_E", bound=StrEnum)
_SHOWN = 60


class Objek:
    """What is wrong is noted and a stand-in returned, so that one reading finds every slip.

    The caller throws its result away by `Checks.raise_if_any`.
    """

    def __init__(self, nilai: object, tempat: str, checks: Checks) -> None:
        self.tempat = tempat
        self.checks = checks
        self._isi: dict[str, object] = {}
        if isinstance(nilai, dict):
            self._isi = nilai
        else:
            checks.add(tempat, f"harus kelompok dalam {{ }}{_bukan(nilai)}")

    def __contains__(self, kunci: str) -> bool:
        return kunci in self._isi

    def salah(self, kunci: str, masalah: str) -> None:
        """Note what is wrong at a key."""
        self.checks.add(f"{self.tempat}, {kunci}", masalah)

    def hanya(self, *dikenal: str) -> None:
        """Note every key that is not known: another program's, or a newer one's."""
        for kunci in self._isi:
            if kunci not in dikenal:
                self.tak_dikenal(kunci)

    def tak_dikenal(self, kunci: str) -> None:
        """Note a key that is not known."""
        self.salah(_pendek(kunci), "tidak dikenal; mungkin dari versi program yang lebih baru")

    def teks(self, kunci: str) -> str:
        """A text, "" when it is not there."""
        nilai = self._isi.get(kunci, "")
        if not isinstance(nilai, str):
            self.salah(kunci, f"harus teks{_bukan(nilai)}")
            return ""
        return self._bersih(kunci, nilai)

    def tanda(self, kunci: str, bawaan: bool) -> bool:
        """True or false."""
        nilai = self._isi.get(kunci, bawaan)
        if isinstance(nilai, bool):
            return nilai
        self.salah(kunci, f"harus true atau false{_bukan(nilai)}")
        return bawaan

    def pilihan(self, kunci: str, bawaan: _E) -> _E:
        """One of the words of an enumeration."""
        nilai = self._isi.get(kunci, bawaan.value)
        known = type(bawaan)
        if isinstance(nilai, str) and nilai in list(known):
            return known(nilai)
        self.salah(kunci, f"harus salah satu dari {', '.join(known)}{_bukan(nilai)}")
        return bawaan

    def daftar(self, kunci: str, paling: int) -> list[object]:
        """A list of at most so many."""
        nilai = self._isi.get(kunci, [])
        if not isinstance(nilai, list):
            self.salah(kunci, f"harus daftar dalam [ ]{_bukan(nilai)}")
            return []
        if len(nilai) > paling:
            self.salah(kunci, f"memuat {len(nilai)} butir; paling banyak {paling}")
            return []
        return nilai

    def teks_banyak(self, kunci: str, paling: int) -> tuple[str, ...]:
        """A list of texts."""
        found = []
        for nomor, nilai in enumerate(self.daftar(kunci, paling), 1):
            if isinstance(nilai, str):
                found.append(self._bersih(f"{kunci} baris {nomor}", nilai))
            else:
                self.salah(f"{kunci} baris {nomor}", f"harus teks{_bukan(nilai)}")
        return tuple(found)

    def objek(self, kunci: str, tempat: str) -> Objek:
        """An object inside."""
        return Objek(self._isi.get(kunci), tempat, self.checks)

    def objek_banyak(self, kunci: str, tempat: str, paling: int) -> list[Objek]:
        """A list of objects; `tempat` names one of them, with its number behind."""
        return [
            Objek(nilai, f"{tempat} {nomor}", self.checks)
            for nomor, nilai in enumerate(self.daftar(kunci, paling), 1)
        ]

    def kunci(self) -> tuple[str, ...]:
        """Its keys."""
        return tuple(self._isi)

    def apa_adanya(self, kunci: str) -> object:
        """A value as it stands, None when it is not there."""
        return self._isi.get(kunci)

    def kelompok(self, bawaan: _G) -> _G:
        """The fields of a group of settings over its defaults."""
        fields = bawaan._fields
        self.hanya(*fields)
        found = {name: self._nilai(name, getattr(bawaan, name)) for name in fields if name in self}
        return bawaan._replace(**found)

    def _nilai(self, kunci: str, bawaan: object) -> Any:
        if isinstance(bawaan, bool):
            return self.tanda(kunci, bawaan)
        if isinstance(bawaan, StrEnum):
            return self.pilihan(kunci, bawaan)
        if isinstance(bawaan, str):
            return self.teks(kunci)
        nilai = self._isi[kunci]
        wanted = (int,) if isinstance(bawaan, int) else (int, float)
        if (
            isinstance(nilai, wanted)
            and not isinstance(nilai, bool)
            and abs(nilai) < 1e9  # False for what is no number, too
        ):
            return type(bawaan)(nilai)  # type: ignore[call-arg]
        self.salah(kunci, f"harus bilangan{_bukan(nilai)}")
        return bawaan

    def _bersih(self, kunci: str, teks: str) -> str:
        try:
            periksa_masukan(teks, kunci)
        except DomainError as error:
            self.salah(kunci, str(error))
            return ""
        return teks


def _bukan(nilai: object) -> str:
    if nilai is None:
        return ", tetapi belum ada"
    if isinstance(nilai, (dict, list)):
        return ", bukan kelompok" if isinstance(nilai, dict) else ", bukan daftar"
    return f", bukan “{_pendek(str(nilai))}”"


def _pendek(teks: str) -> str:
    shown = "".join(c for c in teks[:_SHOWN] if c.isprintable())
    return f"{shown}…" if len(teks) > _SHOWN else shown
