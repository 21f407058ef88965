"""Officials: who signs, in what capacity, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopapp.domain.sop import LaneCode


class StatusPejabat(StrEnum):
    """How the post is held."""

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"

    @property
    def prefix(self) -> str:
        """What stands before the jabatan in print."""
        return {"definitif": "", "plt": "Plt. ", "plh": "Plh. "}[self]

    @property
    def label(self) -> str:
        """The word on screen."""
        return {"definitif": "Definitif", "plt": "Pelaksana tugas", "plh": "Pelaksana harian"}[self]


@dataclass(frozen=True, slots=True)
class PejabatInput:
    """What the admin enters about an official.

    `peran` is the lane the official acts for, None for others. `selaku` is the capacity
    line, e.g. "PPID Pembantu". Valid from `berlaku_dari` to `berlaku_sampai`, both inclusive.
    """

    nama: str
    jabatan: str
    peran: LaneCode | None
    berlaku_dari: date
    berlaku_sampai: date | None = None
    status: StatusPejabat = StatusPejabat.DEFINITIF
    nip: str = ""
    pangkat: str = ""
    golongan: str = ""
    selaku: str = ""


@dataclass(frozen=True, slots=True)
class Pejabat:
    """A stored official."""

    id: int
    data: PejabatInput

    def in_office(self, day: date) -> bool:
        """Whether the official holds the post on `day`."""
        start, end = self.data.berlaku_dari, self.data.berlaku_sampai
        return start <= day and (end is None or day <= end)


def jabatan_lines(data: PejabatInput) -> tuple[str, ...]:
    """Jabatan lines of a signature block, in capitals but for Plt./Plh. (domain §3.5)."""
    jabatan = data.jabatan.upper()
    if data.selaku:
        jabatan = f"{jabatan} SELAKU {data.selaku.upper()}"
    return (data.status.prefix + jabatan,)


def nip_digits(nip: str) -> str:
    """The digits of a NIP as typed with spaces or dots."""
    return "".join(ch for ch in nip if ch.isdigit())


def nip_printed(nip: str) -> str:
    """`19860926 201505 1 001`, the usual print (Perka BKN 22/2007); other text as typed."""
    d = nip_digits(nip)
    return f"{d[:8]} {d[8:14]} {d[14]} {d[15:]}" if len(d) == 18 else nip.strip()


def nip_problem(nip: str) -> str | None:
    """A sentence when a NIP looks wrong; it warns and never refuses (NI PPPK differs)."""
    if not nip.strip():
        return None
    if any(not (ch.isdigit() or ch in " .-") for ch in nip):
        return "NIP hanya berisi angka, spasi, atau titik."
    d = nip_digits(nip)
    if len(d) != 18:
        return f"NIP terdiri atas 18 angka; yang diketik {len(d)} angka."
    try:
        date(int(d[:4]), int(d[4:6]), int(d[6:8]))
    except ValueError:
        return "Delapan angka pertama NIP bukan tanggal lahir yang sah."
    if d[12:14] != "21" and not 1 <= int(d[12:14]) <= 12:  # 21 marks a NI PPPK
        return "Angka ke-13 dan ke-14 NIP bukan bulan pengangkatan."
    if d[14] not in "12":
        return "Angka ke-15 NIP (jenis kelamin) seharusnya 1 atau 2."
    return None
