"""What looks wrong about an official, beside those that are there; nothing of it refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopapp.domain.masa_jabatan import gap_after, gap_before, overlap_problem
from sopapp.domain.nip import nip_digits, nip_problem
from sopapp.domain.pangkat import pangkat_problem
from sopapp.domain.pejabat import Kepegawaian, PejabatInput, StatusPejabat, bare_jabatan


@dataclass(frozen=True, slots=True)
class PeringatanPejabat:
    """A sentence and the field of `PejabatInput` that it is about."""

    field: str
    teks: str


def peringatan(data: PejabatInput, others: Sequence[PejabatInput]) -> tuple[PeringatanPejabat, ...]:
    """All that looks wrong, in the order of the form."""
    return tuple(PeringatanPejabat(field, teks) for field, teks in _all(data, others) if teks)


def _all(data: PejabatInput, others: Sequence[PejabatInput]) -> Iterator[tuple[str, str | None]]:
    yield "nip", nip_problem(data.nip, data.kepegawaian) or _nip_of_another(data, others)
    yield "pangkat", _pangkat(data)
    yield "jabatan", _jabatan(data)
    yield "berlaku_dari", overlap_problem(data, others)
    yield "berlaku_dari", gap_before(data, others)
    yield "berlaku_sampai", gap_after(data, others)


def _nip_of_another(data: PejabatInput, others: Sequence[PejabatInput]) -> str | None:
    digits, name = nip_digits(data.nip), _bare_name(data.nama)
    for other in others if digits and name else ():
        if nip_digits(other.nip) == digits and _bare_name(other.nama) != name:
            return f"NIP ini sudah tercatat atas nama {other.nama.rstrip('.')}."
    return None


def _pangkat(data: PejabatInput) -> str | None:
    if not data.pangkat:
        return None
    if data.kepegawaian is not Kepegawaian.PNS:
        who = "PPPK" if data.kepegawaian is Kepegawaian.PPPK else "Yang bukan ASN"
        return f"{who} tidak mempunyai pangkat; isian ini tidak dicetak."
    return pangkat_problem(data.pangkat, data.golongan)


def _jabatan(data: PejabatInput) -> str | None:
    bare = bare_jabatan(data.jabatan)
    if bare == data.jabatan or data.status is not StatusPejabat.DEFINITIF:
        return None
    return f"Tulis jabatan “{bare}” saja; “Plt.” atau “Plh.” dipilih pada Status."


def _bare_name(nama: str) -> str:
    """The name without titles, which one person has written in several ways."""
    words = re.split(r"\s+", nama.split(",", maxsplit=1)[0].strip().casefold())
    return " ".join(word for word in words if not word.endswith("."))
