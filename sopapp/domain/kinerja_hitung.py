"""The calculation behind `kinerja`: stays and answers in, counted years out; pure."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TypeVar

from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.kinerja import (
    BerkasDiukur,
    Keadaan,
    Kinerja,
    KinerjaTahap,
    KinerjaUnit,
    Pengembalian,
    Rekap,
    RingkasTahun,
    Ukuran,
)
from sopapp.domain.kinerja_jalan import Dijalani, Diminta, Serupa, UnitDiminta
from sopapp.domain.penilai import Penilai, keadaan
from sopapp.domain.sop import STAGE_NUMBER, Sop, StageKind

S = TypeVar("S")
T = TypeVar("T")

BERSAMA = 250
_DIMINTA_BERSAMA = 2000
"""Berkas and requests that are looked at together, before a pause: some ten milliseconds."""


def hitung_bertahap(
    tahun: int,
    today: date,
    berkas: Iterable[Dijalani],
    unit: Sequence[UnitDiminta],
    diminta: Iterable[Diminta],
    calendar: HariKerja,
) -> Generator[None, None, Kinerja]:
    """Count a year, with pauses where it has many berkas, for who must not halt meanwhile.

    `berkas` holds cancelled ones too; `diminta` those of the others only.
    """
    judge = Penilai(calendar, today)
    read = yield from _bertahap(berkas, lambda each: each)
    every = [each for each in read if each.tinggal]
    counted = [each for each in every if each.tinggal[-1].hasil != "batal"]
    whole = yield from _bertahap(counted, lambda each: _whole(each, judge))
    measured = yield from _bertahap(counted, lambda each: _measured(each, judge))
    back = [one for each in counted for one in _returns(each)]
    units = yield from _units(unit, diminta, judge)
    return Kinerja(
        tahun=tahun,
        per_tanggal=today,
        batal=len(every) - len(counted),
        standar=_spread(each.sop.total_hari_kerja for each in counted),
        seluruh=rekap((each.ukuran, 1) for each in whole),
        tahap=_stages(counted, measured, back),
        unit=units,
        kembali=tuple(sorted(back, key=lambda one: (one.tanggal, one.berkas_id))),
        berkas=tuple(whole),
    )


def ringkas(
    tahun: int, today: date, berkas: Iterable[Serupa], calendar: HariKerja
) -> RingkasTahun | None:
    """Count a year as a whole only; None for one without berkas."""
    judge = Penilai(calendar, today)
    every = back = 0
    measures = []
    for one in berkas:
        every += one.jumlah
        if one.hasil != "batal":
            back += one.kembali
            ukuran = judge.ukur(one.mulai, one.selesai, one.standar, first=True)
            measures.append((ukuran, one.jumlah))
    found = rekap(measures)
    return RingkasTahun(tahun, every, found.rata, found.bagian_tepat, back) if every else None


def rekap(measures: Iterable[tuple[Ukuran, int]]) -> Rekap:
    """Count measures, each with how often it occurred."""
    on_time = late = running = beyond = unjudged = estimated = days = 0
    longest: int | None = None
    for (used, _standar, state, uncertain), often in measures:
        if state is Keadaan.TAK_DINILAI or used is None:
            unjudged += often
        elif state is Keadaan.BERJALAN:
            running += often
        elif state is Keadaan.LEWAT:
            beyond += often
        else:
            if state is Keadaan.TEPAT:
                on_time += often
            else:
                late += often
            days += used * often
            longest = used if longest is None or used > longest else longest
        if uncertain:
            estimated += often
    return Rekap(
        tepat=on_time,
        terlambat=late,
        berjalan=running,
        lewat=beyond,
        tak_dinilai=unjudged,
        perkiraan=estimated,
        jumlah_hari=days,
        terlama=longest,
    )


def sampai_selesai(kerja: Generator[None, None, T]) -> T:
    """The result of work with pauses, done without any."""
    while True:
        try:
            next(kerja)
        except StopIteration as end:
            hasil: T = end.value
            return hasil


def _bertahap(items: Iterable[S], make: Callable[[S], T]) -> Generator[None, None, list[T]]:
    """What `make` gives of each item; pauses after so many of them."""
    made: list[T] = []
    for number, each in enumerate(items, 1):
        made.append(make(each))
        if number % BERSAMA == 0:
            yield
    return made


def _whole(berkas: Dijalani, judge: Penilai) -> BerkasDiukur:
    last = berkas.tinggal[-1]
    ukuran = judge.ukur(berkas.mulai, last.selesai, berkas.sop.total_hari_kerja, first=True)
    returned = sum(stay.hasil == "kembali" for stay in berkas.tinggal) + len(berkas.langkah)
    running = last.tahap if last.selesai is None else None
    return BerkasDiukur(
        berkas.id, berkas.judul, berkas.mulai, last.selesai, running, ukuran, returned
    )


def _returns(berkas: Dijalani) -> Iterable[Pengembalian]:
    for stay, after in pairwise(berkas.tinggal):
        if stay.hasil == "kembali" and stay.selesai is not None:
            yield Pengembalian(
                berkas.id, berkas.judul, stay.selesai, stay.tahap, after.tahap, stay.alasan
            )
    for tahap, day, alasan in berkas.langkah:
        yield Pengembalian(berkas.id, berkas.judul, day, tahap, tahap, alasan)


def _stages(
    berkas: Sequence[Dijalani],
    measured: Iterable[Mapping[int, Ukuran]],
    back: Sequence[Pengembalian],
) -> tuple[KinerjaTahap, ...]:
    """Every stage of the SOPs that ran, named as the newest of them names it."""
    measures: dict[int, list[tuple[Ukuran, int]]] = {}
    for stages_of in measured:
        for number, ukuran in stages_of.items():
            measures.setdefault(number, []).append((ukuran, 1))
    left: dict[int, int] = {}
    for one in back:
        left[one.dari] = left.get(one.dari, 0) + 1
    sops = list({id(each.sop): each.sop for each in berkas}.values())
    stages: dict[int, list[int]] = {}
    names: dict[int, str] = {}
    for sop in sops:
        for stage in sop.stages:
            stages.setdefault(stage.number, []).append(stage.hari_kerja)
            names[stage.number] = stage.short_name
    return tuple(
        KinerjaTahap(
            nomor=number,
            nama=names[number],
            standar=_spread(lengths),
            rekap=rekap(measures.get(number, ())),
            kembali=left.get(number, 0),
        )
        for number, lengths in sorted(stages.items())
    )


def _measured(berkas: Dijalani, judge: Penilai) -> Mapping[int, Ukuran]:
    """The days of a berkas in each stage that it was in, all its stays there together.

    What lies behind the stage where it runs now will be done again, so it is not over yet.
    """
    last = berkas.tinggal[-1]
    found: dict[int, Ukuran] = {}
    for place, stay in enumerate(berkas.tinggal):
        standar = berkas.sop.stage(stay.tahap).hari_kerja
        one = judge.ukur(stay.mulai, stay.selesai, standar, first=place == 0)
        over = last.selesai is not None or stay.tahap < last.tahap
        before = found.get(stay.tahap)
        if before is None:
            days, estimated = one.hari, one.perkiraan
        else:
            known = before.hari is not None and one.hari is not None
            days = (before.hari or 0) + (one.hari or 0) if known else None
            estimated = before.perkiraan or one.perkiraan
        state = Keadaan.TAK_DINILAI if days is None else keadaan(days, standar, over=over)
        found[stay.tahap] = Ukuran(days, standar, state, estimated)
    return found


def _units(
    units: Sequence[UnitDiminta], diminta: Iterable[Diminta], judge: Penilai
) -> Generator[None, None, tuple[KinerjaUnit, ...]]:
    """The units that were asked, in their order."""
    measures: dict[int, list[tuple[Ukuran, int]]] = {}
    silent: dict[int, int] = {}
    lengths: dict[int, set[int]] = {}
    for number, one in enumerate(diminta, 1):
        if number % _DIMINTA_BERSAMA == 0:
            yield
        mine = measures.setdefault(one.unit_id, [])
        lengths.setdefault(one.unit_id, set()).add(one.standar)
        if one.selesai is not None and not one.dijawab:
            silent[one.unit_id] = silent.get(one.unit_id, 0) + one.jumlah
        elif one.tanggal is not None:
            ukuran = judge.ukur(one.tanggal, one.selesai, one.standar, first=True)
            mine.append((ukuran, one.jumlah))
        elif one.selesai is not None:  # answered, but nobody knows when it was asked
            mine.append((Ukuran(None, one.standar, Keadaan.TAK_DINILAI), one.jumlah))
    return tuple(
        KinerjaUnit(
            id=unit.id,
            nama=unit.nama,
            standar=_spread(lengths[unit.id]),
            rekap=rekap(measures[unit.id]),
            tidak_menjawab=silent.get(unit.id, 0),
            diingatkan=unit.diingatkan,
            dikembalikan=unit.dikembalikan,
        )
        for unit in units
        if measures.get(unit.id) or silent.get(unit.id)
    )


def standar_jawaban(sop: Sop) -> int:
    """Working days that a unit has to answer: the length of the stage that asks."""
    return sop.stage(STAGE_NUMBER[StageKind.PERMINTAAN]).hari_kerja


def _spread(lengths: Iterable[int]) -> tuple[int, int]:
    found = list(lengths)
    return (min(found), max(found)) if found else (0, 0)
