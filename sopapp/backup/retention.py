"""Which backups are kept and which have had their time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Protocol, TypeVar


@dataclass(frozen=True, slots=True)
class Rule:
    """How many are kept: the latest, and the newest of so many weeks and months that have one."""

    latest: int = 10
    weekly: int = 8
    monthly: int = 24


class Dated(Protocol):
    """A backup as the rule sees it."""

    @property
    def made(self) -> datetime:
        """When it was made, by the clock of that PC; aware."""
        ...

    @property
    def riwayat(self) -> int:
        """The number of the last row of riwayat in it."""
        ...


D = TypeVar("D", bound=Dated)


def newest_first(backups: Sequence[D]) -> tuple[D, ...]:
    """Ordered by what they hold, then by the clock: a clock may have been wrong."""
    return tuple(sorted(backups, key=lambda each: (each.riwayat, each.made), reverse=True))


def surplus(backups: Sequence[D], rule: Rule, zone: tzinfo | None = None) -> tuple[D, ...]:
    """Those that `rule` does not keep, newest first; the newest of all is always kept.

    `backups` are of one line of records. Weeks (ISO) and months are those of `zone`, by default
    the PC's.
    """
    ordered = newest_first(backups)
    kept = set(range(max(1, rule.latest)))
    kept |= _first_of_each(ordered, rule.weekly, lambda day: day.isocalendar()[:2], zone)
    kept |= _first_of_each(ordered, rule.monthly, lambda day: (day.year, day.month), zone)
    return tuple(each for place, each in enumerate(ordered) if place not in kept)


def _first_of_each(
    ordered: Sequence[Dated],
    count: int,
    span: Callable[[datetime], Hashable],
    zone: tzinfo | None,
) -> set[int]:
    """The places of the newest of each of the `count` newest spans that have one."""
    found: dict[Hashable, int] = {}
    for place, each in enumerate(ordered):
        key = span(each.made.astimezone(zone))
        if key not in found and len(found) >= count:
            break
        found.setdefault(key, place)
    return set(found.values())
