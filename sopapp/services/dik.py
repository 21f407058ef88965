"""The register: what is in force on a day, and a Keputusan brought into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sopapp.domain import panduan
from sopapp.domain.changes import Kind
from sopapp.domain.daftar import Daftar, Place
from sopapp.domain.dik import (
    EntriDik,
    Perubahan,
)
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.domain.progress import Progress, counted, no_progress
from sopapp.domain.rancangan import Rancangan
from sopapp.domain.ribuan import ribuan
from sopapp.domain.sop import StageKind
from sopapp.domain.terbitan import Terbitan
from sopapp.persistence import tables
from sopapp.persistence.daftar import DaftarReader
from sopapp.persistence.dik_index import index_note, index_versions
from sopapp.persistence.isi import isi_as_dict, isi_from_json, isi_to_json
from sopapp.persistence.store import Store
from sopapp.persistence.stored_time import day_of, utc_text
from sopapp.services.berkas import BerkasService
from sopapp.services.checked_input import checked_input
from sopapp.services.dik_ends import DikEnds
from sopapp.services.dik_rows import applied_rows, draft_rows, keep_unit_names
from sopapp.services.letter_rows import keputusan_row, mark_keputusan_stale

_LONGEST_NOTE = 5000
_TOGETHER = 1000
"""Entries that are looked through in a turn, of a version that changed the whole register."""


@checked_input(trusted=("places",))
class DikService:
    """Reads the register and brings a signed Keputusan into it."""

    def __init__(self, store: Store, berkas: BerkasService) -> None:
        self._store = store
        self._berkas = berkas
        self._reader = DaftarReader(store.database)
        self._ends = DikEnds(self._reader)
        self._applied: tuple[int, Rancangan] | None = None
        """What the version looked at last changed; a version stays what it is."""

    def as_of(self, day: date) -> Daftar:
        """The entries in force at the end of `day`, by unit.

        An entry whose period has ended stays until a Keputusan opens it: PPID sets it as
        public (PP 61/2010), the calendar does not.
        """
        return self._reader.read(self._reader.newest(day))

    def current(self) -> Daftar:
        """The entries in force now, also by a Keputusan dated ahead; units as named today."""
        return self._reader.read(self.newest(), names_today=True)

    def entry(self, entri_id: int | None) -> EntriDik | None:
        """The entry with this id, None when it is not in force now."""
        daftar = self.current()
        found = daftar.find((entri_id,))
        return daftar[found[0]] if found else None

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
                "FROM dik_versi INDEXED BY dik_versi_urut GROUP BY terbitan_id"
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
                    tanggal=day_of(row.tanggal),
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
        ends = self._ends.of(self.newest())
        soon = {entri: end for entri, end in ends.items() if end <= last}
        if not soon:
            return ()
        daftar = self.current()
        found = (daftar[at] for at in daftar.find(soon))
        return tuple(sorted(found, key=lambda entry: (soon[entry.id], entry.id)))

    def ends(self, day: date) -> Mapping[int, date]:
        """The last day of each entry in force on `day` that has one, by entry."""
        return self._ends.of(self._reader.newest(day))

    def prepare_ends(self, day: date = date.max) -> Iterator[None]:
        """Read a part at a time what `ends` of that day gives; `date.max` for `expiring`.

        For who must not halt meanwhile: it pauses between the parts, and ends at once when
        everything is known.
        """
        return self._ends.prepare(self._reader.newest(day))

    def newest(self) -> int | None:
        """The id of the version in force now, also by a Keputusan dated ahead."""
        return self._reader.newest(date.max)

    def titles(self, places: Sequence[Place]) -> list[str]:
        """The titles of entries by their places; the rest of their content is not read."""
        return self._reader.titles(places)

    def set_note(self, entri_id: int, text: str) -> None:
        """Set the office's own note on an entry, which is never published."""
        row = tables.DikEntri.get_or_none(tables.DikEntri.id == entri_id)
        if row is None:
            raise NotFoundError("Informasi itu tidak ada di daftar.")
        text = text.strip()
        if len(text) > _LONGEST_NOTE:
            msg = (
                f"Catatan terlalu panjang ({ribuan(len(text))} huruf); paling banyak "
                f"{ribuan(_LONGEST_NOTE)}."
            )
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

    def rows(self, berkas_id: int) -> Rancangan:
        """What the berkas makes of the register, entry by entry, removals included.

        For a berkas whose Keputusan was brought in: what it made of it.
        """
        terbitan = self._terbitan(berkas_id)
        if terbitan is None:
            return draft_rows(berkas_id, self.current())
        for _pause in self._take_in(terbitan.id):
            pass
        assert self._applied is not None
        return self._applied[1]

    def prepare_rows(self, berkas_id: int) -> Iterator[None]:
        """Read a part at a time what a brought in Keputusan made of the register.

        For who must not halt meanwhile: `rows` is quick after it.
        """
        terbitan = self._terbitan(berkas_id)
        if terbitan is not None:
            yield from self._take_in(terbitan.id)

    def _take_in(self, terbitan_id: int) -> Iterator[None]:
        if self._applied is not None and self._applied[0] == terbitan_id:
            return
        large = self._reader.size() > _TOGETHER
        listed = self._reader.read(terbitan_id)
        if large:
            yield
        changes = self._reader.changes(terbitan_id)
        if large:
            yield
        rows = applied_rows(terbitan_id, listed, changes)
        if large:
            yield
        rows.counts()  # looks at each, once
        self._applied = terbitan_id, rows

    def applied(self, berkas_id: int) -> bool:
        """Whether the berkas' Keputusan is in the register."""
        return self._terbitan(berkas_id) is not None

    def apply(self, berkas_id: int, progress: Progress = no_progress) -> None:
        """Bring the register in line with the signed Keputusan, all in one transaction.

        Only what changes gets a row; the Lampiran is what is in force from then on, under the
        units' names of this day. `progress` hears of the entries that change, and may stop it.
        Raises DomainError.
        """
        self._berkas.require_stage(berkas_id, StageKind.PEMUTAKHIRAN)
        keputusan = keputusan_row(berkas_id)
        if keputusan is None or not keputusan.ditandatangani:
            raise DomainError("Nomor dan tanggal Keputusan belum dicatat di tahap 3.")
        if self.applied(berkas_id):
            raise DomainError(
                "Daftar sudah diselaraskan dengan Keputusan ini.", topic=panduan.SUDAH_SELARAS
            )
        rows = draft_rows(berkas_id, self.current())
        counts = rows.counts()
        with self._store.write("dik.selaras", Kind.DIK, Kind.SURAT, berkas_id=berkas_id) as entry:
            terbitan = tables.DikTerbitan.create(
                surat=keputusan.id, diterapkan=utc_text(self._store.clock.now())
            )
            for row in counted(tuple(rows.changed()), progress):
                tables.DikVersi.create(
                    entri=row.entri_id or tables.DikEntri.create().id,
                    terbitan=terbitan.id,
                    perubahan=row.perubahan.value,
                    unit=row.unit_id,
                    usulan=row.usulan_id,
                    isi=isi_to_json(row.isi),
                )
            keep_unit_names(terbitan.id)
            index_versions(self._store.database, terbitan.id)
            mark_keputusan_stale()  # another berkas' draft lists a register that is no longer so
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
