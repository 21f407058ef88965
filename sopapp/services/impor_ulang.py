"""Judges a sheet's rows, and after a change only those rows that the change touches."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from sopapp.domain.impor import BarisLembar, HasilPeriksa, KonteksPeriksa, LembarTerbaca
from sopapp.services.impor_awal import PenilaiAwal
from sopapp.services.impor_keadaan import Keadaan
from sopapp.services.impor_kembar import Kembar
from sopapp.services.impor_rows import PenilaiBaris


def penilai(
    lembar: LembarTerbaca, now: Keadaan, konteks: KonteksPeriksa, kembar: Kembar
) -> PenilaiBaris | PenilaiAwal:
    """Who judges the rows: for a berkas, or for the first version of the register."""
    kind = PenilaiAwal if konteks.berkas_id is None else PenilaiBaris
    return kind(now, lembar.kolom, kembar)


class PemeriksaUlang:
    """Keeps what the rows of the last sheet are found by, so that mending a cell is instant."""

    def __init__(self) -> None:
        self._last: tuple[KonteksPeriksa, Kembar] | None = None

    def forget(self) -> None:
        """Let the rows of the last sheet go."""
        self._last = None

    def again(
        self,
        hasil: HasilPeriksa,
        konteks: KonteksPeriksa,
        rows: tuple[BarisLembar, ...],
        touched: set[int],
        now: Keadaan,
    ) -> HasilPeriksa:
        """Judge the rows that a change touches, all when the records are not what they were."""
        lembar = dataclasses.replace(hasil.lembar, baris=rows)
        same = now.sidik == konteks.sidik_data
        konteks = dataclasses.replace(konteks, sidik_data=now.sidik)
        former = self._kembar(hasil.lembar.baris, konteks, now)
        kembar = Kembar(rows, now, former)
        self._last = (konteks, kembar)
        near = {row.nomor for row in rows}
        if same:
            near = touched | _meeting(hasil, former, hasil.lembar.baris, touched)
            near |= _meeting(hasil, kembar, rows, touched)
        judge = penilai(lembar, now, konteks, kembar).judge
        before = {row.lembar.nomor: row for row in hasil.baris}
        judged = tuple(judge(row) if row.nomor in near else before[row.nomor] for row in rows)
        return HasilPeriksa(lembar, judged, konteks)

    def _kembar(
        self, rows: tuple[BarisLembar, ...], konteks: KonteksPeriksa, now: Keadaan
    ) -> Kembar:
        """Keys of `rows`, with those still known of rows that were looked at before."""
        known = self._last[1] if self._last is not None and self._last[0] == konteks else None
        return Kembar(rows, now, known)


def _meeting(
    hasil: HasilPeriksa, kembar: Kembar, rows: Iterable[BarisLembar], touched: set[int]
) -> set[int]:
    """The rows that name the same entry or title as a touched one, by code or by being like it."""
    changed = [row for row in rows if row.nomor in touched]
    codes = {kembar.code(row) for row in changed} - {None}
    near = {row.lembar.nomor for row in hasil.baris if row.entri_id in codes}
    return near.union(*(kembar.meeting(row) for row in changed))
