"""Terms of office that meet: two holders on one day, and days without anybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sopapp.domain.pejabat import SIGNING_ROLES, PejabatInput, precedence
from sopapp.domain.tanggal import BULAN, tanggal

_DAY = timedelta(days=1)


def overlap_problem(data: PejabatInput, others: Sequence[PejabatInput]) -> str | None:
    """A sentence when another official of the same role and standing is in office too.

    Only of roles that sign; a Plt. beside the holder is as it should be.
    """
    for other in others if data.peran in SIGNING_ROLES else ():
        start = max(data.berlaku_dari, other.berlaku_dari)
        end = min(_end(data), _end(other))
        if other.peran is data.peran and start <= end and _alike(data, other):
            return f"{_both(data, other, start, end)} {_who_signs(data, other)}".strip()
    return None


def gap_before(data: PejabatInput, others: Sequence[PejabatInput]) -> str | None:
    """A sentence when nobody holds the role on the days before the term begins."""
    earlier = [o for o in _of_role(data, others) if o.berlaku_dari < data.berlaku_dari]
    if not earlier:
        return None
    last = max(map(_end, earlier))
    return None if last >= data.berlaku_dari - _DAY else _nobody(last + _DAY, data.berlaku_dari)


def gap_after(data: PejabatInput, others: Sequence[PejabatInput]) -> str | None:
    """A sentence when nobody holds the role on the days after the term ends."""
    end = data.berlaku_sampai
    if data.peran not in SIGNING_ROLES or end is None or end == date.max:
        return None
    day = end + _DAY
    later = [o for o in _of_role(data, others) if _end(o) >= day]
    if not later:
        return f"Mulai {tanggal(day)} belum ada penanda tangan untuk peran ini."
    begin = min(o.berlaku_dari for o in later)
    return None if begin <= day else _nobody(day, begin)


def day_range(start: date, end: date) -> str:
    """`1–5 Maret 2027`, `28 Februari–5 Maret 2027`; `sejak 1 Maret 2027` without an end."""
    if end == date.max:
        return f"sejak {tanggal(start)}"
    if start == end:
        return tanggal(start)
    if start.year != end.year:
        return f"{tanggal(start)}–{tanggal(end)}"
    month = "" if start.month == end.month else f" {BULAN[start.month - 1]}"
    return f"{start.day}{month}–{tanggal(end)}"


def _end(data: PejabatInput) -> date:
    return data.berlaku_sampai or date.max


def _of_role(data: PejabatInput, others: Sequence[PejabatInput]) -> list[PejabatInput]:
    return [o for o in others if o.peran is data.peran and data.peran in SIGNING_ROLES]


def _alike(data: PejabatInput, other: PejabatInput) -> bool:
    """Whether both would be the one who signs: of two kinds only a Plt. is meant to be there."""
    return precedence(data)[0] == precedence(other)[0]


def _both(data: PejabatInput, other: PejabatInput, start: date, end: date) -> str:
    name = other.nama or other.jabatan
    also = f"{name} juga memegang peran ini {_on(day_range(start, end))}."
    if bool(data.atas_nama) is not bool(other.atas_nama):
        return also
    if data.atas_nama:
        return f"Dua pejabat menandatangani a.n. pada masa yang sama: {also}"
    kind = "Plt. atau Plh." if precedence(data)[0] else "definitif"
    return f"Dua pejabat {kind} pada masa yang sama: {also}"


def _who_signs(data: PejabatInput, other: PejabatInput) -> str:
    mine, theirs = precedence(data), precedence(other)
    if mine == theirs:
        return ""
    name = (data if mine > theirs else other).nama
    return f"Surat pada masa itu ditandatangani {name.rstrip('.')}." if name else ""


def _on(when: str) -> str:
    return when if when.startswith("sejak") else f"pada {when}"


def _nobody(start: date, begin: date) -> str:
    when = day_range(start, begin - _DAY)
    return f"Tidak ada penanda tangan untuk peran ini pada {when}."
