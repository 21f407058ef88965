"""Days and moments as the data file holds them: ISO text, moments in UTC to the second."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sopapp.persistence.odd_record import decodes

_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_EXAMPLE = "2026-11-23T02:00:00Z"


def utc_text(moment: datetime) -> str:
    """`2026-11-23T02:00:00Z`."""
    return moment.strftime(_MOMENT)


@decodes("waktu")
def utc_moment(text: str) -> datetime:
    """The aware moment that `utc_text` wrote."""
    if len(text) != len(_EXAMPLE) or text[-1] != "Z":  # other forms that Python reads
        raise ValueError(text)
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@decodes("tanggal")
def day_of(text: str) -> date:
    """The local day of a column that is never empty."""
    return date.fromisoformat(text)


@decodes("tanggal")
def stored_day(text: str | None) -> date | None:
    """The local day of a column that may be empty."""
    return date.fromisoformat(text) if text else None
