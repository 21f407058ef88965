"""The life of an entry in one timeline."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.domain.dik import JenisUsulan, Putusan
from sopapp.domain.errors import NotFoundError
from sopapp.services.unit_kerja import UnitKerjaInput
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


def other_berkas(
    app: App, office: Office, judul: str, entri: int, jenis: JenisUsulan, putusan: Putusan
) -> int:
    """A berkas that waits in validation with one usulan about `entri`."""
    berkas_id = carrying.to_validasi(app, office.units, judul)
    isi = complete("Satu b") if jenis is JenisUsulan.UBAH else complete("")
    carrying.propose(app, berkas_id, office.units[0], isi, jenis, entri, putusan)
    return berkas_id


def set_by(app: App, berkas_id: int, nomor: str, folder: Path) -> None:
    carrying.to_penetapan(app, berkas_id)
    carrying.sign(app, berkas_id, nomor)
    carrying.apply(app, berkas_id, folder)


@pytest.mark.parametrize(
    ("jenis", "putusan"),
    [(JenisUsulan.TETAP, Putusan.DIKECUALIKAN), (JenisUsulan.BUKA, Putusan.TERBUKA)],
)
def test_what_was_opened_is_not_told_as_kept(
    app: App, office: Office, tmp_path: Path, jenis: JenisUsulan, putusan: Putusan
) -> None:
    carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Satu")])
    entri = app.dik.current()[0].id
    app.clock.day += timedelta(7)
    slow = other_berkas(app, office, "Lambat", entri, jenis, putusan)
    fast = other_berkas(app, office, "Cepat", entri, JenisUsulan.BUKA, Putusan.TERBUKA)
    set_by(app, fast, "2", tmp_path)
    app.clock.day += timedelta(7)
    set_by(app, slow, "3", tmp_path)

    assert "dipertahankan" not in kinds(app, entri)
    assert "dibuka" in kinds(app, entri)


def test_two_keputusan_of_one_day_follow_each_other(
    app: App, office: Office, tmp_path: Path
) -> None:
    carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Satu")])
    entri = app.dik.current()[0].id
    app.clock.day += timedelta(7)
    first = other_berkas(app, office, "A", entri, JenisUsulan.BUKA, Putusan.TERBUKA)
    second = other_berkas(app, office, "B", entri, JenisUsulan.UBAH, Putusan.DIKECUALIKAN)
    set_by(app, second, "2", tmp_path)
    set_by(app, first, "3", tmp_path)

    assert [kind for kind in kinds(app, entri) if kind in {"diubah", "dibuka"}] == [
        "diubah",
        "dibuka",
    ]


def test_a_verdict_stands_on_the_day_it_was_given(app: App, office: Office, tmp_path: Path) -> None:
    carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Satu")])
    entri = app.dik.current()[0].id
    app.clock.day += timedelta(7)
    berkas_id = carrying.to_validasi(app, office.units)
    usulan = carrying.propose(
        app, berkas_id, office.units[0], complete(""), JenisUsulan.BUKA, entri, None
    )
    app.clock.day += timedelta(4)
    app.usulan.judge(usulan, Putusan.TERBUKA)

    (judged,) = [each for each in app.entri_history.events(entri) if each.jenis == "diputus"]
    assert judged.hari == TODAY + timedelta(11)


def test_a_renamed_unit_is_called_as_it_was_then(app: App, office: Office, tmp_path: Path) -> None:
    carrying.to_register(app, office.units, tmp_path, "1", [(office.units[0], "Satu")])
    app.unit_kerja.edit(office.units[0], UnitKerjaInput("U1", "Bidang Metrologi", "Kepala"))

    events = app.entri_history.events(app.dik.current()[0].id)
    assert events[-1].keterangan == "Masuk ke daftar dengan Keputusan Nomor 1 (Bidang 1)."


def test_an_end_that_was_extended_later_is_told(app: App, office: Office, tmp_path: Path) -> None:
    app.dik_awal.bring_in("9", date(2024, 1, 2), [(office.units[0], complete("Satu", 12))])
    entri = app.dik.current()[0].id
    berkas_id = other_berkas(app, office, "A", entri, JenisUsulan.UBAH, Putusan.DIKECUALIKAN)
    set_by(app, berkas_id, "10", tmp_path)

    assert kinds(app, entri) == ["ditetapkan", "berakhir", "diusulkan", "diuji", "diubah"]
