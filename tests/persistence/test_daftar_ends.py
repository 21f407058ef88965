"""The last days of all entries, read without their content."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.domain.dik import JangkaWaktu, JenisJangka
from sopapp.persistence.daftar import DaftarReader
from tests.conftest import TODAY, Office
from tests.services import carrying

PERIODS = (
    JangkaWaktu(JenisJangka.DURASI, bulan=24),
    JangkaWaktu(JenisJangka.DURASI, bulan=1),
    JangkaWaktu(JenisJangka.TANGGAL, sampai=date(2027, 2, 28)),
    JangkaWaktu(JenisJangka.PERISTIWA, peristiwa="Selama berlaku"),
)


def test_they_are_those_of_the_entries(app: App, office: Office, tmp_path: Path) -> None:
    berkas_id = carrying.to_validasi(app, office.units)
    for number, jangka in enumerate(PERIODS):
        isi = replace(carrying.complete(f"Informasi {number}"), jangka=jangka)
        carrying.propose(app, berkas_id, office.units[0], isi)
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, "1")
    carrying.apply(app, berkas_id, tmp_path)
    daftar = app.dik.current()
    told = {entry.id: entry.berakhir for entry in daftar if entry.berakhir is not None}
    assert len(told) == 3
    assert DaftarReader(app._database).ends(daftar.places) == told


def test_those_of_a_large_register_are_read_by_parts(
    app: App, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sopapp.services.dik_ends._TOGETHER", 2)
    two_months = JangkaWaktu(JenisJangka.DURASI, bulan=2)
    rows = [
        (office.units[0], replace(carrying.complete(f"Informasi {number}"), jangka=two_months))
        for number in range(5)
    ]
    app.dik_awal.bring_in("SK/1", TODAY, rows)

    assert len(list(app.dik.prepare_ends())) == 3  # before it begins, and between three parts
    assert list(app.dik.prepare_ends()) == []
    ends = {entry.id: entry.berakhir for entry in app.dik.current()}
    assert app.dik.ends(TODAY) == ends
    assert [entry.id for entry in app.dik.expiring(TODAY, 90)] == sorted(ends)
