"""The life of an entry in one timeline."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.domain.dik import JenisUsulan, Putusan
from sopapp.domain.errors import NotFoundError
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import complete


def kinds(app: App, entri_id: int) -> list[str]:
    return [str(event.jenis) for event in app.entri_history.events(entri_id)]


def test_a_whole_life(app: App, office: Office, tmp_path: Path) -> None:
    unit = office.units[0]
    carrying.to_register(app, office.units, tmp_path, "1", [(unit, "Satu")])
    entri = app.dik.current()[0].id
    assert kinds(app, entri) == ["diusulkan", "diuji", "ditetapkan"]

    app.clock.day += timedelta(30)
    second = carrying.to_validasi(app, office.units, "Kedua")
    carrying.propose(app, second, unit, complete("Satu b", 12), JenisUsulan.UBAH, entri)
    carrying.to_penetapan(app, second)
    carrying.sign(app, second, "2")
    carrying.apply(app, second, tmp_path)

    app.clock.day += timedelta(30)
    third = carrying.to_validasi(app, office.units, "Ketiga")
    carrying.propose(app, third, unit, complete(""), JenisUsulan.TETAP, entri)
    carrying.to_penetapan(app, third)
    carrying.sign(app, third, "3")
    carrying.apply(app, third, tmp_path)

    app.clock.day += timedelta(30)
    fourth = carrying.to_validasi(app, office.units, "Keempat")
    carrying.propose(app, fourth, unit, complete(""), JenisUsulan.BUKA, entri, Putusan.TERBUKA)
    carrying.to_penetapan(app, fourth)
    carrying.sign(app, fourth, "4")
    carrying.apply(app, fourth, tmp_path)

    events = app.entri_history.events(entri)
    assert [str(event.jenis) for event in events] == [
        "diusulkan", "diuji", "ditetapkan",
        "diusulkan", "diuji", "diubah",
        "diusulkan", "diuji", "dipertahankan",
        "diusulkan", "diputus", "dibuka",
    ]  # fmt: skip
    changed = next(event for event in events if event.jenis == "diubah")
    assert changed.sebelum is not None
    assert changed.sesudah is not None
    assert (changed.sebelum.informasi, changed.sesudah.informasi) == ("Satu", "Satu b")
    assert "Keputusan Nomor 2" in changed.keterangan
    assert "oleh Bidang 1, berkas “Kedua”" in events[3].keterangan
    assert [event.hari for event in events] == sorted(event.hari for event in events)


def test_the_first_list_is_told_as_such(app: App, office: Office) -> None:
    app.dik_awal.bring_in("9", date(2024, 1, 2), [(office.units[0], complete("Satu", 12))])
    entri = app.dik.current()[0].id

    events = app.entri_history.events(entri)
    assert [str(event.jenis) for event in events] == ["ditetapkan", "berakhir"]
    assert "daftar awal" in events[0].keterangan
    assert events[1].hari == date(2025, 1, 2)


def test_an_end_ahead_is_no_event_yet(app: App, office: Office) -> None:
    app.dik_awal.bring_in("9", TODAY, [(office.units[0], complete("Satu", 12))])
    assert kinds(app, app.dik.current()[0].id) == ["ditetapkan"]


def test_an_unknown_entry_is_said(app: App) -> None:
    with pytest.raises(NotFoundError):
        app.entri_history.events(7)
