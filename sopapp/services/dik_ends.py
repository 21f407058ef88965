"""When the periods of the register's entries end, read a part at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sopapp.domain.daftar import Place
from sopapp.persistence.daftar import DaftarReader

_TOGETHER = 1000
"""Entries whose periods are read together: some five milliseconds."""
_KEPT = 2
"""Versions: the one in force on the day looked at, and the newest."""


@dataclass(slots=True)
class _Ends:
    """The last day of each entry of a version that has one, as far as they were read."""

    known: dict[int, date] = field(default_factory=dict)
    places: Sequence[Place] | None = None
    read: int = 0
    complete: bool = False


class DikEnds:
    """Keeps the ends of a version, which stays what it is once it was made."""

    def __init__(self, reader: DaftarReader) -> None:
        self._reader = reader
        self._kept: dict[int | None, _Ends] = {}

    def of(self, terbitan_id: int | None) -> Mapping[int, date]:
        """The last day of each entry of a version that has one, by entry."""
        for _pause in self.prepare(terbitan_id):
            pass
        return self._kept[terbitan_id].known

    def prepare(self, terbitan_id: int | None) -> Iterator[None]:
        """Read what `of` gives, once per version; pauses between parts."""
        ends = self._kept.pop(terbitan_id, None) or _Ends()
        self._kept[terbitan_id] = ends  # the last one asked for goes last
        while len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        if ends.complete:
            return
        if ends.places is None:
            if self._reader.size() > _TOGETHER:
                yield  # finding the places of a large register takes a turn of its own
            ends.places = self._reader.read(terbitan_id).places
        while ends.read < len(ends.places):
            part = ends.places[ends.read : ends.read + _TOGETHER]
            ends.known.update(self._reader.ends(part))
            ends.read += len(part)
            if ends.read < len(ends.places):
                yield
        ends.complete = True
