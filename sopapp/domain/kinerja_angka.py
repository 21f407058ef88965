"""Figures of the yearly report as texts: days, shares, standards."""

from __future__ import annotations

from sopapp.domain.ribuan import ribuan

BELUM = "–"
"""Stands where there is nothing to say yet."""


def angka(value: float | None) -> str:
    """`4,5`; a whole number without its nought, and only a whole one looks like that."""
    if value is None:
        return BELUM
    text = f"{value:.1f}"
    if text.endswith(".0") and value != round(value):
        text = f"{value:.2f}"  # a mean just above its standard does not look like it
    return text.removesuffix(".0").replace(".", ",")


def persen(share: float | None) -> str:
    """`80%`; no share is told as all or none while it is not."""
    if share is None:
        return BELUM
    rounded = round(share * 100)
    if share < 1:
        rounded = min(rounded, 99)
    return f"{max(rounded, 1) if share > 0 else 0}%"


def rentang(standar: tuple[int, int]) -> str:
    """`5`, or `4–5` when SOP versions differ."""
    least, most = standar
    if not most:
        return BELUM
    return str(least) if least == most else f"{least}–{most}"


def kali(count: int) -> str:
    """`2 kali`."""
    return f"{ribuan(count)} kali" if count else BELUM


def tepat(count: int, of: int, share: float | None) -> str:
    """`4 dari 5 (80%)`."""
    return f"{ribuan(count)} dari {ribuan(of)} ({persen(share)})" if of else BELUM
