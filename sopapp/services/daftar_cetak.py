"""The register's entries as papers print them, each made once: a long list is printed often."""

from __future__ import annotations

from collections.abc import Iterator

from sopapp.documents.list_content import BarisDaftar
from sopapp.domain.daftar import Daftar
from sopapp.services.letter_parts import printed_row

_TOGETHER = 256
"""Entries read together: some ten milliseconds."""


class DaftarCetak:
    """Keeps the printed row of each change to an entry, which stays what it is."""

    def __init__(self) -> None:
        self._known: dict[int, BarisDaftar] = {}

    def row(self, listed: Daftar, at: int) -> BarisDaftar:
        """What is printed of the entry at that place of a list."""
        _entri_id, versi_id, unit_id, _terbitan_id = listed.bare_places[at]
        unit = listed.unit_name(unit_id)
        known = self._known.get(versi_id)
        if known is None or known.unit_kerja != unit:  # each list names the units as of its day
            known = self._known[versi_id] = printed_row(listed[at].isi, unit)
        return known

    def prepare(self, listed: Daftar) -> Iterator[None]:
        """Read what `row` gives of every entry; pauses between parts.

        For who must not halt meanwhile: it ends at once when everything is known.
        """
        # Finding the places of a large register took a turn of its own.
        read = _TOGETHER if len(listed) > _TOGETHER else 0
        for at, (_entri_id, versi_id, _unit_id, _terbitan_id) in enumerate(listed.bare_places):
            if versi_id in self._known:
                continue
            if read == _TOGETHER:
                yield
                read = 0
            self.row(listed, at)
            read += 1
