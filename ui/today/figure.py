"""Numbers as they are written in Indonesian."""

from __future__ import annotations


def figure(count: int) -> str:
    """`1.443`."""
    return f"{count:,}".replace(",", ".")
