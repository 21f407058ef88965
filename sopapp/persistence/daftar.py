"""Reads which entries are in force in a version of the register."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sopapp.domain.daftar import Daftar, NamaTerbitan, Place, Places
from sopapp.domain.dik import IsiDik, Perubahan
from sopapp.persistence import tables
from sopapp.persistence.isi import isi_from_json, jangka_from_json
from sopapp.persistence.stored_time import day_of

_VERSIONS_KEPT = 4

# The newest change of each entry up to a version, read from the index alone.
_NEWEST = """
SELECT entri_id, id, unit_id, terbitan_id FROM (
    SELECT entri_id, id, unit_id, max(terbitan_id) AS terbitan_id, perubahan
    FROM dik_versi INDEXED BY dik_versi_urut
    WHERE terbitan_id <= ? GROUP BY entri_id
) WHERE perubahan <> 'cabut'
"""
_CHANGES = "SELECT entri_id, perubahan, usulan_id FROM dik_versi WHERE terbitan_id = ?"
_CONTENT = """
SELECT v.id, v.isi, e.catatan FROM dik_versi v JOIN dik_entri e ON e.id = v.entri_id
WHERE v.id IN ({})
"""


# Thousands of entries have one of a few periods; the rest of their content is not needed.
_PERIODS = """
SELECT id, json_extract(isi, '$.jangka') FROM dik_versi
WHERE id IN (SELECT value FROM json_each(?))
"""
_TITLES = """
SELECT id, json_extract(isi, '$.informasi') FROM dik_versi
WHERE id IN (SELECT value FROM json_each(?))
"""


class DaftarReader:
    """Makes the list of any version."""

    def __init__(self, database: Any) -> None:
        self._database = database
        self._known: dict[int, IsiDik] = {}
        self._kept: dict[tuple[int, tuple[int, ...]], Places] = {}

    def names(self) -> dict[int, NamaTerbitan]:
        """Every version's Keputusan by id, oldest first."""
        rows = tables.Terbitan.select().order_by(tables.Terbitan.id)
        return {row.id: NamaTerbitan(row.nomor, day_of(row.tanggal)) for row in rows}

    def newest(self, day: date) -> int | None:
        """The version in force at the end of `day`; of two on one day the later one."""
        row = (
            tables.Terbitan.select(tables.Terbitan.id)
            .where(tables.Terbitan.tanggal <= day.isoformat())
            .order_by(tables.Terbitan.tanggal.desc(), tables.Terbitan.id.desc())
            .first()
        )
        return None if row is None else int(row.id)

    def size(self) -> int:
        """At most so many entries were ever in the register."""
        (most,) = self._database.execute_sql("SELECT max(id) FROM dik_entri").fetchone()
        return most or 0

    def read(self, terbitan_id: int | None, *, names_today: bool = False) -> Daftar:
        """The list of a version; None is the register before the first.

        Units are named and ordered as they were then, or as they are now.
        """
        if terbitan_id is None:
            return Daftar(self._contents, Places(()), NamaTerbitan("", date.min), {}, {})
        order = self._units_today() if names_today else self._units_then(terbitan_id)
        names = self.names()
        places = self._places(terbitan_id, tuple(order))
        return Daftar(self._contents, places, names[terbitan_id], names, order)

    def changes(self, terbitan_id: int) -> dict[int, tuple[Perubahan, int | None]]:
        """How a version changed each entry that it changed, and the usulan that asked for it."""
        rows = self._database.execute_sql(_CHANGES, (terbitan_id,)).fetchall()
        named = {change.value: change for change in Perubahan}
        return {entri_id: (named[word], usulan_id) for entri_id, word, usulan_id in rows}

    def ends(self, places: Sequence[Place]) -> dict[int, date]:
        """The last day of each entry that has one, by entry."""
        names = self.names()
        texts = self._of_each(_PERIODS, places)
        judged: dict[tuple[str | None, int], date | None] = {}
        ends = {}
        for entri_id, versi_id, _unit_id, terbitan_id in places:
            key = texts.get(versi_id), terbitan_id
            if key not in judged:
                jangka = jangka_from_json(key[0])
                judged[key] = jangka.berakhir(names[terbitan_id].tanggal) if jangka else None
            end = judged[key]
            if end is not None:
                ends[entri_id] = end
        return ends

    def titles(self, places: Sequence[Place]) -> list[str]:
        """The title of each place, in their order; nothing else of its content is read."""
        texts = self._of_each(_TITLES, places)
        # Content that another program wrote may have no title.
        return [texts[place.versi_id] or "" for place in places]

    def _of_each(self, sql: str, places: Sequence[Place]) -> dict[int, Any]:
        asked = json.dumps([place.versi_id for place in places])
        return dict(self._database.execute_sql(sql, (asked,)).fetchall())

    def _places(self, terbitan_id: int, units: tuple[int, ...]) -> Places:
        """What is in force in a version, by unit; a version stays what it is, so asked for once."""
        known = self._kept.pop((terbitan_id, units), None)
        if known is None:
            rows = self._database.execute_sql(_NEWEST, (terbitan_id,)).fetchall()
            rank = {unit: place for place, unit in enumerate(units)}
            rows.sort(key=lambda row: rank[row[2]])
            known = Places(rows)
        self._kept[terbitan_id, units] = known
        while len(self._kept) > _VERSIONS_KEPT:
            del self._kept[next(iter(self._kept))]
        return known

    def _contents(self, versi_ids: Sequence[int]) -> Iterator[tuple[int, IsiDik, str]]:
        """A version never changes once it is written, so its content is read once."""
        marks = ", ".join("?" * len(versi_ids))
        rows = self._database.execute_sql(_CONTENT.format(marks), versi_ids)
        for versi_id, isi, catatan in rows.fetchall():
            if versi_id not in self._known:
                self._known[versi_id] = isi_from_json(isi)
            yield versi_id, self._known[versi_id], catatan

    def _units_today(self) -> dict[int, str]:
        units = tables.UnitKerja.select(tables.UnitKerja.id, tables.UnitKerja.nama)
        rows = units.order_by(tables.UnitKerja.urutan, tables.UnitKerja.id)
        return {row.id: row.nama for row in rows}

    def _units_then(self, terbitan_id: int) -> dict[int, str]:
        kept = tables.DikTerbitanUnit
        rows = kept.select().where(kept.terbitan == terbitan_id).order_by(kept.urutan, kept.unit)
        return {row.unit_id: row.nama for row in rows}
