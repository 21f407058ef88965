"""The Buku Ekspedisi as values: which letter was handed to whom, and who took it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SerahTerima:
    """A hand-over; `diterima` and `penerima` stay empty until it is known who took it."""

    kepada: str
    dikirim: date
    diterima: date | None = None
    penerima: str = ""


@dataclass(frozen=True, slots=True)
class BarisSerah:
    """A line of the book: a letter with a hand-over, or with none yet (`id` None).

    `kepada` of a letter that waits is who it is addressed to.
    """

    id: int | None
    surat_id: int
    berkas_id: int | None
    nomor: str
    tanggal: date
    perihal: str
    kepada: str
    dikirim: date | None = None
    diterima: date | None = None
    penerima: str = ""
