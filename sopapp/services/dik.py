"""The register: what is in force on a day, and a Keputusan brought into it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date, timedelta
from typing import Any

from sopapp.domain.changes import Kind
from sopapp.domain.daftar import Daftar
from sopapp.domain.dik import (
    BarisRancangan,
    EntriDik,
    JenisUsulan,
    Perubahan,
    Putusan,
)
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.sop import StageKind
from sopapp.domain.terbitan import Terbitan
from sopapp.persistence import tables
from sopapp.persistence.daftar import DaftarReader
from sopapp.persistence.dik_index import index_note, index_versions
from sopapp.persistence.isi import isi_as_dict, isi_from_json, isi_to_json
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import utc_text
from sopapp.services.berkas import BerkasService
from sopapp.services.letter_rows import keputusan_row

_LONGEST_NOTE = 5000


class DikService:
    """Reads the register and brings a signed Keputusan into it."""

    def __init__(self, store: Store, berkas: BerkasService) -> None:
        self._store = store
        self._berkas = berkas
        self._reader = DaftarReader(store.database)
        self._ends: tuple[int | None, dict[int, date]] | None = None

    def as_of(self, day: date) -> Daftar:
        """The entries in force at the end of `day`, by unit.

        An entry whose period has ended stays until a Keputusan opens it: PPID sets it as
        public (PP 61/2010), the calendar does not.
        """
        return self._reader.read(self._reader.newest(day))

    def current(self) -> Daftar:
        """The entries in force now, also by a Keputusan dated ahead; units as named today."""
        return self._reader.read(self._reader.newest(date.max), names_today=True)

    def at(self, terbitan_id: int) -> Daftar:
        """The entries of one version, as its Lampiran lists them. Raises NotFoundError."""
        if terbitan_id not in self._reader.names():
            raise NotFoundError("Versi daftar itu tidak ada.")
        return self._reader.read(terbitan_id)

    def terbitan(self) -> tuple[Terbitan, ...]:
        """The versions, oldest first."""
        counts = {
            row[0]: row[1:]
            for row in self._store.database.execute_sql(
                "SELECT terbitan_id, sum(perubahan = 'tambah'), sum(perubahan = 'cabut') "
                "FROM dik_versi GROUP BY terbitan_id"
            )
        }
        versions = []
        total = 0
        for row in tables.Terbitan.select().order_by(tables.Terbitan.id):
            added, removed = counts.get(row.id, (0, 0))
            total += added - removed
            versions.append(
                Terbitan(
                    id=row.id,
                    nomor=row.nomor,
                    tanggal=date.fromisoformat(row.tanggal),
                    berkas_id=row.berkas_id,
                    jumlah=total,
                )
            )
        return tuple(versions)

    def expiring(self, day: date, ahead: int) -> tuple[EntriDik, ...]:
        """Entries in force now whose period ends by `ahead` calendar days after `day`.

        Those that ended already come first: nothing opens them but a Keputusan.
        """
        try:
            last = day + timedelta(days=ahead)
        except OverflowError:
            last = date.max
        daftar = self.current()
        ends = self._ends_of(daftar)
        soon = {entri: end for entri, end in ends.items() if end <= last}
        if not soon:
            return ()
        found = [daftar[at] for at, place in enumerate(daftar.places) if place.entri_id in soon]
        return tuple(sorted(found, key=lambda entry: (soon[entry.id], entry.id)))

    def _ends_of(self, daftar: Daftar) -> dict[int, date]:
        """The last day of each entry that has one, read once per version of the register."""
        newest = self._reader.newest(date.max)
        if self._ends is None or self._ends[0] != newest:
            ends = {entry.id: entry.berakhir for entry in daftar if entry.berakhir is not None}
            self._ends = (newest, ends)
        return self._ends[1]

    def set_note(self, entri_id: int, text: str) -> None:
        """Set the office's own note on an entry, which is never published."""
        row = tables.DikEntri.get_or_none(tables.DikEntri.id == entri_id)
        if row is None:
            raise NotFoundError("Informasi itu tidak ada di daftar.")
        text = text.strip()
        if len(text) > _LONGEST_NOTE:
            msg = f"Catatan terlalu panjang ({len(text)} huruf); paling banyak {_LONGEST_NOTE}."
            raise DomainError(msg, field="catatan")
        if text == row.catatan:
            return
        newest = (
            tables.DikVersi.select()
            .where(tables.DikVersi.entri == entri_id)
            .order_by(tables.DikVersi.terbitan.desc())
            .first()
        )
        with self._store.write("dik.catatan", Kind.DIK) as entry:
            tables.DikEntri.update(catatan=text).where(tables.DikEntri.id == entri_id).execute()
            index_note(self._store.database, entri_id, text)
            entry.say(
                f"Catatan internal diubah: {isi_from_json(newest.isi).informasi}",
                sebelum={"catatan": row.catatan},
                sesudah={"catatan": text},
            )

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

        Only what changes gets a row; the Lampiran is what is in force from then on, under the
        units' names of this day. Raises DomainError.
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
            keep_unit_names(terbitan.id)
            for row in rows:
                if row.perubahan is Perubahan.TETAP:
                    continue
                tables.DikVersi.create(
                    entri=row.entri_id or tables.DikEntri.create().id,
                    terbitan=terbitan.id,
                    perubahan=row.perubahan.value,
                    unit=row.unit_id,
                    usulan=row.usulan_id,
                    isi=isi_to_json(row.isi),
                )
            index_versions(self._store.database, terbitan.id)
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
        changed = {
            row.entri_id: row
            for row in tables.DikVersi.select().where(tables.DikVersi.terbitan == terbitan.id)
        }
        before = self._before(terbitan.id, changed)
        order, names = unit_names(terbitan.id)
        rows = []
        for entry in self._reader.read(terbitan.id):
            change = changed.get(entry.id)
            was = before.get(entry.id)
            rows.append(
                BarisRancangan(
                    perubahan=Perubahan(change.perubahan) if change else Perubahan.TETAP,
                    entri_id=entry.id,
                    usulan_id=change.usulan_id if change else None,
                    unit_id=entry.unit_id,
                    unit_nama=entry.unit_nama,
                    isi=entry.isi,
                    sebelum=isi_from_json(was) if was else (None if change else entry.isi),
                )
            )
        rows += [
            BarisRancangan(
                perubahan=Perubahan.CABUT,
                entri_id=row.entri_id,
                usulan_id=row.usulan_id,
                unit_id=row.unit_id,
                unit_nama=names[row.unit_id],
                isi=isi_from_json(row.isi),
                sebelum=isi_from_json(before[row.entri_id]),
            )
            for row in changed.values()
            if row.perubahan == Perubahan.CABUT
        ]
        rows.sort(key=lambda row: (order[row.unit_id], row.entri_id))
        return tuple(rows)

    def _before(self, terbitan_id: int, changed: Mapping[int, Any]) -> dict[int, str]:
        """The stored content of the changed entries just before a version."""
        if not changed:
            return {}
        earlier = (
            tables.DikVersi.select(tables.DikVersi.entri, tables.DikVersi.isi)
            .where(tables.DikVersi.terbitan < terbitan_id)
            .order_by(tables.DikVersi.terbitan)
        )
        return {row.entri_id: row.isi for row in earlier if row.entri_id in changed}


def keep_unit_names(terbitan_id: int) -> None:
    """Keep how the units are named and ordered on the day of a version; call inside a write."""
    for unit in tables.UnitKerja.select():
        tables.DikTerbitanUnit.create(
            terbitan=terbitan_id, unit=unit.id, nama=unit.nama, urutan=unit.urutan
        )


def unit_names(terbitan_id: int) -> tuple[dict[int, int], dict[int, str]]:
    """Place and name of each unit in a version."""
    kept = tables.DikTerbitanUnit
    rows = list(kept.select().where(kept.terbitan == terbitan_id).order_by(kept.urutan, kept.unit))
    return (
        {row.unit_id: place for place, row in enumerate(rows)},
        {row.unit_id: row.nama for row in rows},
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
