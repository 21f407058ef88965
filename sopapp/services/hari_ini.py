"""What waits for somebody today, besides the running berkas on the board."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import peewee

from sopapp.domain.hari_ini import (
    AntreanSurat,
    Mendesak,
    Menunggu,
    PermohonanMenunggu,
    SuratMenunggu,
    UnitMenunggu,
    days_waiting,
)
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.route import stage_due
from sopapp.persistence import tables
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of, stored_day
from sopapp.services.checked_input import checked_input
from sopapp.services.sop import SopService

_DUE = """
SELECT b.sop_id, r.stage, r.mulai,
       NOT EXISTS (SELECT 1 FROM stage_run p WHERE p.berkas_id = b.id AND p.id < r.id) AS pertama,
       count(*)
FROM stage_run r JOIN berkas b ON b.id = r.berkas_id
WHERE r.selesai IS NULL
GROUP BY b.sop_id, r.stage, r.mulai, pertama
"""
# A unit waits for its paper until that was printed; nobody is reminded of what never went out.
_UNITS = """
SELECT b.id, b.judul, u.id, u.nama, s.tanggal, s.nomor,
    (SELECT max(g.tanggal) FROM surat g
     WHERE g.berkas_id = b.id AND g.unit_id = u.id AND g.jenis = 'pengingat' AND g.batal = ''
       AND g.nomor IS NOT NULL),
    (SELECT max(g.id) FROM surat g
     WHERE g.berkas_id = b.id AND g.unit_id = u.id AND g.jenis = 'pengingat' AND g.batal = ''
       AND g.nomor IS NULL)
FROM permintaan p
JOIN surat s ON s.id = p.surat_id
JOIN berkas b ON b.id = p.berkas_id
JOIN unit_kerja u ON u.id = p.unit_id
JOIN stage_run r ON r.berkas_id = b.id AND r.selesai IS NULL AND r.stage = 1
WHERE p.jawaban IS NULL AND s.nomor IS NOT NULL AND s.tanggal IS NOT NULL AND s.batal = ''
  AND EXISTS (SELECT 1 FROM cetakan c WHERE c.surat_id = s.id)
ORDER BY s.tanggal, b.id, u.urutan, u.id
"""
# A letter of a cancelled berkas waits for nobody; a number that was used elsewhere has no paper
# here. What is not signed yet comes before what only lacks its scan.
_LETTERS = """
SELECT s.id, s.berkas_id, s.permohonan_id, s.jenis, s.nomor, s.tanggal, s.perihal,
    s.tujuan, CASE WHEN s.ditandatangani THEN 'pindaian'
         WHEN s.perlu_cetak OR NOT EXISTS (SELECT 1 FROM cetakan c WHERE c.surat_id = s.id)
         THEN 'cetak' ELSE 'tanda_tangan' END
FROM surat s
WHERE s.nomor IS NOT NULL AND s.tanggal IS NOT NULL AND s.batal = '' AND s.jenis <> 'lain'
  AND NOT (s.ditandatangani AND EXISTS (SELECT 1 FROM pindaian p WHERE p.surat_id = s.id))
  AND NOT EXISTS (SELECT 1 FROM stage_run r
                  WHERE r.berkas_id = s.berkas_id AND r.hasil = 'batal')
ORDER BY s.ditandatangani, s.tanggal DESC, s.id DESC
"""
_ANSWERED = (
    "SELECT permohonan_id FROM surat WHERE jenis = 'penolakan' AND batal = '' "
    "AND ditandatangani AND permohonan_id IS NOT NULL"
)


@checked_input()
class HariIniService:
    """Reads only; every list is in the order in which it should be looked at."""

    def __init__(self, store: Store, calendar: Callable[[], HariKerja], sop: SopService) -> None:
        self._store = store
        self._calendar = calendar
        self._sop = sop

    def mendesak(self) -> Mendesak:
        """How many berkas are late or due today; far quicker than the board."""
        today, calendar = self._store.clock.today(), self._calendar()
        late = due_today = 0
        for sop_id, number, begun, first, count in self._store.database.execute_sql(_DUE):
            length = self._sop.get(sop_id).stage(number).hari_kerja
            due = stage_due(calendar, day_of(begun), length, first=bool(first))
            late += count if due < today else 0
            due_today += count if due == today else 0
        return Mendesak(late, due_today)

    def units(self) -> tuple[UnitMenunggu, ...]:
        """Units of running berkas in the first stage that have not answered, longest first."""
        today, calendar = self._store.clock.today(), self._calendar()

        @cache  # many units were asked on few days
        def waited(since: date) -> int:
            return days_waiting(calendar, since, today)

        rows = self._store.database.execute_sql(_UNITS).fetchall()
        return tuple(
            UnitMenunggu(
                berkas_id=berkas_id,
                judul=judul,
                unit_id=unit_id,
                unit_nama=nama,
                diminta=asked,
                nomor=nomor,
                hari=waited(asked),
                diingatkan=stored_day(reminded),
                pengingat_id=draft,
            )
            for berkas_id, judul, unit_id, nama, day, nomor, reminded, draft in rows
            for asked in (day_of(day),)
        )

    def letters(self, most: int) -> AntreanSurat:
        """Numbered letters without print or signature, then those without scan; newest first.

        `most` of them are given.
        """
        from sopapp.domain.surat import JenisSurat

        rows = self._store.database.execute_sql(_LETTERS).fetchall()
        first = rows[:most]
        values = tuple(
            SuratMenunggu(
                id=surat_id,
                berkas_id=berkas_id,
                permohonan_id=asked_id,
                jenis=JenisSurat(jenis),
                nomor=nomor,
                tanggal=day_of(day),
                perihal=" ".join(perihal.split()),
                tujuan=" ".join(tujuan.split()),
                menunggu=Menunggu(lacks),
            )
            for surat_id, berkas_id, asked_id, jenis, nomor, day, perihal, tujuan, lacks in first
        )
        return AntreanSurat(len(rows), values)

    def requests(self) -> tuple[PermohonanMenunggu, ...]:
        """Requests for information without an answer, most urgent first."""
        from sopapp.domain.permohonan import tenggat
        from sopapp.services.permohonan_rows import request_values

        today, calendar = self._store.clock.today(), self._calendar()
        found = [
            PermohonanMenunggu(
                each,
                tenggat(
                    calendar,
                    each.data.diterima,
                    today,
                    diperpanjang=bool(each.data.perpanjangan),
                ),
            )
            for each in request_values(
                tables.Permohonan.select().where(
                    (tables.Permohonan.batal == "")
                    & tables.Permohonan.id.not_in(peewee.SQL(f"({_ANSWERED})"))
                )
            )
            if each.berjalan
        ]
        found.sort(key=lambda each: (each.tenggat.sisa, each.tenggat.akhir, each.permohonan.id))
        return tuple(found)
