"""The facts of running berkas, gathered in a few counting queries for any number of them."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sopapp.domain.facts import Facts
from sopapp.persistence.database import Database

# Each query gives (berkas_id, values in the order of the names beside it). CROSS lets SQLite begin
# with the berkas asked for, however many letters and usulan the others have.
_COUNTS = (
    (
        ("asked", "letters_numbered", "letters_printed", "answered", "unrecorded"),
        """
        SELECT which.berkas_id, count(*), sum(s.nomor IS NOT NULL AND s.tanggal IS NOT NULL),
               sum(coalesce(s.perlu_cetak = 0, 0)), sum(p.jawaban IS NOT NULL),
               sum(CASE p.jawaban WHEN 'usulan' THEN NOT EXISTS (
                   SELECT 1 FROM usulan u
                   WHERE u.berkas_id = p.berkas_id AND u.unit_id = p.unit_id) ELSE 0 END)
        FROM {which} AS which CROSS JOIN permintaan p USING (berkas_id)
        LEFT JOIN surat s ON s.id = p.surat_id
        GROUP BY which.berkas_id""",
    ),
    (
        ("usulan", "usulan_judged", "usulan_final", "usulan_returned"),
        """
        SELECT berkas_id, count(*), sum(putusan IS NOT NULL),
               sum(coalesce(putusan = 'terbuka' OR (putusan = 'dikecualikan' AND
                   EXISTS (SELECT 1 FROM uji WHERE usulan_id = usulan.id)), 0)),
               sum(coalesce(putusan = 'dikembalikan', 0))
        FROM {which} CROSS JOIN usulan USING (berkas_id) GROUP BY berkas_id""",
    ),
    (
        (
            "keputusan_drafted",
            "keputusan_printed",
            "keputusan_signed",
            "scanned",
            "register_applied",
        ),
        """
        SELECT s.berkas_id, 1, s.perlu_cetak = 0, s.ditandatangani,
               EXISTS (SELECT 1 FROM pindaian WHERE surat_id = s.id),
               EXISTS (SELECT 1 FROM dik_terbitan WHERE surat_id = s.id)
        FROM {which} CROSS JOIN surat s USING (berkas_id)
        WHERE s.jenis = 'keputusan' AND s.batal = ''""",
    ),
    (
        ("list_written",),
        "SELECT berkas_id, 1 FROM {which} CROSS JOIN daftar_terbit USING (berkas_id)",
    ),
    (("published",), "SELECT berkas_id, 1 FROM {which} CROSS JOIN publikasi USING (berkas_id)"),
    (
        ("archived",),
        # A bundle counts only while nothing that belongs in it came after it.
        """
        SELECT berkas_id, 1 FROM {which} CROSS JOIN bundel b USING (berkas_id)
        WHERE b.waktu >= max(
            coalesce((SELECT max(waktu) FROM publikasi WHERE berkas_id = b.berkas_id), ''),
            coalesce((SELECT max(dibatalkan) FROM surat WHERE berkas_id = b.berkas_id), ''),
            coalesce((SELECT max(waktu) FROM daftar_terbit WHERE berkas_id = b.berkas_id), ''),
            coalesce((SELECT max(waktu) FROM cetakan_uji WHERE berkas_id = b.berkas_id), ''),
            coalesce((SELECT max(c.waktu) FROM cetakan c JOIN surat s ON s.id = c.surat_id
                      WHERE s.berkas_id = b.berkas_id AND c.keterangan <> 'salinan'), ''),
            coalesce((SELECT max(p.waktu) FROM pindaian p JOIN surat s ON s.id = p.surat_id
                      WHERE s.berkas_id = b.berkas_id), ''))""",
    ),
)
_FLAGS = {
    "keputusan_drafted",
    "keputusan_printed",
    "keputusan_signed",
    "scanned",
    "register_applied",
    "list_written",
    "published",
    "archived",
}
_Counts = tuple[tuple[tuple[str, ...], tuple[int, ...]], ...]
"""What the queries found about one berkas: (names, values) of each that found something."""

_RUNNING = "(SELECT berkas_id FROM stage_run WHERE selesai IS NULL)"
_THESE = "(SELECT DISTINCT value AS berkas_id FROM json_each(?))"
_ONE = "(SELECT ? AS berkas_id)"


def facts_of_running(database: Database) -> dict[int, Facts]:
    """Counts of every running berkas; one that has nothing yet is not in the answer.

    Berkas with the same counts share one value.
    """
    return _shared(_count(database, _RUNNING, ()))


def facts_of_some(database: Database, berkas: Collection[int]) -> dict[int, Facts]:
    """Counts of these berkas, as `facts_of_running` gives them."""
    return _shared(_count(database, _THESE, (json.dumps([*berkas]),)))


def _shared(found: dict[int, _Counts]) -> dict[int, Facts]:
    shared: dict[_Counts, Facts] = {}
    facts = {}
    for berkas_id, counts in found.items():
        known = shared.get(counts)
        if known is None:
            known = shared[counts] = Facts(**_named(counts))
        facts[berkas_id] = known
    return facts


def facts_of(database: Database, berkas_id: int) -> Facts:
    """Counts of one berkas, with the names of what is still open."""
    counts = _count(database, _ONE, (berkas_id,)).get(berkas_id, ())
    return Facts(
        **_named(counts),
        unrecorded_names=_names(
            database,
            "SELECT u.nama FROM permintaan p JOIN unit_kerja u ON u.id = p.unit_id "
            "WHERE p.berkas_id = ? AND p.jawaban = 'usulan' AND NOT EXISTS (SELECT 1 FROM usulan x "
            "WHERE x.berkas_id = p.berkas_id AND x.unit_id = p.unit_id) ORDER BY u.urutan, u.id",
            berkas_id,
        ),
        unanswered_names=_names(
            database,
            "SELECT u.nama FROM permintaan p JOIN unit_kerja u ON u.id = p.unit_id "
            "WHERE p.berkas_id = ? AND p.jawaban IS NULL ORDER BY u.urutan, u.id",
            berkas_id,
        ),
        # One excluded before the program kept tests has its test still to come.
        unjudged_titles=_titles(
            database,
            berkas_id,
            "(putusan IS NULL OR (putusan = 'dikecualikan' AND "
            "NOT EXISTS (SELECT 1 FROM uji WHERE usulan_id = usulan.id)))",
        ),
        returned_titles=_titles(database, berkas_id, "putusan = 'dikembalikan'"),
    )


def _count(database: Database, which: str, parameters: tuple[int | str, ...]) -> dict[int, _Counts]:
    found: dict[int, _Counts] = {}
    for names, sql in _COUNTS:
        for row in database.execute_sql(sql.format(which=which), parameters).fetchall():
            found[row[0]] = (*found.get(row[0], ()), (names, row[1:]))
    return found


def _named(counts: _Counts) -> dict[str, Any]:
    return {
        name: bool(value) if name in _FLAGS else value
        for names, values in counts
        for name, value in zip(names, values, strict=True)
    }


def _titles(database: Database, berkas_id: int, state: str) -> tuple[str, ...]:
    sql = (
        "SELECT json_extract(isi, '$.informasi') FROM usulan "
        f"WHERE berkas_id = ? AND {state} ORDER BY id"  # state is one of two constants
    )
    return _names(database, sql, berkas_id)


def _names(database: Database, sql: str, berkas_id: int) -> tuple[str, ...]:
    # Content that another program wrote may have no title.
    return tuple(str(row[0] or "?") for row in database.execute_sql(sql, (berkas_id,)))
