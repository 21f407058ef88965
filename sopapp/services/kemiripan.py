"""Usulan whose title nearly repeats one in the register or in the same berkas."""

from __future__ import annotations

from sopapp.domain.daftar import Daftar
from sopapp.domain.dik import EntriDik, JenisUsulan
from sopapp.domain.kemiripan import IndeksJudul, Mirip
from sopapp.services.checked_input import checked_input
from sopapp.services.dik import DikService
from sopapp.services.usulan import Usulan, UsulanService

_MOST = 10
"""Near titles that are told for one usulan."""


@checked_input()
class KemiripanService:
    """Points out near-identical titles, in one unit or across units; it never refuses."""

    def __init__(self, dik: DikService, usulan: UsulanService) -> None:
        self._dik = dik
        self._usulan = usulan
        self._register: tuple[tuple[int, ...], IndeksJudul] = ((), IndeksJudul(()))

    def in_berkas(self, berkas_id: int) -> dict[int, tuple[Mirip, ...]]:
        """For each usulan that has any: the near titles, nearest first.

        An entry and the usulan about it count once; one to be opened again repeats nothing.
        """
        usulan = [
            each for each in self._usulan.list(berkas_id) if each.jenis is not JenisUsulan.BUKA
        ]
        if not usulan:
            return {}
        entries = self._dik.current()
        register = self._index(entries)
        beside = IndeksJudul(each.isi.informasi for each in usulan)
        own = {each.entri_id for each in usulan}
        found = {}
        for each in usulan:
            title = each.isi.informasi
            near = [
                _of_usulan(usulan[place], nearness)
                for place, nearness in beside.mirip(title)
                if usulan[place].id != each.id
            ]
            near += [
                _of_entry(entries[place], nearness)
                for place, nearness in register.mirip(title)
                if entries.places[place].entri_id not in own
            ]
            if near:
                near.sort(key=lambda mirip: -mirip.kemiripan)
                found[each.id] = tuple(near[:_MOST])
        return found

    def _index(self, entries: Daftar) -> IndeksJudul:
        """The titles of the register, taken in again only after a Keputusan changed them."""
        versions = tuple(place.versi_id for place in entries.places)
        if versions != self._register[0]:
            self._register = (versions, IndeksJudul(entry.isi.informasi for entry in entries))
        return self._register[1]


def _of_entry(entry: EntriDik, nearness: float) -> Mirip:
    return Mirip(entry.isi.informasi, entry.unit_nama, "daftar", nearness, entri_id=entry.id)


def _of_usulan(usulan: Usulan, nearness: float) -> Mirip:
    return Mirip(usulan.isi.informasi, usulan.unit.nama, "berkas", nearness, usulan_id=usulan.id)
