"""Long work: how far it is, and how it is stopped. One way for all of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from sopapp.domain.errors import DomainError

Item = TypeVar("Item")

Progress = Callable[[int, int], None]
"""Told (done, all) by work on its way; raises Cancelled once the user wants it to end.

Work tells the full count when it can no longer be stopped, or is over.
"""

_OFTEN = 32
"""Items between two tellings: telling costs little, but not nothing."""


class Cancelled(DomainError):
    """The user stopped the work; what was there before is as it was, but for what is said."""

    def __init__(self, message: str = "Dibatalkan. Yang sudah ada tidak berubah.") -> None:
        super().__init__(message)


def no_progress(done: int, total: int) -> None:
    """For callers that do not show how far the work is, and cannot stop it."""


def counted(items: Sequence[Item], progress: Progress) -> Iterator[Item]:
    """The items one after the other; how many are done is told now and then, and at the end."""
    total = len(items)
    for number, item in enumerate(items):
        if number % _OFTEN == 0:
            progress(number, total)
        yield item
    progress(total, total)


def one_by_one(items: Sequence[Item], progress: Progress) -> Iterator[Item]:
    """As `counted`, told before every item: for few that each take their time."""
    total = len(items)
    for number, item in enumerate(items):
        progress(number, total)
        yield item
    progress(total, total)


def share(progress: Progress, number: int, count: int) -> Progress:
    """Progress for part `number` (from 0) of `count` parts that take about the same time."""

    def step(done: int, total: int) -> None:
        progress(number * total + done, max(count * total, 1))

    return step
