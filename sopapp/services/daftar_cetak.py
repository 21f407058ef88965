"""The register's entries as papers print them, each made once: a long list is printed often."""

from __future__ import annotations

from collections.abc import Iterator

from sopapp.documents.list_content import BarisDaftar
from sopapp.domain.daftar import Daftar
from sopapp.domain.progress import Progress, counted, no_progress
from sopapp.services.letter_parts import printed_row

_TOGETHER = 256
"""Entries read together: some ten milliseconds."""


class DaftarCetak:
    """Keeps the printed row of each change to an entry, by what its unit was called then."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], BarisDaftar] = {}

    def rows(self, listed: Daftar, progress: Progress = no_progress) -> tuple[BarisDaftar, ...]:
        """What is printed of every entry of a list."""
        known = self._known
        keys = counted(_keys(listed), progress)
        return tuple(known.get(key) or self._row(listed, at, key) for at, key in enumerate(keys))

    def prepare(self, listed: Daftar) -> Iterator[None]:
        """Read what `rows` gives of every entry; pauses between parts.

        For who must not halt meanwhile: it ends at once when everything is known.
        """
        lacking = [(at, key) for at, key in enumerate(_keys(listed)) if key not in self._known]
        for number, (at, key) in enumerate(lacking):
            # Also before the first: finding the places of a large register took a turn of its own.
            if number % _TOGETHER == 0 and len(listed) > _TOGETHER:
                yield
            self._row(listed, at, key)

    def _row(self, listed: Daftar, at: int, key: tuple[int, str]) -> BarisDaftar:
        _versi_id, unit = key
        row = self._known[key] = printed_row(listed[at].isi, unit)
        return row


def _keys(listed: Daftar) -> list[tuple[int, str]]:
    """The change in force and the name of the unit of each entry."""
    name = listed.unit_name
    return [(versi_id, name(unit_id)) for _entri, versi_id, unit_id, _since in listed.bare_places]
