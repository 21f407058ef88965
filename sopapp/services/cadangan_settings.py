"""Settings of the backups, with their check."""

from __future__ import annotations

from typing import NamedTuple

from sopapp.domain.errors import DomainError

_MOST_BACKUPS = 1000


class CadanganSettings(NamedTuple):
    """When backups are made, where a second copy goes, and how many are kept.

    `di_luar` is the second place, a folder, or empty; `sandi` that copies there are sealed.
    `terbaru`, `mingguan`, `bulanan` count the backups kept: latest, one a week, one a month.
    `batas_umur`: days after which a backup is called old.
    """

    di_luar: str = ""
    sandi: bool = False
    terbaru: int = 10
    mingguan: int = 8
    bulanan: int = 24
    saat_tutup: bool = True
    harian: bool = True
    batas_umur: int = 7


def check_cadangan(group: CadanganSettings) -> None:
    """Raise DomainError for the field that cannot be."""
    least = {"terbaru": 1, "mingguan": 0, "bulanan": 0, "batas_umur": 1}
    for field, low in least.items():
        if not low <= getattr(group, field) <= _MOST_BACKUPS:
            raise DomainError(f"Isi dengan {low} sampai {_MOST_BACKUPS}.", field=field)
