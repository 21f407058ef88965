"""Who did what when, read back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sopapp.persistence import tables
from sopapp.persistence.stored_time import utc_moment


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One row of riwayat; `waktu` is UTC, `sebelum` and `sesudah` plain values."""

    id: int
    waktu: datetime
    pelaku: str
    aksi: str
    ringkasan: str
    berkas_id: int | None
    sebelum: dict[str, Any] | None
    sesudah: dict[str, Any] | None


class RiwayatService:
    """Reads riwayat; nothing writes it but the store."""

    def list(self, berkas_id: int | None = None, limit: int | None = 500) -> tuple[Peristiwa, ...]:
        """Newest first, of one berkas or all; `limit` None for every row."""
        query = tables.Riwayat.select().order_by(tables.Riwayat.id.desc())
        if berkas_id is not None:
            query = query.where(tables.Riwayat.berkas == berkas_id)
        if limit is not None:
            query = query.limit(limit)
        return tuple(
            Peristiwa(
                id=row.id,
                waktu=utc_moment(row.waktu),
                pelaku=row.pelaku,
                aksi=row.aksi,
                ringkasan=row.ringkasan,
                berkas_id=row.berkas_id,
                sebelum=row.sebelum and json.loads(row.sebelum),
                sesudah=row.sesudah and json.loads(row.sesudah),
            )
            for row in query
        )
