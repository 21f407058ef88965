"""The register entry by entry: what a berkas would make of it, and what a version made of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any

from sopapp.domain.daftar import Daftar
from sopapp.domain.dik import (
    BarisRancangan,
    EntriDik,
    IsiDik,
    JenisJangka,
    JenisUsulan,
    Perubahan,
    Putusan,
)
from sopapp.domain.rancangan import Rancangan
from sopapp.persistence import tables
from sopapp.persistence.isi import isi_from_json


def draft_rows(berkas_id: int, current: Daftar) -> Rancangan:
    """What the usulan of a berkas make of the entries in force now, removals included."""
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
    former = _former_words(berkas_id)
    slots: list[BarisRancangan | int] = list(range(len(current)))
    for at in current.find(by_entry):
        spoken = by_entry.pop(current.places[at].entri_id)
        slots[at] = _row_of_entry(current[at], spoken, former)
    # An entry that another berkas took out meanwhile is set anew, so that nothing vanishes.
    added += [u for u in by_entry.values() if u.putusan == Putusan.DIKECUALIKAN]
    new = [_row_of_new(usulan) for usulan in added]  # after the old ones of their unit
    in_list = _with_rows(slots, current, new, key=lambda unit_id, _entri: order[unit_id])
    return Rancangan(in_list, current)


def applied_rows(
    terbitan_id: int, listed: Daftar, changed: Mapping[int, tuple[Perubahan, int | None]]
) -> Rancangan:
    """What a version changed; `listed` are the entries in force from it on.

    `changed` tells of each entry that it changed how, and by which usulan. That may be the whole
    register: of what is listed the content is read when its row is looked at.
    """
    before = _before(terbitan_id)
    order, names = unit_names(terbitan_id)
    places = listed.bare_places
    changes = {at: changed[places[at][0]][0] for at in listed.find(changed)}
    removed = [
        BarisRancangan(
            perubahan=Perubahan.CABUT,
            entri_id=row.entri_id,
            usulan_id=row.usulan_id,
            unit_id=row.unit_id,
            unit_nama=names[row.unit_id],
            isi=isi_from_json(row.isi),
            sebelum=isi_from_json(before[row.entri_id]),
        )
        for row in tables.DikVersi.select().where(
            (tables.DikVersi.terbitan == terbitan_id)
            & (tables.DikVersi.perubahan == Perubahan.CABUT.value)
        )
    ]

    def changed_row(entry: EntriDik) -> BarisRancangan:
        was = before.get(entry.id)
        change, usulan_id = changed[entry.id]
        return BarisRancangan(
            perubahan=change,
            entri_id=entry.id,
            usulan_id=usulan_id,
            unit_id=entry.unit_id,
            unit_nama=entry.unit_nama,
            isi=entry.isi,
            sebelum=isi_from_json(was) if was else None,
        )

    slots = range(len(places))
    in_list = _with_rows(slots, listed, removed, key=lambda unit_id, entri: (order[unit_id], entri))
    return Rancangan(in_list, listed, changes, changed_row)


def _with_rows(
    slots: Sequence[BarisRancangan | int],
    listed: Daftar,
    rows: Iterable[BarisRancangan],
    key: Callable[[int, int | None], Any],
) -> list[BarisRancangan | int]:
    """The slots of `listed` with more rows, each after what its `key` of unit and entry follows.

    `listed` is sorted by that key.
    """
    made: list[BarisRancangan | int] = []
    taken = 0
    for row in sorted(rows, key=lambda row: key(row.unit_id, row.entri_id)):
        own = key(row.unit_id, row.entri_id)
        end = bisect_right(listed.bare_places, own, key=lambda place: key(place[2], place[0]))
        made += slots[taken:end]
        made.append(row)
        taken = end
    return [*made, *slots[taken:]]


def _row_of_new(usulan: Any) -> BarisRancangan:
    return BarisRancangan(
        perubahan=Perubahan.TAMBAH,
        entri_id=None,
        usulan_id=usulan.id,
        unit_id=usulan.unit.id,
        unit_nama=usulan.unit.nama,
        isi=isi_from_json(usulan.isi),
    )


def keep_unit_names(terbitan_id: int) -> None:
    """Keep how the units are named and ordered on the day of a version.

    Call inside a write, once the version's changes are in: a unit that never had an entry is
    not kept, so that it can still be removed.
    """
    listed = tables.DikVersi.select(tables.DikVersi.unit)
    for unit in tables.UnitKerja.select().where(tables.UnitKerja.id.in_(listed)):
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


def _before(terbitan_id: int) -> dict[int, str]:
    """The stored content of the entries that a version changed, just before it."""
    version = tables.DikVersi
    this = version.alias()
    earlier = (
        version.select(version.entri, version.isi)
        .where(
            (version.terbitan < terbitan_id)
            & version.entri.in_(this.select(this.entri).where(this.terbitan == terbitan_id))
        )
        .order_by(version.terbitan)
    )
    return {row.entri_id: row.isi for row in earlier}


def _former_words(berkas_id: int) -> set[tuple[int, IsiDik]]:
    """Every content that the entries which a berkas keeps ever had, with the entry's id.

    As values: one content has several texts, as schema 1 wrote it and as it is written now.
    """
    kept = tables.Usulan.select(tables.Usulan.entri).where(
        (tables.Usulan.berkas == berkas_id) & (tables.Usulan.jenis == JenisUsulan.TETAP.value)
    )
    versions = tables.DikVersi.select(tables.DikVersi.entri, tables.DikVersi.isi).where(
        tables.DikVersi.entri.in_(kept)
    )
    return {(version.entri_id, isi_from_json(version.isi)) for version in versions}


def _row_of_entry(entry: EntriDik, usulan: Any, former: Set[tuple[int, IsiDik]]) -> BarisRancangan:
    change, isi = Perubahan.TETAP, entry.isi
    judged = isi_from_json(usulan.isi)
    if usulan.putusan == Putusan.TERBUKA:
        change = Perubahan.CABUT
    elif (
        usulan.putusan == Putusan.DIKECUALIKAN
        and usulan.jenis != JenisUsulan.BUKA
        and (judged != entry.isi or _renews(usulan, judged))
        # A "tetap" that was not amended keeps what another berkas made of the entry since.
        and not (usulan.jenis == JenisUsulan.TETAP and (entry.id, judged) in former)
    ):
        change, isi = Perubahan.UBAH, judged
    return BarisRancangan(
        perubahan=change,
        entri_id=entry.id,
        usulan_id=usulan.id,
        unit_id=entry.unit_id,
        unit_nama=entry.unit_nama,
        isi=isi,
        sebelum=entry.isi,
    )


def _renews(usulan: Any, judged: IsiDik) -> bool:
    """Whether the same words begin a new period: "2 tahun" once more, from the new Keputusan."""
    jangka = judged.jangka
    return (
        usulan.jenis == JenisUsulan.UBAH
        and jangka is not None
        and jangka.jenis is JenisJangka.DURASI
    )
