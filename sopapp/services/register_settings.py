"""Settings of the register, with their check."""

from __future__ import annotations

from typing import NamedTuple

from sopapp.domain.errors import DomainError

_FARTHEST_AHEAD = 3650


class RegisterSettings(NamedTuple):
    """`batas_hari`: calendar days before the end of a period from which an entry is pointed out."""

    batas_hari: int = 90


def check_register(group: RegisterSettings) -> None:
    """Raise DomainError for the field that cannot be."""
    if not 1 <= group.batas_hari <= _FARTHEST_AHEAD:
        msg = f"Batas peringatan jangka waktu adalah 1 sampai {_FARTHEST_AHEAD} hari."
        raise DomainError(msg, field="batas_hari")
