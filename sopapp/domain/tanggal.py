"""Dates as the office writes them: "23 November 2026", month in words, no leading zero."""

from __future__ import annotations

from datetime import date, datetime

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN_ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def tanggal(day: date) -> str:
    """`23 November 2026`, the form of letters (Tata Naskah Dinas)."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def hari_tanggal(day: date) -> str:
    """`Senin, 23 November 2026`."""
    return f"{HARI[day.weekday()]}, {tanggal(day)}"


def tanggal_pendek(day: date) -> str:
    """`23 Nov 2026`, for narrow places on screen only."""
    return f"{day.day} {BULAN[day.month - 1][:3]} {day.year}"


def waktu(moment: datetime) -> str:
    """`23 November 2026 17.21` for an aware moment, by the PC's own clock."""
    local = moment.astimezone()
    return f"{tanggal(local.date())} {local:%H.%M}"


def waktu_pendek(moment: datetime) -> str:
    """`23 Nov 2026 17.21` for an aware moment, by the PC's own clock; on screen only."""
    local = moment.astimezone()
    return f"{tanggal_pendek(local.date())} {local:%H.%M}"
