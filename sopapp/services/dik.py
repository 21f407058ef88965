"""The register: what is in force on a day, and a Keputusan brought into it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date
from typing import Any

from sopapp.domain.changes import Kind
from sopapp.domain.dik import (
    BarisRancangan,
    EntriDik,
    IsiDik,
    JenisUsulan,
    Perubahan,
    Putusan,
)
from sopapp.domain.errors import DomainError
from sopapp.domain.sop import StageKind
from sopapp.persistence import tables
from sopapp.persistence.isi import isi_as_dict, isi_from_json, isi_to_json
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import utc_text
from sopapp.services.berkas import BerkasService
from sopapp.services.letter_rows import keputusan_row

# The version that counts on a day is the one of the latest Keputusan up to that day; of two
# on one day, the one brought in later. A period runs from the Keputusan that last set the
# content, not from one that only left it as it was.
_IN_FORCE = """
WITH urut AS (
    SELECT v.entri_id, v.perubahan, v.unit_id, v.isi, s.nomor, s.tanggal,
           row_number() OVER (PARTITION BY v.entri_id ORDER BY s.tanggal DESC, t.id DESC) AS ke,
           max(CASE WHEN v.perubahan IN ('tambah', 'ubah') THEN s.tanggal END)
               OVER (PARTITION BY v.entri_id) AS mulai
    FROM dik_versi v
    JOIN dik_terbitan t ON t.id = v.terbitan_id
    JOIN surat s ON s.id = t.surat_id
    WHERE s.tanggal <= ?
)
SELECT urut.entri_id, u.id, u.nama, urut.isi, urut.nomor, urut.tanggal, urut.mulai
FROM urut JOIN unit_kerja u ON u.id = urut.unit_id
WHERE urut.ke = 1 AND urut.perubahan <> 'cabut'
ORDER BY u.urutan, u.id, urut.entri_id
"""


class DikService:
    """Reads the register and brings a signed Keputusan into it."""

    def __init__(self, store: Store, berkas: BerkasService) -> None:
        self._store = store
        self._berkas = berkas

    def as_of(self, day: date) -> tuple[EntriDik, ...]:
        """The entries in force at the end of `day`, by unit.

        An entry whose period has ended stays until a Keputusan opens it: PPID sets it as
        public (PP 61/2010), the calendar does not.
        """
        rows = self._store.database.execute_sql(_IN_FORCE, (day.isoformat(),))
        return tuple(_entry(*row) for row in rows)

    def current(self) -> tuple[EntriDik, ...]:
        """The entries in force now, also by a Keputusan dated ahead."""
        return self.as_of(date.max)

    def rows(self, berkas_id: int) -> tuple[BarisRancangan, ...]:
        """What the berkas makes of the register, entry by entry, removals included.

        For a berkas whose Keputusan was brought in: what it made of it.
        """
        terbitan = self._terbitan(berkas_id)
        return self._draft_rows(berkas_id) if terbitan is None else self._applied_rows(terbitan)

    def applied(self, berkas_id: int) -> bool:
        """Whether the berkas' Keputusan is in the register."""
        return self._terbitan(berkas_id) is not None

    def apply(self, berkas_id: int) -> None:
        """Bring the register in line with the signed Keputusan, all in one transaction.

        Every entry of the Lampiran gets a version, also those that stay as they were, so
        the Lampiran can be told from the register for ever. Raises DomainError.
        """
        self._berkas.require_stage(berkas_id, StageKind.PEMUTAKHIRAN)
        keputusan = keputusan_row(berkas_id)
        if keputusan is None or not keputusan.ditandatangani:
            raise DomainError("Nomor dan tanggal Keputusan belum dicatat di tahap 3.")
        if self.applied(berkas_id):
            raise DomainError("Daftar sudah diselaraskan dengan Keputusan ini.")
        rows = self._draft_rows(berkas_id)
        counts = {change: sum(row.perubahan is change for row in rows) for change in Perubahan}
        with self._store.write("dik.selaras", Kind.DIK, Kind.SURAT, berkas_id=berkas_id) as entry:
            terbitan = tables.DikTerbitan.create(
                surat=keputusan.id, diterapkan=utc_text(self._store.clock.now())
            )
            for row in rows:
                entri_id = row.entri_id or tables.DikEntri.create().id
                tables.DikVersi.create(
                    entri=entri_id,
                    terbitan=terbitan.id,
                    perubahan=row.perubahan.value,
                    unit=row.unit_id,
                    isi=isi_to_json(row.isi),
                )
            # Another berkas' printed draft lists a register that is no longer so.
            tables.Surat.update(perlu_cetak=True).where(
                (tables.Surat.jenis == "keputusan") & ~tables.Surat.ditandatangani
            ).execute()
            entry.say(
                f"Daftar diselaraskan dengan Keputusan Nomor {keputusan.nomor}: "
                f"{counts[Perubahan.TAMBAH]} ditambahkan, {counts[Perubahan.UBAH]} diubah, "
                f"{counts[Perubahan.CABUT]} dibuka kembali, {counts[Perubahan.TETAP]} tetap.",
                sesudah={
                    "perubahan": [
                        {
                            "perubahan": row.perubahan.value,
                            "unit": row.unit_nama,
                            "sebelum": row.sebelum and isi_as_dict(row.sebelum),
                            "isi": isi_as_dict(row.isi),
                        }
                        for row in rows
                        if row.perubahan is not Perubahan.TETAP
                    ]
                },
            )

    def _terbitan(self, berkas_id: int) -> Any | None:
        """The version of the register that the berkas' Keputusan made; None before."""
        keputusan = keputusan_row(berkas_id)
        if keputusan is None:
            return None
        return tables.DikTerbitan.get_or_none(tables.DikTerbitan.surat == keputusan.id)

    def _draft_rows(self, berkas_id: int) -> tuple[BarisRancangan, ...]:
        by_entry: dict[int, Any] = {}
        added: list[Any] = []
        query = (
            tables.Usulan.select(tables.Usulan, tables.UnitKerja)
            .join(tables.UnitKerja)
            .where(tables.Usulan.berkas == berkas_id)
            .order_by(tables.UnitKerja.urutan, tables.UnitKerja.id, tables.Usulan.id)
        )
        for usulan in query:
            if usulan.entri_id is not None:
                by_entry[usulan.entri_id] = usulan
            elif usulan.putusan == Putusan.DIKECUALIKAN:
                added.append(usulan)
        order = {
            unit.id: place
            for place, unit in enumerate(
                tables.UnitKerja.select().order_by(tables.UnitKerja.urutan, tables.UnitKerja.id)
            )
        }
        former = _former_words([u for u in by_entry.values() if u.jenis == JenisUsulan.TETAP])
        rows = [
            _row_of_entry(entry, by_entry.pop(entry.id, None), former) for entry in self.current()
        ]
        # An entry that another berkas took out meanwhile is set anew, so that nothing vanishes.
        added += [u for u in by_entry.values() if u.putusan == Putusan.DIKECUALIKAN]
        rows += [
            BarisRancangan(
                perubahan=Perubahan.TAMBAH,
                entri_id=None,
                usulan_id=usulan.id,
                unit_id=usulan.unit.id,
                unit_nama=usulan.unit.nama,
                isi=isi_from_json(usulan.isi),
            )
            for usulan in added
        ]
        rows.sort(key=lambda row: order[row.unit_id])  # stable: old entries before new ones
        return tuple(rows)

    def _applied_rows(self, terbitan: Any) -> tuple[BarisRancangan, ...]:
        query = (
            tables.DikVersi.select(tables.DikVersi, tables.UnitKerja)
            .join(tables.UnitKerja)
            .where(tables.DikVersi.terbitan == terbitan.id)
            .order_by(tables.DikVersi.id)
        )
        before = {
            version.entri_id: version.isi
            for version in tables.DikVersi.select()
            .where(tables.DikVersi.terbitan < terbitan.id)
            .order_by(tables.DikVersi.terbitan)
        }
        return tuple(
            BarisRancangan(
                perubahan=Perubahan(version.perubahan),
                entri_id=version.entri_id,
                usulan_id=None,
                unit_id=version.unit.id,
                unit_nama=version.unit.nama,
                isi=isi_from_json(version.isi),
                sebelum=isi_from_json(before[version.entri_id])
                if version.entri_id in before
                else None,
            )
            for version in query
        )


def _former_words(kept: Sequence[Any]) -> set[tuple[int, str]]:
    """Every content that the entries of these usulan ever had, with the entry's id."""
    versions = tables.DikVersi.select(tables.DikVersi.entri, tables.DikVersi.isi).where(
        tables.DikVersi.entri.in_([usulan.entri_id for usulan in kept])
    )
    return {(version.entri_id, version.isi) for version in versions}


def _row_of_entry(
    entry: EntriDik, usulan: Any | None, former: Set[tuple[int, str]]
) -> BarisRancangan:
    change, isi = Perubahan.TETAP, entry.isi
    if usulan is not None:
        judged = isi_from_json(usulan.isi)
        if usulan.putusan == Putusan.TERBUKA:
            change = Perubahan.CABUT
        elif (
            usulan.putusan == Putusan.DIKECUALIKAN
            and usulan.jenis != JenisUsulan.BUKA
            and judged != entry.isi
            # A "tetap" that was not amended keeps what another berkas made of the entry since.
            and not (usulan.jenis == JenisUsulan.TETAP and (entry.id, usulan.isi) in former)
        ):
            change, isi = Perubahan.UBAH, judged
    return BarisRancangan(
        perubahan=change,
        entri_id=entry.id,
        usulan_id=usulan.id if usulan is not None else None,
        unit_id=entry.unit_id,
        unit_nama=entry.unit_nama,
        isi=isi,
        sebelum=entry.isi,
    )


def _entry(
    entri_id: int,
    unit_id: int,
    unit_nama: str,
    isi_text: str,
    nomor: str,
    set_on: str,
    first: str,
) -> EntriDik:
    isi: IsiDik = isi_from_json(isi_text)
    mulai = date.fromisoformat(first)
    return EntriDik(
        id=entri_id,
        unit_id=unit_id,
        unit_nama=unit_nama,
        isi=isi,
        keputusan_nomor=nomor,
        keputusan_tanggal=date.fromisoformat(set_on),
        mulai=mulai,
        berakhir=isi.jangka.berakhir(mulai) if isi.jangka else None,
    )
