"""Ranks and grades of civil servants, as they stand on a signature block."""

from __future__ import annotations

PANGKAT = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}
"""Golongan -> pangkat; only offered, any other text may be typed (PPPK have none)."""


def golongan_of(pangkat: str) -> str:
    """The golongan of a pangkat, or empty text."""
    wanted = pangkat.strip().casefold()
    return next((gol for gol, name in PANGKAT.items() if name.casefold() == wanted), "")
