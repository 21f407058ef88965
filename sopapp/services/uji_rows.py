"""Stored tests as values, for the services that look at them."""

from __future__ import annotations

from typing import Any

from sopapp.domain.uji import Uji
from sopapp.persistence import tables
from sopapp.persistence.isi import isi_from_json
from sopapp.persistence.stored_time import utc_moment
from sopapp.persistence.uji_isi import uji_from_json


def tests_of(usulan_id: int) -> tuple[Uji, ...]:
    """The tests of a usulan, newest first."""
    rows = _joined().where(tables.Uji.usulan == usulan_id).order_by(tables.Uji.id.desc())
    return tuple(_value(row) for row in rows)


def newest_test(usulan_id: int) -> Uji | None:
    """The last test of a usulan; None before the first."""
    row = (
        _joined().where(tables.Uji.usulan == usulan_id).order_by(tables.Uji.id.desc()).first()
    )  # fmt: skip
    return None if row is None else _value(row)


def newest_tests(berkas_id: int) -> dict[int, Uji]:
    """The last test of each tested usulan of a berkas, in one query."""
    rows = _joined().where(tables.Usulan.berkas == berkas_id).order_by(tables.Uji.id)
    newest = {row.usulan_id: row for row in rows}
    return {usulan_id: _value(row) for usulan_id, row in newest.items()}


def standing_tests(berkas_id: int) -> tuple[tuple[str, Uji], ...]:
    """(unit, test) of each usulan whose last test stands, by unit and as they came in.

    A test stands while its usulan says what was tested and no other verdict was given.
    """
    tests = newest_tests(berkas_id)
    rows = (
        tables.Usulan.select(tables.Usulan, tables.UnitKerja)
        .join(tables.UnitKerja)
        .where(tables.Usulan.berkas == berkas_id)
        .order_by(tables.UnitKerja.urutan, tables.UnitKerja.id, tables.Usulan.id)
    )
    found = ((row, tests[row.id]) for row in rows if row.id in tests)
    return tuple(
        (row.unit.nama, test)
        for row, test in found
        if test.berlaku and row.putusan in (None, test.uji.kesimpulan.putusan.value)
    )


def _joined() -> Any:
    return tables.Uji.select(tables.Uji, tables.Usulan).join(tables.Usulan)


def _value(row: Any) -> Uji:
    isi = isi_from_json(row.isi_usulan)
    return Uji(
        id=row.id,
        usulan_id=row.usulan_id,
        waktu=utc_moment(row.waktu),
        isi=isi,
        uji=uji_from_json(row.isi),
        berlaku=isi == isi_from_json(row.usulan.isi),
    )
