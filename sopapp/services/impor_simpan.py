"""The write of an import: usulan in bulk, the file beside them, one row of riwayat."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sopapp.domain.changes import Kind
from sopapp.domain.impor import BarisImpor, HasilPeriksa, StatusBaris
from sopapp.domain.progress import Progress
from sopapp.domain.ribuan import ribuan
from sopapp.persistence import tables
from sopapp.persistence.isi import isi_to_json
from sopapp.persistence.store import Entry, Store
from sopapp.persistence.stored_time import utc_text
from sopapp.services.attachments import TakenFile
from sopapp.services.letter_rows import mark_keputusan_stale

_STEP = 500
_INSERT = (
    "INSERT INTO usulan (berkas_id, unit_id, jenis, entri_id, isi, diterima) "
    "VALUES (?, ?, ?, ?, ?, ?)"
)
# The verdict on the former words does not hold for the new ones.
_REPLACE = "UPDATE usulan SET jenis = ?, isi = ?, putusan = NULL WHERE id = ? AND berkas_id = ?"


class Simpanan:
    """Puts rows into an open write."""

    def __init__(self, store: Store, berkas_id: int, entry: Entry) -> None:
        self._store = store
        self._berkas_id = berkas_id
        self._entry = entry
        self._counts: dict[str, int] = {}
        self._replaced: list[dict[str, Any]] = []

    def rows(self, rows: Sequence[BarisImpor], progress: Progress) -> None:
        """Insert or replace each row's usulan; what was replaced goes to riwayat."""
        connection = self._store.database.connection()
        now = utc_text(self._store.clock.now())
        for first in range(0, len(rows), _STEP):
            progress(first, len(rows))
            new, changed = [], []
            for row in rows[first : first + _STEP]:
                isi = isi_to_json(row.isi) if row.isi is not None else ""
                jenis = row.jenis.value if row.jenis is not None else ""
                self._counts[jenis] = self._counts.get(jenis, 0) + 1
                if row.usulan_id is None:
                    new.append((self._berkas_id, row.unit_id, jenis, row.entri_id, isi, now))
                else:
                    changed.append((jenis, isi, row.usulan_id, self._berkas_id))
            self._remember([each[2] for each in changed])
            connection.executemany(_INSERT, new)
            connection.executemany(_REPLACE, changed)
        mark_keputusan_stale(self._berkas_id)
        progress(len(rows), len(rows))

    def file(
        self, unit_id: int | None, hasil: HasilPeriksa, attachment_id: int, taken: TakenFile
    ) -> None:
        """Record the file the rows came from, and say in riwayat what was done."""
        total = sum(self._counts.values())
        unchanged = hasil.jumlah(StatusBaris.TIDAK_BERUBAH)
        words = (
            f"{ribuan(total)} usulan dari “{taken.nama}”; {ribuan(unchanged)} baris tidak berubah."
        )
        tables.Impor.create(
            berkas=self._berkas_id,
            unit=unit_id,
            attachment=attachment_id,
            ringkasan=words,
            waktu=utc_text(self._store.clock.now()),
        )
        self._entry.say(
            f"Impor {words}",
            sebelum={"diganti": self._replaced} if self._replaced else None,
            sesudah={
                "file": taken.nama,
                "sha256": taken.sha256,
                "unit_id": unit_id,
                "jumlah": self._counts,
                "diganti": len(self._replaced),
                "tidak_berubah": unchanged,
            },
        )

    def _remember(self, usulan_ids: Sequence[int]) -> None:
        if not usulan_ids:
            return
        query = tables.Usulan.select().where(tables.Usulan.id.in_(usulan_ids))
        self._replaced += [
            {
                "id": row.id,
                "jenis": row.jenis,
                "putusan": row.putusan,
                "catatan": row.catatan,
                "isi": json.loads(row.isi),
            }
            for row in query
        ]


@contextmanager
def store_rows(store: Store, berkas_id: int) -> Iterator[Simpanan]:
    """One write for a whole import; an exception inside undoes all of it."""
    kinds = (Kind.USULAN, Kind.SURAT, Kind.ATTACHMENT)
    with store.write("usulan.impor", *kinds, berkas_id=berkas_id) as entry:
        yield Simpanan(store, berkas_id, entry)
