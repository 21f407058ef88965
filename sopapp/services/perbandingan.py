"""Two versions of the register side by side, on screen and on paper."""

from __future__ import annotations

from typing import Protocol

from sopapp.documents.list_content import BarisPerbandingan, PerbandinganDaftar, SelBanding
from sopapp.documents.paper_parts import Kop, PageSetup
from sopapp.domain.beda_isi import beda_isi
from sopapp.domain.dik import EntriDik, Perubahan
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.ribuan import ribuan
from sopapp.domain.tanggal import tanggal
from sopapp.domain.terbitan import BarisBanding, Perbandingan, Terbitan
from sopapp.persistence.store import Store
from sopapp.services.checked_input import checked_input
from sopapp.services.dik import DikService

_JUDUL = "Perbandingan Daftar Informasi Publik yang Dikecualikan"
# What the title of a whole entry says already.
_IN_TITLE = frozenset({"Informasi", "Unit kerja"})


class Letterheads(Protocol):
    """Gives the office's kop and the paper that is set."""

    def kop(self) -> Kop:
        """The kop. Raises DomainError while the office has no name."""

    def page(self) -> PageSetup:
        """Paper, margins and type of lists."""


@checked_input()
class PerbandinganService:
    """Compares versions of the register."""

    def __init__(self, store: Store, dik: DikService, parts: Letterheads) -> None:
        self._store = store
        self._dik = dik
        self._parts = parts

    def compare(self, lama_id: int, baru_id: int) -> Perbandingan:
        """The older version against the newer one, in whichever order they are given.

        An entry is the same when its words are and it belongs to the same unit, whatever
        the unit was called. Raises DomainError for one version twice, NotFoundError.
        """
        lama, baru = self._versions(lama_id, baru_id)
        before = {entry.id: entry for entry in self._dik.at(lama.id)}
        rows = [
            _row(entry.id, before.pop(entry.id, None), entry) for entry in self._dik.at(baru.id)
        ]
        rows += [_row(entri_id, entry, None) for entri_id, entry in before.items()]
        return Perbandingan(lama, baru, tuple(rows))

    def compose(self, lama_id: int, baru_id: int) -> PerbandinganDaftar:
        """The comparison as it is printed: the entries that differ. Raises as `compare`."""
        found = self.compare(lama_id, baru_id)
        return PerbandinganDaftar(
            kop=self._parts.kop(),
            page=self._parts.page(),
            judul=_JUDUL,
            lama=nama_terbitan(found.lama),
            baru=nama_terbitan(found.baru),
            ringkasan=ringkasan(found),
            tanggal_cetak=self._store.clock.today(),
            baris=tuple(
                _printed(row) for row in found.baris if row.perubahan is not Perubahan.TETAP
            ),
        )

    def _versions(self, lama_id: int, baru_id: int) -> tuple[Terbitan, Terbitan]:
        if lama_id == baru_id:
            raise DomainError("Pilih dua versi daftar yang berlainan.", field="baru")
        order = self._dik.terbitan()
        chosen = [version for version in order if version.id in {lama_id, baru_id}]
        if len(chosen) != 2:
            raise NotFoundError("Versi daftar itu tidak ada.")
        return chosen[0], chosen[1]


def nama_terbitan(terbitan: Terbitan) -> str:
    """`Keputusan Nomor ... tanggal ...`."""
    return f"Keputusan Nomor {terbitan.nomor} tanggal {tanggal(terbitan.tanggal)}"


def ringkasan(found: Perbandingan) -> str:
    """The counts in words."""
    counts = ", ".join(
        f"{ribuan(found.jumlah(change))} {change.label.lower()}"
        for change in (Perubahan.TAMBAH, Perubahan.UBAH, Perubahan.CABUT, Perubahan.TETAP)
    )
    before, after = ribuan(found.lama.jumlah), ribuan(found.baru.jumlah)
    return f"{counts}; dari {before} menjadi {after} informasi."


def _row(entri_id: int, old: EntriDik | None, new: EntriDik | None) -> BarisBanding:
    return BarisBanding(
        perubahan=_change(old, new),
        entri_id=entri_id,
        unit_sebelum=old.unit_nama if old else "",
        unit_sesudah=new.unit_nama if new else "",
        sebelum=old.isi if old else None,
        sesudah=new.isi if new else None,
    )


def _change(old: EntriDik | None, new: EntriDik | None) -> Perubahan:
    if old is None:
        return Perubahan.TAMBAH
    if new is None:
        return Perubahan.CABUT
    same = old.isi == new.isi and old.unit_id == new.unit_id
    return Perubahan.TETAP if same else Perubahan.UBAH


def _printed(row: BarisBanding) -> BarisPerbandingan:
    shown = row.sesudah or row.sebelum
    whole = row.perubahan is not Perubahan.UBAH
    return BarisPerbandingan(
        perubahan=row.perubahan.label,
        informasi=shown.informasi if shown else "",
        unit_kerja=row.unit_sesudah or row.unit_sebelum,
        sel=tuple(
            SelBanding(part.label, part.beda.sebelum, part.beda.sesudah)
            for part in beda_isi(row)
            if not (whole and part.label in _IN_TITLE)
        ),
    )
