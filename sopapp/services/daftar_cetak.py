"""The register's entries as papers print them, each made once: a long list is printed often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sopapp.documents.list_content import BarisDaftar
from sopapp.domain.daftar import Daftar
from sopapp.domain.progress import Progress, no_progress
from sopapp.services.letter_parts import printed_row

_TOGETHER = 256
"""Entries read together: some ten milliseconds."""


class _Printed(NamedTuple):
    """All rows of a list, which the same places and the same names of the units give again."""

    places: Sequence[tuple[int, int, int, int]]
    unit_names: Mapping[int, str]
    rows: tuple[BarisDaftar, ...]


class DaftarCetak:
    """Keeps the printed row of each change to an entry, which stays what it is.

    So it does with the list that was printed last: a page asks for it at each reading.
    """

    def __init__(self) -> None:
        self._known: dict[int, BarisDaftar] = {}
        self._last = _Printed((), {}, ())

    def rows(self, listed: Daftar, progress: Progress = no_progress) -> tuple[BarisDaftar, ...]:
        """What is printed of every entry of a list; `progress` may stop it."""
        for done in self._print(listed):
            progress(done, len(listed))
        rows = self._last.rows  # before `progress`, under which another list may be printed
        progress(len(listed), len(listed))
        return rows

    def prepare(self, listed: Daftar) -> Iterator[None]:
        """Read what `rows` gives; pauses between parts.

        For who must not halt meanwhile: it ends at once when everything is known.
        """
        for _done in self._print(listed):
            yield

    def _print(self, listed: Daftar) -> Iterator[int]:
        """Print a list unless it was the last; pauses between parts, and tells how far it is."""
        places, names = listed.bare_places, listed.unit_names
        if self._last.places is places and self._last.unit_names == names:
            return
        rows: list[BarisDaftar] = []
        read = 0
        for at, (_entri_id, versi_id, unit_id, _terbitan_id) in enumerate(places):
            unit = names[unit_id]
            row = self._known.get(versi_id)
            if row is None or row.unit_kerja != unit:  # each list names the units as of its day
                # Also before the first: finding the places of a large register took a turn.
                if read % _TOGETHER == 0 and len(places) > _TOGETHER:
                    yield at
                row = self._known[versi_id] = printed_row(listed[at].isi, unit)
                read += 1
            rows.append(row)
        self._last = _Printed(places, names, tuple(rows))
