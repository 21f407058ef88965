"""The running berkas by the day that their stage is due: how many, and the most urgent ones."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sopapp.domain.board import Card
from sopapp.domain.sop import Sop

MENDEKAT = 5
"""Working days ahead that count as soon."""


class Golongan(NamedTuple):
    """How many there are, and the most urgent of them as cards."""

    jumlah: int
    cards: tuple[Card, ...]


class Tenggatan(NamedTuple):
    """What is late, due `today`, or due within `MENDEKAT` working days.

    `berjalan` counts every running berkas; `terdekat` is the most urgent of them. `sop` is the
    one in force.
    """

    sop: Sop
    today: date
    berjalan: int
    terdekat: Card | None
    terlambat: Golongan
    hari_ini: Golongan
    mendekat: Golongan
