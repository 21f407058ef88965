"""The performance of a year out of berkas that went their way through the services."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopapp.app import App
from sopapp.clock import FixedClock
from sopapp.documents.list_content import LaporanKinerja
from sopapp.domain.errors import DomainError
from sopapp.domain.kinerja import Keadaan, RingkasTahun
from sopapp.services.permintaan import Jawaban
from tests.conftest import TODAY, Office
from tests.services import carrying


@pytest.fixture
def forward(app: App, clock: FixedClock):
    """Moves the clock so many working days on."""

    def go(days: int) -> date:
        clock.day = app.calendar().add(clock.day, days)
        return clock.day

    return go


def finished(app: App, office: Office, folder: Path, forward, days: tuple[int, ...]) -> int:
    """A berkas that stayed so many working days in each stage."""
    berkas_id = carrying.to_answers(app, office.units)
    carrying.propose(app, berkas_id, office.units[0], carrying.complete("Satu"), putusan=None)
    forward(days[0])
    carrying.answer_all(app, berkas_id)
    app.berkas.advance(berkas_id)
    (usulan,) = app.usulan.list(berkas_id)
    carrying.exclude(app, usulan.id)
    forward(days[1])
    carrying.to_penetapan(app, berkas_id)
    forward(days[2])
    carrying.sign(app, berkas_id, "1")
    app.berkas.advance(berkas_id)
    forward(days[3])
    app.dokumentasi.attach_scan(berkas_id, carrying.scan_file(folder))
    app.dik.apply(berkas_id)
    app.berkas.advance(berkas_id)
    forward(days[4])
    app.dokumentasi.keep_list(berkas_id, carrying.PDF + b"daftar")
    app.dokumentasi.publish(berkas_id, "Papan", app.clock.today())
    app.dokumentasi.write_bundle(berkas_id)
    app.berkas.advance(berkas_id)
    return berkas_id


def test_a_finished_berkas_is_measured_stage_by_stage(app, office, tmp_path, forward):
    berkas_id = finished(app, office, tmp_path, forward, (5, 3, 2, 0, 1))
    kinerja = app.kinerja.of(TODAY.year)

    (one,) = kinerja.berkas
    assert (one.id, one.ukuran.hari, one.ukuran.standar) == (berkas_id, 11, 11)
    assert one.ukuran.keadaan is Keadaan.TEPAT
    assert [stage.rekap.jumlah_hari for stage in kinerja.tahap] == [5, 3, 2, 0, 1]
    assert [stage.rekap.tepat for stage in kinerja.tahap] == [1, 0, 1, 1, 1]
    assert (kinerja.seluruh.tepat, kinerja.berjalan, kinerja.batal) == (1, 0, 0)


def test_what_runs_is_as_late_as_the_board_says(app, office, forward):
    carrying.to_answers(app, office.units)
    forward(7)
    kinerja = app.kinerja.of(TODAY.year)
    (card,) = app.board.load().cards

    assert kinerja.tahap[0].rekap.lewat == 1
    assert kinerja.tahap[0].standar[0] - card.days_left == 7
    assert kinerja.berkas[0].ukuran.keadaan is Keadaan.BERJALAN  # eleven days for the whole
    assert kinerja.berkas[0].tahap == 1


def test_units_are_measured_from_their_letter_to_their_answer(app, office, forward):
    berkas_id = carrying.to_answers(app, office.units)
    first, second, third = app.permintaan.list(berkas_id)
    forward(3)
    app.permintaan.answer(first.id, Jawaban.NIHIL, app.clock.today())
    forward(4)
    app.permintaan.answer(second.id, Jawaban.NIHIL, app.clock.today())
    app.permintaan.answer(third.id, Jawaban.TIDAK_MENJAWAB, app.clock.today(), "Kosong")
    found = {unit.nama: unit for unit in app.kinerja.of(TODAY.year).unit}

    one, two, three = (found[f"Bidang {number}"] for number in (1, 2, 3))
    assert (one.rekap.rata, one.rekap.tepat) == (3, 1)
    assert (two.rekap.rata, two.rekap.terlambat, two.bagian_tepat) == (7, 1, 0)
    assert (three.rekap.selesai, three.tidak_menjawab, three.dinilai) == (0, 1, 1)


def test_numbered_reminders_and_returned_usulan_of_a_unit_are_counted(app, office, forward):
    berkas_id = carrying.to_answers(app, office.units)
    forward(4)
    unit = office.units[0]
    (reminder,) = app.penyusunan.pengingat(berkas_id, [unit])
    assert app.kinerja.of(TODAY.year).unit[0].diingatkan == 0  # a draft reached nobody
    app.surat.number_letters((reminder,), app.clock.today())
    found = app.kinerja.of(TODAY.year).unit
    assert [one.diingatkan for one in found] == [1, 0, 0]


def test_returns_and_cancelled_berkas(app, office, forward):
    back = carrying.to_validasi(app, office.units, "Kembali")
    forward(1)
    app.berkas.send_back(back, 1, "Salah unit")
    gone = carrying.start(app, "Batal")
    app.berkas.cancel(gone, "Tidak jadi")
    kinerja = app.kinerja.of(TODAY.year)

    assert kinerja.batal == 1
    assert [one.id for one in kinerja.berkas] == [back]
    (one,) = kinerja.kembali
    assert (one.dari, one.ke, one.alasan) == (2, 1, "Salah unit")
    assert one.tanggal == app.clock.today()
    assert kinerja.tahap[1].kembali == 1
    assert kinerja.tahap[1].rekap.selesai == 0  # it will be done again


def test_units_of_a_cancelled_berkas_were_neither_asked_nor_reminded(app, office, forward):
    kept = carrying.to_answers(app, office.units[:1], "Tetap")
    gone = carrying.to_answers(app, office.units, "Batal")
    forward(4)
    app.surat.number_letters(app.penyusunan.pengingat(kept), app.clock.today())
    app.surat.number_letters(app.penyusunan.pengingat(gone), app.clock.today())
    assert [one.diingatkan for one in app.kinerja.of(TODAY.year).unit] == [2, 1, 1]
    app.berkas.cancel(gone, "Tidak jadi")
    (unit,) = app.kinerja.of(TODAY.year).unit
    assert (unit.nama, unit.diingatkan, unit.rekap.berjalan) == ("Bidang 1", 1, 1)


def test_a_step_sent_back_within_its_stage_is_a_return_then_and_a_year_later(app, office, forward):
    berkas_id = carrying.to_answers(app, office.units)
    forward(1)
    app.berkas.move(berkas_id, 1, app.sop.current().stage(1).steps[0].lane, "Salah lampiran")
    kinerja = app.kinerja.of(TODAY.year)
    (one,) = kinerja.kembali
    assert (one.dari, one.ke, one.alasan) == (1, 1, "Salah lampiran")
    assert (one.tanggal, kinerja.berkas[0].kembali) == (app.clock.today(), 1)
    assert app.kinerja.of(TODAY.year + 1).lalu.kembali == 1


def test_the_year_after_says_what_this_one_said(app, office, tmp_path, forward):
    finished(app, office, tmp_path, forward, (5, 3, 2, 0, 1))
    back = carrying.to_validasi(app, office.units, "Kembali")
    app.berkas.send_back(back, 1, "Salah unit")
    app.berkas.cancel(carrying.start(app, "Batal"), "Tidak jadi")
    this, before = app.kinerja.of(TODAY.year), app.kinerja.of(TODAY.year + 1).lalu
    assert this.lalu is None
    assert before == RingkasTahun(
        TODAY.year, 3, this.seluruh.rata, this.seluruh.bagian_tepat, len(this.kembali)
    )
    assert (before.rata, before.kembali) == (11, 1)


def test_years_and_the_one_to_look_at_first(app, office, clock):
    assert (app.kinerja.years(), app.kinerja.usual_year()) == ((), TODAY.year)
    app.berkas.create("Depan", TODAY.year + 1, TODAY)
    assert app.kinerja.usual_year() == TODAY.year + 1
    app.berkas.create("Lalu", TODAY.year - 1, date(TODAY.year - 1, 12, 1))
    assert app.kinerja.years() == (TODAY.year + 1, TODAY.year - 1)
    assert app.kinerja.usual_year() == TODAY.year - 1
    app.berkas.create("Kini", TODAY.year, TODAY)
    assert app.kinerja.usual_year() == TODAY.year
    assert app.kinerja.of(1999).berkas == ()


def test_however_many_berkas_there_are_the_queries_stay_few(app, office, monkeypatch):
    for number in range(3):
        carrying.to_answers(app, office.units, f"Berkas {number}")
    asked: list[str] = []
    database = app.kinerja._store.database
    real = database.execute_sql

    def count(sql, *rest):
        asked.append(sql)
        return real(sql, *rest)

    app.kinerja.of(TODAY.year)  # the calendar and the SOP are known then
    monkeypatch.setattr(database, "execute_sql", count)
    app.kinerja.of(TODAY.year)
    assert len(asked) <= 8


def test_the_paper_is_signed_by_who_is_in_office(app, office):
    carrying.start(app)
    paper = app.kinerja.compose(app.kinerja.of(TODAY.year))
    assert isinstance(paper, LaporanKinerja)
    assert paper.signer is not None
    assert paper.signer.nama == "Nama Sekretaris"
    app.pejabat.remove(office.sekretaris)
    assert app.kinerja.compose(app.kinerja.of(TODAY.year)).signer is None


def test_no_paper_without_an_office(app):
    with pytest.raises(DomainError, match="Nama instansi belum diisi"):
        app.kinerja.compose(app.kinerja.of(TODAY.year))
