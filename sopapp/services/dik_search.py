"""Finding entries by their words, as they are typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopapp.domain.changes import Changes, Kind
from sopapp.domain.temuan import Temuan
from sopapp.persistence import dik_index
from sopapp.persistence.store import Store


class DikSearchService:
    """Searches all text of the register, of every version."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._checked = False
        store.subscribe(self._on_changes)

    def find(self, text: str) -> frozenset[int] | None:
        """Ids of the versions (`EntriDik.versi_id`) that hold every word as a beginning.

        Accents and case do not matter. None when there is no word to look for.
        """
        self._bring_in_step()
        return dik_index.find(self._store.database, text)

    def hits(self, text: str, versi_ids: Sequence[int]) -> dict[int, Temuan]:
        """Where the words were found, for the few entries that are on screen."""
        self._bring_in_step()
        return dik_index.hits(self._store.database, text, versi_ids)

    def prepare(self) -> Iterator[None]:
        """Mend an index that lags: of an older or restored file, or after a renamed unit.

        Pauses between parts, for who must not halt meanwhile; what is not mended yet `find` and
        `hits` mend themselves. It follows from the records, so this changes none.
        """
        if not self._checked:
            yield from dik_index.mend(self._store.database)
            self._checked = True

    def _bring_in_step(self) -> None:
        for _pause in self.prepare():
            pass

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.UNIT_KERJA):
            self._checked = False
