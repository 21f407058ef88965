"""How the SOP was kept in a year, read in a few queries however many berkas there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sopapp.documents.list_content import LaporanKinerja
from sopapp.domain.errors import DomainError
from sopapp.domain.hari_kerja import HariKerja
from sopapp.domain.kinerja import Kinerja
from sopapp.domain.kinerja_hitung import (
    BERSAMA,
    hitung_bertahap,
    ringkas,
    sampai_selesai,
    standar_jawaban,
)
from sopapp.domain.kinerja_jalan import (
    Dijalani,
    Diminta,
    KembaliLangkah,
    Serupa,
    Tinggal,
    UnitDiminta,
)
from sopapp.domain.kinerja_kata import laporan
from sopapp.domain.laporan import Laporan
from sopapp.domain.naskah import JenisNaskah
from sopapp.domain.sop import Sop
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of
from sopapp.services.checked_input import checked_input
from sopapp.services.collector_pause import paused_collector
from sopapp.services.file_names import file_name
from sopapp.services.office_parts import OfficeParts
from sopapp.services.sop import SopService

_BERKAS = "SELECT id, judul, mulai, sop_id FROM berkas WHERE tahun = ? ORDER BY id"
_STAYS = """
SELECT r.berkas_id, r.stage, r.mulai, r.selesai, r.hasil, r.alasan
FROM stage_run r JOIN berkas b ON b.id = r.berkas_id
WHERE b.tahun = ? ORDER BY r.id"""
_STEPS = """
SELECT r.berkas_id, r.stage, t.selesai, t.alasan
FROM step_run t
JOIN stage_run r ON r.id = t.stage_run_id
JOIN berkas b ON b.id = r.berkas_id
WHERE b.tahun = ? AND t.alasan <> '' AND t.selesai IS NOT NULL ORDER BY t.id"""
# What the year before is told by: a few groups, however many berkas there were.
_WHOLE = """
SELECT b.mulai, b.sop_id, r.selesai, r.hasil, count(*), sum(
    (SELECT count(*) FROM stage_run k WHERE k.berkas_id = b.id AND k.hasil = 'kembali')
    + (SELECT count(*) FROM step_run t JOIN stage_run k ON k.id = t.stage_run_id
       WHERE k.berkas_id = b.id AND t.alasan <> '' AND t.selesai IS NOT NULL))
FROM berkas b
JOIN stage_run r ON r.id = (SELECT max(id) FROM stage_run WHERE berkas_id = b.id)
WHERE b.tahun = ?
GROUP BY b.mulai, b.sop_id, r.selesai, r.hasil"""
_ASKED = """
SELECT p.unit_id, s.tanggal, p.dijawab, p.jawaban, b.sop_id
FROM permintaan p
JOIN berkas b ON b.id = p.berkas_id
LEFT JOIN surat s ON s.id = p.surat_id AND s.batal = ''
WHERE b.tahun = ?
  AND b.id NOT IN (SELECT berkas_id FROM stage_run WHERE hasil = 'batal')"""
_UNITS = """
SELECT u.id, u.nama,
       count(s.id) FILTER (WHERE s.jenis = 'pengingat'),
       count(s.id) FILTER (WHERE s.jenis = 'pengembalian')
FROM unit_kerja u
LEFT JOIN surat s
    ON s.unit_id = u.id AND s.jenis IN ('pengingat', 'pengembalian')
    AND s.nomor IS NOT NULL AND s.batal = ''
    AND s.berkas_id IN (SELECT id FROM berkas WHERE tahun = ?)
    AND s.berkas_id NOT IN (SELECT berkas_id FROM stage_run WHERE hasil = 'batal')
GROUP BY u.id ORDER BY u.urutan, u.id"""


@checked_input(trusted=("kinerja",))
class KinerjaService:
    """Reads the years and composes their report; changes nothing."""

    def __init__(
        self,
        store: Store,
        sop: SopService,
        calendar: Callable[[], HariKerja],
        parts: OfficeParts,
    ) -> None:
        self._store = store
        self._sop = sop
        self._calendar = calendar
        self._parts = parts

    def years(self) -> tuple[int, ...]:
        """The years that have a berkas, newest first."""
        rows = self._store.database.execute_sql(
            "SELECT DISTINCT tahun FROM berkas ORDER BY tahun DESC"
        )
        return tuple(year for (year,) in rows)

    def usual_year(self) -> int:
        """The year to look at first: the present one, else the newest before it that has berkas."""
        this = self._store.clock.today().year
        years = self.years()
        return next((year for year in years if year <= this), years[-1] if years else this)

    def of(self, tahun: int) -> Kinerja:
        """The year as it stands today, with what is to be said of the year before."""
        with paused_collector():
            return sampai_selesai(self.in_parts(tahun))

    def in_parts(self, tahun: int) -> Generator[None, None, Kinerja]:
        """The same as `of`, with pauses in a year of many berkas, for who must not halt."""
        days, sops = _Days(), _Sops(self._sop)
        today, calendar = self._store.clock.today(), self._calendar()
        many = self._rows("SELECT count(*) FROM berkas WHERE tahun = ?", tahun)[0][0] > BERSAMA
        if many:
            yield
        stays = self._rows(_STAYS, tahun)
        if many:
            yield
        asked = self._rows(_ASKED, tahun)
        if many:
            yield
        kinerja = yield from hitung_bertahap(
            tahun,
            today,
            self._berkas(tahun, stays, days, sops),
            [UnitDiminta(*row) for row in self._rows(_UNITS, tahun)],
            self._asked(asked, days, sops),
            calendar,
        )
        lalu = ringkas(tahun - 1, today, self._alike(tahun - 1, days, sops), calendar)
        return replace(kinerja, lalu=lalu)

    def laporan(self, kinerja: Kinerja) -> Laporan:
        """The report in words, tables and bars, as screen and paper show it."""
        return laporan(kinerja, self._sop.current().head.nama)

    def compose(self, kinerja: Kinerja) -> LaporanKinerja:
        """The report as a paper. Raises DomainError while the office has no name.

        Signed by who signs the Nota Dinas; not signed while nobody is in office.
        """
        day = self._store.clock.today()
        try:
            signer = self._parts.signer(JenisNaskah.NOTA_DINAS, day)
        except DomainError:
            signer = None
        return LaporanKinerja(
            kop=self._parts.kop(),
            page=self._parts.page(),
            laporan=self.laporan(kinerja),
            kota=self._parts.kota(),
            tanggal=day,
            signer=signer,
        )

    def file_name(self, tahun: int, suffix: str) -> str:
        """A name for the file of a year that every system takes."""
        return file_name(f"Laporan Kinerja SOP {tahun}", suffix)

    def _berkas(
        self, tahun: int, rows: Iterable[tuple[Any, ...]], days: _Days, sops: _Sops
    ) -> Iterator[Dijalani]:
        stays: dict[int, list[Tinggal]] = {}
        for berkas_id, stage, begun, ended, outcome, reason in rows:
            stay = Tinggal(stage, days[begun], ended and days[ended], outcome, reason)
            stays.setdefault(berkas_id, []).append(stay)
        steps: dict[int, list[KembaliLangkah]] = {}
        for berkas_id, stage, ended, reason in self._rows(_STEPS, tahun):
            steps.setdefault(berkas_id, []).append(KembaliLangkah(stage, days[ended], reason))
        for berkas_id, judul, begun, sop_id in self._rows(_BERKAS, tahun):
            yield Dijalani(
                berkas_id,
                judul,
                days[begun],
                sops[sop_id],
                stays.get(berkas_id, ()),
                steps.get(berkas_id, ()),
            )

    def _alike(self, tahun: int, days: _Days, sops: _Sops) -> Iterator[Serupa]:
        for begun, sop_id, ended, outcome, count, back in self._rows(_WHOLE, tahun):
            length = sops[sop_id].total_hari_kerja
            yield Serupa(days[begun], ended and days[ended], outcome, length, count, back)

    def _asked(
        self, rows: Iterable[tuple[Any, ...]], days: _Days, sops: _Sops
    ) -> Iterator[Diminta]:
        # Thousands of berkas ask on few days: what went alike is looked at once.
        for row, often in Counter(rows).items():
            unit_id, asked, ended, answer, sop_id = row
            yield Diminta(
                unit_id,
                asked and days[asked],
                ended and days[ended],
                answer != "tidak_menjawab",
                standar_jawaban(sops[sop_id]),
                often,
            )

    def _rows(self, sql: str, tahun: int) -> Any:
        return self._store.database.execute_sql(sql, (tahun,)).fetchall()


class _Days(dict[str, date]):
    """Days by the text that the data file holds, each read once."""

    def __missing__(self, text: str) -> date:
        day = self[text] = day_of(text)
        return day


class _Sops(dict[int, Sop]):
    """SOP versions by id, each asked for once."""

    def __init__(self, service: SopService) -> None:
        super().__init__()
        self._service = service

    def __missing__(self, sop_id: int) -> Sop:
        sop = self[sop_id] = self._service.get(sop_id)
        return sop
