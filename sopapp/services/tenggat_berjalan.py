"""Reads every due date that is still running: the stages of berkas and requests to answer."""

from __future__ import annotations

from functools import cache
from typing import Any

from sopapp.domain.tenggat_berjalan import JenisTenggat, TenggatBerjalan, hari_permohonan
from sopapp.persistence.stored_time import day_of
from sopapp.services.sop import SopService

_BERKAS = """
SELECT b.id, b.judul, b.sop_id, r.stage, r.mulai,
       NOT EXISTS (SELECT 1 FROM stage_run p WHERE p.berkas_id = b.id AND p.id < r.id)
FROM stage_run r JOIN berkas b ON b.id = r.berkas_id
WHERE r.selesai IS NULL
ORDER BY b.id
"""
_PERMOHONAN = """
SELECT p.id, p.nomor_pendaftaran, p.diterima, p.perpanjangan <> ''
FROM permohonan p
WHERE p.batal = '' AND NOT EXISTS (
    SELECT 1 FROM surat s
    WHERE s.permohonan_id = p.id AND s.jenis = 'penolakan' AND s.batal = '' AND s.ditandatangani)
ORDER BY p.id
"""


def running_terms(database: Any, sop: SopService) -> tuple[TenggatBerjalan, ...]:
    """The present stage of every running berkas, then every request without an answer."""
    lengths: dict[tuple[int, int], int] = {}
    day = cache(day_of)  # thousands of berkas begin on few days
    found = []
    for berkas_id, judul, sop_id, stage, since, first in database.execute_sql(_BERKAS).fetchall():
        key = (sop_id, stage)
        if key not in lengths:
            lengths[key] = sop.get(sop_id).stage(stage).hari_kerja
        found.append(
            TenggatBerjalan(
                JenisTenggat.BERKAS,
                berkas_id,
                judul,
                stage,
                day(since),
                lengths[key],
                bool(first),
            )
        )
    for request_id, number, received, extended in database.execute_sql(_PERMOHONAN).fetchall():
        days = hari_permohonan(diperpanjang=bool(extended))
        found.append(
            TenggatBerjalan(
                JenisTenggat.PERMOHONAN, request_id, number, None, day_of(received), days
            )
        )
    return tuple(found)
