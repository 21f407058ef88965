"""Today and now, passed in so that tests set the date."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Protocol


class Clock(Protocol):
    """Where the program gets its time from."""

    def today(self) -> date:
        """The local calendar day (WITA in Kupang: the PC's own zone)."""
        ...

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class SystemClock:
    """The PC's clock."""

    def today(self) -> date:
        """The PC's local day."""
        return datetime.now().astimezone().date()

    def now(self) -> datetime:
        """The PC's moment in UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands still until it is moved; for samples and tests."""

    def __init__(self, day: date) -> None:
        self.day = day

    def today(self) -> date:
        """The day it was set to."""
        return self.day

    def now(self) -> datetime:
        """Two in the morning UTC of that day (ten in Kupang)."""
        return datetime.combine(self.day, time(2, 0), UTC)
