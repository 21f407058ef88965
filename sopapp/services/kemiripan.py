"""Usulan whose title nearly repeats one in the register or in the same berkas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopapp.domain.daftar import Daftar, Place
from sopapp.domain.dik import JenisUsulan
from sopapp.domain.kemiripan import IndeksJudul, Mirip
from sopapp.services.checked_input import checked_input
from sopapp.services.dik import DikService
from sopapp.services.usulan import Usulan, UsulanService

_MOST = 10
"""Near titles that are told for one usulan."""
_TOGETHER = 256
_COMPARED = 4
"""Titles taken in together and usulan compared together: some ten milliseconds."""


@checked_input()
class KemiripanService:
    """Points out near-identical titles, in one unit or across units; it never refuses."""

    def __init__(self, dik: DikService, usulan: UsulanService) -> None:
        self._dik = dik
        self._usulan = usulan
        self._version: int | None = None
        self._places: Sequence[Place] = ()
        self._read = 0
        self._index = IndeksJudul()

    def in_berkas(self, berkas_id: int) -> dict[int, tuple[Mirip, ...]]:
        """For each usulan that has any: the near titles, nearest first.

        An entry and the usulan about it count once; one to be opened again repeats nothing.
        """
        usulan = self._compared(berkas_id)
        if not usulan:
            return {}
        for _pause in self._take_in(usulan):
            pass
        units = self._dik.current()
        beside = IndeksJudul(each.isi.informasi for each in usulan)
        own = {each.entri_id for each in usulan}
        found = {}
        for each in usulan:
            title = each.isi.informasi
            near: list[tuple[float, Usulan | Place]] = [
                (nearness, usulan[at])
                for at, nearness in beside.mirip(title)
                if usulan[at].id != each.id
            ]
            near += [
                (nearness, place)
                for at, nearness in self._index.mirip(title)
                if (place := self._places[at]).entri_id not in own
            ]
            if near:
                near.sort(key=lambda pair: -pair[0])
                found[each.id] = tuple(self._told(near[:_MOST], units))
        return found

    def prepare(self, berkas_id: int) -> Iterator[None]:
        """Take in the titles of the register, once per version of it; pauses between parts.

        For who must not halt meanwhile; `in_berkas` then answers at once.
        """
        usulan = self._compared(berkas_id)
        if usulan:
            yield from self._take_in(usulan)

    def _take_in(self, usulan: Sequence[Usulan]) -> Iterator[None]:
        newest = self._dik.newest()
        if newest != self._version:
            self._version, self._places, self._read = newest, self._dik.current().places, 0
            self._index = IndeksJudul()
            if len(self._places) > _TOGETHER:
                yield
        while self._read < len(self._places):
            part = self._places[self._read : self._read + _TOGETHER]
            self._index.add(self._dik.titles(part))
            self._read += len(part)  # after it: what could not be read is asked for again
            if self._read < len(self._places):
                yield
        large = len(self._places) > _TOGETHER
        for number, each in enumerate(usulan):
            if large and number and number % _COMPARED == 0:
                yield
            self._index.mirip(each.isi.informasi)  # which is kept

    def _compared(self, berkas_id: int) -> list[Usulan]:
        return [each for each in self._usulan.list(berkas_id) if each.jenis is not JenisUsulan.BUKA]

    def _told(self, near: Sequence[tuple[float, Usulan | Place]], units: Daftar) -> Iterator[Mirip]:
        places = [each for _nearness, each in near if isinstance(each, Place)]
        titles = dict(zip(places, self._dik.titles(places), strict=True)) if places else {}
        for nearness, each in near:
            if isinstance(each, Place):
                unit = units.unit_name(each.unit_id)
                yield Mirip(titles[each], unit, "daftar", nearness, entri_id=each.entri_id)
            else:
                yield _of_usulan(each, nearness)


def _of_usulan(usulan: Usulan, nearness: float) -> Mirip:
    return Mirip(usulan.isi.informasi, usulan.unit.nama, "berkas", nearness, usulan_id=usulan.id)
