"""Usulan that nearly repeat an entry or another usulan are pointed out."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.domain.dik import JenisUsulan
from sopapp.domain.errors import EnvironmentProblem
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import complete


def test_near_titles_in_the_register_and_in_the_berkas(app: App, office: Office) -> None:
    one, two, three = office.units
    rows = [(one, complete("Data pribadi pegawai dinas")), (two, complete("Rekam medis"))]
    app.dik_awal.bring_in("SK/1", TODAY, rows)
    berkas_id = carrying.to_answers(app, office.units)
    twin = app.usulan.add(
        berkas_id, three, JenisUsulan.BARU, complete("Data Pribadi dari Pegawi Dinas")
    )
    own = app.usulan.add(berkas_id, one, JenisUsulan.UBAH, complete("Data pribadi pegawai"), 1)
    other = app.usulan.add(berkas_id, two, JenisUsulan.BARU, complete("Harga kontrak ekspor"))
    app.usulan.add(berkas_id, two, JenisUsulan.BUKA, complete("x"), 2)
    new = app.usulan.add(berkas_id, three, JenisUsulan.BARU, complete("Rekam medis"))
    found = app.kemiripan.in_berkas(berkas_id)

    # The entry is spoken of by its own usulan, which counts once.
    assert [(near.tempat, near.usulan_id) for near in found[twin]] == [("berkas", own)]
    assert [(near.tempat, near.usulan_id) for near in found[own]] == [("berkas", twin)]
    assert found[twin][0].unit_nama == "Bidang 1"
    assert 0.8 <= found[twin][0].kemiripan < 1
    assert other not in found
    # What is to be opened again repeats nothing, but while it is in the register it is told.
    (near,) = found[new]
    assert (near.tempat, near.entri_id, near.kemiripan) == ("daftar", 2, 1)


def test_a_berkas_without_usulan(app: App, office: Office) -> None:
    assert app.kemiripan.in_berkas(carrying.start(app)) == {}


def test_a_new_keputusan_is_seen(app: App, office: Office, tmp_path: Path) -> None:
    unit = office.units[0]
    berkas_id = carrying.start(app)
    app.usulan.add(berkas_id, unit, JenisUsulan.BARU, complete("Rekam medis"))
    assert app.kemiripan.in_berkas(berkas_id) == {}

    carrying.to_register(app, office.units, tmp_path, "1", [(unit, "Rekam medis")])
    ((near,),) = app.kemiripan.in_berkas(berkas_id).values()
    assert near.tempat == "daftar"


def test_a_large_register_is_taken_in_by_parts(
    app: App, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sopapp.services.kemiripan._TOGETHER", 2)
    unit = office.units[0]
    titles = ("Rekam medis", "Harga kontrak", "Peta rawan", "Rekam medik", "Data gaji")
    app.dik_awal.bring_in("SK/1", TODAY, [(unit, complete(title)) for title in titles])
    berkas_id = carrying.to_answers(app, office.units)
    new = app.usulan.add(berkas_id, unit, JenisUsulan.BARU, complete("Rekam medis"))

    pauses = list(app.kemiripan.prepare(berkas_id))

    assert len(pauses) == 3  # before it begins, and between five titles, two at a time
    assert list(app.kemiripan.prepare(berkas_id)) == []  # once is enough
    near = app.kemiripan.in_berkas(berkas_id)[new]
    assert [each.informasi for each in near] == ["Rekam medis", "Rekam medik"]


def test_a_reading_that_failed_midway_is_taken_up_again(
    app: App, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sopapp.services.kemiripan._TOGETHER", 1)
    unit = office.units[0]
    rows = [(unit, complete(title)) for title in ("Rekam medis", "Harga kontrak", "Resep produk")]
    app.dik_awal.bring_in("SK/1", TODAY, rows)
    berkas_id = carrying.to_answers(app, office.units)
    app.usulan.add(berkas_id, unit, JenisUsulan.BARU, complete("Resep produk"))
    real, left = app.dik.titles, [2]

    def titles(places):
        left[0] -= 1
        if left[0] == 0:
            raise EnvironmentProblem("File data sedang dipakai program lain.")
        return real(places)

    monkeypatch.setattr(app.dik, "titles", titles)
    with pytest.raises(EnvironmentProblem):
        app.kemiripan.in_berkas(berkas_id)
    ((near,),) = app.kemiripan.in_berkas(berkas_id).values()
    assert (near.informasi, near.entri_id) == ("Resep produk", 3)


def test_an_entry_without_a_title_is_near_to_nothing(app: App, office: Office) -> None:
    unit = office.units[0]
    rows = [(unit, complete("Rekam medis")), (unit, complete("Harga kontrak"))]
    app.dik_awal.bring_in("SK/1", TODAY, rows)
    app._database.execute_sql("UPDATE dik_versi SET isi = '{\"x\": 1}' WHERE entri_id = 1")
    berkas_id = carrying.to_answers(app, office.units)
    app.usulan.add(berkas_id, unit, JenisUsulan.BARU, complete("Harga kontrak"))
    ((near,),) = app.kemiripan.in_berkas(berkas_id).values()
    assert near.entri_id == 2
