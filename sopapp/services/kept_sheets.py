"""Which printed Lembar Uji goes with a refusal: that of the test by which an entry is exempted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sopapp.domain.dik import JenisUsulan, Putusan
from sopapp.persistence import tables

_LEMBAR_UJI = "lembar_uji"


def kept_sheets(versions: Mapping[int, int], day: date) -> dict[int, int]:
    """The attachment of the newest kept Lembar Uji of each entry that has one.

    `versions` are the changes (`DikVersi`) in force on `day` by entry. Only a print of a test
    that counted is a sheet of the entry: the last test of the usulan behind the change, or of a
    later one that left the entry as it is, once its Keputusan was in force too.
    """
    # By usulan, those of later Keputusan last.
    entri_of = _changing(versions) | _confirming(versions, day)
    newest: dict[int, int] = {}
    tests = tables.Uji.select(tables.Uji.id, tables.Uji.usulan).where(
        tables.Uji.usulan.in_(list(entri_of))
    )
    for test in tests.order_by(tables.Uji.id):
        newest[test.usulan_id] = test.id
    prints = (
        tables.CetakanUji.select()
        .where(
            (tables.CetakanUji.jenis == _LEMBAR_UJI)
            & tables.CetakanUji.uji.in_(list(newest.values()))
        )
        .order_by(tables.CetakanUji.id)
    )
    printed = {row.uji_id: row.attachment_id for row in prints}
    return {
        entri_id: printed[newest[usulan_id]]
        for usulan_id, entri_id in entri_of.items()
        if newest.get(usulan_id) in printed
    }


def _changing(versions: Mapping[int, int]) -> dict[int, int]:
    """The usulan that made the changes, with their entries."""
    rows = tables.DikVersi.select().where(
        tables.DikVersi.id.in_(list(versions.values())) & tables.DikVersi.usulan.is_null(False)
    )
    return {row.usulan_id: row.entri_id for row in rows}


def _confirming(versions: Mapping[int, int], day: date) -> dict[int, int]:
    """The usulan of later Keputusan that left the entries as they are, the newest last."""
    usulan, terbitan = tables.Usulan, tables.Terbitan
    rows: Any = (
        usulan.select(usulan.id, usulan.entri, tables.DikVersi.id)
        .join(terbitan, on=(terbitan.berkas == usulan.berkas))
        .join(tables.DikVersi, on=(tables.DikVersi.entri == usulan.entri))
        .where(
            tables.DikVersi.id.in_(list(versions.values()))
            & (terbitan.id > tables.DikVersi.terbitan)
            & (terbitan.tanggal <= day.isoformat())
            & (usulan.jenis == JenisUsulan.TETAP.value)
            & (usulan.putusan == Putusan.DIKECUALIKAN.value)
        )
        .order_by(terbitan.id, usulan.id)
        .tuples()
    )
    return {usulan_id: entri_id for usulan_id, entri_id, _versi in rows}
