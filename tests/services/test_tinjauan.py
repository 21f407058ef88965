"""What nears the end of its period is brought up in a berkas and never decided by itself."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.domain.dik import IsiDik, JangkaWaktu, JenisJangka, JenisUsulan
from sopapp.domain.errors import DomainError
from sopapp.services.register_settings import RegisterSettings
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.carrying import complete


def until(informasi: str, day: date) -> IsiDik:
    return dataclasses.replace(
        complete(informasi), jangka=JangkaWaktu(JenisJangka.TANGGAL, sampai=day)
    )


@pytest.fixture
def register(app: App, office: Office) -> App:
    app.dik_awal.bring_in(
        "1",
        date(2025, 1, 6),
        [
            (office.units[0], until("Lewat", TODAY - timedelta(1))),
            (office.units[0], until("Hari ini", TODAY)),
            (office.units[1], until("Batas", TODAY + timedelta(90))),
            (office.units[1], until("Sesudah batas", TODAY + timedelta(91))),
            (office.units[1], dataclasses.replace(
                complete("Peristiwa"),
                jangka=JangkaWaktu(JenisJangka.PERISTIWA, peristiwa="sampai selesai"),
            )),
        ],
    )  # fmt: skip
    return app


def reviewed(app: App, berkas_id: int) -> list[tuple[str, str, bool]]:
    return [
        (each.entri.isi.informasi, str(each.status), each.usulan_id is not None)
        for each in app.tinjauan.list(berkas_id)
    ]


def test_what_ends_within_the_setting_is_listed_earliest_first(
    register: App, office: Office
) -> None:
    berkas_id = carrying.to_validasi(register, office.units)
    assert reviewed(register, berkas_id) == [
        ("Lewat", "lewat", False),
        ("Hari ini", "akan_berakhir", False),
        ("Batas", "akan_berakhir", False),
    ]
    register.setting.save(RegisterSettings(batas_hari=180))
    assert len(reviewed(register, berkas_id)) == 4


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_a_limit_that_makes_no_sense_is_refused(app: App, days: int) -> None:
    with pytest.raises(DomainError) as caught:
        app.setting.save(RegisterSettings(batas_hari=days))
    assert caught.value.field == "batas_hari"


def test_opening_is_proposed_and_shown(register: App, office: Office) -> None:
    berkas_id = carrying.to_validasi(register, office.units)
    entry = register.dik.current()[0]
    usulan_id = register.tinjauan.propose_open(berkas_id, entry.id)

    usulan = register.usulan.get(usulan_id)
    assert (usulan.jenis, usulan.entri_id, usulan.putusan) == (JenisUsulan.BUKA, entry.id, None)
    assert reviewed(register, berkas_id)[0] == ("Lewat", "lewat", True)
    with pytest.raises(DomainError, match="Sudah ada usulan"):
        register.tinjauan.propose_open(berkas_id, entry.id)


def test_an_extension_needs_a_new_test(register: App, office: Office) -> None:
    berkas_id = carrying.to_validasi(register, office.units)
    entry = register.dik.current()[0]
    longer = JangkaWaktu(JenisJangka.DURASI, bulan=24)
    usulan_id = register.tinjauan.propose_extension(berkas_id, entry.id, longer)

    usulan = register.usulan.get(usulan_id)
    assert (usulan.jenis, usulan.isi.jangka) == (JenisUsulan.UBAH, longer)
    assert usulan.isi == dataclasses.replace(entry.isi, jangka=longer)
    assert usulan.putusan is None


@pytest.mark.parametrize(
    "jangka",
    [
        JangkaWaktu(JenisJangka.TANGGAL, sampai=TODAY),
        JangkaWaktu(JenisJangka.PERISTIWA, peristiwa=" "),
    ],
)
def test_an_extension_into_the_past_is_refused(
    register: App, office: Office, jangka: JangkaWaktu
) -> None:
    berkas_id = carrying.to_validasi(register, office.units)
    with pytest.raises(DomainError) as caught:
        register.tinjauan.propose_extension(berkas_id, register.dik.current()[0].id, jangka)
    assert caught.value.field == "jangka"
    assert register.usulan.list(berkas_id) == ()


@pytest.mark.parametrize(
    "jangka",
    [
        JangkaWaktu(JenisJangka.TANGGAL, sampai=TODAY + timedelta(90)),
        JangkaWaktu(JenisJangka.TANGGAL, sampai=TODAY + timedelta(5)),
        JangkaWaktu(JenisJangka.DURASI, bulan=1),
    ],
)
def test_an_extension_lasts_longer_than_the_present_period(
    register: App, office: Office, jangka: JangkaWaktu
) -> None:
    berkas_id = carrying.to_validasi(register, office.units)
    ends_later = next(e for e in register.dik.current() if e.isi.informasi == "Batas")
    with pytest.raises(DomainError, match="tidak lebih lama") as caught:
        register.tinjauan.propose_extension(berkas_id, ends_later.id, jangka)
    assert caught.value.field == "jangka"


def test_what_is_past_its_period_does_not_stay_without_a_new_one(
    register: App, office: Office
) -> None:
    register.clock.day = TODAY + timedelta(2)
    berkas_id = carrying.to_validasi(register, office.units)
    entries = {entry.isi.informasi: entry for entry in register.dik.current()}
    for informasi in ("Hari ini", "Batas"):
        entry = entries[informasi]
        usulan_id = register.usulan.add(
            berkas_id, entry.unit_id, JenisUsulan.TETAP, entry.isi, entry.id
        )
        if informasi == "Batas":
            carrying.exclude(register, usulan_id)
            continue
        with pytest.raises(DomainError, match="sudah berakhir") as caught:
            carrying.exclude(register, usulan_id)
        assert caught.value.field == "jangka"
        carrying.exclude(register, usulan_id, complete(informasi, 24))


def test_a_duration_that_has_run_out_does_not_stay_either(app: App, office: Office) -> None:
    months = dataclasses.replace(complete("Sebulan", 1))
    app.dik_awal.bring_in("1", date(2025, 1, 6), [(office.units[0], months)])
    berkas_id = carrying.to_validasi(app, office.units)
    (entry,) = app.dik.current()
    usulan_id = app.usulan.add(berkas_id, entry.unit_id, JenisUsulan.TETAP, months, entry.id)
    with pytest.raises(DomainError, match="berakhir pada 6 Februari 2025") as caught:
        carrying.exclude(app, usulan_id)
    assert caught.value.field == "jangka"
    carrying.exclude(app, usulan_id, complete("Sebulan", 12))


def test_without_a_keputusan_nothing_is_opened(
    register: App, office: Office, tmp_path: Path
) -> None:
    register.clock.day = TODAY + timedelta(400)
    carrying.to_register(register, office.units, tmp_path, "2", [(office.units[0], "Baru")])

    assert [entry.isi.informasi for entry in register.dik.current()] == [
        "Lewat", "Hari ini", "Baru", "Batas", "Sesudah batas", "Peristiwa",
    ]  # fmt: skip
