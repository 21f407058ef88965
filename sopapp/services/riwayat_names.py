"""What the numbers of records in riwayat stand for today."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any

from sopapp.persistence import tables

Snapshot = Mapping[str, Any] | None


def names_in(before: Snapshot, after: Snapshot) -> dict[str, dict[int, str]]:
    """By key and number, the name of each record that the snapshots point to.

    A record that is not there any more has none.
    """
    found: dict[str, dict[int, str]] = {}
    for key, read in _READERS.items():
        asked = _numbers(key, before) | _numbers(key, after)
        if asked:
            found[key] = read(asked)
    return found


def _numbers(key: str, value: Any) -> set[int]:
    """The numbers under a key, however deep it stands."""
    if isinstance(value, Mapping):
        own = value.get(key)
        listed = own if isinstance(own, list) else [own]
        here = {each for each in listed if isinstance(each, int) and not isinstance(each, bool)}
        return here.union(*(_numbers(key, each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(_numbers(key, each) for each in value))
    return set()


def _units(ids: Collection[int]) -> dict[int, str]:
    rows = tables.UnitKerja.select().where(tables.UnitKerja.id.in_(list(ids)))
    return {row.id: row.nama for row in rows}


def _entries(ids: Collection[int]) -> dict[int, str]:
    rows = (
        tables.DikVersi.select()
        .where(tables.DikVersi.entri.in_(list(ids)))
        .order_by(tables.DikVersi.id)
    )
    return {row.entri_id: str(json.loads(row.isi)["informasi"]) for row in rows}


def _requests(ids: Collection[int]) -> dict[int, str]:
    rows = tables.Permohonan.select().where(tables.Permohonan.id.in_(list(ids)))
    return {row.id: f"Nomor Pendaftaran {row.nomor_pendaftaran}" for row in rows}


def _files(ids: Collection[int]) -> dict[int, str]:
    rows = tables.Attachment.select().where(tables.Attachment.id.in_(list(ids)))
    return {row.id: row.nama for row in rows}


_READERS: dict[str, Callable[[Collection[int]], dict[int, str]]] = {
    "unit_id": _units,
    "unit": _units,
    "urutan": _units,
    "entri_id": _entries,
    "permohonan_id": _requests,
    "logo_id": _files,
    "attachment": _files,
}
