"""Finding any record of the office by a few words, in an index that is kept in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sopapp.domain.dik import Perubahan
from sopapp.domain.find_shelf import Shelf, Target, TargetKind
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of
from sopapp.services.checked_input import checked_input
from sopapp.services.finder_rows import SOURCES, Source
from sopapp.services.sop import SopService

_LIFE = """
SELECT t.tanggal, v.perubahan FROM dik_versi v JOIN terbitan t ON t.id = v.terbitan_id
WHERE v.entri_id = ? ORDER BY v.terbitan_id
"""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A shelf, and what had been written when it was begun."""

    shelf: Shelf
    stamp: tuple[int, ...]


@checked_input(free=("known",))
class FinderService:
    """Reads only. Until `turns` have been taken nothing, or what was so before, is found."""

    def __init__(self, store: Store, sop: SopService) -> None:
        self._store = store
        self._sop = sop
        self._kept: dict[TargetKind, _Kept] = {}

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """What can be searched now."""
        return tuple(kept.shelf for kept in self._kept.values())

    @property
    def fresh(self) -> bool:
        """Whether all records are in the index as they are now."""
        return all(self._is_fresh(source) for source in SOURCES.values())

    def turns(self) -> Iterator[TargetKind | None]:
        """Bring the index in step, each turn taking a few milliseconds.

        Gives the kind that came in step with this turn, else None. A write between two turns
        is found by the next call.
        """
        for source in SOURCES.values():
            if self._is_fresh(source):
                continue
            stamp = self._store.stamp(source.changes)
            shelf = Shelf(source.kind, *source.fields)
            for piece in source.pieces(self._store.database, self._sop):
                for target, texts in piece:
                    shelf.add(target, *texts)
                yield None
            for _turn in shelf.index.settle():
                yield None
            self._kept[source.kind] = _Kept(shelf, stamp)
            yield source.kind

    def prepare(self) -> None:
        """Bring the index in step at once: for tests and the command line."""
        for _turn in self.turns():
            pass

    def known(self, keys: Iterable[tuple[TargetKind, int]]) -> tuple[Target, ...]:
        """These records, read now, in this order; those that are gone are left out."""
        database = self._store.database
        found = (
            SOURCES[kind].one(database, self._sop, key) for kind, key in keys if kind in SOURCES
        )
        return tuple(each for each in found if each is not None)

    def entry_day(self, entri_id: int) -> date | None:
        """A day on which the register has this entry: today, or the one nearest to it.

        None for an entry that is not there.
        """
        rows = self._store.database.execute_sql(_LIFE, (entri_id,)).fetchall()
        if not rows:
            return None
        today = self._store.clock.today()
        begun = day_of(rows[0][0])
        ended, change = day_of(rows[-1][0]), Perubahan(rows[-1][1])
        if change is Perubahan.CABUT and ended <= today:
            return max(begun, ended - timedelta(days=1))
        return max(begun, today)

    def _is_fresh(self, source: Source) -> bool:
        kept = self._kept.get(source.kind)
        return kept is not None and kept.stamp == self._store.stamp(source.changes)
