"""The office's own days: what they move is told before, kept in riwayat, and taken back."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopapp.app import App
from sopapp.domain.changes import Changes
from sopapp.domain.errors import DomainError, NotFoundError
from sopapp.services.libur import LiburKantor
from sopapp.services.setting import WorkSettings
from tests.conftest import TODAY, Office
from tests.services import carrying
from tests.services.test_permohonan import request

THURSDAY = date(2026, 11, 26)
OFF = LiburKantor(THURSDAY, False, "Hari raya setempat")
DATES = st.dates(TODAY - timedelta(days=10), TODAY + timedelta(days=40))


def dues(app: App) -> dict[str, date]:
    """Every running due date as the board and the register of requests say it."""
    found = {card.judul: card.due for card in app.board.load().cards}
    for each in app.permohonan.list():
        found[each.data.nomor_pendaftaran] = app.permohonan.due(each).akhir
    return found


def move(app: App, old: date, new: date) -> None:
    (day,) = (each for each in app.libur.list() if each.tanggal == old)
    app.libur.save(dataclasses.replace(day, tanggal=new), old)


def newest(app: App) -> tuple[str, str, object, object]:
    (row,) = app.riwayat.list(limit=1)
    return row.aksi, row.ringkasan, row.sebelum, row.sesudah


@pytest.fixture
def running(app: App, office: Office) -> App:
    """A berkas due on 30 November, one in a later stage, and two requests."""
    carrying.start(app, "Pemutakhiran 2026")
    carrying.to_validasi(app, office.units, "Lanjutan")
    request(app, nomor_pendaftaran="1/PI")
    extended = request(app, nomor_pendaftaran="2/PI")
    app.permohonan.extend(extended, "Perlu uji konsekuensi")
    return app


def test_what_moves_is_told_for_berkas_and_requests(running: App) -> None:
    told = [shift.words for shift in running.libur.shifts(None, OFF)]

    assert "Pemutakhiran 2026, tahap 1: 30 November 2026 → 1 Desember 2026" in told
    assert "Permohonan 1/PI: 7 Desember 2026 → 8 Desember 2026" in told
    assert "Permohonan 2/PI: 16 Desember 2026 → 17 Desember 2026" in told
    assert running.libur.list() == ()


def test_what_is_due_first_is_told_first(running: App) -> None:
    tuesday = dataclasses.replace(OFF, tanggal=date(2026, 11, 24))
    told = [(shift.lama, shift.tenggat.judul) for shift in running.libur.shifts(None, tuesday)]

    assert told == [
        (date(2026, 11, 25), "Lanjutan"), (date(2026, 11, 30), "Pemutakhiran 2026"),
        (date(2026, 12, 7), "1/PI"), (date(2026, 12, 16), "2/PI"),
    ]  # fmt: skip


def test_a_signed_answer_or_a_cancelled_request_moves_no_more(app: App, office: object) -> None:
    gone = request(app, nomor_pendaftaran="1/PI")
    app.permohonan.cancel(gone, "Dicabut pemohon")
    answered = request(app, nomor_pendaftaran="2/PI")
    assert len(app.libur.shifts(None, OFF)) == 1
    app._database.execute_sql(
        "INSERT INTO surat (permohonan_id, jenis, deret, nomor, tanggal, ditandatangani) "
        "VALUES (?, 'penolakan', 'Penolakan', '1', '2026-11-23', 1)",
        (answered,),
    )

    assert app.libur.shifts(None, OFF) == ()


def test_the_old_and_the_new_due_dates_stand_in_riwayat(running: App) -> None:
    running.libur.save(OFF)
    aksi, said, before, after = newest(running)

    assert aksi == "libur.simpan"
    assert said.endswith("3 tenggat bergeser.")
    assert before["tenggat"][0]["tenggat"] == "2026-11-30"
    assert after["tenggat"][0]["tenggat"] == "2026-12-01"
    assert after["tenggat"][0]["nama"] == "Pemutakhiran 2026, tahap 1"
    assert before["tenggat"][0]["berkas_id"] == after["tenggat"][0]["berkas_id"]
    running.libur.remove(THURSDAY)
    _aksi, _said, before, after = newest(running)
    assert (before["tenggat"][0]["tenggat"], after["tenggat"][0]["tenggat"]) == (
        "2026-12-01", "2026-11-30",
    )  # fmt: skip


def test_a_day_moves_in_one_write_and_keeps_its_reason(running: App) -> None:
    running.libur.save(OFF)
    before = dues(running)
    rows = len(running.riwayat.list(limit=None))
    heard: list[Changes] = []
    running.subscribe(heard.append)
    move(running, THURSDAY, date(2026, 12, 2))

    assert running.libur.list() == (LiburKantor(date(2026, 12, 2), False, OFF.alasan),)
    assert len(running.riwayat.list(limit=None)) == rows + 1
    assert len(heard) == 1
    aksi, said, was, now = newest(running)
    assert aksi == "libur.pindah"
    assert "Kamis, 26 November 2026 dipindahkan ke Rabu, 2 Desember 2026" in said
    assert (was["tanggal"], now["tanggal"]) == ("2026-11-26", "2026-12-02")
    assert [each["tenggat"] for each in was["tenggat"]] == ["2026-12-01"]
    assert [each["tenggat"] for each in now["tenggat"]] == ["2026-11-30"]
    after = dues(running)
    assert {name for name in before if before[name] != after[name]} == {"Pemutakhiran 2026"}


def test_a_move_is_taken_back_with_its_due_dates(running: App) -> None:
    assert running.undo.next() is None
    running.libur.save(OFF)
    before, days = dues(running), running.libur.list()
    move(running, THURSDAY, date(2026, 12, 2))
    assert dues(running) != before
    running.undo.undo()

    assert (dues(running), running.libur.list()) == (before, days)
    _aksi, said, was, now = newest(running)
    assert said.startswith("Diurungkan: Hari libur kantor Kamis")
    assert (was["tanggal"], now["tanggal"]) == ("2026-12-02", "2026-11-26")


def test_a_move_onto_another_office_day_is_refused(app: App) -> None:
    app.libur.save(OFF)
    app.libur.save(LiburKantor(date(2026, 12, 2), True, "Pengganti"))
    days = app.libur.list()
    with pytest.raises(DomainError, match=r"Rabu, 2 Desember 2026 sudah ditetapkan masuk") as told:
        move(app, THURSDAY, date(2026, 12, 2))
    assert told.value.field == "tanggal"
    assert app.libur.list() == days


def test_a_day_that_is_gone_cannot_be_moved(app: App) -> None:
    with pytest.raises(NotFoundError, match="tidak ada lagi"):
        app.libur.save(dataclasses.replace(OFF, tanggal=TODAY), THURSDAY)
    assert app.libur.list() == ()


def test_the_same_day_saved_again_writes_nothing(app: App) -> None:
    app.libur.save(OFF)
    before = app.riwayat.count()
    app.libur.save(dataclasses.replace(OFF, alasan=f" {OFF.alasan} "))

    assert app.riwayat.count() == before


def test_moving_onto_itself_writes_nothing(app: App) -> None:
    app.libur.save(OFF)
    rows = len(app.riwayat.list(limit=None))
    move(app, THURSDAY, THURSDAY)
    assert len(app.riwayat.list(limit=None)) == rows


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(day=DATES, target=DATES, works=st.booleans(), counted=st.booleans())
def test_there_and_back_gives_the_same_due_dates(
    running: App, day: date, target: date, works: bool, counted: bool
) -> None:
    running.setting.save(WorkSettings(count_start_day=counted))
    for each in running.libur.list():
        running.libur.remove(each.tanggal)
    running.libur.save(LiburKantor(day, works, "x"))
    before = dues(running)
    told = {
        shift.tenggat.judul: shift.baru
        for shift in running.libur.shifts(day, LiburKantor(target, works, "x"))
    }
    move(running, day, target)

    assert dues(running) == before | told  # what was shown before is what holds after
    assert all(before[name] != new for name, new in told.items())
    move(running, target, day)
    assert dues(running) == before
