"""Days and moments as the data file holds them: ISO text, moments in UTC to the second."""

from __future__ import annotations

from datetime import UTC, date, datetime

_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


def utc_text(moment: datetime) -> str:
    """`2026-11-23T02:00:00Z`."""
    return moment.strftime(_MOMENT)


def utc_moment(text: str) -> datetime:
    """The aware moment that `utc_text` wrote."""
    return datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)


def stored_day(text: str | None) -> date | None:
    """The local day of a column that may be empty."""
    return date.fromisoformat(text) if text else None
