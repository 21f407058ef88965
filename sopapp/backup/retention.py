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

    @property
    def restores(self) -> int:
        """How many restores its riwayat tells of."""
        ...


D = TypeVar("D", bound=Dated)


def newest_first(backups: Sequence[D]) -> tuple[D, ...]:
    """Ordered by what they hold, then by the clock: a clock may have been wrong.

    Records that went on after a restore are newer than the longer ones that were left.
    """

    def age(each: D) -> tuple[int, int, datetime]:
        return each.restores, each.riwayat, each.made

    return tuple(sorted(backups, key=age, reverse=True))


def surplus(backups: Sequence[D], rule: Rule, zone: tzinfo | None = None) -> tuple[D, ...]:
    """Those that `rule` does not keep, newest first; the newest of all is always kept.

    `backups` are of one line of records; several of the same records count once among the
    latest. Weeks (ISO) and months are those of `zone`, by default the PC's.
    """
    ordered = newest_first(backups)

    def _day(each: Dated) -> datetime:
        return each.made.astimezone(zone)

    kept = _first_of_each(ordered, max(1, rule.latest), lambda each: each.riwayat)
    kept |= _first_of_each(ordered, rule.weekly, lambda each: _day(each).isocalendar()[:2])
    kept |= _first_of_each(ordered, rule.monthly, lambda each: (_day(each).year, _day(each).month))
    return tuple(each for place, each in enumerate(ordered) if place not in kept)


def _first_of_each(
    ordered: Sequence[Dated], count: int, span: Callable[[Dated], Hashable]
) -> set[int]:
    """The places of the newest of each of the `count` newest spans that have one."""
    found: dict[Hashable, int] = {}
    for place, each in enumerate(ordered):
        key = span(each)
        if key not in found and len(found) >= count:
            break
        found.setdefault(key, place)
    return set(found.values())
