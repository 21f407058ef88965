"""Officials: who signs, in what capacity, and since when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopapp.domain.pangkat import split_pangkat
from sopapp.domain.sop import LaneCode

SIGNING_ROLES = (LaneCode.PPID_PEMBANTU, LaneCode.ATASAN_PPID_PEMBANTU)
"""Roles that one official holds at a time; those of other lanes are held by many."""

_STATUS = re.compile(r"(plt|plh|pjs|pj)(?:\.\s*|\s+)(?=\w)", re.IGNORECASE)


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


class Kepegawaian(StrEnum):
    """What the official is by law: only a PNS has a pangkat; the number has another name."""

    PNS = "pns"
    PPPK = "pppk"
    LAIN = "lain"

    @property
    def label(self) -> str:
        """The word on screen."""
        return {"pns": "PNS", "pppk": "PPPK", "lain": "Bukan ASN"}[self]


@dataclass(frozen=True, slots=True)
class PejabatInput:
    """What the admin enters about an official.

    `peran` is the lane the official acts for, None for others. `selaku` is the capacity
    line, e.g. "PPID Pembantu". Valid from `berlaku_dari` to `berlaku_sampai`, both inclusive.
    `atas_nama` is the jabatan in whose name the official signs ("a.n."), `melalui` the one
    between the two when the mandate was handed on ("u.b."); both "" for who signs for himself.
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
    atas_nama: str = ""
    melalui: str = ""
    kepegawaian: Kepegawaian = Kepegawaian.PNS


@dataclass(frozen=True, slots=True)
class Pejabat:
    """A stored official."""

    id: int
    data: PejabatInput

    def in_office(self, day: date) -> bool:
        """Whether the official holds the post on `day`."""
        start, end = self.data.berlaku_dari, self.data.berlaku_sampai
        return start <= day and (end is None or day <= end)

    @property
    def precedence(self) -> tuple[bool, date, int]:
        """Who signs of several in office with one role: the one with the greatest.

        A Plt. or Plh. of the role goes before its holder, else the later term. One who signs
        a.n. counts as a holder with any status: that is the status of his own post.
        """
        return (*precedence(self.data), self.id)


def precedence(data: PejabatInput) -> tuple[bool, date]:
    """As `Pejabat.precedence`, of one who is not stored."""
    stand_in = data.status is not StatusPejabat.DEFINITIF and not data.atas_nama
    return stand_in, data.berlaku_dari


def jabatan_lines(data: PejabatInput) -> tuple[str, ...]:
    """Jabatan lines of a signature block, in capitals but for a.n., u.b., Plt. (domain §3.5).

    Plt. and Plh. stand before the jabatan of the official himself, who signs last.
    """
    jabatan = data.jabatan if data.status is StatusPejabat.DEFINITIF else bare_jabatan(data.jabatan)
    own = data.status.prefix + _capitals(jabatan)
    if data.selaku:
        own = f"{own} SELAKU {data.selaku.upper()}"
    if not data.atas_nama:
        return (own,)
    mandate = f"a.n. {_capitals(data.atas_nama)}"
    if not data.melalui:
        return mandate, own
    return mandate, _capitals(data.melalui), "u.b.", own


def pangkat_printed(data: PejabatInput) -> str | None:
    """The pangkat below the name, without golongan; only a PNS has one."""
    if data.kepegawaian is not Kepegawaian.PNS:
        return None
    return split_pangkat(data.pangkat)[0] or None


def bare_jabatan(jabatan: str) -> str:
    """A jabatan that was typed with "Plt.", "Plh.", "Pj." or "Pjs.", without it."""
    return _STATUS.sub("", jabatan.strip(), count=1) if _STATUS.match(jabatan.strip()) else jabatan


def deciding_jabatan(data: PejabatInput) -> str:
    """The jabatan whose decision a Keputusan is: who signs a.n. decides nothing of his own."""
    return data.atas_nama or data.jabatan


def peringatan_mandat(data: PejabatInput) -> str | None:
    """What to know before a Keputusan is signed a.n.; None for who signs for himself."""
    if not data.atas_nama:
        return None
    return f"Keputusan yang ditandatangani a.n. memerlukan mandat tertulis dari {data.atas_nama}."


def _capitals(jabatan: str) -> str:
    """The jabatan in capitals, a Plt. before it as it is always written."""
    found = _STATUS.match(jabatan)
    if found is None:
        return jabatan.upper()
    return f"{found.group(1).capitalize()}. {jabatan[found.end() :].upper()}"
