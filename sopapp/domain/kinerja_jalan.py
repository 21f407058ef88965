"""What a year's performance is counted from: the ways that berkas went, and the units' answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sopapp.domain.sop import Sop


class Tinggal(NamedTuple):
    """A stay in a stage; open while `selesai` is None, `hasil` is maju, kembali or batal."""

    tahap: int
    mulai: date
    selesai: date | None
    hasil: str | None
    alasan: str


class KembaliLangkah(NamedTuple):
    """A return within a stage, from one step to an earlier one."""

    tahap: int
    tanggal: date
    alasan: str


class Dijalani(NamedTuple):
    """A berkas with all its stays, oldest first."""

    id: int
    judul: str
    mulai: date
    sop: Sop
    tinggal: Sequence[Tinggal]
    langkah: Sequence[KembaliLangkah]


class Serupa(NamedTuple):
    """`jumlah` berkas that went alike as a whole, and how often they were sent back together."""

    mulai: date
    selesai: date | None
    hasil: str | None
    standar: int
    jumlah: int
    kembali: int


class Diminta(NamedTuple):
    """`jumlah` requests of one unit that went alike; `tanggal` is that of the Nota Dinas.

    `selesai` is the day of the answer; `dijawab` is False for one closed without an answer.
    """

    unit_id: int
    tanggal: date | None
    selesai: date | None
    dijawab: bool
    standar: int
    jumlah: int


@dataclass(frozen=True, slots=True)
class UnitDiminta:
    """A unit that may have been asked; how many reminders and returned usulan it got."""

    id: int
    nama: str
    diingatkan: int
    dikembalikan: int
