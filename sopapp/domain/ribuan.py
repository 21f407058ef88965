"""Whole numbers as they are written in Indonesian."""

from __future__ import annotations


def ribuan(number: int) -> str:
    """With points between the thousands: `20.000`."""
    return f"{number:,}".replace(",", ".")
